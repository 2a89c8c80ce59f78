"""A terminal is known by its environment, as far as that goes; where it is not, nothing is assumed of it."""

from __future__ import annotations

from typing import get_args

import pytest

from facecoach.face.modes import Mode
from facecoach.screen.emulator import emulator
from facecoach.screen.live.portrait import drawn_as
from facecoach.screen.pages.reasons import NAMES, told
from facecoach.settings import FaceMode
from world import Coach

XTERM = {"TERM": "xterm-256color"}


@pytest.mark.parametrize(
    ("env", "name", "graphics", "blocks"),
    [
        ({"TERM": "xterm-kitty"}, "kitty", "kitty", "sextant"),
        (XTERM | {"KITTY_WINDOW_ID": "1"}, "kitty", "kitty", "sextant"),
        ({"TERM": "xterm-ghostty", "TERM_PROGRAM_VERSION": "1.2.3"}, "Ghostty 1.2.3", "kitty", "octant"),
        (XTERM | {"TERM_PROGRAM": "ghostty", "TERM_PROGRAM_VERSION": "1.1.0"}, "Ghostty 1.1.0", "kitty", "sextant"),
        ({"TERM": "foot"}, "foot", "sixel", "sextant"),
        (XTERM | {"VTE_VERSION": "7802"}, "VTE 7802", "none", "octant"),
        (XTERM | {"VTE_VERSION": "7006"}, "VTE 7006", "none", "sextant"),
        (XTERM | {"KONSOLE_VERSION": "230805"}, "Konsole 230805", "kitty", "quadrant"),
        (XTERM | {"KONSOLE_VERSION": "211200"}, "Konsole 211200", "open", "quadrant"),
        (
            XTERM | {"TERM_PROGRAM": "WezTerm", "TERM_PROGRAM_VERSION": "20240203-110809-5046fc22"},
            "WezTerm 20240203-110809-5046fc22", "kitty", "sextant",
        ),
        (XTERM | {"TERM_PROGRAM": "Apple_Terminal"}, "Terminal", "none", "quadrant"),
        (XTERM | {"XTERM_VERSION": "XTerm(379)"}, "xterm XTerm(379)", "open", "quadrant"),
        ({"TERM": "alacritty"}, "Alacritty", "none", "quadrant"),
        (XTERM, "", "open", "quadrant"),
        ({}, "", "open", "quadrant"),
    ],
)  # fmt: skip
def test_a_terminal_is_known_by_its_environment(env: dict[str, str], name: str, graphics: str, blocks: str) -> None:
    """Name and version tell which pictures and blocks a terminal draws."""
    found = emulator(env)
    assert (found.name, found.graphics, found.blocks) == (name, graphics, blocks)


@pytest.mark.parametrize("env", [{"TMUX": "x,1,0"}, {"STY": "1.pts"}, {"TERM": "screen-256color"}, {"ZELLIJ": "0"}])
def test_a_multiplexer_hands_on_text_alone(env: dict[str, str]) -> None:
    """Behind a multiplexer there are no pictures, and it is not asked, whatever the terminal around it is."""
    found = emulator({"TERM": "xterm-kitty", "KITTY_WINDOW_ID": "1", **env})
    assert (found.graphics, found.askable) == ("none", False)


def test_inherited_variables_do_not_count() -> None:
    """A terminal that was started from another is not taken for it."""
    assert emulator({"TERM": "st-256color", "KITTY_WINDOW_ID": "1"}).askable
    assert emulator(XTERM | {"KITTY_WINDOW_ID": "1", "XTERM_VERSION": "XTerm(379)"}).askable
    assert emulator({"TERM": "foot", "KITTY_WINDOW_ID": "1"}).name == "foot"


@pytest.mark.parametrize("mode", get_args(Mode))
def test_each_mode_has_a_name(mode: Mode) -> None:
    """Every way of drawing can be told of."""
    assert NAMES[mode]


@pytest.mark.parametrize(
    ("env", "wish", "part"),
    [
        (XTERM | {"VTE_VERSION": "7802"}, "auto", "eight blocks a cell: VTE 7802 draws their characters itself"),
        (XTERM, "half", "two blocks a cell: as the settings ask"),
        (XTERM, "auto", "four blocks a cell: this terminal may draw no finer ones; whether it shows pixels is asked"),
        (XTERM | {"TMUX": "x"}, "pixels", "four blocks a cell: tmux may draw no finer ones; it shows no pixels"),
        ({"TERM": "xterm-kitty"}, "auto", "in pixels: kitty is known to show them"),
    ],
)
def test_the_reason_is_told(env: dict[str, str], wish: FaceMode, part: str) -> None:
    """It is said how faces are drawn, and why."""
    found = emulator(env)
    assert part in told(drawn_as("truecolor", "utf-8", wish, found), wish, "truecolor", found)


def test_doctor_tells_how_faces_are_drawn(coach: Coach) -> None:
    """`doctor` says how a face is drawn in a terminal, and why, and by which settings."""
    coach.env = {"VTE_VERSION": "7802"}
    assert "eight blocks a cell" in coach("doctor", terminal=(120, 40)).out
    coach.write("settings.yaml", "face: half\n")
    assert "as the settings ask" in coach("doctor", terminal=(120, 40)).out
