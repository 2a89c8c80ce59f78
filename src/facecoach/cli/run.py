"""`run`: the guided session, from what was wished for to what is written down."""

from __future__ import annotations

from contextlib import ExitStack, suppress
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from facecoach.cli import screening
from facecoach.cli.common import library, note, open_book, show, stamp
from facecoach.cli.today import advised
from facecoach.errors import CoachError, Exit, UsageError
from facecoach.habit import journal
from facecoach.session import kept as files
from facecoach.session.ending import Kept, cut_off, first_kept, kept_now, meant, record, resumed
from facecoach.session.player import Manner, Ports, Stage, play
from facecoach.session.script import Script
from facecoach.session.scripts import script
from facecoach.session.state import Reason, Session, begin
from facecoach.session.voice import Voice, find_voice
from facecoach.settings import Settings, read

if TYPE_CHECKING:
    from collections.abc import Callable

    from facecoach.cli.options import (
        AnyRoutine,
        Anyway,
        Colours,
        Events,
        Face,
        FromStep,
        LeadIn,
        Log,
        Moving,
        Plain,
        Resume,
        Sounds,
        Speed,
        Voiced,
    )  # fmt: skip
    from facecoach.habit.book import Book
    from facecoach.session.player import Speaker
    from facecoach.world import World

