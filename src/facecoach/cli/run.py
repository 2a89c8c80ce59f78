"""`run`: the guided session."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from facecoach.cli.common import open_book, wishes
from facecoach.cli.course import followed
from facecoach.cli.playing import Presentation, practised, rehearsed
from facecoach.cli.starting import Pace, admitted, fresh, gone_on
from facecoach.errors import Exit, UsageError
from facecoach.settings import Settings

if TYPE_CHECKING:
    from facecoach.cli.options import (
        AnyRoutine,
        Anyway,
        ChangeOver,
        Colours,
        Events,
        Face,
        Feeling,
        FromStep,
        LeadIn,
        Log,
        Moving,
        Plain,
        Resume,
        Sounds,
        Speed,
        Voiced,
        Volume,
    )  # fmt: skip
    from facecoach.session.state import Reason
    from facecoach.world import World

EXITS: dict[Reason, Exit] = {
    "end": Exit.DONE, "left": Exit.LEFT, "closed": Exit.LEFT, "interrupted": Exit.INTERRUPTED,
    "terminated": Exit.TERMINATED, "hung up": Exit.HANGUP,
}  # fmt: skip


def run(  # noqa: PLR0913 - each parameter is an option of the command line
    world: World,
    routine: AnyRoutine = None,
    plain: Plain = False,
    as_json: Events = False,
    voice: Voiced = None,
    sound: Sounds = None,
    volume: Volume = None,
    feel: Feeling = None,
    lead_in: LeadIn = None,
    change: ChangeOver = None,
    speed: Speed = 1.0,
    start: FromStep = 1,
    resume: Resume = False,
    log: Log = True,
    anyway: Anyway = False,
    palette: Colours = None,
    motion: Moving = None,
    face: Face = None,
) -> Exit:
    """Guide through a routine with a countdown.

    Without a name it is what suits now, as `facecoach` alone suggests it.

    Keys: space pauses, → and ← move on and back, + and - change ten seconds, m mutes, v is the voice, q leaves.
    """
    given: dict[str, Any] = {"voice": voice, "sound": sound, "volume": volume, "feel": feel, "lead_in": lead_in}
    given |= {"change": change, "palette": palette, "motion": motion, "face": face}
    chosen = Presentation(_settings(world, given), plain, as_json)
    if resume and start > 1:
        raise UsageError("`--from` beside `--resume`", "a session that was cut off goes on where it stood")
    book = open_book(world)
    pace = Pace(chosen.settings.lead_in, chosen.settings.change)
    ready = gone_on(world, book, routine, pace) if resume else fresh(world, book, routine, pace, start)
    ready = admitted(world, book, ready, anyway=anyway)
    real = log and speed == 1
    book = followed(world, book) if real else book
    return EXITS[practised(world, book, ready, chosen) if real else rehearsed(world, book, ready, chosen, speed)]


def _settings(world: World, given: dict[str, Any]) -> Settings:
    wanted = {name: value for name, value in given.items() if value is not None}
    return replace(wishes(world), **wanted)
