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
    from facecoach.session.player import Manner, Speaker, Stage
    from facecoach.session.script import Script
    from facecoach.session.timeline import Cue, Leg
    from facecoach.settings import Settings
    from facecoach.world import World


def stage(  # noqa: PLR0913 - what, by which settings, in which form
    world: World, script: Script, caution: str, look: Settings, *, plain: bool, as_json: bool
) -> Stage:
    """Return panels in a terminal; lines where asked for, in a pipe or on a dumb terminal; events as JSON."""
    if as_json:
        card, line = script.card, script.line
        about = {"routine": card.entry.slug, "name": card.name, "seconds": whole(line.seconds)}
        return Events(world.stdout, {**about, "steps": len(line.steps)})
    shown = ink(world.stdout, world.env, no_color=world.no_color)
    if plain or shown == "plain" or not world.stdout.isatty():
        return Lines(world.stdout, caution)
    surface = Surface(world.stdout, lambda: world.size() or PIPE, shown)
    return Panels(surface, Portrait(drawn_as(shown, encoding(world), look.face), look.palette, look.motion), caution)


def speaker(world: World, voice: Voice | None, *, bell: bool, as_json: bool) -> Speaker:
    """Return a speaker that rings the bell of a terminal and speaks with a voice, as far as they are there."""
    streams = (world.stderr,) if as_json else (world.stdout, world.stderr)
    terminal = next((stream for stream in streams if stream.isatty()), None)

    def speak(cue: Cue, leg: Leg, manner: Manner) -> None:
        if bell and terminal and not manner.muted and cue.kind in RUNG:
            with suppress(OSError):
                terminal.write("\a")
                terminal.flush()
        said = words(cue, leg) if voice and manner.voiced else ""
        if voice and said:
            voice.say(said)
        elif voice and (not manner.voiced or cue.kind == "pause"):
            voice.hush()

    return speak
