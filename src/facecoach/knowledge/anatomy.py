"""The words of the face: its zones and their muscles, and the names a routine may use."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

ZoneName = Literal[
    "face", "forehead", "glabella", "temples", "eyes", "nose", "cheeks", "mouth", "smile-lines", "chin",
    "jaw", "jawline", "under-jaw", "neck", "decolletage", "inside-mouth", "scalp",
]  # fmt: skip
StrokeName = Literal[
    "neck-up", "neck-side-to-ear", "collar-pump", "neck-drain-down", "jaw-knead", "jaw-pinch", "masseter-circles",
    "masseter-slide", "masseter-press", "temple-circles", "temple-sweep", "temple-press", "mouth-to-cheekbone",
    "knuckle-cheeks",
    "smile-line-up", "cheek-tap", "orbital-tap", "under-eye-drain", "brow-pinch", "brow-part", "forehead-zigzag",
    "brow-to-hairline", "brow-to-hairline-mid", "glabella-circles", "third-eye-press", "centre-out-forehead",
    "centre-out-cheek", "centre-out-chin", "under-chin-out", "nose-side-out", "chest-fan", "tongue-circle",
    "cheek-push", "tongue-up", "brow-sweep", "brow-press", "cheek-press", "smile-line-press", "jawline-sweep",
    "chin-push", "chin-tuck", "head-nod", "nape-hold", "nape-squeeze", "shoulder-drop", "shoulder-roll", "blades-down",
]  # fmt: skip
MouthName = Literal[
    "neutral", "relaxed", "soft_smile", "wide_smile", "kiss", "fish", "fish_smile", "o", "o_smile", "puff",
    "puff_up", "puff_down", "jaw_open", "kiss_smile", "scrunch",
]  # fmt: skip
CameraName = Literal["full", "face", "upper", "eyes", "lower", "mouth", "neck"]
Eyes = Literal["open", "closed"]
Side = Literal["both", "left", "right", "alternate", "each"]
Pressure = Literal["feather", "light", "medium", "firm"]
Technique = Literal[
    "cleanse", "slip", "effleurage", "petrissage", "friction", "tapotement", "pinching", "acupressure",
    "lymphatic-drainage", "knuckling", "stretching", "glide", "roll", "heat", "hold", "active", "isometric",
    "release", "awareness", "breath", "rest", "screening", "education",
]  # fmt: skip

PRESSURES: tuple[Pressure, ...] = get_args(Pressure)


@dataclass(frozen=True, slots=True)
class Zone:
    """A region of the face: how it is called, which muscles lie there, and how firmly it may be worked.

    `does`, `tension` and `worked` say what the muscles do, what tightness there feels like, and how hands work it.
    """

    name: ZoneName
    label: str
    muscles: tuple[str, ...]
    cap: Pressure
    does: str
    tension: str
    worked: str


_TABLE = (
    Zone("face", "Whole face", (), "light", "Everything at once: where a routine settles, breathes and spreads its oil",
         "A face that has been held all day", "Warm palms, slow breaths"),
    Zone("forehead", "Forehead", ("frontalis",), "light", "Raises the brows",
         "A raised, tired brow; lines across the forehead", "Upward strokes from brow to hairline, zigzags, sweeps"),
    Zone("glabella", "Between the brows", ("procerus", "corrugator supercilii"), "light", "Draws the brows together",
         "A frown that stays after the thought has gone", "Small circles, a still press, easing the brows apart"),
    Zone("temples", "Temples", ("temporalis",), "light", "Closes the jaw and steadies it",
         "A tight band at the side of the head after stress, grinding or screens",
         "Slow circles, a soft press, combing up and back into the hair"),
    Zone("eyes", "Eye ring", ("orbicularis oculi",), "feather", "Closes the lids",
         "Squinting; puffiness on waking", "Ring fingers only, on the bone: taps and strokes lighter than you think"),
    Zone("nose", "Nose", ("nasalis",), "feather", "Narrows and flares the nostrils",
         "A scrunched nose", "Light strokes down the sides and out; scrunch and let go"),
    Zone("cheeks", "Cheeks", ("zygomaticus major", "zygomaticus minor", "levator labii superioris"), "light",
         "Lift the corners of the mouth and the upper lip: the smile", "A held smile, or one that takes effort",
         "Strokes from mouth corner to cheekbone, knuckle circles, tapping"),
    Zone("mouth", "Mouth", ("orbicularis oris",), "light", "Closes and purses the lips",
         "Pressed lips", "Pucker, whistle and smile; small strokes around the lips"),
    Zone("smile-lines", "Smile lines", ("levator labii superioris", "zygomaticus minor", "orbicularis oris"), "light",
         "Lift the upper lip, and fold where cheek meets lip", "A fold that feels stiff",
         "Tiny upward presses, mouth to nose; the tongue from inside"),
    Zone("chin", "Chin", ("mentalis", "depressor labii inferioris"), "light", "Lifts and wrinkles the chin",
         "A chin that is bunched up", "Kneading and light strokes out along the bone"),
    Zone("jaw", "Jaw", ("masseter",), "medium", "Chews and clenches; among the strongest muscles for its size",
         "Clenching, a tired or sore jaw, a jaw that feels square and hard",
         "Slow circles with the teeth apart, melting down the fibres"),
    Zone("jawline", "Jawline", ("platysma", "depressor anguli oris"), "light", "Draws the corners of the mouth down",
         "A jawline held stiff", "Kneading and light pinches along the bone, chin to ear"),
    Zone("under-jaw", "Under the jaw", ("digastric", "mylohyoid"), "feather",
         "Opens the jaw and lifts the tongue's floor",
         "A tight floor of the mouth", "Flat fingers from under the chin out to the corners of the jaw"),
    Zone("neck", "Neck", ("platysma", "sternocleidomastoid"), "feather",
         "Turns the head and tenses the skin of the neck",
         "A neck that leans towards screens",
         "Long easy glides beside the throat; never pressing where you feel a pulse"),
    Zone("decolletage", "Décolletage", ("platysma", "pectoralis major"), "light",
         "Anchors the sheet that runs from chest to jaw",
         "Rounded shoulders, a closed chest", "Fanning out from the breastbone, small pumps above the collarbones"),
    Zone("inside-mouth", "Inside the mouth", ("buccinator", "medial pterygoid", "lateral pterygoid"), "light",
         "Presses the cheek to the teeth; deeper, guides the jaw's hinge",
         "Cheek biting; a hinge that aches (the deep muscles are for trained, gloved hands)",
         "The tongue only: circles and pushes from inside"),
    Zone("scalp", "Scalp edge", ("occipitofrontalis", "temporoparietalis"), "light", "Moves the scalp over the skull",
         "A scalp that feels one size too small", "Fingertips that move the skin, not the hair"),
)  # fmt: skip

ZONES: dict[str, Zone] = {zone.name: zone for zone in _TABLE}
