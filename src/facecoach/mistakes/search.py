"""Which mistake it is: every mend that comes into question is tried, and one that lets the reading go on was right."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from facecoach.mistakes import brackets, layout, signs, texts
from facecoach.mistakes.fields import head
from facecoach.mistakes.mistake import Mistake

Place = tuple[int, int]
Stops = Callable[[Sequence[str]], Place | None]
Rule = Callable[[Sequence[str], int], Iterable[Mistake]]

LONGEST = 100_000  # characters of a file that is looked into
LONGEST_LINE = 2_000  # characters of a line that is looked into
MOST_READ = 250_000  # characters that all trials together read
MOST_MISTAKES = 12
MOST_GUESSED = 4  # mistakes that are only likely: beyond that the file is of another kind
REACH = 400  # rows above the stop in which its cause is looked for

SURE: tuple[Rule, ...] = (
    layout.same_line, signs.odd_spaces, signs.tabs, signs.dashes, signs.spaces, brackets.braceless, texts.unreadable,
    texts.wrapped, brackets.trailing, brackets.brackets,
)  # fmt: skip
LIKELY: tuple[Rule, ...] = (
    signs.colons, layout.undashed, layout.continued, layout.first_column, layout.columns,
)  # fmt: skip

Step = tuple[Mistake, tuple[str, ...], Place | None]


class Found(NamedTuple):
    """The mistakes of a file, and its lines without them; `place` is where it still cannot be read, if so."""

    mistakes: tuple[Mistake, ...]
    lines: tuple[str, ...]
    place: Place | None


def searched(lines: Sequence[str], place: Place, stops: Stops) -> Found:
    """Return the mistakes that keep a file from being read beyond a place; `stops` says where reading lines stops."""
    search = _Search(tuple(lines), stops)
    return search.found(place)


def column_before(old: str, new: str, column: int) -> int:
    """Return where in a line stood what stands at a column of it once it is mended."""
    if old.lstrip() == new.lstrip():
        return max(0, column + len(old) - len(new))
    shortest = min(len(old), len(new))
    same = next((at for at in range(shortest) if old[at] != new[at]), shortest)
    tail = next((at for at in range(shortest - same) if old[-1 - at] != new[-1 - at]), shortest - same)
    if len(new) - column <= tail:
        return column + len(old) - len(new)
    return min(column, max(same, len(old) - tail))


class _Search:
    def __init__(self, lines: tuple[str, ...], stops: Stops) -> None:
        self.lines = lines
        self.stops = stops
        self.size = sum(len(line) + 1 for line in lines)
        self.left = MOST_READ if self.size <= LONGEST else 0
        self.guesses = MOST_GUESSED

    def found(self, place: Place | None) -> Found:
        mistakes: list[Mistake] = []
        while place is not None and len(mistakes) < MOST_MISTAKES and (step := self.step(place)):
            mistake, lines, place = step
            mistakes.append(mistake)
            if not mistake.mends:
                break
            self.lines = lines
        return Found(tuple(mistakes), self.lines, place)

    def step(self, place: Place) -> Step | None:
        """Return a mistake whose mend lets reading go on, with the mended lines and where it stops next."""
        above = range(min(place[0], len(self.lines) - 1), max(-1, place[0] - REACH), -1)
        rows = [row for row in above if 0 < len(self.lines[row]) <= LONGEST_LINE]
        for row in rows:
            if step := self.furthest((one for rule in SURE for one in rule(self.lines, row)), place):
                return step
        near = [row for row in rows if self.lines[row].strip()][: 2 if self.guesses else 0]
        for rule in LIKELY:
            if step := self.furthest((one for row in near for one in rule(self.lines, row)), place):
                self.guesses -= 1
                return step
        return None

    def furthest(self, candidates: Iterable[Mistake], place: Place) -> Step | None:
        """Return the first candidate whose mend lets all be read, or else the one that gets beyond a place by most."""
        best, reached = None, place
        for mistake in candidates if self.left > 0 else ():
            if not mistake.mends:
                if mistake.row == place[0]:
                    return best or (mistake, self.lines, place)
                continue
            lines = tuple(mistake.mends.get(row, line) for row, line in enumerate(self.lines))
            stop = self.tried(lines)
            if stop is None:
                return mistake, lines, None
            before = self.before(lines, stop)
            if before > (min(reached, self.below(mistake.row)) if mistake.swallows else reached):
                best, reached = (mistake, lines, stop), before
        return best

    def below(self, row: int) -> Place:
        """Return the end of the next line where that is a field or an entry, or else that of the file."""
        after = next((at for at in range(row + 1, len(self.lines)) if self.lines[at].strip()), row)
        start, key, _ = head(self.lines[after])
        return (after, len(self.lines[after])) if key or "-" in self.lines[after][:start] else (len(self.lines), 0)

    def before(self, lines: Sequence[str], stop: Place) -> Place:
        """Return where a stop in mended lines stands in the lines as they are."""
        row, column = stop
        return (row, column_before(self.lines[row], lines[row], column)) if row < len(lines) else stop

    def tried(self, lines: tuple[str, ...]) -> Place | None:
        """Return where the reading of lines stops; at once when enough has been read."""
        self.left -= self.size
        return self.stops(lines) if self.left >= 0 else (0, 0)
