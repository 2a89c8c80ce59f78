"""`export` to sound, paper and calendar: what is in the file, and what is said of it."""

from __future__ import annotations

import signal
import sys
import wave
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar
from PIL import Image
from pypdf import PdfReader

from ear import strength
from facecoach.files import create
from facecoach.processes import unwound
from facecoach.sound.synthesis import RATE
from world import HUM, Coach

SHORT = """name: Short
about: A little for the jaw
avoid_if: [fever]
steps:
  - {title: One, zone: jaw, for: 6s, cue: Small circles}
  - {title: Two, zone: neck, for: 6s, cue: Long strokes}
"""
FORMS = [("html",), ("wav",), ("png",), ("pdf",), ("ics", "--at", "07:30")]  # with the options that they need
LONG = SHORT.replace("Small circles", "Small circles and more of them. " * 10)


@pytest.fixture
def coach(tmp_path: Path) -> Coach:
    """Return a coach with a short routine of its own, and a lead-in of five seconds."""
    coach = Coach(tmp_path)
    coach.write("routines/short.yaml", SHORT)
    return coach


def heard(path: Path) -> tuple[float, list[int]]:
    """Return how many seconds a WAV lasts, and the samples of its left channel."""
    with wave.open(str(path)) as file:
        count, wide = file.getnframes(), file.getnchannels()
        data = memoryview(file.readframes(count)).cast("h")
    return count / RATE, data[::wide].tolist()


def test_a_recording(coach: Coach, tmp_path: Path) -> None:
    """A WAV is as long as the routine with its lead-in, and each title and cue is spoken where its move begins."""
    coach.voice = "/bin/espeak-ng"
    result = coach("export", "short", str(tmp_path / "a.wav"))
    seconds, sound = heard(tmp_path / "a.wav")
    assert result.code == 0
    assert seconds == pytest.approx(17, abs=0.1)
    assert {"One. Small circles", "Two. Long strokes"} <= set(coach.said)
    assert [strength(sound[round(at * RATE) :][:1000], HUM) > 1000 for at in (4, 5.5, 10, 11.5)] == [
        False, True, False, True,
    ]  # fmt: skip
    assert "a.wav` is written: 750 kB, sound, a chapter a step" in " ".join(result.err.split())


def test_settings_pace_a_recording(coach: Coach, tmp_path: Path) -> None:
    """Lead-in and change-over of the settings are those of the recording."""
    coach.write("settings.yaml", "lead_in: 9\nchange: 4\n")
    coach("export", "short", str(tmp_path / "a.wav"))
    assert heard(tmp_path / "a.wav")[0] == pytest.approx(9 + 12 + 4, abs=0.1)


def test_a_recording_without_a_voice(coach: Coach, tmp_path: Path) -> None:
    """Where no voice speaks into files there are tones alone, and that is told; as it was asked for, or not."""
    assert "it has tones alone" in " ".join(coach("export", "short", str(tmp_path / "a.wav")).err.split())
    assert "tones alone" not in coach("export", "short", str(tmp_path / "b.wav"), "--no-voice").err
    result = coach("export", "short", str(tmp_path / "c.wav"), "--voice")
    assert (result.code, "install `espeak-ng`" in result.err) == (1, True)
    assert not (tmp_path / "c.wav").exists()


def test_no_voice(coach: Coach, tmp_path: Path) -> None:
    """`--no-voice` has tones alone, though a voice were there."""
    coach.voice = "/bin/espeak-ng"
    assert coach("export", "short", str(tmp_path / "a.wav"), "--no-voice").code == 0
    assert coach.said == []


def test_a_cue_too_long_is_told(coach: Coach, tmp_path: Path) -> None:
    """A cue that is too long for its time is told by its title, with both times and what to do."""
    coach.voice = "/bin/espeak-ng"
    coach.write("routines/short.yaml", LONG)
    told = " ".join(coach("export", "short", str(tmp_path / "a.wav")).err.split())
    assert "the cue of `One` takes 16 s to say and has 6 s: its end is left out" in told
    assert "`Two` takes" not in told


def test_cautions_are_told(coach: Coach, tmp_path: Path) -> None:
    """A sound shows no cautions, so they are told when it is written."""
    assert "Not with fever" in coach("export", "short", str(tmp_path / "a.wav")).err


def test_an_mp3(coach: Coach) -> None:
    """An MP3 is as long as the WAV, through a pipe too."""
    pytest.importorskip("lameenc")
    from mutagen.mp3 import MP3

    found = MP3(BytesIO(coach("export", "short", "-", "--as", "mp3").out.encode("latin-1")))
    assert found.info.length == pytest.approx(17, abs=0.1)


