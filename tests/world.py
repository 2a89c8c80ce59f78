"""The fakes: a world in which time passes only when the program waits, and a coach that runs commands in it."""

from __future__ import annotations

import wave
from array import array
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from io import StringIO
from math import sin, tau
from pathlib import Path
from typing import Any

import pyte

from facecoach.cli import main
from facecoach.errors import CoachError
from facecoach.face.workshop import Prompt
from facecoach.folders import Folders, bundled
from facecoach.habit import journal
from facecoach.processes import Ran, foreground
from facecoach.remind.machine import Machine
from facecoach.screen.live.outlet import Direct
from facecoach.session.command import Command
from facecoach.world import World

HUM = 137.0  # hertz of a voice that speaks into files
NOON = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)


@dataclass
class Clock:
    """Seconds that pass only when someone says so."""

    seconds: float = 1000.0

    def __call__(self) -> float:
        """Return the time."""
        return self.seconds


@dataclass
class Keys:
    """A keyboard on which commands are pressed at their seconds, and which lets time pass while it waits.

    `answers` are what the terminal says, at their seconds. `late` makes it return so many seconds later than asked, as
    a busy machine does; `suspended` is how many seconds a suspension takes.
    """

    clock: Clock
    script: Sequence[tuple[float, Command]] = ()
    late: float = 0.0
    suspended: float = 0.0
    answers: Sequence[tuple[float, str]] = ()
    begun: float = field(init=False)
    said: list[str] = field(init=False, default_factory=list)

    def __post_init__(self) -> None:
        self.answers = sorted(self.answers)
        self.begun = self.clock.seconds
        self.script = sorted(self.script, key=lambda press: press[0])

    def __call__(self, timeout: float) -> Command | None:
        """Return the next command if it is pressed within `timeout`."""
        until = self.clock.seconds + timeout
        if self.answers and self.begun + self.answers[0][0] <= until:
            (at, answer), *self.answers = self.answers
            self.clock.seconds = max(self.clock.seconds, self.begun + at)
            self.said.append(answer)
            return None
        if self.script and self.begun + self.script[0][0] <= until:
            (at, command), *self.script = self.script
            self.clock.seconds = max(self.clock.seconds, self.begun + at)
            return command
        self.clock.seconds = until + self.late
        return None

    def replies(self) -> list[str]:
        """Return what the terminal has said since the last time."""
        told, self.said = self.said, []
        return told

    def suspend(self) -> None:
        """Be away for a while."""
        self.clock.seconds += self.suspended

    def take(self) -> None:
        """Do nothing: no terminal has to be set up for these keys."""


class Stream(StringIO):
    """A stream that may say it is a terminal."""

    def __init__(self, *, terminal: bool = False) -> None:
        super().__init__()
        self.terminal = terminal

    def isatty(self) -> bool:
        """Whether it says that it is a terminal."""
        return self.terminal


@dataclass(frozen=True)
class Utterance:
    """Something that is said at once, or never comes to its end."""

    endless: bool = False
    failed: bool = False

    def stop(self) -> None:
        """Do nothing: there is no sound."""

    @property
    def going(self) -> bool:
        """Whether it is still being said."""
        return self.endless


@dataclass(frozen=True)
class Result:
    """What a command left behind."""

    code: int
    out: str
    err: str

    def screen(self, columns: int, rows: int) -> list[str]:
        """Return the screen a terminal of this size would show."""
        screen = pyte.Screen(columns, rows)
        pyte.Stream(screen).feed(self.out.replace("\n", "\r\n"))
        return [line.rstrip() for line in screen.display]


def bare(home: Path) -> Machine:
    """Return a machine on which there is none of the programs that a reminder might use."""
    nothing = Ran(None, "there is no such program")
    return Machine("linux", home, 1000, {}, ("/usr/bin/python3", "-m", "facecoach"), lambda _: None, lambda _: nothing)


