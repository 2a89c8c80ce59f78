"""The conditions under which a face, or a part of it, is left alone: what each rules out, how long, and the source."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from facecoach.errors import CoachError
from facecoach.knowledge.anatomy import PRESSURES, ZONES, Pressure, Technique, ZoneName
from facecoach.knowledge.everyday import CONDITION_WORDS
from facecoach.knowledge.loads import LOADS, Load
from facecoach.words import folded, guess, listed, spoken

Kind = Literal["stop", "session", "zone", "neck", "mouth", "tool", "ask"]

HEADINGS: dict[Kind, str] = {
    "stop": "See someone now, and leave the face alone",
    "session": "No session until it has passed",
    "zone": "No hands on some places",
    "neck": "No hands on the neck and under the jaw",
    "mouth": "Nothing that pulls or pushes inside the mouth",
    "tool": "Some strokes, movements and tools left out",
    "ask": "Nothing is ruled out, but mind it",
}


@dataclass(frozen=True, slots=True)
class Condition:
    """A reason to leave something alone.

    Hands stay off its `zones`, its `techniques` are left out anywhere, no hand is firmer than its `cap`, and no move
    asks for its `loads`. `lasts_days` is None for one that holds until it is removed; `counts_as` names the wider
    condition that a routine may list in its place; `advice` is what to mind or to ask beside that.
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
    loads: tuple[Load, ...] = ()
    advice: str = ""

    @property
    def title(self) -> str:
        """The name in plain words."""
        return spoken(self.name)

    @property
    def whole(self) -> bool:
        """Whether it rules out every session."""
        return self.kind in ("stop", "session")

    @property
    def effect(self) -> str:
        """What it rules out, in a few words."""
        if self.whole:
            return "every session"
        strokes = " and ".join(name.replace("-", " ") for name in self.techniques)
        firmer = f"hands firmer than {self.cap}" if self.cap else ""
        asked = ", ".join(LOADS[load] for load in self.loads)
        return "; ".join(filter(None, (_hands_on(self.zones), strokes, firmer, asked))) or "nothing"


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
_PULLING: tuple[Load, ...] = ("suction", "puff", "tongue")
_EFFORT: tuple[Load, ...] = ("effort", "suction", "puff")
_AGAINST: tuple[Load, ...] = ("tongue", "suction", "effort")
_NECK_HELD: tuple[Load, ...] = ("neck-hold",)

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
    Condition("temple-pain", "Temple or scalp pain that is new, past fifty, on chewing, or with changed sight",
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
              "zone", _CLINICS, _NEAR_SKIN, lasts_days=28, loads=_AGAINST),
    Condition("recent-toxin", "Botulinum toxin in the face in the last two weeks",
              "zone", _CLINICS, _NEAR_SKIN, lasts_days=14, loads=_AGAINST, counts_as="recent-injectables"),
    Condition("recent-filler", "Filler in the face in the last four weeks",
              "zone", _CLINICS, _NEAR_SKIN, lasts_days=28, loads=_AGAINST, counts_as="recent-injectables"),
    Condition("recent-thread-lift", "Threads put into the face in the last four weeks",
              "zone", _CLINICS, _NEAR_SKIN, lasts_days=28, loads=("wide", "tongue", *_EFFORT)),
    Condition("recent-microneedling", "Microneedling in the last week",
              "zone", _HOUSE, _SKIN, lasts_days=7),
    Condition("recent-peel-or-laser", "A peel or a laser treatment in the last two weeks",
              "zone", _HOUSE, _SKIN, lasts_days=14, counts_as="retinoid-irritation"),
    Condition("retinoid-irritation", "Skin that stings or flakes from a retinoid",
              "zone", _HOUSE, _SKIN, lasts_days=14),
    Condition("skin-medication", "Medicine that acts on the skin, and you have not asked whether massage suits it",
              "zone", _SKIN_ADVICE, _SKIN, advice="ask whoever prescribed it; once they agree, remove this"),
    Condition("trigeminal-neuralgia", "Pain that shoots through the face when it is touched or moves",
              "zone", _HOUSE, _NEAR_SKIN, loads=(*_EFFORT, "wide", "tongue")),
    Condition("active-acne", "Acne that is inflamed just now",
              "zone", _SKIN_ADVICE, _SKIN),
    Condition("rosacea-flare", "Rosacea that is flaring up",
              "zone", _SKIN_ADVICE, _SKIN),
    Condition("eczema-flare", "Eczema or dermatitis that is flaring up",
              "zone", _SKIN_ADVICE, _SKIN),
    Condition("facial-palsy", "A known palsy of the face, until your therapist has shown you what suits it",
              "zone", _HOUSE, _SKIN, loads=_EFFORT),
    Condition("eye-infection", "A red, sticky or infected eye",
              "zone", _HOUSE, _EYES),
    Condition("eye-surgery", "An operation on eye or lid that is not cleared for touch",
              "zone", _HOUSE, _EYES),
    Condition("glaucoma", "Glaucoma, unless your eye doctor is happy with touch round the eye",
              "zone", _HOUSE, _EYES),
    Condition("contact-lenses-in", "Contact lenses in; take them out and this is over",
              "zone", _HOUSE, _EYES, lasts_days=1),
    Condition("retinal-detachment", "A retina that is torn or has come off, now or in the past",
              "zone", _HOUSE, _EYES),
    Condition("keratoconus", "A cornea that bulges or thins",
              "zone", _HOUSE, _EYES),
    Condition("jaw-trauma", "A blow or a break to the jaw that is not healed",
              "zone", _HOUSE, _JAW,
              loads=("jaw", "wide", "resist", "tongue", *_EFFORT)),
    Condition("carotid-disease", "Narrowed arteries in the neck, or a murmur heard there",
              "neck", "a case report (E19)", _NECK, loads=_NECK_HELD),
    Condition("stroke-or-tia", "A stroke, or a passing one, at any time",
              "neck", "summaries for clinicians (E20)", _NECK, loads=_NECK_HELD),
    Condition("arrhythmia", "A heart that beats out of rhythm",
              "neck", _LYMPH_NOTES, _NECK),
    Condition("thyroid-problem", "A thyroid that is overactive, enlarged or being treated",
              "neck", _LYMPH_NOTES, _NECK),
    Condition("over-60-ask-first", "Over sixty, and you have not asked a doctor about touch at the neck",
              "neck", _LYMPH_NOTES, _NECK),
    Condition("neck-injury", "A neck that was hurt and still complains",
              "neck", _HOUSE, _NECK, loads=("neck", *_NECK_HELD)),
    Condition("neck-surgery", "An operation on the neck that is not cleared for touch",
              "neck", _HOUSE, _NECK, loads=("neck", *_NECK_HELD)),
    Condition("neck-instability", "A neck that may be loose: from whiplash, rheumatism there, or Down syndrome",
              "neck", _HOUSE, _NECK, loads=("neck", *_NECK_HELD)),
    Condition("cancer-treatment-head-neck", "Cancer of the head or neck, now or in the past",
              "neck", "teaching notes and intraoral screening (E14, E17)", (*_NECK, *_MOUTH), techniques=_LYMPH,
              loads=("drain",), advice="ask those who treat you before any hand on the face"),
    Condition("dental-surgery", "A tooth out, an implant, a graft or other dental work still healing",
              "mouth", _INTRAORAL, _TOOTH, loads=("wide", "resist", *_PULLING)),
    Condition("mouth-ulcer", "A sore place inside the mouth",
              "mouth", _INTRAORAL, _MOUTH, loads=_PULLING),
    Condition("gum-infection", "Gums that are infected or bleed easily",
              "mouth", _INTRAORAL, _MOUTH, loads=_PULLING),
    Condition("tooth-abscess", "A tooth that throbs, or an abscess",
              "mouth", _INTRAORAL, _TOOTH, loads=("resist", *_PULLING)),
    Condition("jaw-dislocation", "A jaw that has slipped out of its joint before",
              "mouth", _INTRAORAL, _MOUTH, loads=("wide", "resist")),
    Condition("bisphosphonates", "Bisphosphonates, medicines that slow the turnover of bone",
              "mouth", _INTRAORAL, _MOUTH),
    Condition("latex-allergy", "An allergy to latex, which some gloves are made of",
              "mouth", _INTRAORAL, _MOUTH),
    Condition("strong-gag-reflex", "Touch far back in the mouth makes you gag",
              "mouth", _INTRAORAL, _MOUTH),
    Condition("sharp-braces", "Braces or wires with edges that scratch",
              "mouth", _INTRAORAL, _MOUTH, loads=_PULLING),
    Condition("jaw-catching", "A jaw that clicks and sometimes sticks",
              "tool", _INTRAORAL, loads=("wide", "resist")),
    Condition("hypermobile-jaw", "A jaw that opens further than it should",
              "tool", _HOUSE, loads=("wide",)),
    Condition("temple-tenderness", "Temples or chewing muscles that are sore when pressed, as clenching makes them",
              "tool", _HOUSE, cap="light",
              advice="new pain there, past fifty, or with changed sight or pain on chewing, is for a doctor today"),
    Condition("anticoagulant", "Medicine that thins the blood",
              "tool", "our own rule; screening inside the mouth (E17)", _MOUTH, techniques=_TOOLS, cap="feather"),
    Condition("bleeding-disorder", "Blood that is slow to clot",
              "tool", _INTRAORAL, _MOUTH, techniques=_TOOLS, cap="feather", counts_as="anticoagulant"),
    Condition("bruises-easily", "You bruise from very little",
              "tool", _HOUSE, techniques=_TOOLS, cap="feather"),
    Condition("clot", "A blood clot, now or under treatment",
              "tool", _LYMPH_NOTES, _NECK, techniques=_LYMPH),
    Condition("heart-failure", "A heart that does not pump as it should",
              "tool", _LYMPH_NOTES, techniques=_LYMPH, loads=("drain",)),
    Condition("kidney-failure", "Kidneys that do not clear fluid as they should",
              "tool", _LYMPH_NOTES, techniques=_LYMPH, loads=("drain",)),
    Condition("cancer-elsewhere", "Cancer in treatment, or lymph nodes taken out, anywhere but head and neck",
              "tool", _LYMPH_NOTES, techniques=_LYMPH, loads=("drain",),
              advice="ask those who treat you before any massage"),
    Condition("cold-urticaria", "Cold brings you out in weals",
              "tool", _HOUSE, techniques=("roll",), loads=("cold",)),
    Condition("isotretinoin", "Isotretinoin, now or in the last six months",
              "tool", _SKIN_ADVICE, techniques=("friction", *_TOOLS), cap="feather"),
    Condition("sensitive-skin", "Skin that stings or reddens from very little",
              "tool", _SKIN_ADVICE, techniques=("tapotement", "pinching"), cap="light", loads=("dry",)),
    Condition("changing-spot", "A mole or a lump on the face or neck that changes",
              "ask", _SKIN_ADVICE, advice="have it seen soon, and until then never go over it"),
    Condition("pregnancy", "You are expecting",
              "ask", _HOUSE, advice="ask your midwife or doctor about swelling, headache and blood pressure"),
)  # fmt: skip

