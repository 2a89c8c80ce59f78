"""The streak: a screen to look at every day."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import wrap

from rich.text import Text

from facecoach.anatomy import ZONES
from facecoach.history import History
from facecoach.screen.calendar import INDENT, MARKS, calendar, legend, week_rows, weeks
from facecoach.screen.theme import QUIET, WARM, big, fitted, gauge, plain, zone_colour
from facecoach.suggestion import days, lifetime, returning, standing

MARGIN, GAP = 2, 4
BESIDE, NARROW, WIDE = 41, 64, 92
ROWS = 6
LABEL = 18
GROWTH = ((0.2, "sprouting"), (0.5, "taking root"), (0.8, "growing"), (1.01, "deep-rooted"))
WELCOME = (
    ("Welcome. Nothing to catch up on: this starts when you do", "bold"),
    ("", ""),
    ("  facecoach run quick     three minutes, clean hands, a little oil", ""),
    ("  facecoach list          everything there is", ""),
    ("", ""),
    ("One session to its end makes the day count. From then on this screen", QUIET),
    ("shows your days in a row, your weeks, and where your hands have been.", QUIET),
    ("A missed day erases nothing.", QUIET),
)


def streak_page(history: History, width: int, *, year: bool = False) -> Iterator[Text]:
    """Yield the number large, today in a sentence, the weeks as a calendar, zones, and what is never lost."""
    yield Text()
    if history.state == "none":
        yield from (_indented(Text(line, style=style)) for line, style in WELCOME)
        return
    yield from map(_indented, _hero(history, width))
    yield Text()
    yield from map(_indented, _year(history, width) if year else _quarter(history, width))
    yield Text()
    yield from map(_indented, _kept(history, width))


def _indented(line: Text) -> Text:
    whole = Text.assemble(" " * MARGIN, line)
    whole.rstrip()
    return whole


def _hero(history: History, width: int) -> list[Text]:
    """Return the number beside today and this week, or above them where there is no room beside it."""
    number, caption = _number(history)
    digits = [Text(row, style=f"bold {WARM}") for row in big(str(number))]
    tall = [*digits, Text(caption, style=QUIET)]
    column = max(len(caption), digits[0].cell_len) + GAP
    room = width - MARGIN - column
    if room < BESIDE:
        return [*tall, Text(), *_today(history, width - MARGIN)]
    return [Text.assemble(fitted(one, column), two) for one, two in zip(tall, _today(history, room), strict=True)]


def _today(history: History, room: int) -> list[Text]:
    """Return six lines: today in a sentence of one or two, this week's marks against the goal, the freezes."""
    sentence = [*wrap(standing(history), max(20, room), max_lines=2, placeholder=" …"), ""][:2]
    week, (names, marks) = history.week, week_rows(history)
    goal = f"{week.done} of {week.goal} this week" if week.goal else "a week off"
    run = f"{week.streak} weeks in a row" if week.streak > 1 else ""
    return [
        *(Text(line, style="bold") for line in sentence),
        Text.assemble(names, f"   {goal}"),
        Text.assemble(marks, (f"    {run}", QUIET)),
        Text(),
        _freezes(history),
    ]


def _number(history: History) -> tuple[int, str]:
    """Return what stands large: the run, or after a break all days there ever were."""
    total = history.total
    if returning(history):
        return total.days, "day in all" if total.days == 1 else "days in all"
    if not history.current:
        return total.minutes, "minutes so far"
    return history.current, "day in a row" if history.current == 1 else "days in a row"


def _freezes(history: History) -> Text:
    """Return the freezes held and when the next one comes; nothing when the policy wants none."""
    if not history.freezes and history.next_freeze is None:
        return Text()
    held = f"{_count(history.freezes, 'freeze')} held" if history.freezes else "no freeze held"
    coming = f", the next one after {days(history.next_freeze)}" if history.next_freeze else ""
    return Text("❅ ", style=MARKS["frozen"][1]) + Text(f"{held}{coming}", style=QUIET)


def _quarter(history: History, width: int) -> list[Text]:
    """Return twelve weeks and the zones of the last 14 days, side by side where there is room."""
    cell = 2 if width < WIDE else 3
    left = calendar(history, 12, cell)
    column = INDENT + 12 * cell + 3
    below = [Text(), *legend((state for week in weeks(history, 12) for state in week), width - MARGIN)]
    if width < NARROW:
        return [*left, *below, Text(), *_zones(history, width - MARGIN)]
    right = [*_zones(history, width - MARGIN - column), *[Text()] * ROWS]
    beside = [Text.assemble(fitted(one, column), two) for one, two in zip(left, right, strict=False)]
    return [*beside, *below]


def _year(history: History, width: int) -> list[Text]:
    """Return as many of the last fifty-three weeks as fit."""
    room = width - MARGIN - INDENT
    cell = 2 if room >= 2 * 53 else 1
    count = max(4, min(53, room // cell))
    states = (state for week in weeks(history, count) for state in week)
    return [*calendar(history, count, cell), Text(), *legend(states, width - MARGIN)]


def _zones(history: History, room: int) -> list[Text]:
    """Return the zones worked most in the last 14 days as bars, and below them the one worked least."""
    worked = sorted((-history.zones.get(zone, 0), zone) for zone in ZONES if zone != "face")
    most = -worked[0][0]
    if not most:
        return [Text("No zone worked in the last 14 days", style=QUIET)]
    lines = [Text("Last 14 days", style=QUIET)]
    for seconds, zone in worked[:ROWS]:
        if seconds:
            bar = gauge(-seconds / most, max(4, min(30, room - LABEL - 8)), zone_colour(zone))
            minutes = Text(f"{_minutes(-seconds):>7}", style=QUIET)
            lines.append(Text.assemble(fitted(ZONES[zone].label, LABEL), bar, minutes))
    return [*lines, Text(f"Least lately: {_least(history)}", style=QUIET)]


def _minutes(seconds: float) -> str:
    return f"{seconds / 60:.0f} min" if seconds >= 60 else f"{seconds:.0f} s"


def _least(history: History) -> str:
    """Return the zone that had the least, in words; what no everyday routine reaches is not asked for."""
    asked = [zone for zone in ZONES if zone not in ("face", "inside-mouth", "decolletage", "scalp")]
    zone = min(asked, key=lambda one: history.zones.get(one, 0))
    seconds = history.zones.get(zone, 0)
    return f"{ZONES[zone].label.lower()}, {_minutes(seconds)}" if seconds else ZONES[zone].label.lower()


def _kept(history: History, width: int) -> list[Text]:
    """Return what is never lost, the strength, and the doses of today."""
    total, best = history.total, history.week.best
    weekly = f"best weeks {best} in a row" if best > 1 else ""
    ever = [lifetime(history), weekly] if width < NARROW else [", ".join(filter(None, (lifetime(history), weekly)))]
    word = next(word for below, word in GROWTH if history.strength < below)
    lines = [
        *(Text(line) for line in ever if line),
        Text(f"{_count(total.sessions, 'session')}, {_time(total.minutes)} in your hands", style=QUIET),
        Text.assemble(("Strength  ", QUIET), gauge(history.strength, 20, WARM), f"  {history.strength:.0%}, {word}"),
    ]
    doses = [f"{plain(quota.routine)} {quota.done} of {quota.of}" for quota in history.quota]
    return [*lines, fitted(f"Today: {', '.join(doses)}", width - MARGIN)] if doses else lines


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _time(minutes: int) -> str:
    hours, rest = divmod(minutes, 60)
    return f"{hours} h {rest} min" if hours else _count(minutes, "minute")
