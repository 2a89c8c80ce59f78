"""The rules that `check` holds a routine against: each with its sentence, its reason, and where that comes from."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from facecoach.safety import craft, hazards
from facecoach.safety.fault import Fault
from facecoach.safety.touch import Worked

Severity = Literal["error", "warning"]

IDLE = "FC310"


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: what it asks in a sentence, why, the source, and the function that finds what goes against it."""

    code: str
    severity: Severity
    sentence: str
    reason: str
    source: str
    find: Callable[[Worked], Iterator[Fault]]


_MISTAKES = "the mistakes that massage articles warn of"
_OURS = "our own, from practice"


def explained() -> list[str]:
    """Return each rule with its reason and where that comes from, for people to read."""
    return [f"**{rule.code}** {rule.sentence}. {rule.reason} ({rule.source})." for rule in RULES]


def _none(_: Worked) -> Iterator[Fault]:
    """Yield nothing: `check` itself finds idle `allow` comments, once all other rules have run."""
    yield from ()


RULES: tuple[Rule, ...] = (
    Rule("FC201", "error", "No pressure is above the cap of its zone",
         "Thin skin bruises and small vessels break; only the chewing muscle stands more than a light hand",
         _MISTAKES, hazards.too_firm),
    Rule("FC202", "error", "Nothing presses, kneads or pinches on the throat, under the jaw or close to the eye",
         "The carotid lies beside the throat: a case report tells of a stroke after massage of one's own neck",
         "J Med Case Reports 2021 (E19); notes on carotid massage (E20)", hazards.pressed_where_clear),
    Rule("FC203", "error", "Strokes go up and out, except drainage to the collarbone and along the masseter's fibres",
         "Downward pulls drag the skin; fluid drains down the neck, and the masseter runs down to the jaw's corner",
         f"{_MISTAKES}; home handouts for the masseter (E13)", hazards.downward),
    Rule("FC204", "error", "Nothing glides or kneads on dry skin",
         "Without slip the skin is dragged along; lymph strokes stretch it and let go, so they need none",
         f"{_MISTAKES}; leaflets on lymph work (E15)", hazards.dry),
    Rule("FC205", "error", "Hands are clean before they touch the face",
         "What is on the fingers is rubbed in", _MISTAKES, hazards.unwashed),
    Rule("FC206", "error", "Round the eyes: ring fingers only, or a pinch along the brow, a light tool, still palms",
         "The ring finger is the weakest, and the skin there the thinnest",
         "a published ten-minute routine", hazards.heavy_on_eyes),
    Rule("FC207", "warning", "Lymph work begins at the neck",
         "Fluid needs somewhere to go: the collarbone and the neck are opened before the face",
         "teaching on lymph drainage (E14)", hazards.face_before_neck),
    Rule("FC208", "error", "Finger work inside the mouth lists what rules it out",
         "It is for those whom a clinician showed how, and not with sores, fresh dental work or a jaw that locks",
         "screening before work inside the mouth (E17)", hazards.unscreened),
    Rule("FC209", "warning", "A cue promises nothing",
         "Lasting lift, fewer wrinkles and detox have not been shown; most studies are small and compare with nobody",
         "a systematic review (E4) and the studies since", hazards.promises),
    Rule("FC301", "warning", "A whole-face massage includes the neck",
         "The neck is what most people skip, and where fluid from the face goes", _MISTAKES, craft.neck_left_out),
    Rule("FC302", "warning", "A step lasts three minutes at most",
         "Longer in one place tires skin and attention", _OURS, craft.long_step),
    Rule("FC303", "warning", "A session lasts fifteen minutes at most",
         "Five gentle minutes a day are kept up more easily than thirty once a week", _MISTAKES, craft.long_session),
    Rule("FC304", "warning", "A cue can be heard in the time of its move",
         "Calm speech is about two and a half words a second", _OURS, craft.wordy),
    Rule("FC305", "warning", "A step has a title",
         "It is what one reads at a glance, from a metre away", _OURS, craft.untitled),
    Rule("FC306", "warning", "A routine says what it is about",
         "`list` and `show` have nothing else to go by", _OURS, craft.unexplained),
    Rule(IDLE, "warning", "An `allow` silences something",
         "One that does not is a leftover, or stands on the wrong line", _OURS, _none),
)  # fmt: skip
