"""What today asks: one decision, which every screen and `run` without a name share."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from facecoach.safety.standing import Standing, blocks, recorded
from facecoach.words import count, spoken

if TYPE_CHECKING:
    from facecoach.habit.facts import Facts
    from facecoach.habit.plans import Course
    from facecoach.routine.shelf import Card
    from facecoach.session.ending import Kept

Kind = Literal["rest", "resume", "plan", "quota", "hour"]

TIMES = ((4, "night"), (11, "morning"), (17, "midday"), (22, "evening"), (24, "night"))  # each until its hour
HOURLY = {"morning": "morning", "midday": "desk", "evening": "evening", "night": "wind-down"}
GENTLE = ("feather", "desk", "clench-check")  # for those whom a condition rules the usual out


@dataclass(frozen=True, slots=True)
class Advice:
    """What suits now: a routine, or none where rest does; `reason` is said where it is not the hour alone."""

    kind: Kind
    card: Card | None = None
    reason: str = ""

    @property
    def command(self) -> str:
        """The command that follows the advice."""
        return Choice(self.card, resumes=self.kind == "resume").command if self.card else ""


@dataclass(frozen=True, slots=True)
class Choice:
    """A routine that may be begun now, and why it is offered; `resumes` where it is one that was cut off."""

    card: Card
    reason: str = ""
    resumes: bool = False

    @property
    def command(self) -> str:
        """The command that begins it."""
        return "facecoach run --resume" if self.resumes else f"facecoach run {self.card.entry.slug}"


def advise(
    cards: Iterable[Card], facts: Facts, hour: int, cut_off: Kept | None = None, course: Course | None = None
) -> Advice:
    """Return what suits an hour (0 to 23): rest, a session to go on with, what a plan asks, a dose begun, or the hour.

    The first of these that there is; never a routine that `run` would refuse.
    """
    standing = recorded(facts)
    if resting := [one for one in standing if one.condition and one.condition.whole]:
        return Advice("rest", reason=_rest(resting))
    ready = allowed(cards, facts)
    if cut_off and (card := next((one for one in ready if one.entry.slug == cut_off.routine), None)):
        return Advice("resume", card, f"{card.name} was cut off and can go on:")
    asking = ", seven days on: `facecoach plan` asks how to go on" if course and course.state == "ask" else ""
    if course and (card := next((one for slug in course.due for one in ready if one.entry.slug == slug), None)):
        return Advice("plan", card, f"Plan {course.plan}: {place(course)}{asking}; next:")
    if begun := [card for card in ready if 0 < facts.routines[card.entry.slug] < card.daily]:
        return Advice("quota", begun[0], f"{facts.routines[begun[0].entry.slug]} of {begun[0].daily} today; next:")
    if card := _for_hour(ready, hour, calm=bool(standing)):
        return Advice("hour", card, _beyond(course))
    return Advice("rest", reason=_rest(standing))


def allowed(cards: Iterable[Card], facts: Facts) -> list[Card]:
    """Return the routines that may be begun at once: not ruled out, and nothing left to ask."""
    return [card for card in cards if not kept_out(card, facts)]


def kept_out(card: Card, facts: Facts) -> str:
    """Return why a routine may not be begun at once, in words; empty where it may."""
    from facecoach.safety.gate import answered, refused

    slug = card.entry.slug
    if found := blocks(card, recorded(facts)):
        return f"`{slug}` is ruled out by {spoken(found[0].standing.name)} {found[0].standing.span}"
    if refused(card):
        return f"`{slug}` can injure as it is written; `facecoach check {slug}` says where"
    if card.asks and not answered(card, facts):
        return f"`{slug}` has questions to ask first: `facecoach safety screen {slug}`"
    return ""


def resting(facts: Facts, avoid_if: Sequence[str]) -> str:
    """Return why nothing of a plan may be done that is not for these conditions; empty where it may."""
    standing = recorded(facts)
    if whole := [one for one in standing if one.condition and one.condition.whole]:
        return _rest(whole)
    against = [
        one for one in standing if one.name in avoid_if or (one.condition and one.condition.counts_as in avoid_if)
    ]
    return f"it is not for {', '.join(f'{spoken(one.name)} ({one.span})' for one in against)}" if against else ""


def place(course: Course) -> str:
    """Return in a few words where a plan stands: its week and its days."""
    if course.state == "finished":
        return "every week is met"
    return f"week {course.now} of {len(course.stages)}, {course.done} of {count(course.stage.days, 'day')}"


def ahead(course: Course) -> str:
    """Return in a sentence which plan it is, where it stands and what it asks today."""
    return f"Plan {course.plan}: {stands(course)}"


def stands(course: Course) -> str:
    """Return in a sentence where a plan stands and what it asks today."""
    left = ", then ".join(f"`facecoach run {slug}`" for slug in course.due)
    if course.state == "ask":
        asks = f"seven days have passed: `facecoach plan go {course.now}` begins it again"
        onward = f", `facecoach plan go {course.now + 1}` goes on" if course.now < len(course.stages) else ""
        return f"{place(course)}; {asks}{onward}, and carrying on is fine too"
    said = {
        "done": "today is done", "paused": "paused", "finished": "well kept", "rest": f"nothing is due: {course.rest}",
    }  # fmt: skip
    return f"{place(course)}; {said.get(course.state, f'left for today: {left}')}"


def _beyond(course: Course | None) -> str:
    """Return where a plan stands that asks nothing more today, before what is suggested all the same."""
    if not course or course.state not in ("done", "rest", "paused"):
        return ""
    return f"{ahead(course)}. {'Once more is welcome' if course.state == 'done' else 'Now would suit'}:"


def choices(advice: Advice, cards: Iterable[Card], facts: Facts, hour: int) -> tuple[Choice, ...]:
    """Return what may be begun now: what suits, then all else, that for this time of day and one's own first.

    Nothing where rest suits.
    """
    if advice.card is None:
        return ()
    now, times = time_of_day(hour), [word for _, word in TIMES]
    place = {word: times.index(word) for word in times} | {now: -1}
    ready = [card for card in allowed(cards, facts) if card is not advice.card or advice.kind == "resume"]
    ready.sort(key=lambda card: (place.get(card.when, len(times)), card.entry.origin != "user"))
    return (Choice(advice.card, advice.reason, advice.kind == "resume"), *map(Choice, ready))


def time_of_day(hour: int) -> str:
    """Return the time of day of an hour (0 to 23): night, morning, midday or evening."""
    return next(word for end, word in TIMES if hour < end)


def _for_hour(ready: Sequence[Card], hour: int, *, calm: bool) -> Card | None:
    """Return one's own routine for this time of day, the bundled one, or if `calm` a gentle one; failing that any."""
    now = time_of_day(hour)
    own = [card for card in ready if card.entry.origin == "user" and card.when == now]
    usual = [card for card in ready if card.entry.slug == HOURLY[now]]
    others = [card for card in ready if card.when == now]
    gentle = [card for slug in GENTLE for card in ready if calm and card.entry.slug == slug]
    return next(iter((*own, *usual, *gentle, *others, *ready)), None)


def _rest(standing: Sequence[Standing]) -> str:
    if not standing:
        return "There is no routine to suggest; `facecoach list` shows what there is"
    why = ", ".join(f"{spoken(one.name)} {one.span}" for one in standing)
    if any(one.condition and one.condition.kind == "stop" for one in standing):
        return f"Rest, and have it seen by someone today: {why}"
    return f"Rest suits today best: {why}"
