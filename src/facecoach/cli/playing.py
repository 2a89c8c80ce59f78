"""A session under way: shown, heard, kept beside the journal while it lasts, and written down."""

from __future__ import annotations

from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from facecoach.cli.asking import answered, asked_first, asks
from facecoach.cli.common import note, open_book, show
from facecoach.cli.course import advanced
from facecoach.cli.pages import closed, closing, heeded, left_at
from facecoach.cli.staging import speaker, stage
from facecoach.errors import CoachError
from facecoach.habit import journal
from facecoach.session.ending import Kept, kept_now, record
from facecoach.session.kept import Keeper, held
from facecoach.session.player import Manner, Ports, Stage, play
from facecoach.session.state import Reason, Session
from facecoach.session.voice import Voice, find_voice
from facecoach.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from facecoach.cli.starting import Ready
    from facecoach.habit.book import Book
    from facecoach.habit.history import History
    from facecoach.habit.records import Record
    from facecoach.screen.live.closing import Closing
    from facecoach.screen.live.outlet import Outlet
    from facecoach.sound.speaker import Speaker
    from facecoach.world import World

LAST_WORDS = 3.0
TURN = 0.1
PROMPTLY = 0.2


@dataclass(frozen=True, slots=True)
class Presentation:
    """How a session is shown and heard: as lines or events where asked for, and by these settings."""

    settings: Settings
    plain: bool = False
    as_json: bool = False


@dataclass(frozen=True, slots=True)
class Staged:
    """A session's stage, ready to be played on: the ports, where output goes, what is heard, and whether it speaks."""

    ports: Ports
    outlet: Outlet
    speaker: Speaker
    speaks: bool

    def heed(self, ready: Ready) -> Session:
        """Show the cautions that are unread and return the session; left where they make someone leave."""
        if ready.cautions and (command := heeded(self.ports, ready.script.card.name, ready.cautions)):
            return left_at(ready.session, command)
        return ready.session

    def play(self, ready: Ready, chosen: Presentation, speed: float = 1.0) -> Session:
        """Play a session to its end and return it; one that was left before it began stays so."""
        if ready.session.over:
            return ready.session
        manner = Manner(voiced=chosen.settings.voice and self.speaks)
        return play(ready.session, self.ports, manner, speed)

    def finish(self, session: Session, came_to: Closing | None) -> None:
        """Show what a session came to, and let the last tone and words be heard, until a key or a signal comes."""
        if came_to:
            with suppress(OSError):
                closed(self.ports, came_to)
            return
        left = LAST_WORDS if session.phase == "finished" else 0.0
        while left > 0 and self.speaker.sounding and self.ports.keyboard(TURN) is None:
            left -= TURN
            self.speaker.attend()


def rehearsed(world: World, book: Book, ready: Ready, chosen: Presentation, speed: float) -> Reason:
    """Play a session of which nothing is written down, and return how it ended."""
    with _staged(world, ready, chosen, lambda _: None) as staged:
        session = staged.play(replace(ready, session=staged.heed(ready)), chosen, speed)
        staged.finish(session, _came_to(world, session, book.history))
    if _taken(staged.outlet, session):
        note(world, f"{'as asked' if speed == 1 else 'a rehearsal'}; nothing was written down")
    return session.reason


def practised(world: World, book: Book, ready: Ready, chosen: Presentation) -> Reason:
    """Play a session, write it down and return how it ended; raises CoachError when the journal cannot be written."""
    folder = world.folders.data
    journal.prove(folder)
    with held(folder) as keeper:
        _still_open(world, ready.kept)
        with _staged(world, ready, chosen, lambda now: _keep(world, keeper, ready, now)) as staged:
            ready = replace(ready, session=staged.heed(ready))
            ready = asked_first(staged, ready) if asks(world, chosen) else ready
            session = staged.play(ready, chosen)
            ended = kept_now(ready.kept, session, world.now())
            answer = asks(world, chosen) and session.phase == "finished" and ended.counts
            ended = answered(staged, book, ended, session) if answer else ended
            after = _written(world, keeper, book, ended)
            if not answer:
                staged.finish(session, _came_to(world, session, after.history) if after else None)
    if _taken(staged.outlet, session) and not chosen.as_json:
        _sum_up(world, book, after, ended, session)
    return session.reason


