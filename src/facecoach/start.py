"""Where the shell comes in: a Ctrl-C while the program is still being loaded ends it without a word."""

from __future__ import annotations

import signal

signal.signal(signal.SIGINT, signal.SIG_DFL)


def run() -> None:
    """Start the program."""
    from facecoach.cli import run as start

    start()
