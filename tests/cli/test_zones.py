"""`zones`: the map of the face, and one zone at length."""

from __future__ import annotations

import json
from operator import ne

import pytest

from facecoach.cli.complete import zone_names
from facecoach.face.atlas import bundled_atlas
from facecoach.face.chart import chart, letters
from facecoach.knowledge.anatomy import ZONES, ZoneName
from facecoach.knowledge.colours import ZONE_TINTS
from facecoach.knowledge.places import placed
from facecoach.screen.spans import tint
from world import Coach

ATLAS = bundled_atlas()
HALVES = set("▀▄")


def written(cells: tuple[tuple[object, ...], ...]) -> list[str]:
    """Return the letters on a map."""
    return sorted(str(cell[0]) for cell in cells if str(cell[0]).isalpha())


@pytest.mark.parametrize("size", [(80, 24), (100, 30)])
def test_map_fits(coach: Coach, size: tuple[int, int]) -> None:
    """The map and its legend name every zone and leave a line for the prompt."""
    shown = coach("zones", terminal=size).screen(*size)
    assert all(any(zone in line for line in shown) for zone in ZONES)
    assert HALVES & set("".join(shown))
    assert shown[-1] == ""
    assert "in a mirror" in shown[0]


@pytest.mark.parametrize("mode", ["half", "stone256", "braille"])
@pytest.mark.parametrize("rows", [17, 20, 30])
def test_letters(mode: str, rows: int) -> None:
    """Each zone has a letter of its own on the map, and none hides another's."""
    frame = chart(rows * 3 // 2, rows, mode, "mannequin", {zone: tint(zone) for zone in ATLAS.zones})  # type: ignore[arg-type]  # one of the modes
    assert written(tuple(cell for row in frame for cell in row)) == sorted(letters().values())


@pytest.mark.parametrize("zone", ATLAS.zones)
def test_own_colour(zone: ZoneName) -> None:
    """A zone that is given another colour is seen in it on the map."""
    tints = {name: tint(name) for name in ATLAS.zones}
    one, other = (
        [cell for row in chart(30, 20, "half", "mannequin", tones) for cell in row]
        for tones in (tints, tints | {zone: (0, 255, 0)})
    )
    assert sum(map(ne, one, other)) > 3


def test_colours_differ() -> None:
    """No two zones share a colour."""
    assert len({one.number for one in ZONE_TINTS.values()}) == len(ZONES) == len(ZONE_TINTS)


def test_one_zone(coach: Coach) -> None:
    """One zone says what lies there, how firmly it may be worked, what to keep clear of, and which routines work it."""
    out = coach("zones", "neck", terminal=(100, 30)).out
    for words in ("sternocleidomastoid", "feather", "carotid", "Glide past only", "Windpipe", "morning"):
        assert words in out
    assert HALVES & set(out)


def test_piped(coach: Coach) -> None:
    """Into a pipe go words only: no picture, no control codes, no ellipsis."""
    out = coach("zones").out + coach("zones", "jaw").out
    assert not HALVES & set(out)
    assert not {"\x1b", "…"} & set(out)
    assert "temporoparietalis" in out
    assert "masseter" in out


def test_without_colour(coach: Coach) -> None:
    """Without colour a terminal gets dots and letters."""
    coach.env["NO_COLOR"] = "1"
    out = coach("zones", terminal=(80, 24)).out + coach("zones", "jaw", terminal=(80, 24)).out
    assert any("\u2800" < char <= "\u28ff" for char in out)
    assert "38;2" not in out
    assert not HALVES & set(out)


def test_words_by_wish(coach: Coach) -> None:
    """Whoever wishes for words gets no picture in a terminal either."""
    coach.write("settings.yaml", "face: words\n")
    assert not HALVES & set(coach("zones", "jaw", terminal=(100, 30)).out)


def test_as_json(coach: Coach) -> None:
    """As JSON each zone has its words, its cap, what to keep clear of and the routines that work it."""
    found = {item["zone"]: item for item in json.loads(coach("zones", "--json").out)}
    assert set(found) == set(ZONES)
    assert set(found["jaw"]) == {
        "zone", "label", "muscles", "cap", "does", "tension", "worked", "routines", "keep_clear",
    }  # fmt: skip
    assert [clear["name"] for clear in found["neck"]["keep_clear"]] == ["carotid", "throat"]
    assert "jaw-six" in found["jaw"]["routines"]
    assert [item["zone"] for item in json.loads(coach("zones", "eyes", "--json").out)] == ["eyes"]


def test_near_miss(coach: Coach) -> None:
    """A zone that is nearly right gets the right one proposed, any other the list."""
    result = coach("zones", "jwa")
    assert (result.code, "did you mean `jaw`?" in result.err) == (1, True)
    assert "lists all 17" in coach("zones", "xyzzy").err


@pytest.mark.parametrize(
    ("written", "zone"),
    [("tmj", "jaw"), ("TMJ", "jaw"), ("lips", "mouth"), ("Masseter", "jaw"), ("Double Chin", "under-jaw"),
     ("eye ring", "eyes"), ("inside_mouth", "inside-mouth"), ("JAW", "jaw"), ("procer", "glabella")],
)  # fmt: skip
def test_everyday_words(coach: Coach, written: str, zone: ZoneName) -> None:
    """A zone is found by its label, a muscle or an everyday word, in small and large letters."""
    assert [item["zone"] for item in json.loads(coach("zones", written, "--json").out)] == [zone]
    assert coach("zones", written).out == coach("zones", zone).out


def test_muscle_of_several_zones(coach: Coach) -> None:
    """A muscle that lies in several zones shows them all."""
    found = [item["zone"] for item in json.loads(coach("zones", "platysma", "--json").out)]
    assert found == ["jawline", "neck", "decolletage"]
    out = coach("zones", "platysma").out
    assert all(ZONES[zone].label in out for zone in found)


@pytest.mark.parametrize("muscle", sorted({muscle for zone in ZONES.values() for muscle in zone.muscles}))
def test_every_muscle(muscle: str) -> None:
    """Every muscle finds the zones in which it lies, and no other."""
    assert placed(muscle) == tuple(zone for zone in ZONES.values() if muscle in zone.muscles)


def test_half_a_muscle(coach: Coach) -> None:
    """A few letters are no muscle, but may be a near miss of one."""
    result = coach("zones", "mass")
    assert (result.code, "did you mean `masseter`?" in result.err) == (1, True)


def test_completion() -> None:
    """The shell completes zones."""
    assert zone_names("jaw") == ["jaw", "jawline"]
