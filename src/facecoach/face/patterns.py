"""How each pattern of stroke moves: where its marks are at a moment (0 to 1) of one turn."""

from __future__ import annotations

from collections.abc import Callable
from math import cos, pi

from facecoach.face.atlas import Pattern
from facecoach.face.curves import Path, along, part, sideways
from facecoach.face.marks import Mark, Marks, ease
from facecoach.face.presses import hold, press, steps, swell

TAPS, PINCHES, KNEADS = 7, 6, 5
GRIP = 0.026  # half the opening of thumb and finger, in canvas units


def glide(path: Path, t: float) -> Marks:
    """Run the path once, settle at its end and lift off."""
    head = ease(t / 0.82)
    light = min(1.0, t / 0.08, (1 - t) / 0.14)
    return (Mark(part(path, max(0.0, head - 0.42), head), light=light),)


def circle(path: Path, t: float) -> Marks:
    """Go round and round, never stopping."""
    behind = tuple(along(path, (t - 0.45 * (1 - step / 10)) % 1.0) for step in range(11))
    return (Mark(behind),)


def knead(path: Path, t: float) -> Marks:
    """Pick up and let go of small folds all along the path."""
    head, grip = ease(t / 0.9), 0.5 + 0.5 * cos(2 * pi * KNEADS * t)
    light = min(1.0, t / 0.06, (1 - t) / 0.1)
    return (
        Mark(part(path, max(0.0, head - 0.3), head), 0.4, 0.6 * light),
        *_grip(path, head, grip, 1.15 - 0.3 * grip, light),
    )


def pinch(path: Path, t: float) -> Marks:
    """Step along the path: a quick pinch at each place, closed and let go."""
    step, within = divmod(min(t, 0.999) * PINCHES, 1.0)
    share, grip = (step + 0.5) / PINCHES, abs(2 * within - 1)
    return _grip(path, share, grip, 1.25 - 0.35 * grip, 1.0)


def tap(path: Path, t: float) -> Marks:
    """Tap one place after the other, in a scattered order; each lights up and fades."""
    beat = t * TAPS
    marks = []
    for order in range(TAPS):
        age = (beat - order) % TAPS
        light = max(0.0, 1 - age / 2.2)
        if light > 0:
            marks.append(Mark((along(path, (order * 3 % TAPS) / (TAPS - 1)),), 0.75 + 0.5 * light, light))
    return tuple(marks)


def zigzag(path: Path, t: float) -> Marks:
    """Run there and back."""
    there = 1 - abs(2 * t - 1)
    tail = max(0.0, there - 0.26) if t < 0.5 else min(1.0, there + 0.26)
    return (Mark(part(path, tail, there)),)


def stretch(path: Path, t: float) -> Marks:
    """Ease apart, hold, and let go."""
    reach = ease(t / 0.4)
    light = min(1.0, t / 0.08, (1 - t) / 0.15)
    return (Mark(part(path, max(0.0, reach - 0.8), reach), 0.9 + 0.3 * reach, light),)


def rise(path: Path, t: float) -> Marks:
    """Go to the end of the path and stay there, with a slow pulse."""
    reach = ease(t / 0.22)
    pulse = 0.12 * cos(6 * pi * t)
    return (Mark(part(path, max(0.0, reach - 0.9) if t < 0.3 else min(reach, 0.55), reach), 1.1 + pulse),)


def drop(path: Path, t: float) -> Marks:
    """Wait while shoulders rise, then fall along the path with them."""
    fall = ease((t - 0.5) / 0.22)
    light = max(0.0, min(1.0, (t - 0.42) / 0.08, (1 - t) / 0.2))
    return (Mark(part(path, max(0.0, fall - 0.5), fall), light=light),)


PATTERNS: dict[Pattern, Callable[[Path, float], Marks]] = {
    "glide": glide,
    "circle": circle,
    "knead": knead,
    "pinch": pinch,
    "press": press,
    "tap": tap,
    "zigzag": zigzag,
    "stretch": stretch,
    "steps": steps,
    "swell": swell,
    "rise": rise,
    "drop": drop,
    "hold": hold,
}


def stations(path: Path, count: int) -> Path:
    """Return `count` places spread evenly over the path."""
    return tuple(along(path, step / (count - 1)) for step in range(count))


def _grip(path: Path, share: float, opening: float, size: float, light: float) -> Marks:
    (x, y), (nx, ny) = along(path, share), sideways(path, share)
    reach = GRIP * (0.3 + 0.7 * opening)
    return tuple(Mark(((x + side * nx * reach, y + side * ny * reach),), 0.8 * size, light) for side in (-1, 1))
