"""The stage and the speaker that fit the world: what a session is shown on, and what is heard of it."""

from __future__ import annotations

from typing import TextIO

from facecoach.cli.common import console
from facecoach.cli.record import Start
from facecoach.routine.timing import whole
from facecoach.screen.live.portrait import Portrait, drawn_as
from facecoach.screen.live.stages import Events, Lines, Panels
from facecoach.session.player import Manner, Speaker, Stage
from facecoach.session.timeline import Cue, Leg
from facecoach.session.voice import RUNG, Voice, words
from facecoach.settings import Settings
from facecoach.world import World


def stage_for(world: World, start: Start, look: Settings, *, plain: bool, as_json: bool) -> Stage:
    """Return panels in a terminal; lines where asked for, in a pipe or on a dumb terminal; events as JSON."""
    routine = start.loaded.routine
    if as_json:
        about = {"routine": start.loaded.entry.slug, "name": routine.name, "seconds": whole(routine.seconds)}
        return Events(world.stdout, {**about, "steps": len(routine.steps)})
    screen = console(world)
    if plain or not screen.is_terminal or world.env.get("TERM", "dumb") in ("dumb", "unknown", ""):
        return Lines(world.stdout, start.caution)
    return Panels(screen, Portrait(drawn_as(screen, look.face), look.palette, look.motion), start.caution)


def speaker_for(world: World, voice: Voice | None, *, bell: bool, as_json: bool) -> Speaker:
    """Return a speaker that rings the bell of a terminal and speaks with a voice, as far as they are there."""
    streams = (world.stderr,) if as_json else (world.stdout, world.stderr)
    terminal = next((stream for stream in streams if stream.isatty()), None)

    def speak(cue: Cue, leg: Leg, manner: Manner) -> None:
        if bell and terminal and not manner.muted and cue.kind in RUNG:
            _ring(terminal)
        said = words(cue, leg) if voice and manner.voiced else ""
        if voice and said:
            voice.say(said)
        elif voice and (not manner.voiced or cue.kind == "pause"):
            voice.hush()

    return speak


def _ring(terminal: TextIO) -> None:
    try:
        terminal.write("\a")
        terminal.flush()
    except OSError:
        return