def test_an_mp3_without_its_extra(coach: Coach, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the extra it says what to install, before a word is spoken, and writes nothing."""
    monkeypatch.setitem(sys.modules, "lameenc", None)
    coach.voice = "/bin/espeak-ng"
    result = coach("export", "short", str(tmp_path / "a.mp3"))
    assert (result.code, coach.said, (tmp_path / "a.mp3").exists()) == (1, [], False)
    assert "pip install 'facecoach[mp3]'" in " ".join(result.err.split())


def test_a_pipe_takes_what_a_file_takes(coach: Coach, tmp_path: Path) -> None:
    """What goes through a pipe is, byte for byte, what a file would hold."""
    for form in ("wav", "pdf", "png"):
        file = tmp_path / f"a.{form}"
        coach("export", "short", str(file))
        assert coach("export", "short", "-", "--as", form).out.encode("latin-1") == file.read_bytes()


def test_paper(coach: Coach, tmp_path: Path) -> None:
    """`--paper` is the paper of a PDF and of a picture; A4 without."""
    for args, wide, dots in (((), 595, 1654), (("--paper", "letter"), 612, 1700)):
        coach("export", "short", str(tmp_path / "a.pdf"), "--force", *args)
        coach("export", "short", str(tmp_path / "a.png"), "--force", *args)
        assert round(float(PdfReader(tmp_path / "a.pdf").pages[0].mediabox.width)) == wide
        with Image.open(tmp_path / "a.png") as page:
            assert page.width == dots


def test_a_sheet(coach: Coach, tmp_path: Path) -> None:
    """A PDF has cues, cautions and the command; what is to be done with it is told."""
    result = coach("export", "short", str(tmp_path / "a.pdf"))
    text = PdfReader(tmp_path / "a.pdf").pages[0].extract_text()
    assert all(words in text for words in ("Small circles", "Not with fever.", "facecoach run short"))
    assert "hang it by the mirror" in result.err


def test_letters_that_the_typeface_lacks(coach: Coach, tmp_path: Path) -> None:
    """Letters that cannot be drawn are told, as `show --picture` does."""
    coach.write("routines/short.yaml", SHORT.replace("Small", "首"))
    assert "首" in coach("export", "short", str(tmp_path / "a.pdf")).err


def test_too_long_for_a_picture(coach: Coach, tmp_path: Path) -> None:
    """What does not fit on one page goes into a PDF, and the picture says so."""
    step = "  - {zone: jaw, for: 60s, cue: " + "Let it hang. " * 30 + "}\n"
    coach.write("routines/short.yaml", "name: Short\nsteps:\n" + step * 60)
    result = coach("export", "short", str(tmp_path / "a.png"))
    assert (result.code, "`facecoach export short` to a `.pdf`" in " ".join(result.err.split())) == (1, True)
    assert coach("export", "short", str(tmp_path / "a.pdf")).code == 0


def test_a_calendar(coach: Coach, tmp_path: Path) -> None:
    """A calendar has the routine's name, its command and its cautions, on its days at its times, and rings."""
    file = tmp_path / "a.ics"
    result = coach("export", "short", str(file), "--at", "07:30", "--at", "21:00", "--on", "mon,fri")
    found: list[Any] = list(Calendar.from_ical(file.read_bytes()).walk("VEVENT"))
    assert [f"{one['dtstart'].dt:%a %H:%M}" for one in found] == ["Mon 07:30", "Fri 21:00"]
    for one in found:
        text = str(one["description"])
        assert str(one["summary"]) == "Short"
        assert text.splitlines() == ["facecoach run short", "A little for the jaw", "Not with fever"]
        assert len(one.walk("VALARM")) == 1
    told = " ".join(result.err.split())
    assert "at 07:30 and 21:00 on mon and fri" in told
    assert "some calendars ignore alarms from files" in told


@pytest.mark.parametrize("args", FORMS, ids=lambda args: args[0])
def test_never_over_a_file(coach: Coach, tmp_path: Path, args: tuple[str, ...]) -> None:
    """No form is written over a file that is there, except by `--force`; nothing else is left in the folder."""
    file = tmp_path / f"a.{args[0]}"
    file.write_text("mine")
    before = set(tmp_path.iterdir())
    assert coach("export", "short", str(file), *args[1:]).code == 1
    assert file.read_text() == "mine"
    assert coach("export", "short", str(file), *args[1:], "--force").code == 0
    assert file.stat().st_size > 4
    assert set(tmp_path.iterdir()) == before


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP"])
def test_ended_half_way(tmp_path: Path, name: str) -> None:
    """An export that a signal ends leaves nothing behind, and its exit code is the signal's own."""
    number = getattr(signal, name, None)
    if number is None:
        pytest.skip("Windows does not have it")
    before = signal.getsignal(number)

    def blocks() -> Iterator[bytes]:
        yield b"one"
        signal.raise_signal(number)
        yield b"two"

    with pytest.raises(SystemExit) as left, unwound():
        create(tmp_path / "a.wav", blocks())
    assert left.value.code == 128 + number
    assert list(tmp_path.iterdir()) == []
    assert signal.getsignal(number) == before
