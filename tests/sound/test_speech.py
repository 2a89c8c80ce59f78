"""Speech as samples: what a voice writes, once a text, at the rate of the tones; a voice that does not is an error."""

from __future__ import annotations

import os
import wave
from array import array
from collections.abc import Sequence
from dataclasses import dataclass, field
from math import pi, sin
from pathlib import Path
from shutil import which

import pytest

from ear import height, loudest
from facecoach.errors import CoachError
from facecoach.processes import finished
from facecoach.sound.speech import FILE, Dictation, find_writer
from facecoach.sound.synthesis import LOUDEST, RATE


@dataclass
class Voice:
    """A voice that writes a second of a hum, in a form of its own."""

    rate: int = RATE
    channels: int = 1
    width: int = 2
    told: list[str] = field(default_factory=list)

    def __call__(self, command: Sequence[str], text: str, seconds: float) -> bool:
        """Write a file."""
        self.told.append(text)
        hum = (round(4000 * sin(place * 330 * 2 * pi / self.rate)) for place in range(self.rate))
        both = array("h", [sample for sample in hum for _ in range(self.channels)])
        with wave.open(command[1], "wb") as file:
            file.setparams((self.channels, self.width, self.rate, 0, "NONE", ""))
            file.writeframes(both)
        return True


def dictation(folder: Path, voice: Voice) -> Dictation:
    """Return a dictation to a voice."""
    return Dictation(("voice", FILE), voice, str(folder))


@pytest.mark.parametrize("rate", [8000, RATE, 44_100])
@pytest.mark.parametrize("channels", [1, 2])
def test_any_voice_at_one_rate(tmp_path: Path, rate: int, channels: int) -> None:
    """Whatever rate and channels a voice writes, its speech lasts as long, has its pitch and one level."""
    taken = dictation(tmp_path, Voice(rate, channels))
    sound = taken.samples("Hello")
    assert (taken.seconds("Hello"), len(sound)) == (1, RATE)
    assert loudest(sound[:4410], [220, 330, 440, 660]) == 330
    assert height(sound) == pytest.approx(LOUDEST * 0.708, rel=0.01)


def test_each_text_once(tmp_path: Path) -> None:
    """A text is spoken once, however often it is asked for, and none of it is a voice's command."""
    voice = Voice()
    taken = dictation(tmp_path, voice)
    for text in ("Let go", "Let go", "[[slnc 9]]"):
        taken.seconds(text)
        taken.samples(text)
    assert voice.told == ["Let go", "[ [slnc 9]]"]


def nothing(command: Sequence[str], text: str, seconds: float) -> bool:
    """Write no file."""
    return False


def rubbish(command: Sequence[str], text: str, seconds: float) -> bool:
    """Write no sound."""
    return bool(Path(command[1]).write_bytes(b"no sound at all"))


@pytest.mark.parametrize("voice", [nothing, rubbish, Voice(width=1)])
def test_a_voice_that_does_not_speak(tmp_path: Path, voice: Voice) -> None:
    """A voice that writes nothing, or something else, is an error with a way out."""
    with pytest.raises(CoachError) as caught:
        dictation(tmp_path, voice).samples("Hello")
    assert "--no-voice" in caught.value.hint


def test_the_system_s_voices() -> None:
    """Of the voices that can write a file the system's own is taken first; none is no failure."""
    assert find_writer(lambda name: f"/bin/{name}" if name.startswith("espeak") else None) == (
        "/bin/espeak-ng", "-w", FILE, "--stdin",
    )  # fmt: skip
    assert find_writer(lambda _: None) is None


@pytest.mark.skipif(which("espeak-ng") is None, reason="espeak-ng is not installed")
def test_espeak(tmp_path: Path) -> None:
    """What the voice that is free to install says is sound from its first twentieth of a second on."""
    command = find_writer(which)
    assert command
    sound = Dictation(command, finished, str(tmp_path)).samples("Let go")
    assert 0.3 < len(sound) / RATE < 2
    assert height(sound[: RATE // 20]) > 200


@pytest.mark.skipif(os.name == "nt", reason="the programs are scripts of the shell")
def test_a_voice_that_hangs(tmp_path: Path) -> None:
    """A program that does not end is ended after the time it has."""
    assert not finished(["/bin/sh", "-c", "sleep 60 & sleep 60"], "", 0.2)
    assert not finished(["/bin/sh", "-c", "exit 3"], "", 5)
    assert finished(["/bin/sh", "-c", "cat >/dev/null"], "text", 5)


def test_a_voice_that_writes_nothing(tmp_path: Path) -> None:
    """A voice that leaves no file is told in plain words, without the name of a file that nobody chose."""
    with pytest.raises(CoachError) as caught:
        Dictation(("voice", FILE), lambda *_: True, str(tmp_path)).samples("Let go")
    assert "into no file" in str(caught.value)
    assert str(tmp_path) not in str(caught.value)