EXITS: dict[Reason, Exit] = {
    "end": Exit.DONE, "left": Exit.LEFT, "closed": Exit.LEFT, "interrupted": Exit.INTERRUPTED,
    "terminated": Exit.TERMINATED, "hung up": Exit.HANGUP,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Start:
    """A session about to begin: its routine, where it stands, what is kept of it, and what to mind."""

    script: Script
    session: Session
    kept: Kept
    caution: str = ""


@dataclass(frozen=True, slots=True)
class Show:
    """How a session is shown and heard: as lines or events where asked for, and by these settings."""

    settings: Settings
    plain: bool = False
    as_json: bool = False


def run(  # noqa: PLR0913 - each parameter is an option of the command line
    world: World,
    routine: AnyRoutine = None,
    plain: Plain = False,
    as_json: Events = False,
    voice: Voiced = None,
    sound: Sounds = None,
    lead_in: LeadIn = None,
    speed: Speed = 1.0,
    start: FromStep = 1,
    resume: Resume = False,
    log: Log = True,
    anyway: Anyway = False,
    palette: Colours = None,
    motion: Moving = None,
    face: Face = None,
) -> Exit:
    """Guide through a routine with a countdown.

    Without a name it is what suits now, as `facecoach` alone suggests it.

    Keys: space pauses, → and ← move on and back, + and - change ten seconds, m mutes, v is the voice, q leaves.
    """
    given = {"voice": voice, "sound": sound, "lead_in": lead_in, "palette": palette, "motion": motion, "face": face}
    chosen = Show(_settings(world, given), plain, as_json)
    if resume and start > 1:
        raise UsageError("`--from` beside `--resume`", "a session that was cut off goes on where it stood")
    book = open_book(world)
    ready = _resumed(world, book, routine, chosen) if resume else _fresh(world, book, routine, chosen, start)
    ready = _admitted(world, book, ready, anyway=anyway)
    if log and speed == 1:
        return EXITS[_practised(world, book, ready, chosen)]
    return EXITS[_rehearsed(world, ready, chosen, speed)]


def _settings(world: World, given: dict[str, Any]) -> Settings:
    wanted = {name: value for name, value in given.items() if value is not None}
    return replace(read(world.folders.settings), **wanted)


def _fresh(world: World, book: Book, routine: str | None, chosen: Show, step: int) -> Start:
    """Return a session that begins at a step; raises CoachError when there is none to begin."""
    ready = script(library(world), routine or _suggested(world, book))
    if step > len(ready.line.steps):
        has = f"`{ready.card.entry.slug}` has steps 1 to {len(ready.line.steps)}"
        raise UsageError(f"`--from {step}` is beyond the last step", has)
    session = begin(ready.line, chosen.settings.lead_in, step, keys=world.keys())
    return Start(ready, session, first_kept(ready, stamp(world, book)))


def _suggested(world: World, book: Book) -> str:
    advice = advised(world, book)
    if advice.kind == "resume":
        raise CoachError(advice.reason.rstrip(":"), "`facecoach run --resume` goes on; a name begins something else")
    if advice.card is None:
        raise CoachError("no routine suits today", advice.reason)
    return advice.card.entry.slug


def _resumed(world: World, book: Book, routine: str | None, chosen: Show) -> Start:
    """Return the session that was cut off, as it stood; raises CoachError when it cannot be gone on with."""
    folder = world.folders.data
    short = files.load(folder) if files.abandoned(folder) else None
    kept = cut_off(book, world.now(), [short] if short else [])
    if kept is None:
        raise CoachError("there is no session to go on with", "`facecoach run` starts a new one")
    shelf = library(world)
    if routine and not meant(kept, routine, shelf.find(routine).asked):
        hint = f"`facecoach run {kept.routine} --resume` goes on with it"
        raise CoachError(f"it was `{kept.routine}` that was cut off", hint)
    ready = script(shelf, kept.asked)
    return Start(ready, resumed(kept, ready, chosen.settings.lead_in, keys=world.keys()), kept)


def _admitted(world: World, book: Book, ready: Start, *, anyway: bool) -> Start:
    """Let a session through the gate, with its questions asked; raises CoachError when it may not begin."""
    from facecoach.cli.common import cards
    from facecoach.safety.gate import admit
    from facecoach.safety.standing import recorded
    from facecoach.today import advise

    other = advise(cards(world), book.facts, world.now().hour).card if recorded(book.facts) else None
    passage = admit(ready.script.card, book.facts, other.entry.slug if other else "", anyway=anyway)
    for line in passage.notes:
        note(world, line)
    if passage.questions and not world.keys():
        slug = ready.script.card.entry.slug
        asks = f"`facecoach safety screen {ready.script.card.entry.asked}` asks them, once"
        raise CoachError(f"`{slug}` has questions to ask first", asks)
    if passage.questions:
        screening.answer(world, book, ready.script.card, passage.questions)
    return Start(ready.script, ready.session, ready.kept, passage.caution)


def _rehearsed(world: World, ready: Start, chosen: Show, speed: float) -> Reason:
    with ExitStack() as stack:
        session = _played(world, ready, chosen, lambda _: None, stack, speed)
    note(world, f"{'as asked' if speed == 1 else 'a rehearsal'}; nothing was written down")
    return session.reason


def _practised(world: World, book: Book, ready: Start, chosen: Show) -> Reason:
    """Play a session and write it down; raises CoachError when it could not be, or cannot be."""
    folder = world.folders.data
    journal.prove(folder)
    with files.held(folder):
        _still_open(world, ready.kept)
        with ExitStack() as stack:
            session = _played(world, ready, chosen, lambda now: _keep(world, ready, now), stack)
            after = _written(world, book, ready, session)
    if not chosen.as_json:
        _sum_up(world, book, after, ready, session)
    return session.reason


def _still_open(world: World, kept: Kept) -> None:
    """Raise CoachError when a session to be gone on with was completed meanwhile, in another window."""
    known = open_book(world).merged
    ended = known.rows.get(kept.id, ("",) * 4)[3] or known.kinds["session"].get(kept.id, {}).get("outcome")
    if ended == "completed":
        raise CoachError(f"`{kept.name}` was completed meanwhile", "`facecoach history` shows it")


def _keep(world: World, ready: Start, session: Session) -> None:
    """Keep a running session beside the journal; where that fails, the session itself goes on."""
    with suppress(OSError):
        files.save(world.folders.data, kept_now(ready.kept, session, world.now()))


def _written(world: World, book: Book, ready: Start, session: Session) -> Book | None:
    """Write a session down and return the book with it; None for a partial one too short to write.

    Raises CoachError when the journal cannot be written; what is kept then stays for the next command.
    """
    ended = kept_now(ready.kept, session, world.now())
    if not ended.counts:
        files.clear(world.folders.data)
        return None
    _keep(world, ready, session)
    written = journal.append(world.folders.data, record(ended, world.now(), "run"))
    with suppress(OSError):
        files.clear(world.folders.data)
    return book.added(written)


def _played(  # noqa: PLR0913 - what, how, where to keep it, what to undo, how fast
    world: World, ready: Start, chosen: Show, keep: Callable[[Session], None], stack: ExitStack, speed: float = 1.0
) -> Session:
    """Play a session; the terminal and the voice are as they were once `stack` is closed."""
    voice = _voice(world, chosen)
    keyboard = stack.enter_context(world.keyboard(world.keys()))
    stage = _stage(world, ready, chosen)
    if voice:
        stack.callback(voice.hush)
    stack.callback(_left_quietly, stage)
    stage.enter()
    ports = Ports(world.clock, keyboard, stage, _speaker(world, voice, chosen), keep)
    session = play(ready.session, ports, Manner(voiced=chosen.settings.voice and voice is not None), speed)
    if voice and session.phase == "finished":
        stack.callback(voice.finish)
    return session


def _voice(world: World, chosen: Show) -> Voice | None:
    command = find_voice(world.which)
    if chosen.settings.voice and command is None:
        note(world, "no voice was found on this machine; `espeak-ng` is one that can be installed")
    return Voice(command, world.start) if command else None


def _stage(world: World, ready: Start, chosen: Show) -> Stage:
    from facecoach.cli.staging import stage

    return stage(world, ready.script, ready.caution, chosen.settings, plain=chosen.plain, as_json=chosen.as_json)


def _speaker(world: World, voice: Voice | None, chosen: Show) -> Speaker:
    from facecoach.cli.staging import speaker

    return speaker(world, voice, bell=chosen.settings.sound == "bell", as_json=chosen.as_json)


def _left_quietly(stage: Stage) -> None:
    with suppress(OSError):
        stage.leave()


def _sum_up(world: World, before: Book, after: Book | None, ready: Start, session: Session) -> None:
    """Say what the session came to; where nobody can read it any more, nothing is lost by not saying it."""
    if after is None:
        note(world, "under 10 seconds were worked, so nothing was written down")
        return
    from facecoach.screen.pages.today import summary

    with suppress(OSError):
        show(world, summary(ready.script.card.name, session, before.history, after.history))
