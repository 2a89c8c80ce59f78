"""How late the countdown is: a routine in real time, each boundary against the clock."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time


def main(routine: str) -> None:
    """Play a routine in real time and print how late each of its moves was told."""
    options = ("--json", "--lead-in", "0", "--change", "0", "--no-log")
    command = [sys.executable, "-m", "facecoach", "run", routine, *options]
    late: list[float] = []
    with (
        tempfile.TemporaryDirectory() as home,
        subprocess.Popen(
            command, stdout=subprocess.PIPE, text=True, env={**os.environ, "FACECOACH_HOME": home}
        ) as session,
    ):
        begun = 0.0
        for line in session.stdout or ():
            now, event = time.monotonic(), json.loads(line)
            begun = begun or now
            if event["event"] in ("move", "end"):
                late.append((now - begun - event["at"]) * 1000)
    median = statistics.median(late)
    told = f"{len(late)} boundaries, median {median:.1f} ms late, at most {max(late):.1f} ms"
    sys.stdout.write(f"{routine}: {told}, target 50 ms\n")


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "morning")
