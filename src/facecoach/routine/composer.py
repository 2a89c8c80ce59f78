"""A routine composed from the exercise library, for so many minutes and some zones, in the order of lymph teaching."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, cycle, zip_longest
from math import ceil, floor
from typing import Any

from facecoach.errors import CoachError
from facecoach.knowledge.anatomy import ZONES, ZoneName
from facecoach.knowledge.strokes import HANDS_ON
from facecoach.routine.exercise import Exercise, Exercises
from facecoach.routine.timing import LONGEST_STEP, hearing
from facecoach.words import clock, heard

# From the collarbone to the hairline, the order of lymph teaching (E14), then the inside of the mouth and the whole
# face. The first exercise of a zone that was asked for is always taken.
REPERTOIRE: Mapping[ZoneName, tuple[str, ...]] = {
    "decolletage": ("collar-hollows", "chest-fan"),
    "neck": ("neck-strokes", "neck-sides"),
    "under-jaw": ("under-chin",),
    "chin": ("chin-out",),
    "jawline": ("jaw-knead", "jaw-pinch"),
    "jaw": ("masseter-circles", "masseter-slide", "jaw-rest"),
    "mouth": ("kiss-face", "whistler", "soft-smile"),
    "smile-lines": ("smile-line-press",),
    "cheeks": ("cheek-strokes", "knuckle-circles", "cheek-tap", "fish-lips", "whistler-puffs"),
    "nose": ("nose-sides", "scrunch"),
    "eyes": ("orbital-tap", "under-eye-drain", "brow-pinch", "eye-palms"),
    "temples": ("temple-circles", "temple-sweep", "temple-press"),
    "glabella": ("frown-circles", "third-eye-press", "brow-stretch"),
    "forehead": ("brow-to-hairline", "forehead-zigzag"),
    "scalp": ("scalp-shift",),
    "inside-mouth": ("circle-your-tongue", "palate-rest"),
    "face": ("shoulders",),
}

_SETTLING, _BREATH = ("clean-hands", "slip"), "breath"
_NECK, _DRAIN = "neck-strokes", "neck-drain"
_STAGES = (*((name,) for name in (*_SETTLING, _BREATH)), *REPERTOIRE.values(), (_DRAIN,))
_STAGE = {name: stage for stage, names in enumerate(_STAGES) for name in names}
_FRAME = {*_SETTLING, _BREATH, _DRAIN}
_SHORTEST, _LONGEST_FRAME = 10, 60


@dataclass(frozen=True, slots=True)
class Piece:
    """An exercise as a step: its usual length in seconds, and the least and the most it may have; a dose is fixed."""

    name: str
    usual: int
    least: int
    most: int

    def within(self, seconds: float) -> float:
        """Return the allowed length nearest to `seconds`."""
        return min(self.most, max(self.least, seconds))


def compose(exercises: Exercises, minutes: int, zones: Sequence[ZoneName]) -> dict[str, Any]:
    """Return the data of a routine file that lasts `minutes` and works `zones`.

    Raises CoachError, which names the least time they take, when `minutes` are too few.
    """
    asked = [zone for zone in REPERTOIRE if zone in zones]
    chosen = _chosen(exercises, minutes * 60, asked)
    used = [exercises[piece.name] for piece in chosen]
    labels = ", ".join(ZONES[zone].label.lower() for zone in asked)
    length = f"{minutes} {'minute' if minutes == 1 else 'minutes'}"
    return {
        "name": f"{length}: {labels}" if len(labels) < 48 else f"{length} for the face",
        "about": f"Composed for {length} from the exercise library: {labels}.",
        "needs": _union(one.needs for one in used),
        "avoid_if": _union(one.avoid_if for one in used),
        **({"change": "6s"} if any(one.reps for one in used) else {}),
        "steps": [_step(piece, seconds) for piece, seconds in zip(chosen, _fitted(chosen, minutes * 60), strict=True)],
    }


def _chosen(exercises: Exercises, seconds: int, zones: Sequence[ZoneName]) -> list[Piece]:
    """Return the pieces in order: each zone's first, then as many more as have room, then further rounds."""
    pieces = {name: _piece(name, exercise) for name, exercise in exercises.items()}
    firsts = [REPERTOIRE[zone][0] for zone in zones]
    hands = any(exercises[name].technique in HANDS_ON for name in firsts)
    taken = [*_SETTLING, *dict.fromkeys((_NECK, *firsts)), _DRAIN] if hands else [_BREATH, *firsts]
    least = sum(pieces[name].least for name in taken)
    if least > seconds:
        hint = f"ask for `--minutes {ceil(least / 60)}`, or for fewer zones"
        raise CoachError(f"{', '.join(zones)}: that takes at least {clock(least)}", hint)
    for name in _others(zones):
        if name not in taken and sum(pieces[one].usual for one in (*taken, name)) <= seconds:
            taken.append(name)
    rounds = cycle(name for zone in zones for name in REPERTOIRE[zone])
    while sum(pieces[name].most for name in taken) < seconds:
        taken.append(next(rounds))
    return [pieces[name] for name in sorted(taken, key=_STAGE.__getitem__)]


def _others(zones: Sequence[ZoneName]) -> Iterator[str]:
    """Yield what may be added, a piece for every zone in turn, then a breath."""
    turns = zip_longest(*(REPERTOIRE[zone][1:] for zone in zones))
    yield from (name for name in chain.from_iterable(turns) if name)
    yield _BREATH


def _piece(name: str, exercise: Exercise) -> Piece:
    usual = round(exercise.seconds)
    if exercise.reps is not None:
        return Piece(name, usual, usual, usual)
    least = max(_SHORTEST, ceil(hearing(heard(exercise.name, exercise.say or exercise.cue))))
    return Piece(name, usual, least, _LONGEST_FRAME if name in _FRAME else min(LONGEST_STEP, 3 * usual))


def _fitted(pieces: Sequence[Piece], seconds: int) -> list[int]:
    """Return whole seconds for each piece that make up `seconds`: all stretched alike, as far as each may be."""
    low, high = 0.0, float(seconds)
    for _ in range(60):
        scale = (low + high) / 2
        enough = sum(piece.within(piece.usual * scale) for piece in pieces) >= seconds
        low, high = (low, scale) if enough else (scale, high)
    exact = [piece.within(piece.usual * high) for piece in pieces]
    whole = [floor(length + 1e-6) for length in exact]
    growing = sorted(range(len(pieces)), key=lambda index: whole[index] - exact[index])
    for index in growing[: max(0, seconds - sum(whole))]:
        whole[index] += 1
    return whole


def _step(piece: Piece, seconds: int) -> dict[str, Any]:
    return {"use": piece.name} if seconds == piece.usual else {"use": piece.name, "for": f"{seconds}s"}


def _union(lists: Iterator[tuple[str, ...]]) -> list[str]:
    return list(dict.fromkeys(chain.from_iterable(lists)))
