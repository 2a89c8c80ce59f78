"""Today in a terminal: the face with the zones of one routine lit, how the days stand, and what Enter starts."""

from __future__ import annotations

from dataclasses import dataclass

from facecoach.habit.history import History
from facecoach.screen.pages.column import column
from facecoach.screen.picture import Hung, breadth, picture_lines
from facecoach.screen.spans import QUIET, Line, beside, cut, line, spread, width
from facecoach.screen.tiles import shaded
from facecoach.today import Choice, time_of_day

WIDEST, TALLEST = 110, 30  # cells and rows beyond which a page that stays in the scrollback does not grow
FACE, LARGEST = 12, 22  # rows of the smallest face and of the largest one, which is twice as wide
WORDS, LETTERS = 34, 48  # cells that stand beside the smallest face, and beside any other
GAP, MARGIN = 2, 1
SMALL = 6  # rows up to which there are words and keys alone
FRAMING = 3  # rows of the head, the bar and the keys
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Offer:
    """One routine offered: which of how many, at which hour (0 to 23), and its pictures as far as they are drawn.

    `over` is whether no key is heard for it any more; `draws` is whether there is to be a face; `bar` has the zone and
    the seconds of each move.
    """

    history: History
    choice: Choice
    hour: int
    number: int
    count: int
    over: bool
    draws: bool
    colour: bool
    face: Hung
    bar: tuple[tuple[str, float], ...]


def face_size(columns: int, rows: int) -> tuple[int, int]:
    """Return the columns and rows of the face on a screen; (0, 0) where it has no room."""
    wide, high = _size(columns, rows)
    if wide < 2 * FACE + WORDS or high - FRAMING < FACE:
        return 0, 0
    tall = max(FACE, min(high - FRAMING, (wide - LETTERS) // 2, LARGEST))
    return 2 * tall, tall


def offer_lines(offer: Offer, columns: int, rows: int) -> list[Line]:
    """Return the page for a screen of a size: a row less than it has at most, and never wider."""
    wide, high = _size(columns, rows)
    across, tall = face_size(columns, rows) if offer.draws else (0, 0)
    if high <= SMALL:
        return [cut(one, wide) for one in [*column(offer, wide, high - 1), _keys(offer, wide)]]
    left = across + GAP if across else MARGIN
    body = column(offer, wide - left - MARGIN, max(1, high - FRAMING))
    if not across:
        body = [((" " * MARGIN, ""), *one) for one in body]
    if across:
        picture = [*picture_lines(offer.face, 0)] if breadth(offer.face) else []
        body = [*beside([*picture, *[()] * (max(tall, len(body)) - len(picture))], body, left)]
    found = [_head(offer, wide), *body, shaded(offer.bar, wide), _keys(offer, wide)]
    return [cut(one, wide) for one in found[-high:]]


def _size(columns: int, rows: int) -> tuple[int, int]:
    return min(columns, WIDEST), max(1, min(rows, TALLEST) - 1)


def _head(offer: Offer, wide: int) -> Line:
    day = offer.history.today
    name, whole, short = line((" facecoach", "bold")), WEEKDAYS[day.weekday()], 3
    for weekday, month in ((whole, MONTHS[day.month - 1]), (whole[:short], MONTHS[day.month - 1][:short])):
        told = line((f"{weekday} {day.day} {month} · {time_of_day(offer.hour)} ", QUIET))
        if width(name) + width(told) < wide:
            return spread(name, told, wide)
    return name


def _keys(offer: Offer, wide: int) -> Line:
    """Return what the keys do, or once they do nothing any more the command that does it."""
    if offer.over:
        return line(" ", (offer.choice.command, "bold"), (" starts it", QUIET))
    another = (("↑ ↓", "bold"), (" another routine   ", QUIET)) if offer.count > 1 else ()
    first = line((" Enter", "bold"), (" starts   ", QUIET))
    last = line(("any other key", "bold"), (" leaves", QUIET))
    return next((told for told in ((*first, *another, *last), (*first, *last)) if width(told) <= wide), first)
