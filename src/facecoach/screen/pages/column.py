"""What stands beside the face: the days in a row, the week, and what Enter starts, as large as there is room for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from facecoach.habit.account import anew, days, returning, week
from facecoach.habit.history import History
from facecoach.knowledge.anatomy import ZONES
from facecoach.screen.digits import big
from facecoach.screen.lettering import broken, chip, columns, lettered
from facecoach.screen.pages.calendar import week_rows
from facecoach.screen.picture import cell_spans
from facecoach.screen.spans import QUIET, WARM, Line, Span, cut, line, padded, width, wrapped, zone_colour
from facecoach.screen.tiles import DARK
from facecoach.words import span as lasting

if TYPE_CHECKING:
    from facecoach.routine.shelf import Card
    from facecoach.screen.pages.offer import Offer

LINES = 2  # lines of a name in large letters, and of zones
_STATES = {
    "done": "in a row, today is done",
    "pending": "in a row, today still open",
    "rest": "in a row, a rest day",
    "paused": "in a row, planned time off",
}


@dataclass(frozen=True, slots=True)
class Form:
    """What is drawn large, the number, the routine's name and the key, and whether there are gaps between them."""

    number: bool = False
    gaps: bool = False
    title: bool = False
    enter: bool = False


FORMS = (
    Form(number=True, gaps=True, title=True, enter=True),
    Form(number=True, gaps=True, title=True),
    Form(number=True, gaps=True, enter=True),
    Form(number=True, gaps=True),
    Form(number=True),
    Form(gaps=True),
    Form(),
)


def column(offer: Offer, room: int, height: int) -> list[Line]:
    """Return at most `height` lines of `room` cells: the first form that fits, or the least there is to say."""
    forms = (_column(offer, room, form) for form in FORMS)
    found = next((lines for lines in forms if len(lines) <= height), None) or _least(offer, room)[:height]
    return [cut(one, room) for one in found]


def _least(offer: Offer, room: int) -> list[Line]:
    card = offer.choice.card
    named = line(f"{lasting(card.seconds)}  ", (card.name, f"bold {_colour(card)}"))
    return [*wrapped(named, room), *_stand(offer.history, room, large=False)]


def _column(offer: Offer, room: int, form: Form) -> list[Line]:
    history, card = offer.history, offer.choice.card
    quotas = [line((f"{one.routine}: {one.done} of {one.of} today", QUIET)) for one in history.quota]
    lead = wrapped(line((_lead(offer), f"bold {QUIET}")), room)
    title = [*([] if form.gaps else [()]), *lead, *_title(card, room, large=form.title)]
    blocks = [
        _stand(history, room, large=form.number), [*_week(history), *quotas], title,
        _what(card, room), _enter(offer, large=form.enter),
    ]  # fmt: skip
    between: list[Line] = [()] if form.gaps else []
    return [one for number, block in enumerate(filter(None, blocks)) for one in (*(between if number else ()), *block)]


def _stand(history: History, room: int, *, large: bool) -> list[Line]:
    """Return the number that stands for the days, and what it counts."""
    if history.state == "none":
        about = line(("One session to its end makes the day count", QUIET))
        return [*wrapped(line(("Nothing here yet: the first session starts it", "bold")), room), *wrapped(about, room)]
    number, noun, tail = _number(history)
    if not large:
        return wrapped(line((f"{number} {noun} {tail}", f"bold {WARM}")), room)
    digits = big(str(number))
    beside = _counted(noun, tail, room - len(digits[0]) - 2)
    return [(*line((f"{row}  ", f"bold {WARM}")), *told) for row, told in zip(digits, beside, strict=True)]


def _number(history: History) -> tuple[int, str, str]:
    """Return the run with its noun and how today stands; after a break all days there ever were."""
    total = history.total
    if returning(history):
        return total.days, days(total.days).split()[1], f"in all; {anew(history)}"
    if not history.current:
        return total.minutes, "minutes", "so far"
    return history.current, days(history.current).split()[1], _STATES[history.state]


def _counted(noun: str, tail: str, room: int) -> list[Line]:
    """Return five lines beside the digits, ending at the last: the noun in letters where it fits."""
    letters: list[Line] = [((row, f"bold {WARM}"),) for row in lettered(noun, 3) or ()]
    if max(columns(noun, 3), len(tail)) <= room:
        return [(), *letters, line((tail, QUIET))]
    told = wrapped(line((noun, f"bold {WARM}"), (f" {tail}", QUIET)), max(8, room))[:5]
    return [*[()] * (5 - len(told)), *told]


def _week(history: History) -> list[Line]:
    """Return this week's days and marks beside how many of them are done; nothing before the first session."""
    if history.state == "none":
        return []
    names, marks = week_rows(history)
    done, this, rest = week(history.week).partition(" this week")
    return [(*names, (f"   {done}", "bold")), (*padded(marks, width(names)), (f"   {(this + rest).strip()}", QUIET))]


def _lead(offer: Offer) -> str:
    if offer.number > 1:
        return f"Or this, {offer.number} of {offer.count}"
    if offer.choice.reason:
        return offer.choice.reason.rstrip(":")
    return "Once more is welcome" if offer.history.state == "done" else "Now would suit"


def _title(card: Card, room: int, *, large: bool) -> list[Line]:
    """Return a routine's name in its main zone's colour; in letters without what stands in brackets."""
    style = f"bold {_colour(card)}"
    lines = broken(card.name.partition(" (")[0], room, LINES) if large else []
    return [((row, style),) for one in lines for row in lettered(one, 3) or ()] or wrapped(
        line((card.name, style)), room
    )


def _colour(card: Card) -> str:
    return zone_colour(next(iter(_zones(card)), "face"))


def _what(card: Card, room: int) -> list[Line]:
    """Return how long a routine lasts and where it works, as much of it as two lines hold."""
    zones = [(ZONES[zone].label.lower(), zone_colour(zone)) for zone in _zones(card)]
    for kept in range(len(zones), 0, -1):
        more = f" and {len(zones) - kept} more" if kept < len(zones) else ""
        told = line(lasting(card.seconds), (" · ", QUIET), *_listed(zones[:kept]), (more, QUIET))
        if len(found := wrapped(told, room)) <= LINES:
            return found
    return [line(lasting(card.seconds))]


def _listed(words: Iterable[Span]) -> Iterator[Span]:
    for number, word in enumerate(words):
        yield from (((", ", QUIET), word) if number else (word,))


def _zones(card: Card) -> list[str]:
    return [zone for zone in card.zones if zone in ZONES and zone != "face"]


def _enter(offer: Offer, *, large: bool) -> list[Line]:
    """Return the key that starts it, large or in a word; as much room without it once no key is heard."""
    if offer.over:
        return [()] * (4 if large and offer.colour else 3 if large else 1)
    if not large:
        return [line((" Enter ", f"bold {DARK} on {WARM}" if offer.colour else "bold reverse"), ("  starts", WARM))]
    rows: list[Line] = [((row, "bold"),) for row in lettered("Enter", 3) or ()]
    if offer.colour:
        rows = [cell_spans(row) for row in chip("Enter", (14, 17, 24), (240, 180, 41))]
    return [(*row, ("   starts", f"bold {WARM}")) if number == 1 else row for number, row in enumerate(rows)]
