"""Whatever a file holds, `check` answers soon, in little memory, and never with a traceback."""

from __future__ import annotations

import random
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from facecoach.errors import FaultyFile, Finding
from facecoach.folders import bundled
from facecoach.form import validate
from facecoach.routine.library import Library
from facecoach.routine.model import Routine
from facecoach.routine.reader import opened
from facecoach.safety.touch import worked
from facecoach.safety.verdict import judged
from facecoach.screen.pages.report import drawn, one_line
from facecoach.screen.spans import worded
from facecoach.screen.theme import Screen
from facecoach.session.laying import laid_out

LIBRARY = Library(bundled() / "none", bundled())
USING = b"name: U\nabout: A\nsteps:\n  - use: fish-lips\n  - &a {use: slip, for: 20s}\n  - {<<: *a, cue: Go}\n"
PIPE = Screen(80, 24, "plain")
FILES = [USING, *(path.read_bytes() for path in sorted(bundled().glob("*.yaml")))]
BITS = [
    b"&a ", b"*a", b"<<: *a\n", b"!!str ", b"!x ", b"---\n", b"\t", b"  ", b"\n", b"- ", b": ", b"? ", b"|\n", b">-\n",
    b"'", b'"', b"{", b"}", b"[", b"]", b",", b"# facecoach: allow FC203", b"\xff", b"\x00", b"\xc2\x85", b'"\\ud800"',
    "\N{EN DASH} ".encode(), "\N{NO-BREAK SPACE}".encode(), b"#2 ", b"@", b"`", b"%", b"1. ", b";", b" = ",
    b"cue: a, b}",
    b".inf", b"1e999", b"-1", b"9" * 400, b"~", "\u202e".encode(), b"use: slip", b"moves:", b"zone: eyes", b"reps: 3",
]  # fmt: skip


def looked_at(raw: bytes) -> tuple[Finding, ...]:
    """Return what `check` finds in a file; a routine that holds is laid out as well."""
    try:
        document = opened(raw, "x.yaml", LIBRARY.exercises)
        routine = validate(Routine, document)
    except FaultyFile as refusal:
        return refusal.findings
    laid_out(routine)
    return judged(document, worked(routine))


def answered(raw: bytes) -> None:
    """Check a file; fail where a finding has no place or message, or holds what may not reach a terminal."""
    for finding in looked_at(raw):
        shown = "\n".join([one_line(finding), *map(worded, drawn(finding, PIPE))])
        assert min(finding.line, finding.column, finding.width) >= 1
        assert not {char for char in shown if ord(char) < 32} - {"\n"}
        assert finding.message


def mutated(raw: bytes, dice: random.Random) -> bytes:
    """Return a file with a few of its bytes lost, doubled, moved or replaced."""
    for _ in range(dice.choice((1, 1, 2, 5, 20))):
        start = dice.randrange(len(raw) + 1)
        end = start + dice.choice((0, 1, 4, 30, 300))
        new = dice.choice((b"", raw[start:end] * 2, dice.choice(BITS), dice.choice(FILES)[start:end]))
        raw = raw[:start] + new + raw[end:]
    return raw


@settings(deadline=None, max_examples=60)
@given(st.binary(max_size=400))
def test_bytes(raw: bytes) -> None:
    """Any bytes get an answer."""
    answered(raw)


@settings(deadline=None, max_examples=100)
@given(st.lists(st.sampled_from([bit.decode("latin-1") for bit in BITS]) | st.text(max_size=9), max_size=30))
def test_yaml_words(words: list[str]) -> None:
    """Any words of YAML get an answer."""
    answered("".join(words).encode("utf-8", "replace"))


@settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(FILES), st.integers(0, 2**32))
def test_mutants(raw: bytes, seed: int) -> None:
    """Any bundled routine with some of it broken gets an answer."""
    answered(mutated(raw, random.Random(seed)))


MOVE = b"      - {cue: stroke the neck for wrinkles, for: 1s, technique: petrissage, with: thumbs, pressure: firm}\n"
HUGE = {
    "keys": b"name: x\n" + b"".join(b"k%d: 1\n" % n for n in range(80_000)),
    "brackets": b"[" * 1_000_000,
    "braces": b"{a: " * 250_000,
    "dashes": b"- " * 500_000,
    "aliases": b"a0: &a0 [x]\n"
    + b"".join(b"a%d: &a%d [%s]\n" % (n, n, b",".join([b"*a%d" % (n - 1)] * 9)) for n in range(1, 40)),
    "unknown fields": b"name: x\n" + b"".join(b"stepz%d: 1\n" % n for n in range(9_000)),
    "unknown words": b"name: x\nsteps:\n" + b"  - {zone: jwa, for: 3s, cue: x}\n" * 4_000,
    "unknown exercises": b"name: x\nsteps:\n" + b"".join(b"  - use: fsh%d\n" % n for n in range(9_000)),
    "unknown conditions": b"name: x\navoid_if: [" + b"acn, " * 9_000 + b"]\nsteps: []\n",
    "one word": b"name: x\nsteps:\n  - {zone: " + b"x" * 1_000_000 + b", for: 1s, cue: y}\n",
    "one number": b"name: x\nsteps:\n  - {zone: jaw, reps: " + b"1" * 1_000_000 + b", hold: 1s, cue: y}\n",
    "findings": b"name: x\nsteps:\n" + (b"  - zone: eyes\n    moves:\n" + MOVE * 24) * 100,
    "allowances": b"name: x\nsteps:\n  - {zone: jaw, for: 1s, cue: y}\n" + b"# facecoach: allow FC201 FC202\n" * 30_000,
    "mistakes": b"a:\n" + b"  - {cue: a, b, zone: c: d}\n" * 3_500,
    "mistakes on a line": b"- {" + b"cue: a b: c, " * 7_000 + b"b}",
    "spaces in a mistake": b"a:\n - {cue: x" + b" " * 90_000 + b"y, b, zone: jaw}\n",
    "tabs": b"a:\n" + b"\t\n" * 49_000 + b"\tb: [\n",
    "empty lines": b"a: b: c" + b"\n" * 99_000 + b"[",
    "zeros": b"\0" * 2_000_000,
}
BOUNDED = """
import resource, sys
resource.setrlimit(resource.RLIMIT_AS, (600 << 20, 600 << 20))
resource.setrlimit(resource.RLIMIT_CPU, (20, 20))
from pathlib import Path
from facecoach.safety.check import inspect
from facecoach.routine.library import Library
from facecoach.folders import bundled
shelf = Library(bundled(), bundled())
found = [len(inspect(Path(name), shelf)) for name in sys.argv[1:]]
assert all(0 < count <= 50 for count in found), found
peak = next(line for line in Path("/proc/self/status").read_text().splitlines() if line.startswith("VmHWM"))
assert int(peak.split()[1]) < 200 << 10, peak
"""


@pytest.mark.skipif(sys.platform != "linux", reason="limits and units of memory are Linux's")
def test_huge(tmp_path: Path) -> None:
    """All the huge files together take under 200 MiB and 20 processor seconds, and each has 1 to 50 findings."""
    for name, raw in HUGE.items():
        (tmp_path / f"{name}.yaml").write_bytes(raw)
    files = sorted(str(path) for path in tmp_path.iterdir())
    ended = subprocess.run([sys.executable, "-c", BOUNDED, *files], capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stderr
