"""The conditions under which a face, or a part of it, is left alone: what each rules out, how long, and the source."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from facecoach.errors import CoachError
from facecoach.knowledge.anatomy import PRESSURES, ZONES, Pressure, Technique, ZoneName
from facecoach.words import guess, spoken

Kind = Literal["stop", "session", "zone", "neck", "mouth", "tool"]

HEADINGS: dict[Kind, str] = {
    "stop": "See someone now, and leave the face alone",
    "session": "No session until it has passed",
    "zone": "No hands on some places",
    "neck": "No hands on the neck and under the jaw",
    "mouth": "No hands inside the mouth; for work there, reading only",
    "tool": "Some strokes and tools left out",
}


@dataclass(frozen=True, slots=True)
class Condition:
    """A reason to leave something alone; one that names neither zones, techniques nor a cap rules out everything.

    Hands stay off its `zones`, its `techniques` are left out anywhere, and no hand is firmer than its `cap`.
    `lasts_days` is None for one that holds until it is removed; `counts_as` names the wider condition that a routine
    may list in its place.
    """

    name: str
    sentence: str
    kind: Kind
    source: str
    zones: tuple[ZoneName, ...] = ()
    lasts_days: int | None = None
    techniques: tuple[Technique, ...] = ()
    cap: Pressure | None = None
    counts_as: str = ""

    @property
    def title(self) -> str:
        """The name in plain words."""
        return spoken(self.name)

    @property
    def whole(self) -> bool:
        """Whether it rules out every session."""
        return not (self.zones or self.techniques or self.cap)

    @property
    def effect(self) -> str:
        """What it rules out, in a few words."""
        if self.whole:
            return "every session"
        strokes = " and ".join(name.replace("-", " ") for name in self.techniques)
        firmer = f"hands firmer than {self.cap}" if self.cap else ""
        return "; ".join(filter(None, (_hands_on(self.zones), strokes, firmer)))


_SKIN: tuple[ZoneName, ...] = (
    "face", "forehead", "glabella", "temples", "eyes", "nose", "cheeks", "mouth", "smile-lines", "chin", "jaw",
    "jawline",
)  # fmt: skip
_NEAR_SKIN: tuple[ZoneName, ...] = (*_SKIN, "under-jaw", "inside-mouth", "scalp")
_EYES: tuple[ZoneName, ...] = ("eyes",)
_JAW: tuple[ZoneName, ...] = ("jaw", "jawline", "chin", "under-jaw", "inside-mouth")
_TOOTH: tuple[ZoneName, ...] = ("inside-mouth", "mouth", "jaw")
_NECK: tuple[ZoneName, ...] = ("neck", "under-jaw")
_MOUTH: tuple[ZoneName, ...] = ("inside-mouth",)
_LYMPH: tuple[Technique, ...] = ("lymphatic-drainage",)
_TOOLS: tuple[Technique, ...] = ("glide", "roll")
_GLIDING: tuple[Technique, ...] = ("effleurage", "friction", "glide", "roll")

_LYMPH_NOTES = "teaching notes on lymph work (E14)"
_URGENT = "red flags named by dermatologists and jaw-pain pages (E12, E30)"
_INTRAORAL = "screening before work inside the mouth (E17)"
_SKIN_ADVICE = "dermatologists' advice to wait for calm skin"
_HOUSE = "our own rule, on the careful side"
_CLINICS = "clinics' aftercare sheets, which differ; the careful end, and your injector's word wins (E28)"

_TABLE = (
    Condition("jaw-locked", "The jaw is stuck open or shut, or you cannot eat",
              "stop", _URGENT),
    Condition("severe-headache", "A new, severe headache, above all past fifty",
              "stop", _URGENT),
    Condition("temple-tenderness", "Temples or scalp hurt when touched, or chewing brings on pain there",
              "stop", _URGENT),
    Condition("vision-change", "Your sight has changed: blurred, doubled or partly gone",
              "stop", _URGENT),
    Condition("new-facial-weakness", "Part of the face droops, is weak or feels numb, and it is new",
              "stop", _URGENT),
    Condition("swelling-with-fever", "The face is swollen and you have a temperature",
              "stop", _URGENT),
    Condition("fainting-with-neck-touch", "Touching the neck has made you faint, or brought pain in chest or neck",
              "stop", "case reports of neck massage (E19, E20)"),
    Condition("fever", "A raised temperature",
              "session", _LYMPH_NOTES),
    Condition("infection", "An infection on the face, or one that has you in bed",
              "session", "teaching notes (E14, E16)"),
    Condition("facial-swelling", "Swelling of the face that nobody has explained",
              "session", "teaching notes (E16)"),
    Condition("swollen-nodes", "Lumps at the jaw or neck that feel swollen or sore",
              "session", _LYMPH_NOTES),
    Condition("open-wound", "Broken skin on the face or neck",
              "session", _SKIN_ADVICE),
    Condition("sunburn", "Skin that is still red or sore from the sun",
              "session", _SKIN_ADVICE),
    Condition("cold-sore", "A cold sore, from the first tingle until the skin has healed",
              "session", _INTRAORAL),
    Condition("shingles", "Shingles on the face, until it has healed",
              "session", _SKIN_ADVICE),
    Condition("recent-facial-surgery", "An operation on the face that your surgeon has not cleared for touch",
              "session", _HOUSE),
    Condition("recent-injectables", "Toxin or filler in the face, and you do not know which waits longer",
              "zone", _CLINICS, _NEAR_SKIN, lasts_days=28),
    Condition("recent-toxin", "Botulinum toxin in the face in the last two weeks",
              "zone", _CLINICS, _NEAR_SKIN, lasts_days=14, counts_as="recent-injectables"),
    Condition("recent-filler", "Filler in the face in the last four weeks",
              "zone", _CLINICS, _NEAR_SKIN, lasts_days=28, counts_as="recent-injectables"),
    Condition("active-acne", "Acne that is inflamed just now",
              "zone", _SKIN_ADVICE, _SKIN),
    Condition("rosacea-flare", "Rosacea that is flaring up",
              "zone", _SKIN_ADVICE, _SKIN),
    Condition("eczema-flare", "Eczema or dermatitis that is flaring up",
              "zone", _SKIN_ADVICE, _SKIN),
    Condition("facial-palsy", "A known palsy of the face, until your therapist has shown you what suits it",
              "zone", _HOUSE, _SKIN),
    Condition("eye-infection", "A red, sticky or infected eye",
              "zone", _HOUSE, _EYES),
    Condition("eye-surgery", "An operation on eye or lid that is not cleared for touch",
              "zone", _HOUSE, _EYES),
    Condition("glaucoma", "Glaucoma, unless your eye doctor is happy with touch round the eye",
              "zone", _HOUSE, _EYES),
    Condition("contact-lenses-in", "Contact lenses in; take them out and this is over",
              "zone", _HOUSE, _EYES, lasts_days=1),
    Condition("jaw-trauma", "A blow or a break to the jaw that is not healed",
              "zone", _HOUSE, _JAW),
    Condition("carotid-disease", "Narrowed arteries in the neck, or a murmur heard there",
              "neck", "a case report (E19)", _NECK),
    Condition("stroke-or-tia", "A stroke, or a passing one, at any time",
              "neck", "summaries for clinicians (E20)", _NECK),
    Condition("arrhythmia", "A heart that beats out of rhythm",
              "neck", _LYMPH_NOTES, _NECK),
    Condition("thyroid-problem", "A thyroid that is overactive, enlarged or being treated",
              "neck", _LYMPH_NOTES, _NECK),
    Condition("over-60-ask-first", "Over sixty, and you have not asked a doctor about touch at the neck",
              "neck", _LYMPH_NOTES, _NECK),
    Condition("neck-injury", "A neck that was hurt and still complains",
              "neck", _HOUSE, _NECK),
    Condition("neck-surgery", "An operation on the neck that is not cleared for touch",
              "neck", _HOUSE, _NECK),
    Condition("cancer-treatment-head-neck", "Cancer of the head or neck, now or in the past",
              "neck", "teaching notes and intraoral screening (E14, E17)", (*_NECK, *_MOUTH), techniques=_LYMPH),
    Condition("dental-surgery", "A tooth out, an implant, a graft or other dental work still healing",
              "mouth", _INTRAORAL, _TOOTH),
    Condition("mouth-ulcer", "A sore place inside the mouth",
              "mouth", _INTRAORAL, _MOUTH),
    Condition("gum-infection", "Gums that are infected or bleed easily",
              "mouth", _INTRAORAL, _MOUTH),
    Condition("tooth-abscess", "A tooth that throbs, or an abscess",
              "mouth", _INTRAORAL, _TOOTH),
    Condition("jaw-dislocation", "A jaw that has slipped out of its joint before",
              "mouth", _INTRAORAL, _MOUTH),
    Condition("bisphosphonates", "Bisphosphonates, medicines that slow the turnover of bone",
              "mouth", _INTRAORAL, _MOUTH),
    Condition("latex-allergy", "An allergy to latex, which some gloves are made of",
              "mouth", _INTRAORAL, _MOUTH),
    Condition("strong-gag-reflex", "Touch far back in the mouth makes you gag",
              "mouth", _INTRAORAL, _MOUTH),
    Condition("sharp-braces", "Braces or wires with edges that scratch",
              "mouth", _INTRAORAL, _MOUTH),
    Condition("anticoagulant", "Medicine that thins the blood",
              "tool", "our own rule; screening inside the mouth (E17)", _MOUTH, techniques=_TOOLS, cap="feather"),
    Condition("bleeding-disorder", "Blood that is slow to clot",
              "tool", _INTRAORAL, _MOUTH, techniques=_TOOLS, cap="feather", counts_as="anticoagulant"),
    Condition("bruises-easily", "You bruise from very little",
              "tool", _HOUSE, techniques=_TOOLS, cap="feather"),
    Condition("clot", "A blood clot, now or under treatment",
              "tool", _LYMPH_NOTES, _NECK, techniques=_LYMPH),
    Condition("heart-failure", "A heart that does not pump as it should",
              "tool", _LYMPH_NOTES, techniques=_LYMPH),
    Condition("kidney-failure", "Kidneys that do not clear fluid as they should",
              "tool", _LYMPH_NOTES, techniques=_LYMPH),
    Condition("cold-urticaria", "Cold brings you out in weals",
              "tool", _HOUSE, techniques=("roll",)),
    Condition("retinoid-irritation", "Skin that stings or flakes from a retinoid",
              "tool", _HOUSE, lasts_days=14, techniques=_GLIDING),
    Condition("recent-peel-or-laser", "A peel or a laser treatment in the last two weeks",
              "tool", _HOUSE, lasts_days=14, techniques=_GLIDING, counts_as="retinoid-irritation"),
)  # fmt: skip

CONDITIONS: dict[str, Condition] = {condition.name: condition for condition in _TABLE}


def named(name: str) -> Condition:
    """Return the condition of a name; raises CoachError with the near miss."""
    slug = "-".join(name.lower().replace("_", " ").replace("-", " ").split())
    if slug in CONDITIONS:
        return CONDITIONS[slug]
    hint = guess(slug, CONDITIONS, "`facecoach safety` lists those it knows")
    raise CoachError(f"there is no condition `{name[:60]}`", hint)


def firmer(pressure: Pressure, cap: Pressure) -> bool:
    """Whether a pressure is above a cap."""
    return PRESSURES.index(pressure) > PRESSURES.index(cap)


def _hands_on(zones: Iterable[ZoneName]) -> str:
    if set(_SKIN) <= set(zones):
        return "hands on the face"
    places = [ZONES[zone].label.lower() for zone in zones]
    return f"hands on: {', '.join(places)}" if places else ""
