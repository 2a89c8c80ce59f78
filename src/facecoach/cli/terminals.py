"""Which terminal this is: by its environment, and by what it said when it was asked, for as long as it is the same."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import asdict, replace
from datetime import timedelta
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from facecoach import files
from facecoach.screen.emulator import TELLING, emulator

if TYPE_CHECKING:
    from facecoach.face.modes import Mode
    from facecoach.screen.answer import Answer
    from facecoach.screen.emulator import Emulator
    from facecoach.screen.live.easel import Easel
    from facecoach.world import World

NAME = "terminals.json"
MOST, LONGEST = 8, 65536  # answers kept, and bytes read of them
MOST_NUMBERS = 4_000_000  # a picture's number has 32 bits
HOLDS = timedelta(days=1)  # windows come and go, and others get their numbers


def terminal(world: World) -> Emulator:
    """Return the terminal that stdout is, as far as is known by now."""
    found = replace(emulator(world.env), cell=world.cell())
    answer = remembered(world) if found.askable and world.stdout.isatty() else None
    return answer.of(found) if answer else found


def easel(world: World, mode: Mode) -> Easel:
    """Return what brings pictures in pixels to the terminal; no two programs number theirs alike."""
    if mode == "sixel":
        from facecoach.screen.live.sixels import Sixels

        return Sixels(world.clock)
    from secrets import randbelow

    from facecoach.screen.live.kitty import Kitty

    return Kitty(1 + randbelow(MOST_NUMBERS) * 1000)


def remembered(world: World) -> Answer | None:
    """Return what this terminal said when it was asked, None where it was not, or too long ago."""
    told = _kept(world).get(_key(world), {})
    from facecoach.screen.answer import Answer

    with suppress(KeyError, TypeError, ValueError):
        if told and float(told["until"]) > world.now().timestamp():
            cell = told["cell"] and (int(told["cell"][0]), int(told["cell"][1]))
            if told["graphics"] in ("kitty", "sixel", "none"):
                return Answer(told["graphics"], str(told["name"]), cell, bool(told["at_once"]))
    return None


def remember(world: World, answer: Answer) -> None:
    """Keep what this terminal said; where there is no folder yet, or it cannot be written to, it is asked again."""
    until = (world.now() + HOLDS).timestamp()
    others = [item for item in _kept(world).items() if item[0] != _key(world)]
    kept = dict(others[1 - MOST :]) | {_key(world): asdict(answer) | {"until": until}}
    if world.folders.data.is_dir():
        with suppress(OSError):
            files.replace(world.folders.data / NAME, json.dumps(kept).encode())


def _kept(world: World) -> dict[str, Any]:
    try:
        with files.reading(world.folders.data / NAME) as file:
            found = json.loads(file.read(LONGEST))
    except (OSError, ValueError, RecursionError):
        return {}
    told = found if isinstance(found, dict) else {}
    return {str(key): one for key, one in told.items() if isinstance(one, dict)}


def _key(world: World) -> str:
    """Return what this window is told from others by, and from those that were before it."""
    told = [world.seat(), *(f"{name}={world.env.get(name, '')}" for name in TELLING)]
    return sha256("\n".join(told).encode("utf-8", "replace")).hexdigest()[:16]
