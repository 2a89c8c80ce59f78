"""What the keys do, and what the colours and marks mean, in the room of the face."""

from __future__ import annotations

from facecoach.knowledge.anatomy import PRESSURES, ZONES
from facecoach.knowledge.colours import RED, written
from facecoach.screen.live.ladder import Room
from facecoach.screen.live.parts import mark
from facecoach.screen.live.view import View
from facecoach.screen.spans import QUIET, WARM, Line, fitted, line, padded, spread, width

KEYS = (  # what each does, and in a word for a narrow room
    ("space", "pause, and go on", "pause"), ("→ n", "next move", "next"), ("← p", "this move, or back", "back"),
    ("+ -", "10 s more or less", "± 10 s"), ("m", "sounds off or on", "mute"), ("v", "voice on or off", "voice"),
    ("q", "leave (asks once)", "leave"), ("?", "close this help", "close this"),
)  # fmt: skip
SHORT = (
    ("space", "pause"), ("?", "help"), ("q", "leave"), ("→", "next"), ("←", "back"), ("±", "10 s"), ("m", "mute"),
    ("v", "voice"),
)  # fmt: skip


def help_lines(view: View, room: Room) -> list[Line]:
    """Return the help, exactly as many lines and as wide as its room: what matters least is left out first."""
    closes = line((f"closes in {view.closing} s", QUIET)) if view.closing else ()
    keys = [spread(line(("KEYS", "bold")), closes, room.columns)]
    keys += [
        line((f"{key:>6}  ", "bold"), (what if len(what) + 8 <= room.columns else word, "")) for key, what, word in KEYS
    ]
    marks = [(), line(("COLOURS AND MARKS", "bold")), *_zones(view, room.columns), *_legend(room.columns)]
    lines = [*keys, *marks] if len(keys) + len(marks) <= room.rows else [*keys, *marks[1:]]
    return [fitted(one, room.columns) for one in [*lines, *[()] * room.rows][: room.rows]]


def brief(room: int) -> list[Line]:
    """Return what the keys do in as few lines as hold it, for a screen without a face."""
    lines: list[Line] = []
    for key, what in (one for one in SHORT if one[0] != "?"):
        told = line((key, "bold"), (f" {what}", QUIET))
        if lines and width(lines[-1]) + 2 + width(told) <= room:
            lines[-1] = (*lines[-1], *line("  "), *told)
        else:
            lines += [told] if width(told) <= room else [line((key, "bold")), line((f" {what}", QUIET))]
    return lines


def _zones(view: View, room: int) -> list[Line]:
    """Return the marks of the zones of this routine, two beside each other where there is room."""
    zones = list(dict.fromkeys(zone for zone, _, _ in view.bar))
    told = [line(mark(zone), f" {ZONES[zone].label}") for zone in zones]
    if room < 40 or max(map(width, told)) >= room // 2:
        return told
    pairs = zip(told[::2], [*told[1::2], ()], strict=False)
    return [(*padded(one, room // 2), *other) for one, other in pairs]


def _legend(room: int) -> list[Line]:
    firm = " ".join(PRESSURES)
    return [
        line(("XX ", f"bold {written(RED)}"), "red: keep clear"),
        line(("━▶ ", f"bold {WARM}"), "the way of the stroke"),
        line(("●  ", "bold"), "where the hands are"),
        line(("▂▄▆ ", "bold"), firm[: max(0, room - 4)]),
    ]


def keys_line(view: View, room: int) -> Line:
    """Return the last row: the keys as far as there is room, then where the session is."""
    place = f"{view.routine} · {view.step} · {view.left}"
    place = place if room - len(place) >= 34 else f"{view.step} · {view.left}"
    told: Line = ()
    for key, what in SHORT if view.keys else ():
        going = view.state == "paused" and key == "space"
        style = f"bold {WARM}" if going else "bold"
        more = line(
            *(("  ",) if told else ()), (key, style), (f" {'go on' if going else what}", style if going else QUIET)
        )
        if sum(len(text) for text, _ in (*told, *more)) > room - len(place) - 2:
            break
        told = (*told, *more)
    return spread(told, line((place, QUIET)), room)
