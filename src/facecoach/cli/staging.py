"""The stage and the speaker that fit the world: what a session is shown on, and what is heard of it."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from facecoach.cli.common import encoding
from facecoach.screen.live.portrait import Portrait, drawn_as
from facecoach.screen.live.stages import Events, Lines, Panels
from facecoach.screen.live.surface import Surface
from facecoach.screen.theme import PIPE, ink
from facecoach.session.voice import RUNG, Voice, words
from facecoach.words import whole

if TYPE_CHECKING:
    from facecoach.screen.live.outlet import Outlet
    from facecoach.session.player import Manner, Speaker, Stage
    from facecoach.session.timeline import Cue, Leg, Script
    from facecoach.settings import Settings
    from facecoach.world import World

OPENING = frozenset({"ready", "change", "move", "end"})  # what ends a cue that is still spoken; counts do not
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
    surface = Surface(outlet, lambda: world.size() or PIPE, shown)
    return Panels(surface, Portrait(drawn_as(shown, encoding(world), look.face), look.palette, look.motion), caution)


def speaker(world: World, outlet: Outlet, voice: Voice | None, *, bell: bool, as_json: bool) -> Speaker:
    """Return a speaker that rings the bell of a terminal and speaks with a voice, as far as they are there."""
    terminal = outlet if world.stdout.isatty() and not as_json else None
    if terminal is None and world.stderr.isatty():
        terminal = world.outlet(world.stderr)

    def speak(cue: Cue, leg: Leg, manner: Manner) -> None:
        if bell and terminal and not manner.muted and cue.kind in RUNG and terminal.drain(WORTH_RINGING):
            with suppress(OSError):
                terminal.write("\a")
        said = words(cue, leg) if voice and manner.voiced else ""
        if voice and said and (cue.kind in OPENING or not voice.speaking):
            voice.say(said)
        elif voice and (not manner.voiced or cue.kind == "pause"):
            voice.hush()

    return speak
