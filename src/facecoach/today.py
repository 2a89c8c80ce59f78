"""What today asks: one decision, which every screen and `run` without a name share."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from facecoach.safety.standing import Standing, allows, recorded
from facecoach.words import spoken

if TYPE_CHECKING:
    from facecoach.habit.facts import Facts
    from facecoach.routine.shelf import Card
    from facecoach.session.ending import Kept

Kind = Literal["rest", "resume", "quota", "hour"]

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


def advise(cards: Iterable[Card], facts: Facts, hour: int, cut_off: Kept | None = None) -> Advice:
    """Return what suits an hour (0 to 23): rest, a session to go on with, a dose begun, or a routine for the hour."""
    standing = recorded(facts)
    if resting := [one for one in standing if one.condition and one.condition.whole]:
        return Advice("rest", reason=_rest(resting))
    ready = allowed(cards, facts)
    if cut_off and (card := next((one for one in ready if one.entry.slug == cut_off.routine), None)):
        return Advice("resume", card, f"{card.name} was cut off and can go on:")
    if begun := [card for card in ready if 0 < facts.routines[card.entry.slug] < card.daily]:
        return Advice("quota", begun[0], f"{facts.routines[begun[0].entry.slug]} of {begun[0].daily} today; next:")
    if card := _for_hour(ready, hour, calm=bool(standing)):
        return Advice("hour", card)
    return Advice("rest", reason=_rest(standing))


def allowed(cards: Iterable[Card], facts: Facts) -> list[Card]:
    """Return the routines that may be begun at once: not ruled out, and nothing left to ask."""
    from facecoach.safety.gate import answered, refused

    standing = recorded(facts)
    open_ones = [card for card in cards if allows(card, standing) and not refused(card)]
    return [card for card in open_ones if not card.asks or answered(card, facts)]


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
