"""Programs that this one starts: a voice, which neither holds it up nor outlives it; an editor, which it waits for."""

from __future__ import annotations

import os
import signal
import subprocess
from collections.abc import Sequence
from contextlib import suppress


class Helper:
    """A background program in a process group of its own; it reads its text from its input, its output is dropped."""

    def __init__(self, command: Sequence[str], text: str) -> None:
        """Start it; raises OSError when it cannot be started."""
        quiet = subprocess.DEVNULL
        self._process = subprocess.Popen(  # noqa: S603 - a program found on the machine, without a shell
            command, stdin=subprocess.PIPE, stdout=quiet, stderr=quiet, start_new_session=True
        )
        if self._process.stdin:
            os.set_blocking(self._process.stdin.fileno(), False)
            with suppress(OSError), self._process.stdin as pipe:
                pipe.write(text.encode())

    def stop(self) -> None:
        """End it and all that it started at once; on Windows only itself."""
        if os.name == "nt":
            self._process.kill()
        else:
            with suppress(OSError):
                os.killpg(self._process.pid, signal.SIGKILL)
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(0.2)

    @property
    def going(self) -> bool:
        """Whether it is still at work."""
        return self._process.poll() is None


def foreground(command: Sequence[str]) -> None:
    """Run a program of the user's own, such as an editor, to its end; raises OSError when it cannot be started."""
    subprocess.run(command, check=False)  # noqa: S603 - what the user set, without a shell
