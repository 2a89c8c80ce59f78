"""The real program on this machine, with a systemd and a notifier that only write down what they are asked."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="systemd is a Linux thing")


def tool(folder: Path, name: str) -> None:
    """Write a program that appends its name and arguments to `told`."""
    path = folder / name
    path.write_text(f'#!/bin/sh\necho "{name} $@" >> "{folder}/told"\n')
    path.chmod(0o755)


def test_from_install_to_remove(tmp_path: Path) -> None:
    """What is installed starts this program with its home, which notifies once; removed, nothing is left of it."""
    tools, home, journal = tmp_path / "tools", tmp_path / "a person", tmp_path / "100% mine"
    tools.mkdir()
    home.mkdir()
    for name in ("systemctl", "notify-send"):
        tool(tools, name)
    env = {"PATH": f"{tools}:/usr/bin:/bin", "HOME": str(home), "PYTHONPATH": os.pathsep.join(sys.path)}

    def run(*args: str, **more: str) -> str:
        ran = subprocess.run(args, env={**env, **more}, capture_output=True, text=True, check=True, timeout=60)
        return ran.stdout

    start = (sys.executable, "-m", "facecoach", "remind")
    service, _ = run(*start, "--at", "07:30", "--install", FACECOACH_HOME=str(journal)).splitlines()
    lines = Path(service).read_text(encoding="utf-8").replace("%%", "%").splitlines()
    variables = [shlex.split(line.partition("=")[2])[0] for line in lines if line.startswith("Environment=")]
    command = next(shlex.split(line.partition("=")[2]) for line in lines if line.startswith("ExecStart="))
    assert variables == [f"FACECOACH_HOME={journal}"]
    run(*command, **dict(one.split("=", 1) for one in variables))
    run(*start, "--remove", FACECOACH_HOME=str(journal))
    told = (tools / "told").read_text(encoding="utf-8").splitlines()
    assert sum(line.startswith("notify-send --app-name=facecoach -- facecoach ") for line in told) == 1
    assert any(line.startswith("systemctl --user disable --now facecoach-remind-") for line in told)
    assert [path.name for path in home.rglob("*")] == [".config"]
    assert not journal.exists()
