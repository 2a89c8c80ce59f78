"""Chimes become files that a program plays: the first that can, one at a time, and nothing is left behind."""

from __future__ import annotations

import os
import wave
from collections.abc import Sequence
from dataclasses import dataclass, field
from math import inf
from pathlib import Path

import pytest

from ear import height
from facecoach.sound.players import FILE, PLAYERS, Chimes, find_players
from facecoach.sound.synthesis import RATE
from facecoach.sound.tones import TONES, Chime, ToneName

MOVE, TICK = Chime("move"), Chime("tick")


@dataclass
class Playing:
    """A program that plays, or does not."""

    going: bool = True
    failed: bool = False
    stopped: bool = False

    def stop(self) -> None:
        """End it."""
        self.stopped = True


@dataclass
class Machine:
    """A clock and the programs that were started on it: their commands, and how each of them does."""

    seconds: float = 0.0
    missing: tuple[str, ...] = ()
    commands: list[list[str]] = field(default_factory=list)
    playing: list[Playing] = field(default_factory=list)

    def start(self, command: Sequence[str], text: str) -> Playing:
        """Start a program; raises OSError for a missing one."""
        if command[0] in self.missing:
            raise OSError("no such program")
        self.commands.append(list(command))
        self.playing.append(Playing())
        return self.playing[-1]

    def chimes(self, *players: str, volume: int = 100, place: str = "") -> Chimes:
        """Return chimes that these players play."""
        found = tuple((player, FILE) for player in players)
        return Chimes(found, self.start, lambda: self.seconds, volume, place)

    @property
    def used(self) -> list[str]:
        """The programs that were started."""
        return [command[0] for command in self.commands]


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Return a folder for a person's files of the day."""
    return tmp_path


def test_the_best_player_first() -> None:
    """Every player of the machine is found, in the order in which they are tried."""
    assert find_players(lambda name: f"/bin/{name}" if name in ("aplay", "paplay") else None) == (
        ("/bin/paplay", FILE), ("/bin/aplay", "-q", FILE),
    )  # fmt: skip
    assert find_players(lambda _: None) == ()
    assert [name for name, *_ in PLAYERS] == ["pw-play", "paplay", "aplay", "afplay", "winsound"]


@pytest.mark.parametrize("name", TONES)
def test_files_of_tones(place: Path, name: ToneName) -> None:
    """What a player is given is a WAV of the tone's length, at the volume asked for."""
    machine = Machine()
    chimes = machine.chimes("player", volume=50, place=str(place))
    assert chimes.play(Chime(name)) == TONES[name].seconds
    with wave.open(machine.commands[0][1]) as file:
        raw = file.readframes(RATE * 9)
        assert file.getnframes() == pytest.approx(TONES[name].seconds * RATE, abs=1)
        assert (file.getframerate(), file.getsampwidth(), file.getnchannels()) == (RATE, 2, 1)
    assert 0 < height(memoryview(raw).cast("h")) < 32767 / 15
    chimes.close()


def test_a_private_folder_and_nothing_left(place: Path) -> None:
    """The files are in a folder of one's own, which is made when it is needed and gone in the end."""
    chimes = Machine().chimes("player", place=str(place))
    assert list(place.iterdir()) == []
    chimes.play(MOVE)
    (folder,) = place.iterdir()
    assert os.name == "nt" or folder.stat().st_mode & 0o777 == 0o700
    chimes.close()
    assert list(place.iterdir()) == []


def test_a_place_that_cannot_be_used(place: Path) -> None:
    """Where the place for files of the day is none, another is found."""
    machine = Machine()
    chimes = machine.chimes("player", place=str(place / "nowhere"))
    assert chimes.play(MOVE) > 0
    chimes.close()
    assert not Path(machine.commands[0][1]).exists()


def test_written_once(place: Path) -> None:
    """A tone is made once, and played from the same file after that."""
    machine = Machine()
    chimes = machine.chimes("player", place=str(place))
    chimes.play(MOVE)
    before = Path(machine.commands[0][1]).stat().st_mtime_ns
    chimes.play(MOVE)
    assert machine.commands[0] == machine.commands[1]
    assert Path(machine.commands[0][1]).stat().st_mtime_ns == before
    chimes.close()


def test_one_at_a_time(place: Path) -> None:
    """A player that still plays, or hangs, is ended when the next tone is due."""
    machine = Machine()
    chimes = machine.chimes("player", place=str(place))
    chimes.play(MOVE)
    chimes.play(TICK)
    assert [one.stopped for one in machine.playing] == [True, False]
    chimes.close()
    assert machine.playing[1].stopped


def test_a_player_that_hangs(place: Path) -> None:
    """A second after a tone should have ended its player is ended, and the next one is tried from then on."""
    machine = Machine()
    chimes = machine.chimes("one", "two", place=str(place))
    chimes.play(MOVE)
    assert chimes.attend() == pytest.approx(1.7)
    machine.seconds = 1.6
    chimes.attend()
    assert not machine.playing[0].stopped
    machine.seconds = 1.8
    assert (chimes.attend(), machine.playing[0].stopped) == (inf, True)
    chimes.play(TICK)
    assert machine.used == ["one", "two"]
    chimes.close()


def test_a_machine_that_slept(place: Path) -> None:
    """A player that the machine's sleep interrupted is not given up."""
    machine = Machine()
    chimes = machine.chimes("one", "two", place=str(place))
    chimes.play(MOVE)
    machine.seconds = 600
    chimes.attend()
    chimes.play(TICK)
    assert machine.used == ["one", "one"]
    chimes.close()


def test_a_player_that_ended_in_time(place: Path) -> None:
    """A player that did its work plays the next tone too."""
    machine = Machine()
    chimes = machine.chimes("one", "two", place=str(place))
    chimes.play(MOVE)
    machine.playing[0].going = False
    machine.seconds = 1.8
    chimes.attend()
    chimes.play(TICK)
    assert machine.used == ["one", "one"]
    chimes.close()


def test_a_player_that_crashes(place: Path) -> None:
    """A player that fails gives its place to the next; after the last one nothing is played, and that is said."""
    machine = Machine()
    chimes = machine.chimes("one", "two", place=str(place))
    for _ in range(2):
        assert chimes.play(MOVE) > 0
        machine.playing[-1].failed = True
    assert (chimes.play(MOVE), machine.used) == (0, ["one", "two"])
    chimes.close()


def test_a_player_that_is_gone(place: Path) -> None:
    """One that cannot be started costs no tone where there is another."""
    machine = Machine(missing=("one",))
    chimes = machine.chimes("one", "two", place=str(place))
    assert chimes.play(MOVE) > 0
    assert machine.used == ["two"]
    chimes.close()


def test_no_room_for_files(place: Path) -> None:
    """Where no file can be written nothing is played, and nothing fails."""
    machine = Machine()
    chimes = machine.chimes("player", place=str(place))
    chimes.play(MOVE)
    (folder,) = place.iterdir()
    chimes.stop()
    (folder / "move-both.wav").unlink()
    folder.rmdir()
    assert chimes.play(TICK) == 0
    chimes.close()
