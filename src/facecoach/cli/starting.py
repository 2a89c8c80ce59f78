"""How a session comes to begin: anew or where one was cut off, once conditions are checked and questions answered."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from facecoach.cli import screening
from facecoach.cli.common import cards, library, note, stamp
from facecoach.cli.course import course_of
from facecoach.cli.today import advised
from facecoach.errors import CoachError, UsageError
from facecoach.knowledge.conditions import CONDITIONS
from facecoach.safety.gate import admit
from facecoach.safety.standing import recorded
from facecoach.session import kept as files
from facecoach.session.ending import Kept, cut_off, first_kept, meant, resumed
from facecoach.session.script import script
from facecoach.session.state import Session, begin
from facecoach.session.timeline import Script
from facecoach.today import advise
from facecoach.words import spoken

if TYPE_CHECKING:
    from facecoach.habit.book import Book
    from facecoach.habit.plans import Course
    from facecoach.routine.shelf import Card
    from facecoach.world import World


@dataclass(frozen=True, slots=True)
class Ready:
    """A session about to begin: its routine, where it stands, what is kept of it, and what to mind.

    `caution` is said in the lead-in; `cautions` are read before it, the first time.
    """

    script: Script
    session: Session
    kept: Kept
    caution: str = ""
    cautions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Pace:
    """Seconds before a session, and before each step but the first: None for what its routine says."""

    lead_in: int
    change: int | None = None

    def of(self, script: Script) -> Script:
        """Return a script at this pace."""
        return replace(script, line=script.line.paced(self.change))


def fresh(world: World, book: Book, routine: str | None, pace: Pace, step: int) -> Ready:
    """Return a session that begins at a step; raises CoachError when there is none to begin."""
    course = course_of(world, book)
    ready = pace.of(script(library(world), routine or _suggested(world, book, course)))
    if step > len(ready.line.steps):
        has = f"`{ready.card.entry.slug}` has steps 1 to {len(ready.line.steps)}"
        raise UsageError(f"`--from {step}` is beyond the last step", has)
    session = begin(ready.line, pace.lead_in, step, keys=world.keys())
    kept = first_kept(ready, stamp(world, book))
    due = course is not None and kept.routine in course.due
    return Ready(ready, session, replace(kept, plan=course.plan) if course and due else kept)


def _suggested(world: World, book: Book, course: Course | None) -> str:
    advice = advised(world, book, course)
    if advice.kind == "resume":
        raise CoachError(advice.reason.rstrip(":"), "`facecoach run --resume` goes on; a name begins something else")
    if advice.card is None:
        raise CoachError("no routine suits today", advice.reason)
    return advice.card.entry.slug


def gone_on(world: World, book: Book, routine: str | None, pace: Pace) -> Ready:
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
    ready = pace.of(script(shelf, kept.asked))
    return Ready(ready, resumed(kept, ready, pace.lead_in, keys=world.keys()), kept)


def admitted(world: World, book: Book, ready: Ready, *, anyway: bool) -> Ready:
    """Check conditions, ask a routine's questions and add its caution; raises CoachError when it may not begin."""
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
    card = ready.script.card
    unread = passage.caution and not card.asks and card.entry.slug not in _practised(book)
    return replace(ready, caution=passage.caution, cautions=_sentences(card) if unread else ())


def _practised(book: Book) -> set[str]:
    """Return the routines of which the journal knows a session."""
    read = {str(one.get("routine")) for one in book.merged.kinds["session"].values()}
    return read | {row[2] for row in book.merged.rows.values()}


def _sentences(card: Card) -> tuple[str, ...]:
    """Return the conditions that a routine lists, in plain words."""
    known = [(name, CONDITIONS.get(name)) for name in card.avoid_if]
    return tuple(condition.sentence if condition else spoken(name) for name, condition in known)
