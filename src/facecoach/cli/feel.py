"""`feel`: how tight before and after, over the weeks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facecoach.cli.common import open_book, say_json, say_table, screen, show
from facecoach.errors import UsageError

if TYPE_CHECKING:
    from facecoach.cli.options import AsCsv, AsJson
    from facecoach.world import World

HEADER = ("week", "from", "days", "sessions", "before", "after", "difference", "change")


def feel(world: World, as_csv: AsCsv = False, as_json: AsJson = False) -> None:
    """Show how tight it felt before and after, over the weeks.

    Medians of each week beside the days practised. `run --feel` and `log --feel` ask and note it.
    """
    if as_csv and as_json:
        raise UsageError("`--csv` and `--json` exclude each other")
    from facecoach.habit.feeling import CAUSE, weeks

    found = weeks(open_book(world))
    if as_json:
        say_json(world, {"weeks": [week.as_json() for week in found], "note": CAUSE})
    elif as_csv:
        say_table(world, HEADER, [week.as_json() for week in found])
    else:
        from facecoach.screen.pages.feel import feel_lines

        show(world, feel_lines(found, screen(world).columns))
