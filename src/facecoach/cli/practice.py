"""A session from wish to record: what is wanted, wired to the world, played, written down and summed up."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field, replace

from facecoach import settings
from facecoach.cli.common import Book, console, library, note, open_book
from facecoach.cli.record import Start, keep, write_down
from facecoach.cli.recovery import recover
from facecoach.cli.resumption import resumed
from facecoach.cli.screening import advised, gate
from facecoach.cli.wiring import speaker_for, stage_for
from facecoach.errors import Exit, UsageError
from facecoach.habit import journal
from facecoach.screen.pages.today import summary
from facecoach.session import kept as running
from facecoach.session.player import Manner, Ports, Stage, play
from facecoach.session.state import Session, begin
from facecoach.session.timeline import plan
from facecoach.session.voice import Voice, find_voice
from facecoach.settings import Settings
from facecoach.world import World


@dataclass(frozen=True, slots=True)
class Wish:
    """What was asked for on the command line; `chosen` are the settings that it gives for this time."""

    routine: str | None = None
    plain: bool = False
    as_json: bool = False
    chosen: Mapping[str, object] = field(default_factory=dict)
    speed: float = 1.0
    start: int = 1
    resume: bool = False
    log: bool = True
    anyway: bool = False

    @property
    def logged(self) -> bool:
        """Whether the session is to be written down: a rehearsal never is."""
        return self.log and self.speed == 1.0


def practise(world: World, wish: Wish) -> Exit:
    """Play the session that was wished for and write it down; raises CoachError when it cannot begin."""
    chosen = settings.read(world.folders.settings).model_copy(update=dict(wish.chosen))
    if wish.resume and wish.start > 1:
        raise UsageError("`--from` beside `--resume`", "a session that was cut off goes on where it stood")
    if not wish.resume:
        recover(world)
    book, folder = open_book(world), world.folders.data
    start = resumed(world, wish.routine, chosen.lead_in) if wish.resume else _fresh(world, wish, chosen, book)
    start = replace(start, caution=gate(world, book, start.loaded, anyway=wish.anyway))
    if not wish.logged:
        session = _played(world, wish, chosen, start, lambda _: None)
        note(world, f"{'as asked' if wish.speed == 1 else 'a rehearsal'}; nothing was written down")
        return session.code
    journal.prove(folder)
    with running.held(folder):
        session = _played(world, wish, chosen, start, lambda now: keep(world, book, start, now))
        after = write_down(world, book, start, session)
    if not wish.as_json:
        _sum_up(world, book, after, start, session)
    return session.code


def _fresh(world: World, wish: Wish, chosen: Settings, book: Book) -> Start:
    now = world.now()
    loaded = library(world).load(wish.routine or advised(world, book))
    line = plan(loaded.routine)
    if wish.start > len(line.steps):
        raise UsageError(
            f"`--from {wish.start}` is beyond the last step", f"`{loaded.entry.slug}` has steps 1 to {len(line.steps)}"
        )
    session = begin(line, chosen.lead_in, wish.start, keys=world.keys())
    return Start(loaded, session, journal.new_id(now), now)


def _played(world: World, wish: Wish, chosen: Settings, start: Start, keeping: Callable[[Session], None]) -> Session:
    command = find_voice(world.which)
    if chosen.voice and command is None:
        note(world, "no voice was found on this machine; `espeak-ng` is one that can be installed")
    voice = Voice(command) if command else None
    with ExitStack() as stack:
        keyboard = stack.enter_context(world.keyboard(world.keys()))
        stage = stage_for(world, start, chosen, plain=wish.plain, as_json=wish.as_json)
        if voice:
            stack.callback(voice.hush)
        stack.callback(_left_quietly, stage)
        stage.enter()
        speaker = speaker_for(world, voice, bell=chosen.sound == "bell", as_json=wish.as_json)
        ports = Ports(world.clock, keyboard, stage, speaker, keeping)
        session = play(start.session, ports, Manner(voiced=chosen.voice and voice is not None), wish.speed)
        if voice and session.phase == "finished":
            voice.finish()
        return session


def _left_quietly(stage: Stage) -> None:
    try:
        stage.leave()
    except OSError:
        return


def _sum_up(world: World, before: Book, after: Book | None, start: Start, session: Session) -> None:
    """Say what the session came to; where nobody can read it any more, nothing is lost by not saying it."""
    if after is None:
        note(world, "under 10 seconds were worked, so nothing was written down")
        return
    screen = console(world)
    try:
        for line in summary(start.loaded.routine.name, session, before.history, after.history):
            screen.print(line)
    except OSError:
        return
