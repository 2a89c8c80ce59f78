"""`import` and `export --habits`: sessions from elsewhere, and the days practised for elsewhere."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from facecoach.cli.common import Change, cards, change, library, open_book, say, say_json, show
from facecoach.errors import CoachError, UsageError
from facecoach.habit.account import effect
from facecoach.habit.intake import Fresh, Taken, fresh, left_out, mapped
from facecoach.words import count, folded, guess

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from facecoach.cli.options import AsJson, DryRun, ImportFile, IntoRoutine, OfHabit
    from facecoach.habit.book import Book
    from facecoach.habit.records import Record
    from facecoach.world import World


def import_file(  # noqa: PLR0913 - each parameter is an option of the command line
    world: World,
    file: ImportFile,
    routine: IntoRoutine = None,
    habit: OfHabit = None,
    dry_run: DryRun = False,
    as_json: AsJson = False,
) -> None:
    """Take in sessions from Loop Habit Tracker or from a table of one's own.

    Of Loop's days those that you ticked yourself. All of it is written or nothing, and nothing twice.
    """
    taken = _read(world, file)
    routines = _routines(world, taken, routine, habit or ())
    come = partial(_records, world, taken, routines)
    done = _planned(world, come) if dry_run else change(world, come)
    new = fresh(taken, routines, done.before)
    if as_json:
        say_json(world, _as_data(taken, routines, new, done, dry=dry_run))
        return
    from facecoach.screen.pages.intake import intake_lines

    show(world, intake_lines(taken, routines, new, dry=dry_run))
    if done.new and not dry_run:
        say(world, effect(done.before.history, done.after.history))


def export_habits(world: World, file: Path, *, force: bool = False) -> None:
    """Write the days of each routine as a zip of Loop's tables; raises CoachError."""
    from facecoach.habit.archive import packed, save
    from facecoach.habit.loop import written

    if file.suffix.lower() != ".zip":
        raise UsageError(f"`{file.name}` does not end in .zip", "as in `--habits days.zip`")
    days = _days(open_book(world, whole=True))
    if not days:
        raise CoachError("there is no completed session to export", "`facecoach run` starts one")
    save(file, packed(written(days)), force=force)
    told = sum(map(len, days.values()))
    say(world, f"Wrote {count(told, 'day')} of {count(len(days), 'routine')} to {file}")
    say(world, "In Loop: unpack it, then Settings, Import data, HabitBull.csv")


def _read(world: World, file: Path) -> Taken:
    from facecoach.habit import loop, sheet
    from facecoach.habit.archive import opened

    files, today = opened(file), open_book(world).today
    if file.name in files and (own := sheet.read(files[file.name], file.name, today)):
        return own
    if set(files) == {loop.HABITS}:
        raise CoachError(f"`{file.name}` is only the list of habits", "import the whole zip")
    return loop.read(files, today)


def _routines(world: World, taken: Taken, routine: str | None, habits: tuple[str, ...] | list[str]) -> dict[str, str]:
    """Return the routine of each name in a file; raises CoachError where an own table names one that is not there."""
    wanted = library(world).find(routine).slug if routine else None
    known = cards(world)
    shelf = {folded(card.name): card.entry.slug for card in known} | {
        card.entry.slug: card.entry.slug for card in known
    }
    found = mapped(taken, shelf, wanted, habits)
    lost = next((entry for entry in taken.entries if entry.name not in found), None)
    if lost and taken.source == "csv":
        hint = guess(lost.name, shelf.values(), "`--routine NAME` says which it is")
        raise CoachError(f"`{lost.place}`: there is no routine `{lost.name[:40]}`", hint)
    if taken.source == "loop" and not found and lost:
        hint = "`--habit NAME --routine NAME` says which habit is which routine"
        raise CoachError(f"no habit in it has a routine's name: {', '.join(list(taken.names)[:8])}", hint)
    return found


def _records(world: World, taken: Taken, routines: dict[str, str], book: Book) -> list[Record]:
    from facecoach.session.imported import records_of
    from facecoach.session.script import script

    new = fresh(taken, routines, book)
    scripts = {slug: script(library(world), slug) for slug in {one.routine for one in new}}
    return records_of(new, scripts, book.today, world.now())


def _planned(world: World, come: partial[list[Record]]) -> Change:
    book = open_book(world)
    return Change(book, book, come(book))


def _as_data(taken: Taken, routines: dict[str, str], new: list[Fresh], done: Change, *, dry: bool) -> dict[str, object]:
    return {
        "source": taken.source,
        "names": [
            {"name": name, "done": number, "routine": routines.get(name)} for name, number in taken.names.items()
        ],
        "others": dict(left_out(taken, routines)),
        "new": len(new),
        "known": sum(entry.name in routines for entry in taken.entries) - len(new),
        "written": not dry,
        "sessions": done.new,
    }


def _days(book: Book) -> dict[str, list[date]]:
    """Return the days on which each routine was completed, by its written name, by its own where two share one."""
    from datetime import date

    found: dict[str, list[date]] = {}
    names: dict[str, str] = {}
    aside = {*book.facts.future, *book.facts.skipped}
    for one in book.sessions:
        if one.get("outcome") == "completed" and one["id"] not in aside:
            slug = str(one.get("routine"))
            found.setdefault(slug, []).append(date.fromisoformat(one["day"]))
            names[slug] = str(one.get("name") or slug)
    shared = [name for name in names.values() if list(names.values()).count(name) > 1]
    return {slug if names[slug] in shared else names[slug]: sorted(set(days)) for slug, days in found.items()}