def _came_to(world: World, session: Session, history: History) -> Closing | None:
    """Return what the closing picture shows: nothing where nobody can press a key, or the end was not reached."""
    return closing(session, history) if session.phase == "finished" and world.keys() else None


def _taken(outlet: Outlet, session: Session) -> bool:
    """Whether all that the session showed was taken; a signal is not kept waiting for that."""
    return outlet.drain(None if session.reason in ("end", "left") else PROMPTLY)


def _still_open(world: World, kept: Kept) -> None:
    """Raise CoachError when a session to be gone on with was completed meanwhile, in another window."""
    known = open_book(world).merged
    ended = known.rows.get(kept.id, ("",) * 4)[3] or known.kinds["session"].get(kept.id, {}).get("outcome")
    if ended == "completed":
        raise CoachError(f"`{kept.name}` was completed meanwhile", "`facecoach history` shows it")


def _keep(world: World, keeper: Keeper, ready: Ready, session: Session) -> None:
    """Keep a running session beside the journal; where that fails, the session itself goes on."""
    with suppress(OSError):
        keeper.save(kept_now(ready.kept, session, world.now()))


def _written(world: World, keeper: Keeper, book: Book, ended: Kept) -> Book | None:
    """Write a session down and return the book with it; None for a partial one too short to write.

    Raises CoachError when the journal cannot be written; what is kept then stays for the next command.
    """
    if ended.counts:
        with suppress(OSError):
            keeper.save(ended)
        keeper.make_room()
        written = _appended(world, record(ended, world.now(), "run"))
    keeper.clear()
    return book.added(written) if ended.counts else None


def _appended(world: World, told: Record) -> Record:
    try:
        return journal.append(world.folders.data, told)
    except CoachError as fault:
        hint = "the session is kept, and written down by the next command that can"
        raise CoachError(fault.message, hint) from None


@contextmanager
def _staged(world: World, ready: Ready, chosen: Presentation, keep: Callable[[Session], None]) -> Iterator[Staged]:
    """Set the stage; the keys, the screen and the voice are as they were afterwards."""
    look = chosen.settings
    with ExitStack() as stack:
        voice = _voice(world, chosen)
        keyboard = stack.enter_context(world.keyboard(world.keys()))
        outlet = world.outlet(world.stdout)
        shown = stage(
            world, outlet, keyboard, ready.script, ready.caution, look, plain=chosen.plain, as_json=chosen.as_json
        )
        heard = speaker(world, outlet, voice, look, as_json=chosen.as_json)
        stack.callback(heard.close)
        stack.callback(_left_quietly, shown)
        shown.enter()
        yield Staged(Ports(world.clock, keyboard, shown, heard, keep), outlet, heard, voice is not None)


def _voice(world: World, chosen: Presentation) -> Voice | None:
    command = find_voice(world.which)
    if chosen.settings.voice and command is None:
        note(world, "no voice was found on this machine; `espeak-ng` is one that can be installed")
    return Voice(command, world.start) if command else None


def _left_quietly(stage: Stage) -> None:
    with suppress(OSError):
        stage.leave()


def _sum_up(world: World, before: Book, after: Book | None, ended: Kept, session: Session) -> None:
    """Say what the session came to; where nobody can read it any more, nothing is lost by not saying it."""
    if after is None:
        note(world, "under 10 seconds were worked, so nothing was written down")
        return
    from facecoach.habit.feeling import told as told_feel
    from facecoach.screen.pages.today import summary
    from facecoach.screen.spans import line

    with suppress(OSError):
        show(world, summary(ended.name, session, before.history, after.history))
        if ended.feel:
            show(world, [line(told_feel(ended.feel))])
        show(world, map(line, advanced(world, after)))
