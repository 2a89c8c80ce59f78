"""How tight it felt before and after, week by week, as a picture that needs no colour."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from facecoach.habit.feeling import CAUSE, TIGHTEST, FeltWeek
from facecoach.screen.spans import QUIET, WARM, Line, fitted, line, wrapped

MOST_WEEKS = 12
BEFORE, AFTER, BOTH = "○", "●", "◉"
WIDE, NARROW = 80, 60
MISSING = "–"  # noqa: RUF001 - a dash is meant
EMPTY = (
    ("Nothing here yet: how tight does it feel, before and after?", "bold"),
    ("", ""),
    ("  facecoach run --feel    asks for one key before and one after", ""),
    ("", ""),
    ("0 is not at all, 9 as tight as can be; Enter skips. It touches no streak.", QUIET),
)


def feel_lines(weeks: Sequence[FeltWeek], columns: int) -> Iterator[Line]:
    """Yield the last weeks, each with its days, both medians as marks on a scale and as numbers, and what they mean."""
    if not weeks:
        yield from (line(part) for part in EMPTY)
        return
    yield line(("How tight it felt", "bold"), ("   0 not at all, 9 very; medians of a week", QUIET))
    yield ()
    cell = 4 if columns >= WIDE else 2
    if columns >= NARROW:
        scale = "".join(f"{number:<{cell}}" for number in range(TIGHTEST + 1)).rstrip()
        yield line((f"{'week of':10}  days  {scale}  before after", QUIET))
    for week in weeks[-MOST_WEEKS:]:
        yield fitted(_row(week, cell if columns >= NARROW else 0), columns - 1)
    yield ()
    yield line(
        (BEFORE, WARM), (" before   ", QUIET), (AFTER, WARM), (" after   ", QUIET), (BOTH, WARM), (" both", QUIET)
    )
    if len(weeks) > MOST_WEEKS:
        yield line((f"{len(weeks) - MOST_WEEKS} weeks before these; `facecoach feel --csv` has them all", QUIET))
    yield from wrapped(line(CAUSE), columns - 1)


def _row(week: FeltWeek, cell: int) -> Line:
    days = f"{week.days or '·'!s:>4}"
    numbers = f"{_written(week.before):>6} {_written(week.after):>5}"
    scale = (*_marks(week, cell), ("  ", "")) if cell else ()
    monday = (week.monday.isoformat(), "bold" if week.sessions else QUIET)
    return monday, (f"  {days}  ", ""), *scale, (numbers, ""), (f"  {_said(week)}", QUIET)


def _marks(week: FeltWeek, cell: int) -> Line:
    """Return the scale as dots with a mark at each median."""
    cells = [("·", QUIET) if at % cell == 0 else (" ", "") for at in range(TIGHTEST * cell + 1)]
    places = {
        name: round(value * cell) for name, value in ((BEFORE, week.before), (AFTER, week.after)) if value is not None
    }
    for name, at in places.items():
        cells[at] = (BOTH if len(places) == 2 and len(set(places.values())) == 1 else name, WARM)
    return tuple(cells)


def _written(median: float | None) -> str:
    return MISSING if median is None else f"{median:g}"


def _said(week: FeltWeek) -> str:
    """Return the difference in words: none under 1, nothing where one of the medians is missing."""
    if week.change in (None, "none") or week.difference is None:
        return "none" if week.change else ""
    return f"{abs(week.difference):g} {week.change}"
