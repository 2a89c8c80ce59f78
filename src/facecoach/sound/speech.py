"""Speech as samples, by a voice of the machine that can write a file."""

from __future__ import annotations

import os
import wave
from array import array
from collections.abc import Callable, Sequence

from facecoach.errors import CoachError
from facecoach.session.voice import plain
from facecoach.sound.synthesis import LOUDEST, RATE, amplitude

FILE = "{}"  # stands for the file in a command
_WINDOWS = (
    "[Console]::InputEncoding = [Text.Encoding]::UTF8; Add-Type -AssemblyName System.Speech; "
    "$voice = New-Object System.Speech.Synthesis.SpeechSynthesizer; "
    f"$voice.SetOutputToWaveFile('{FILE}'); $voice.Speak([Console]::In.ReadToEnd()); $voice.Dispose()"
)
WRITERS = (
    ("say", "-o", FILE, "--file-format=WAVE", f"--data-format=LEI16@{RATE}", "-f", "-"),
    ("espeak-ng", "-w", FILE, "--stdin"),
    ("espeak", "-w", FILE, "--stdin"),
    ("powershell.exe", "-NoProfile", "-Command", _WINDOWS),
)
LIMIT = 20.0  # seconds that a voice may take to write one text
PEAK = -3.0  # decibels below full scale at which what is said peaks, whatever the voice

INSTEAD = "`--no-voice` does without it"

Finished = Callable[[Sequence[str], str, float], bool]


def find_writer(which: Callable[[str], str | None]) -> tuple[str, ...] | None:
    """Return the command that writes speech into a file, if the machine has one."""
    return next(((found, *rest) for name, *rest in WRITERS if (found := which(name))), None)


class Dictation:
    """Texts spoken into files of a folder, each once; the folder is the caller's to remove."""

    def __init__(self, command: Sequence[str], finished: Finished, folder: str) -> None:
        self._command, self._finished, self._folder = command, finished, folder
        self._files: dict[str, str] = {}

    def seconds(self, text: str) -> float:
        """Return how long a text takes; raises CoachError when the voice does not speak it."""
        sound, rate = self._read(text)
        return len(sound) / rate

    def samples(self, text: str) -> array[int]:
        """Return a text as one channel of 16 bit at the rate of the tones; raises CoachError like `seconds`."""
        return levelled(resampled(*self._read(text)))

    def _read(self, text: str) -> tuple[array[int], int]:
        """Return one channel of what a voice wrote, and its rate."""
        try:
            with wave.open(self._written(text), "rb") as file:
                rate, wide, deep = file.getframerate(), file.getnchannels(), file.getsampwidth()
                raw = file.readframes(file.getnframes())
        except FileNotFoundError:
            raise CoachError("the voice spoke a cue into no file: no room for it, or it was ended", INSTEAD) from None
        except (OSError, EOFError, wave.Error) as fault:
            raise CoachError(f"the voice did not speak a cue: {fault}", INSTEAD) from None
        if deep != array("h").itemsize:
            raise CoachError("the voice does not write 16 bit samples", INSTEAD)
        return array("h", raw)[::wide], rate

    def _written(self, text: str) -> str:
        """Return the file of a text; raises OSError when the voice cannot be started."""
        if text not in self._files:
            path = os.path.join(self._folder, f"{len(self._files)}.wav")
            self._finished([_into(path, part) for part in self._command], plain(text), LIMIT)
            self._files[text] = path
        return self._files[text]


def _into(path: str, part: str) -> str:
    """Return a part of a command with the file's name filled in; within a script it stands in single quotes."""
    return path if part == FILE else part.replace(f"'{FILE}'", "'" + path.replace("'", "''") + "'")


def resampled(sound: array[int], rate: int) -> array[int]:
    """Return one channel at the rate of the tones, by lines between its samples."""
    if rate == RATE or not sound:
        return sound
    count, last = len(sound) * RATE // rate, len(sound) - 1
    places = (number * rate / RATE for number in range(count))
    return array("h", (_between(sound, int(place), place % 1, last) for place in places))


def _between(sound: array[int], place: int, part: float, last: int) -> int:
    return round(sound[place] * (1 - part) + sound[min(place + 1, last)] * part)


def levelled(sound: array[int]) -> array[int]:
    """Return one channel with its peak where all speech has it; silence stays silence."""
    peak = max(max(sound, default=0), -min(sound, default=0))
    factor = LOUDEST * amplitude(PEAK) / peak if peak else 1.0
    up = [int(height * factor) for height in range(peak + 1)]
    return array("h", map([*up, *(-height for height in reversed(up[1:]))].__getitem__, sound))
