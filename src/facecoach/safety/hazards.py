"""What could harm a face: the safety rules, each a function from a routine and its moves to its faults."""

from __future__ import annotations

from collections.abc import Iterator

from facecoach.knowledge.anatomy import PRESSURES, ZONES, Technique, ZoneName
from facecoach.knowledge.conditions import firmer
from facecoach.knowledge.strokes import HANDS_ON, TOOLS
from facecoach.safety.fault import Fault
from facecoach.safety.touch import NECK, Loc, Part, Worked
from facecoach.safety.wording import way_down, words

SCREENED = (
    "dental-surgery", "mouth-ulcer", "gum-infection", "tooth-abscess", "cold-sore", "jaw-locked", "jaw-dislocation",
    "cancer-treatment-head-neck", "bisphosphonates", "anticoagulant", "latex-allergy", "strong-gag-reflex",
)  # fmt: skip

_GENTLE_ON_NECK: frozenset[Technique] = TOOLS | {"effleurage", "lymphatic-drainage", "heat"}
_ROUGH_ON_EYES: frozenset[Technique] = frozenset(("petrissage", "knuckling"))
_THROAT: frozenset[ZoneName] = frozenset(("neck", "under-jaw"))
_OFF_FACE: frozenset[ZoneName] = _THROAT | NECK | {"face", "inside-mouth"}

_FIBRES = words("fib(re|er)s?")
_COLLARBONE = words("collar-?bones?")
_CLEAN = words(r"(clean|washed|saniti[sz]ed)\b.*\bhands|hands\b.*\b(clean|washed|saniti[sz]ed)")
_RING = words("ring[ -]fingers?")
_INSIDE = words("fingers?|fingertips?|thumbs?|gloves?|gloved|tool|brush|roller")
_OUTSIDE = words("outside")
_CLAIM = words(
    r"detox\w*|toxins?|collagen|elastin|wrinkl\w*|fine lines|anti-?\s?age?ing|slimm\w*|slims|rejuvenat\w*|youthful|"
    r"younger|sculpt\w*|lifts|lifted|face-?\s?lift\w*|lifting effect|reshap\w*"
)


def too_firm(worked: Worked) -> Iterator[Fault]:
    """Yield pressure above the cap of a zone."""
    for part in worked.parts:
        tender = ZONES[min(part.zones, key=lambda zone: (PRESSURES.index(ZONES[zone].cap), zone != part.zone, zone))]
        pressure = part.move.pressure
        if pressure and firmer(pressure, tender.cap):
            message = f"`{pressure}` is too firm here ({tender.label.lower()})"
            yield Fault(part.at("pressure"), message, f"at most `{tender.cap}`")


def pressed_where_clear(worked: Worked) -> Iterator[Fault]:
    """Yield pressing, kneading and pinching where an artery, the windpipe or an eye lies."""
    for part in worked.parts:
        technique = part.technique
        if technique is None or not part.hands_on or technique == "isometric":
            continue
        named = technique.replace("-", " ")
        if part.zones & _THROAT and technique not in _GENTLE_ON_NECK:
            hint = "only glide here; the back of the neck may be squeezed: give it the zone `face`"
            yield Fault(_how(part), f"{named} where the artery and the windpipe lie", hint)
        elif "eyes" in part.zones and technique in _ROUGH_ON_EYES:
            yield Fault(_how(part), f"{named} so close to the eye", "tap or stroke on the bone, with the ring fingers")


def downward(worked: Worked) -> Iterator[Fault]:
    """Yield downward strokes other than drainage to the collarbone and along the masseter's fibres."""
    for part in worked.parts:
        if part.technique == "isometric" or (part.technique is not None and not part.hands_on):
            continue
        field, word = way_down(part.move)
        if field and not (_drains(part) or _along_fibres(part)):
            hint = "up and out; only drainage to the collarbone and the masseter's fibres run down"
            yield Fault(part.at(field), "a downward stroke", hint, word)


