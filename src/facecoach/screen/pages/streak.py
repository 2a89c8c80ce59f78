"""The streak: a screen to look at every day."""

from __future__ import annotations

from collections.abc import Iterator

from facecoach.habit.account import days, first_step, lifetime, present, returning, week
from facecoach.habit.history import History
from facecoach.knowledge.anatomy import ZONES
from facecoach.screen.digits import big
from facecoach.screen.pages.calendar import INDENT, MARKS, calendar, legend, meanings, week_rows, weeks
from facecoach.screen.pages.year import year_lines
from facecoach.screen.spans import QUIET, WARM, Line, bar, padded, plain, worded, wrapped, zone_colour
from facecoach.words import count, span

MARGIN, GAP = 2, 4
BESIDE, NARROW, WIDE = 39, 64, 92
ROWS = 6
LABEL = 18
GROWTH = ((0.2, "sprouting"), (0.5, "taking root"), (0.8, "growing"), (1.01, "deep-rooted"))
WELCOME = (
    "One session to its end makes the day count. From then on this screen shows your days in a row, your weeks, and"
    " where your hands have been. A missed day erases nothing."
)


def streak_page(history: History, width: int, *, year: bool = False) -> Iterator[Line]:
    """Yield the number large, today in a sentence, the weeks as a calendar, zones, and the lifetime totals."""
    yield ()
    room = width - MARGIN
    blocks = [wrapped(((first_step(), "bold"),), room), wrapped(((WELCOME, QUIET),), min(72, room))]
    if history.state != "none":
        middle = year_lines(history, room) if year else _quarter(history, width)
        blocks = [hero(history, width), middle, _kept(history, width)]
    for index, block in enumerate(blocks):
        if index:
            yield ()
        for line in block:
            yield ((" " * MARGIN, ""), *line)


def hero(history: History, width: int) -> list[Line]:
    """Return the number beside today and this week, or above them where there is no room beside it."""
    number, caption = _number(history)
    digits: list[Line] = [((row, f"bold {WARM}"),) for row in big(str(number))]
    tall: list[Line] = [*digits, ((caption, QUIET),)]
    column = max(len(caption), len(digits[0][0][0])) + GAP
    room = width - MARGIN - column
    if room < BESIDE:
        return [*tall, (), *(part for one in _below(history) for part in wrapped(one, width - MARGIN))]
    return [(*padded(one, column), *two) for one, two in zip(tall, _today(history, room), strict=True)]


def _today(history: History, room: int) -> list[Line]:
    """Return six lines: today in a sentence of one or two, this week's marks against the goal, the freezes."""
    sentence = [*(worded(one) for one in wrapped(((present(history), ""),), max(20, room))), ""][:2]
    names, marks = week_rows(history)
    return [
        *(((line, "bold"),) for line in sentence),
        (*names, (f"   {week(history.week)}", "")),
        (*marks, (f"    {_weeks_in_a_row(history)}", QUIET)),
        (),
        _freezes(history),
    ]


def _below(history: History) -> list[Line]:
    """Return today, this week and the freezes, each on a line of its own."""
    told = ", ".join(filter(None, (week(history.week), _weeks_in_a_row(history))))
    lines: list[Line] = [((present(history), "bold"),), *week_rows(history), ((told, ""),), _freezes(history)]
    return [one for one in lines if one]


def _weeks_in_a_row(history: History) -> str:
    return f"{history.week.streak} weeks in a row" if history.week.streak > 1 else ""


def _number(history: History) -> tuple[int, str]:
    """Return what stands large: the run, or after a break all days there ever were."""
    total = history.total
    if returning(history):
        return total.days, "day in all" if total.days == 1 else "days in all"
    if not history.current:
        return total.minutes, "minutes so far"
    return history.current, "day in a row" if history.current == 1 else "days in a row"


def _freezes(history: History) -> Line:
    """Return the freezes held and when the next one comes; nothing when the policy wants none."""
    if not history.freezes and history.next_freeze is None:
        return ()
    held = f"{count(history.freezes, 'freeze')} held" if history.freezes else "no freeze held"
    coming = f", the next after {days(history.next_freeze)}" if history.next_freeze else ""
    return (MARKS["frozen"], (f" {held}{coming}", QUIET))


def _quarter(history: History, width: int) -> list[Line]:
    """Return twelve weeks and the zones of the last 14 days, side by side where there is room."""
    cell = 2 if width < WIDE else 3
    left = calendar(history, 12, cell)
    column = INDENT + 12 * cell + 3
    found = meanings(state for one in weeks(history, 12) for state in one)
    below: list[Line] = [(), *legend(found, width - MARGIN)]
    if width < NARROW:
        return [*left, *below, (), *_zones(history, width - MARGIN)]
    right: list[Line] = [*_zones(history, width - MARGIN - column), *[()] * ROWS]
    return [*((*padded(one, column), *two) for one, two in zip(left, right, strict=False)), *below]


def _zones(history: History, room: int) -> list[Line]:
    """Return the zones worked most in the last 14 days as bars, and below them the one worked least."""
    worked = sorted((-history.zones.get(zone, 0), zone) for zone in ZONES if zone != "face")
    most = -worked[0][0]
    if not most:
        return [(("No zone worked in the last 14 days", QUIET),)]
    told = [(zone, -seconds, span(-seconds)) for seconds, zone in worked[:ROWS] if seconds]
    column = max(len(length) for *_, length in told) + 1
    wide = max(4, min(30, room - LABEL - column))
    lines: list[Line] = [(("Last 14 days", QUIET),)]
    for zone, seconds, length in told:
        drawn = bar(seconds / most, wide, zone_colour(zone))
        lines.append(((f"{ZONES[zone].label:{LABEL}}", ""), *drawn, (f"{length:>{column}}", QUIET)))
    return [*lines, ((f"Least lately: {_least(history)}", QUIET),)]


def _least(history: History) -> str:
    """Return the zone that had the least, in words; what no everyday routine reaches is not asked for."""
    asked = [zone for zone in ZONES if zone not in ("face", "inside-mouth", "decolletage", "scalp")]
    zone = min(asked, key=lambda one: history.zones.get(one, 0))
    seconds = history.zones.get(zone, 0)
    return f"{ZONES[zone].label.lower()}, {span(seconds)}" if seconds else ZONES[zone].label.lower()


def _ever(history: History) -> list[str]:
    """Return what no break takes away, but for what stands large already."""
    days_ever = f"best run {days(history.best)}" if returning(history) else lifetime(history)
    weeks_ever = f"best weeks {history.week.best} in a row" if history.week.best > 1 else ""
    first, *rest = filter(None, (days_ever, weeks_ever))
    return [first[:1].upper() + first[1:], *rest]


def _kept(history: History, width: int) -> list[Line]:
    """Return the lifetime totals, the strength, and the doses of today."""
    total = history.total
    ever = _ever(history)
    word = next(word for below, word in GROWTH if history.strength < below)
    lines: list[Line] = [
        *(((line, ""),) for line in (ever if width < NARROW else [", ".join(ever)])),
        ((f"{count(total.sessions, 'session')}, {span(total.minutes * 60)} in your hands", QUIET),),
        (("Strength  ", QUIET), *bar(history.strength, 20, WARM), (f"  {history.strength:.0%}, {word}", "")),
    ]
    doses = ", ".join(f"{plain(quota.routine)} {quota.done} of {quota.of}" for quota in history.quota)
    return [*lines, ((f"Today: {doses}"[: width - MARGIN], ""),)] if doses else lines
