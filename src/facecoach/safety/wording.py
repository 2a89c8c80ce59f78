"""What the words of a move say where its fields do not: hands, oil, cold, and which way a stroke runs."""

from __future__ import annotations

import re

from facecoach.routine.model import Move


def words(pattern: str) -> re.Pattern[str]:
    """Return a pattern that finds whole words, in lower or upper case."""
    return re.compile(rf"\b({pattern})\b", re.IGNORECASE)


HANDS = words("hands?|palms?|fingers?|fingertips?|thumbs?|knuckles?|fists?|roller|gua sha|stone")
PALATE = words("palate|roof of the mouth")
SHOULDERS = words("shoulders?|shoulder blades?|chest|back|belly|arms?")

_NOT = r"(?<!never )(?<!not )(?<!n't )"
_DOWN = words(rf"{_NOT}down(wards?)?")
_STROKE = words(rf"{_NOT}(strok|glid|sweep|smooth|drag|pull|rub|massag|knead)\w*")
_OIL = words("oils?|oiled|serum|balm|cream|moisturi[sz]er|lotion|gel|butter")
_DRY = words("no|without|oil-free|dry")
_COLD = words(rf"{_NOT}(cold|cool|cooled|chilled|iced?|icy|frozen|fridge)")


def oily(told: str) -> bool:
    """Whether a text speaks of something that makes the skin slippery."""
    return bool(_OIL.search(told)) and not _DRY.search(told)


def cold(told: str) -> bool:
    """Whether a text speaks of something cold."""
    return bool(_COLD.search(told))


def way_down(move: Move) -> tuple[str, str]:
    """Return the field that leads a move downwards and its word for it; both are empty when it does not go down."""
    for sentence in re.split(r"[.;,]", move.cue) if move.direction is None else ():
        found = _STROKE.search(sentence) and _DOWN.search(sentence)
        if found:
            return "cue", found[0]
    found = _DOWN.search(move.direction or "")
    return ("direction", found[0]) if found else ("", "")