def dry(worked: Worked) -> Iterator[Fault]:
    """Yield the first gliding or kneading stroke, when nothing before it makes the skin slippery."""
    found = next((part for part in worked.parts if "dry" in part.loads), None)
    if found:
        hint = "put a step with `technique: slip` before it, or `oil` among the routine's `needs`"
        yield Fault(_how(found), f"{found.technique} on dry skin", hint)


def unwashed(worked: Worked) -> Iterator[Fault]:
    """Yield the first touch, when nothing before it says that the hands are clean."""
    if any(_CLEAN.search(need) for need in worked.routine.needs):
        return
    for part in worked.parts:
        if part.technique in ("cleanse", "slip"):
            return
        if part.hands_on:
            hint = "put `clean hands` among the routine's `needs`, or begin with `technique: cleanse`"
            yield Fault(_how(part), "hands on the face before they are clean", hint)
            return


def heavy_on_eyes(worked: Worked) -> Iterator[Fault]:
    """Yield work round the eyes by anything but ring fingers, a pinch along the brow, a light tool or still palms."""
    for part in worked.parts:
        allowed = part.technique in TOOLS | {"hold", "heat"} or "brow-pinch" in part.move.stroke
        if "eyes" in part.zones and part.hands_on and not allowed and not _RING.search(part.move.with_ or ""):
            given = f"`{part.move.with_}`" if part.move.with_ else "fingers that are not named"
            yield Fault(part.at("with"), f"work round the eye with {given}", "write `with: ring fingers`")


def face_before_neck(worked: Worked) -> Iterator[Fault]:
    """Yield the first lymph stroke on the face, when no hand has been on the neck before it."""
    for part in worked.parts:
        if part.hands_on and part.zones & NECK:
            return
        if part.technique == "lymphatic-drainage" and part.zone not in _OFF_FACE:
            yield Fault(_how(part), "lymph work on the face before the neck", "open the neck and the collarbone first")
            return


def unscreened(worked: Worked) -> Iterator[Fault]:
    """Yield finger work inside the mouth whose routine does not list what rules it out."""
    missing = [name for name in SCREENED if name not in worked.routine.avoid_if]
    for part in worked.parts:
        if missing and part.zone == "inside-mouth" and _fingers_in(part):
            hint = f"put among `avoid_if`: {', '.join(missing)}"
            yield Fault(_how(part), "finger work inside the mouth without its cautions", hint)
            return


def promises(worked: Worked) -> Iterator[Fault]:
    """Yield words in a cue that promise what has not been shown."""
    for part in worked.parts:
        for field, text in (("cue", part.move.cue), ("say", part.move.say or "")):
            if found := _CLAIM.search(text):
                hint = "say what to do and what it feels like"
                yield Fault(part.at(field), f"`{found[0]}` promises too much", hint, found[0])


def _how(part: Part) -> Loc:
    """Return the path of the field that says how a part is worked."""
    move = part.move
    written = (("technique", move.technique), ("stroke", move.stroke), ("with", move.with_))
    return part.at(next((field for field, value in written if value), "cue"))


def _drains(part: Part) -> bool:
    told = f"{part.move.direction} {part.move.cue}"
    drainage = part.technique == "lymphatic-drainage" or "neck-drain-down" in part.move.stroke
    return bool(part.zones & NECK and (drainage or _COLLARBONE.search(told)))


def _along_fibres(part: Part) -> bool:
    told = f"{part.move.direction} {part.move.cue}"
    return part.zone == "jaw" and ("masseter-slide" in part.move.stroke or bool(_FIBRES.search(told)))


def _fingers_in(part: Part) -> bool:
    tool = part.move.with_ or ""
    if _OUTSIDE.search(tool):
        return False
    return bool(_INSIDE.search(tool)) or (part.technique in HANDS_ON and "tongue" not in tool)
