"""Where the running plan stands, for a shell prompt: from the journal alone, unless the plan's file was edited.

Files are opened by `os.path`, and the shelves of routines and plans are loaded only for what needs them.
"""

from __future__ import annotations

import os

from facecoach.habit.plans import course, gone, move, running, turning

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Any

    from facecoach.habit.facts import Facts
    from facecoach.habit.plans import Run
    from facecoach.routine.library import Library

MOST_BYTES = 1024 * 1024 + 1  # as of any routine's file


def glimpse(facts: Facts, env: Mapping[str, str], wanted: str, home: str) -> dict[str, Any] | None:
    """Return what `streak --json` says of the running plan; None without one. One's own plans lie below `home`.

    What conditions rule out is left out of `due` only where `wanted` names `due` or `state`; of one's own routines
    then by the conditions that their files name.
    """
    run = running(facts.moves)
    if run is None:
        return None
    if not run.moves[-1].stages or _changed(run, home):
        run = _anew(run, facts, env)
    whole = "due}" in wanted or "state}" in wanted
    resting = _resting(facts, run.moves[-1].avoid_if) if facts.ailments else ""
    found = course(run, facts, _out(facts, env) if whole else lambda _: "", resting)
    return found.as_json() if found else None


def _changed(run: Run, home: str) -> bool:
    """Whether the plan's file is another than the journal knows; one that is gone is not."""
    from hashlib import sha256

    from facecoach.files import reading

    for folder in _folders(home):
        for suffix in (".yaml", ".yml"):
            try:
                with reading(os.path.join(folder, run.plan + suffix)) as file:
                    return sha256(file.read(MOST_BYTES)).hexdigest()[:16] != run.moves[-1].digest
            except OSError:
                continue
    return False


def _folders(home: str) -> list[str]:
    """Return where plans may lie, in the order in which they win."""
    here = os.path.dirname(os.path.dirname(__file__))
    packed = os.path.join(here, "routines")
    stock = packed if os.path.isdir(packed) else os.path.join(os.path.dirname(os.path.dirname(here)), "routines")
    return [os.path.join(home, "routines", "plans"), os.path.join(home, "plans"), os.path.join(stock, "plans")]


def _library(env: Mapping[str, str]) -> Library:
    from facecoach.folders import bundled, folders
    from facecoach.routine.library import Library

    return Library(folders(env).routines, bundled())


def _anew(run: Run, facts: Facts, env: Mapping[str, str]) -> Run:
    """Return a run whose weeks are those of its edited file, as far as that can be read."""
    from datetime import date

    from facecoach.errors import CoachError
    from facecoach.routine.programmes import Programmes

    shelf, turn = Programmes(_library(env)), turning(run, facts)
    entry = shelf.named(run.plan)
    try:
        found = shelf.opened(entry) if entry else None
    except CoachError:
        return run
    if found is None or turn is None:
        return run
    told = {"at": run.moves[-1].at.isoformat(), "id": "~", "action": "go", "plan": run.plan, "week": turn[0]}
    told |= {"digest": found.digest, "weeks": found.weeks, "avoid_if": list(found.plan.avoid_if)}
    return gone(run, move(turn[1], told | {"day": date.fromordinal(turn[1]).isoformat()}))


def _resting(facts: Facts, avoid_if: tuple[str, ...]) -> str:
    from facecoach.knowledge.conditions import CONDITIONS

    names = [one.name for one in facts.ailments if _holds(one.since.toordinal(), one.until, facts.now)]
    known = [(name, CONDITIONS.get(name)) for name in names]
    return next(
        (name for name, one in known if name in avoid_if or (one and (one.whole or one.counts_as in avoid_if))), ""
    )


def _holds(since: int, until: Any, now: int) -> bool:
    return since <= now and (until is None or now <= until.toordinal())


def _out(facts: Facts, env: Mapping[str, str]) -> Callable[[str], str]:
    """Return a function that says whether a routine is gone, ruled out, or has questions to ask first."""
    shelf = _library(env)
    entries = {entry.slug: entry for entry in shelf.entries()}
    names = [one.name for one in facts.ailments if _holds(one.since.toordinal(), one.until, facts.now)]

    def out(slug: str) -> str:
        if slug not in entries:
            return "gone"
        if entries[slug].origin == "user" and not names:
            return ""
        card = shelf.card(entries[slug])
        asks = card.asks and not {(slug, card.digest), (slug, None)} & facts.screenings
        return "ruled out" if asks or any(name in card.bars or name in card.avoid_if for name in names) else ""

    return out
