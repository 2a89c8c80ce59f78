"""Programs that work for this one: a voice, an editor, a pager. Helpers never hold it up, and none outlives it."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import cache
from types import FrameType
from typing import NamedTuple

# Ends what is still at work once its own input ends: that of a program that was killed ends too.
_SCRIPT = 'while read -r line; do groups=$line; done; for group in $groups; do kill -s KILL -- "-$group"; done'


_ENDING = ("SIGTERM", "SIGHUP")
TURN = 0.005


class Helper:
    """A program in a group of its own, which reads its text and is silent."""

    def __init__(self, command: Sequence[str], text: str) -> None:
        """Start it; raises OSError when it cannot be started."""
        quiet = subprocess.DEVNULL
        self._process = subprocess.Popen(  # noqa: S603 - a program found on the machine; text goes to its input
            command, stdin=subprocess.PIPE, stdout=quiet, stderr=quiet, start_new_session=True
        )
        _guard().watch(self._process.pid)
        if self._process.stdin:
            os.set_blocking(self._process.stdin.fileno(), False)
            with suppress(OSError), self._process.stdin as pipe:
                pipe.write(text.encode())

    def stop(self) -> None:
        """End it and all that it started, at once."""
        if os.name == "nt":
            self._process.kill()
        else:
            with suppress(OSError):
                os.killpg(self._process.pid, signal.SIGKILL)
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(0.2)
        _guard().leave(self._process.pid)

    @property
    def going(self) -> bool:
        """Whether it is still at work."""
        return self._process.poll() is None

    @property
    def failed(self) -> bool:
        """Whether it ended without having done its work."""
        return self._process.poll() not in (None, 0)


class Jingle:
    """A file that Windows plays without a program: one at a time, and the next one ends it."""

    going = failed = False

    def __init__(self, path: str) -> None:
        """Start it; raises OSError when it cannot be played."""
        import winsound

        flags = winsound.SND_FILENAME | winsound.SND_ASYNC | winsound.SND_NODEFAULT  # type: ignore[attr-defined]  # on Windows
        try:
            winsound.PlaySound(path, flags)  # type: ignore[attr-defined]  # on Windows
        except RuntimeError as fault:
            raise OSError(str(fault)) from None

    def stop(self) -> None:
        """End it."""
        import winsound

        with suppress(RuntimeError):
            winsound.PlaySound(None, 0)  # type: ignore[attr-defined]  # on Windows


class _Guard:
    """Ends the helpers when this program is killed and can no longer do it itself."""

    def __init__(self) -> None:
        self._groups: set[int] = set()
        self._process: subprocess.Popen[bytes] | None = None
        if os.name != "nt":
            with suppress(OSError):
                self._process = subprocess.Popen(  # noqa: S603 - the script above, which takes no text
                    ("/bin/sh", "-c", _SCRIPT), stdin=subprocess.PIPE, stdout=subprocess.DEVNULL,
                    stderr=subprocess.DEVNULL, start_new_session=True, bufsize=0,
                )  # fmt: skip

    def watch(self, group: int) -> None:
        """End this group, too, when this program is gone."""
        self._groups.add(group)
        self._tell()

    def leave(self, group: int) -> None:
        """Leave a group alone that is gone."""
        self._groups.discard(group)
        self._tell()

    def _tell(self) -> None:
        if self._process and self._process.stdin:
            with suppress(OSError):
                self._process.stdin.write(f"{' '.join(map(str, sorted(self._groups)))}\n".encode())


@cache
def _guard() -> _Guard:
    return _Guard()


def finished(command: Sequence[str], text: str, seconds: float) -> bool:
    """Let a program do its work within so many seconds, and return whether it did; raises OSError like Helper."""
    helper, end = Helper(command, text), time.monotonic() + seconds
    try:
        while helper.going and time.monotonic() < end:
            time.sleep(TURN)
        return not helper.going and not helper.failed
    finally:
        helper.stop()


@contextmanager
def unwound() -> Iterator[None]:
    """Let SIGTERM and SIGHUP unwind what runs meanwhile, so that its files go with it; raises SystemExit."""
    wanted = [number for name in _ENDING if (number := getattr(signal, name, None))]
    before = {number: signal.signal(number, _leave) for number in wanted if signal.getsignal(number) == signal.SIG_DFL}
    try:
        yield
    finally:
        for number, old in before.items():
            signal.signal(number, old)


def _leave(number: int, _: FrameType | None) -> None:
    signal.signal(number, signal.SIG_IGN)  # a second one would end the clearing up
    raise SystemExit(128 + number)


def foreground(command: Sequence[str]) -> None:
    """Run a program of the user's own, such as an editor, to its end; raises OSError when it cannot be started."""
    subprocess.run(command, check=False)  # noqa: S603 - what the user set, without a shell


class Ran(NamedTuple):
    """How a program ended: its exit code, None where it did not start or took too long, and what it wrote."""

    code: int | None
    told: str


def outcome(command: Sequence[str], seconds: float = 20) -> Ran:
    """Run a program to its end, or end it with all that it started after so many seconds; never raises OSError."""
    pipe = subprocess.PIPE
    try:
        process = subprocess.Popen(  # noqa: S603 - a program found on the machine, without a shell
            command, stdin=subprocess.DEVNULL, stdout=pipe, stderr=subprocess.STDOUT, start_new_session=True
        )
    except OSError as fault:
        return Ran(None, fault.strerror or "it cannot be started")
    with process:
        try:
            told, _ = process.communicate(timeout=seconds)
        except subprocess.TimeoutExpired:
            _killed(process)
            return Ran(None, f"it did not end within {seconds:g} s")
        except BaseException:
            _killed(process)
            raise
    return Ran(process.returncode, told.decode(errors="replace"))


def _killed(process: subprocess.Popen[bytes]) -> None:
    if os.name == "nt":
        process.kill()
    else:
        with suppress(OSError):
            os.killpg(process.pid, signal.SIGKILL)


def pager(command: Sequence[str], text: bytes) -> None:
    """Let a text be read in a program of the user's own; raises OSError when it cannot be started.

    Ctrl-C is the program's own business; a signal that ends this one ends that first, so that it leaves the terminal
    as it was.
    """
    known = {"LESS": "RFX", **os.environ}  # to show colours as such, where nothing else is wished for
    with _ended_by() as ending:
        process = subprocess.Popen(command, stdin=subprocess.PIPE, env=known)  # noqa: S603 - what the user set, without a shell
        ending.append(process)
        process.communicate(text)


@contextmanager
def _ended_by() -> Iterator[list[subprocess.Popen[bytes]]]:
    """Pass signals on to the programs in the list this yields, and obey them once those are gone."""
    running: list[subprocess.Popen[bytes]] = []
    caught: list[int] = []

    def pass_on(number: int, _: FrameType | None) -> None:
        caught.append(number)
        for one in running:
            one.terminate()

    wanted = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
    before = {number: signal.signal(number, pass_on) for number in wanted}
    # A handler, unlike SIG_IGN, is not handed down to the program that is started.
    before[signal.SIGINT] = signal.signal(signal.SIGINT, lambda *_: None)
    try:
        yield running
    finally:
        for number, old in before.items():
            signal.signal(number, old)
        for number in caught:
            signal.raise_signal(number)