@dataclass
class Coach:
    """Runs commands in a world of its own; `home` is its folder.

    `said` is what its voice was given to say, aloud or into files, `played` the chimes that its player was given.
    `network` is what is at which address, `machine` what holds its timers.
    `read` is what its pager was given to show; `less` says whether there is one without a wish for it.
    """

    home: Path
    now: datetime = NOON
    env: dict[str, str] = field(default_factory=dict)
    voice: str | None = None
    attended: bool = True
    drawling: bool = False
    answer: bool | None = None
    said: list[str] = field(default_factory=list)
    player: str | None = None
    broken: bool = False
    played: list[str] = field(default_factory=list)
    machine: Machine = field(default_factory=lambda: bare(Path("/nowhere")))
    network: dict[str, bytes] = field(default_factory=dict)
    less: bool = False
    read: list[str] = field(default_factory=list)
    cell: tuple[int, int] | None = None
    answers: Sequence[tuple[float, str]] = ()

    def __call__(
        self,
        *args: str,
        keys: Sequence[tuple[float, Command]] | None = None,
        terminal: tuple[int, int] | None = None,
        late: float = 0.0,
    ) -> Result:
        """Run one command; `keys` are pressed at their seconds, `terminal` is a size in columns and rows."""
        clock = Clock()
        begun = clock.seconds
        out, err = Stream(terminal=bool(terminal)), Stream(terminal=bool(terminal))

        @contextmanager
        def keyboard(_wanted: bool) -> Iterator[Keys]:
            yield Keys(clock, keys or (), late, answers=self.answers)

        world = World(
            now=lambda: self.now + timedelta(seconds=clock.seconds - begun),
            clock=clock,
            stdout=out,
            stderr=err,
            env={"TERM": "xterm-256color", "COLORTERM": "truecolor", **self.env},
            folders=Folders(self.home, self.home),
            stock=bundled(),
            keys=lambda: keys is not None,
            keyboard=keyboard,
            outlet=Direct,
            attended=lambda: self.attended,
            size=lambda: terminal,
            cell=lambda: self.cell,
            painters=Prompt,
            seat=lambda: "/dev/pts/1",
            ask=self.asked,
            start=self.started,
            finish=self.dictated,
            foreground=foreground,
            machine=lambda: self.machine,
            fetch=self.fetched,
            pager=self.paged,
            which={
                "espeak-ng": self.voice,
                "pw-play": self.player,
                "less": "/bin/less" if self.less else None,
            }.get,
        )
        return Result(main(list(args), world), out.getvalue(), err.getvalue())

    def fetched(self, url: str) -> bytes:
        """Return what is at an address; raises CoachError where nothing is."""
        if url not in self.network:
            raise CoachError(f"`{url}` cannot be found")
        return self.network[url]

    def asked(self, _: str) -> bool:
        """Answer a question with `answer`; raises KeyboardInterrupt where that is None, as where nobody answers."""
        if self.answer is None:
            raise KeyboardInterrupt
        return self.answer

    def started(self, command: Sequence[str], text: str) -> Utterance:
        """Remember what a voice is given to say, or a player to play."""
        if command[0] == self.player:
            self.played.append(Path(command[-1]).stem)
            return Utterance(failed=self.broken)
        self.said.append(text or command[-1])
        return Utterance(self.drawling)

    def dictated(self, command: Sequence[str], text: str, seconds: float) -> bool:
        """Write a file in which a voice hums, a twentieth of a second a letter."""
        self.said.append(text)
        hum = array("h", [round(9000 * sin(at * HUM * tau / 22_050)) for at in range(round(len(text) * 22_050 / 20))])
        with wave.open(command[2], "wb") as file:
            file.setparams((1, 2, 22_050, 0, "NONE", ""))
            file.writeframes(hum)
        return True

    def paged(self, command: Sequence[str], text: bytes) -> None:
        """Remember what a pager is given; raises OSError for one that is not there."""
        if command[0] == "missing":
            raise FileNotFoundError(command[0])
        self.read.append(text.decode())

    def at(self, now: datetime) -> Coach:
        """Return the same coach at another time."""
        return replace(self, now=now)

    def write(self, name: str, text: str) -> str:
        """Write a file below the home and return its path."""
        path = self.home / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return str(path)

    @property
    def records(self) -> list[dict[str, Any]]:
        """What the journal holds."""
        return journal.read(self.home, whole=True).records
