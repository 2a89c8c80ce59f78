"""The stage and the speaker that fit the world: what a session is shown on, and what is heard of it."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from facecoach.cli.common import drawn
from facecoach.screen.live.albums import Albums
from facecoach.screen.live.portrait import Portrait
from facecoach.screen.live.stages import Events, Lines, Panels
from facecoach.screen.live.surface import Surface
from facecoach.screen.theme import PIPE, ink
from facecoach.sound.speaker import Speaker
from facecoach.words import whole

if TYPE_CHECKING:
    from collections.abc import Callable

    from facecoach.screen.live.easel import Easel
    from facecoach.screen.live.outlet import Outlet
    from facecoach.session.player import Stage
    from facecoach.session.timeline import Script
    from facecoach.session.voice import Voice
    from facecoach.settings import Settings
    from facecoach.world import World

MOST_NUMBERS = 4_000_000  # a picture's number has 32 bits
WORTH_RINGING = 0.03  # seconds that a bell waits for the picture before it; one that comes later says nothing


def stage(  # noqa: PLR0913 - what, by which settings, in which form
    world: World, outlet: Outlet, script: Script, caution: str, look: Settings, *, plain: bool, as_json: bool
) -> Stage:
    """Return panels in a terminal's foreground; lines where asked for and anywhere else; events as JSON."""
    if as_json:
        card, line = script.card, script.line
        about = {"routine": card.entry.slug, "name": card.name, "seconds": whole(line.seconds)}
        return Events(outlet, {**about, "steps": len(line.steps)})
    shown = ink(world.stdout, world.env, no_color=world.no_color)
    if plain or shown == "plain" or not world.stdout.isatty() or not world.attended():
        return Lines(outlet, caution)
    albums = Albums(drawn(world, look.face), look.palette, look.motion, world.cell, world.painters)
    surface = Surface(outlet, lambda: world.size() or PIPE, shown, _easel)
    return Panels(surface, Portrait(albums), caution)


def _easel() -> Easel:
    """Return what brings pixels to the terminal; no two sessions number their pictures alike."""
    from secrets import randbelow

    from facecoach.screen.live.kitty import Kitty

    return Kitty(1 + randbelow(MOST_NUMBERS) * 1000)


def speaker(world: World, outlet: Outlet, voice: Voice | None, look: Settings, *, as_json: bool) -> Speaker:
    """Return what is heard of a session: tones where a player is found, else the bell of a terminal; and the voice."""
    from facecoach.sound.players import Chimes, find_players

    audible = look.volume > 0
    players = find_players(world.which) if audible and look.sound == "tones" else ()
    place = world.env.get("XDG_RUNTIME_DIR", "")
    chimes = Chimes(players, world.start, world.clock, look.volume, place) if players else None
    bell = _bell(world, outlet, as_json=as_json) if audible and look.sound != "none" else None
    return Speaker(world.clock, voice, chimes, bell)


def _bell(world: World, outlet: Outlet, *, as_json: bool) -> Callable[[], None] | None:
    """Return what rings the bell of a terminal, if there is one."""
    terminal = outlet if world.stdout.isatty() and not as_json else None
    if terminal is None and world.stderr.isatty():
        terminal = world.outlet(world.stderr)
    return partial(_ring, terminal) if terminal else None


def _ring(terminal: Outlet) -> None:
    if terminal.drain(WORTH_RINGING):
        with suppress(OSError):
            terminal.write("\a")
