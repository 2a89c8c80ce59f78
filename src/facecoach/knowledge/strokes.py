"""What each technique and each stroke is: whether hands or a tool do it, where it runs, and how it is worked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from facecoach.knowledge.anatomy import StrokeName, Technique, ZoneName

TOOLS: frozenset[Technique] = frozenset(("glide", "roll"))

# Isometric work pushes against fingers, which touch the skin as in a massage; "active" is the muscles' work alone.
HANDS_ON: frozenset[Technique] = TOOLS | {
    "effleurage", "petrissage", "friction", "tapotement", "pinching", "acupressure", "lymphatic-drainage", "knuckling",
    "stretching", "heat", "hold", "isometric",
}  # fmt: skip


# What a technique is called where someone looks up for a second; the field's own terms are for reading.
PLAIN: Mapping[Technique, str] = {
    "cleanse": "cleaning", "slip": "oil first", "effleurage": "long strokes", "petrissage": "kneading",
    "friction": "slow rubbing", "tapotement": "tapping", "pinching": "pinching", "acupressure": "still presses",
    "lymphatic-drainage": "feather strokes", "knuckling": "knuckles", "stretching": "easing apart",
    "glide": "gliding tool", "roll": "rolling", "heat": "warmth", "hold": "held still", "active": "",
    "isometric": "pushing, nothing moves", "release": "letting go", "awareness": "noticing", "breath": "breathing",
    "rest": "rest", "screening": "questions first", "education": "reading",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Stroke:
    """The zones that a stroke runs through, in its order, and the technique that it is."""

    zones: tuple[ZoneName, ...]
    technique: Technique

    @property
    def hands(self) -> bool:
        """Whether hands or a tool do it, rather than the tongue."""
        return self.technique in HANDS_ON


STROKES: Mapping[StrokeName, Stroke] = {
    "neck-up": Stroke(("decolletage", "neck"), "effleurage"),
    "neck-side-to-ear": Stroke(("neck",), "effleurage"),
    "collar-pump": Stroke(("decolletage",), "lymphatic-drainage"),
    "neck-drain-down": Stroke(("neck",), "lymphatic-drainage"),
    "jaw-knead": Stroke(("jawline",), "petrissage"),
    "jaw-pinch": Stroke(("jawline",), "pinching"),
    "masseter-circles": Stroke(("jaw",), "friction"),
    "masseter-press": Stroke(("jaw",), "acupressure"),
    "masseter-slide": Stroke(("jaw",), "friction"),
    "temple-circles": Stroke(("temples",), "friction"),
    "temple-sweep": Stroke(("temples", "scalp"), "effleurage"),
    "temple-press": Stroke(("temples",), "acupressure"),
    "mouth-to-cheekbone": Stroke(("mouth", "cheeks"), "effleurage"),
    "knuckle-cheeks": Stroke(("cheeks",), "knuckling"),
    "smile-line-up": Stroke(("smile-lines",), "friction"),
    "cheek-tap": Stroke(("cheeks",), "tapotement"),
    "orbital-tap": Stroke(("eyes",), "tapotement"),
    "under-eye-drain": Stroke(("eyes",), "lymphatic-drainage"),
    "brow-pinch": Stroke(("eyes", "glabella"), "pinching"),
    "brow-part": Stroke(("glabella", "forehead"), "stretching"),
    "forehead-zigzag": Stroke(("forehead",), "friction"),
    "brow-to-hairline": Stroke(("forehead",), "effleurage"),
    "brow-to-hairline-mid": Stroke(("forehead",), "effleurage"),
    "glabella-circles": Stroke(("glabella",), "friction"),
    "third-eye-press": Stroke(("glabella",), "acupressure"),
    "centre-out-forehead": Stroke(("forehead",), "lymphatic-drainage"),
    "centre-out-cheek": Stroke(("cheeks",), "lymphatic-drainage"),
    "centre-out-chin": Stroke(("chin", "jawline"), "lymphatic-drainage"),
    "under-chin-out": Stroke(("under-jaw",), "lymphatic-drainage"),
    "nose-side-out": Stroke(("nose", "cheeks"), "lymphatic-drainage"),
    "chest-fan": Stroke(("decolletage",), "effleurage"),
    "tongue-circle": Stroke(("inside-mouth", "smile-lines"), "active"),
    "cheek-push": Stroke(("inside-mouth",), "active"),
    "tongue-up": Stroke(("inside-mouth",), "active"),
    "brow-sweep": Stroke(("forehead", "temples"), "effleurage"),
    "brow-press": Stroke(("glabella",), "acupressure"),
    "cheek-press": Stroke(("cheeks",), "acupressure"),
    "smile-line-press": Stroke(("smile-lines",), "acupressure"),
    "jawline-sweep": Stroke(("jawline",), "effleurage"),
    "chin-push": Stroke(("chin",), "isometric"),
    "chin-tuck": Stroke(("neck",), "active"),
    "head-nod": Stroke(("neck",), "active"),
    "nape-hold": Stroke(("face",), "hold"),
    "nape-squeeze": Stroke(("face",), "petrissage"),
    "shoulder-drop": Stroke(("face",), "active"),
    "shoulder-roll": Stroke(("face",), "active"),
    "blades-down": Stroke(("face",), "active"),
}