CONDITIONS: dict[str, Condition] = {condition.name: condition for condition in _TABLE}


def named(name: str) -> Condition:
    """Return the condition of a name or of an everyday word; raises CoachError with the near miss."""
    slug = folded(name)
    meant = (slug,) if slug in CONDITIONS else CONDITION_WORDS.get(slug, ())
    if len(meant) == 1:
        return CONDITIONS[meant[0]]
    if meant:
        which = listed([f"`{one}` ({CONDITIONS[one].sentence.lower()})" for one in meant], "or")
        raise CoachError(f"`{name[:60]}` may mean more than one thing", f"name the one that is so: {which}")
    hint = guess(slug, [*CONDITIONS, *CONDITION_WORDS], "`facecoach safety` lists those it knows")
    raise CoachError(f"there is no condition `{name[:60]}`", hint)


def firmer(pressure: Pressure, cap: Pressure) -> bool:
    """Whether a pressure is above a cap."""
    return PRESSURES.index(pressure) > PRESSURES.index(cap)


def firmest(pressures: Iterable[Pressure]) -> int:
    """Return how firm the firmest is, from 0 for feather; -1 for none."""
    return max(map(PRESSURES.index, pressures), default=-1)


def _hands_on(zones: Iterable[ZoneName]) -> str:
    if set(_SKIN) <= set(zones):
        return "hands on the face"
    places = [ZONES[zone].label.lower() for zone in zones]
    return f"hands on: {', '.join(places)}" if places else ""
