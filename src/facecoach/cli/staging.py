"""The stage and the speaker that fit the world: what a session is shown on, and what is heard of it."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from facecoach.cli.common import drawn, encoding, screen
from facecoach.cli.terminals import easel, remember, terminal
from facecoach.screen.live.albums import Albums
from facecoach.screen.live.inquiry import Inquiry
from facecoach.screen.live.portrait import Portrait, drawn_as
from facecoach.screen.live.stages import Events, Lines, Panels
from facecoach.screen.live.surface import Surface
from facecoach.screen.theme import PIPE, ink
from facecoach.sound.speaker import Speaker
from facecoach.words import whole

if TYPE_CHECKING:
    from collections.abc import Callable

    from facecoach.screen.answer import Answer
    from facecoach.screen.live.outlet import Outlet
    from facecoach.session.player import Keyboard, Stage
    from facecoach.session.timeline import Script
    from facecoach.session.voice import Voice
    from facecoach.settings import Settings
    from facecoach.world import World

WORTH_RINGING = 0.03  # seconds that a bell waits for the picture before it; one that comes later says nothing


def stage(  # noqa: PLR0913 - what, by which settings, in which form
    world: World,
    outlet: Outlet,
    keyboard: Keyboard,
    script: Script,
    caution: str,
    look: Settings,
    *,
    plain: bool,
    as_json: bool,
) -> Stage:
    """Return panels in a terminal's foreground; lines where asked for and anywhere else; events as JSON."""
    if as_json:
        card, line = script.card, script.line
        about = {"routine": card.entry.slug, "name": card.name, "seconds": whole(line.seconds)}
        return Events(outlet, {**about, "steps": len(line.steps)})
    shown = ink(world.stdout, world.env, no_color=world.no_color)
    if plain or shown == "plain" or not world.stdout.isatty() or not world.attended():
        return Lines(outlet, caution)
    return _panels(world, outlet, keyboard, look, caution)


def _panels(world: World, outlet: Outlet, keyboard: Keyboard, look: Settings, caution: str) -> Panels:
    found, shown = terminal(world), ink(world.stdout, world.env, no_color=world.no_color)
    albums = Albums(
        drawn(world, look.face), look.palette, look.motion, lambda: world.cell() or found.cell, world.painters
    )
    surface = Surface(outlet, lambda: world.size() or PIPE, shown, lambda: easel(world, albums.mode))
    asks = found.askable and look.face in ("auto", "pixels") and shown != "mono" and world.keys()
    heard = partial(_heard, world, albums, look)
    return Panels(surface, Portrait(albums), caution, Inquiry(outlet, keyboard, world.clock, heard) if asks else None)


def _heard(world: World, albums: Albums, look: Settings, answer: Answer, in_time: bool) -> None:
    """Remember what the terminal said; draw so from now on, unless the session has gone on without."""
    remember(world, answer)
    if in_time:
        better = drawn_as(screen(world).ink, encoding(world), look.face, answer.of(terminal(world)))
        if better != albums.mode:
            albums.turn(better)


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
