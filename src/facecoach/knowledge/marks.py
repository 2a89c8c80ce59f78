"""The letter that stands for each zone wherever its name has no room, or its colour is not seen."""

from __future__ import annotations

MARKS: dict[str, str] = {
    "face": "W", "forehead": "F", "glabella": "B", "temples": "T", "eyes": "E", "nose": "N", "cheeks": "C",
    "mouth": "M", "smile-lines": "S", "chin": "H", "jaw": "J", "jawline": "L", "under-jaw": "U", "neck": "K",
    "decolletage": "D", "inside-mouth": "I", "scalp": "P",
}  # fmt: skip


def zone_mark(zone: str) -> str:
    """Return the letter that stands for a zone; that of the whole face for a name that is none."""
    return MARKS.get(zone, MARKS["face"])
