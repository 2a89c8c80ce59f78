"""What may be fetched, from where, and how long it may take: a server on the loopback plays the internet."""

from __future__ import annotations

import socket
import ssl
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from facecoach.errors import CoachError
from facecoach.fetch import MOST_BYTES, Network, fetched
from serving import HOST, OUTSIDE, answer, certificate, saying, serving

__all__ = ["certificate"]


def test_what_is_sent(certificate: Path) -> None:
    """What is at an address comes as it is; asked is for that alone, without cookies or a name of this program."""
    seen: list[str] = []

    def talk(secure: ssl.SSLSocket, asked: str) -> None:
        seen.append(asked)
        secure.sendall(answer(b"name: X\n", "Set-Cookie: a=b\r\n"))

    with serving(certificate, talk) as network:
        assert fetched(f"https://{HOST}/a%20b/ä?x=1#part", network) == b"name: X\n"
    line, *heads = seen[0].strip().split("\r\n")
    assert line == "GET /a%20b/%C3%A4?x=1 HTTP/1.1"
    assert sorted(head.split(":")[0] for head in heads) == ["Accept-Encoding", "Connection", "Host"]


def test_in_pieces(certificate: Path) -> None:
    """An answer in chunks is put together."""
    head = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
    with serving(certificate, saying(head, b"3\r\nnam\r\n", b"2\r\ne:\r\n0\r\n\r\n")) as network:
        assert fetched(f"https://{HOST}/", network) == b"name:"


@pytest.mark.parametrize(
    ("sent", "told"),
    [
        (answer(b"<!DOCTYPE html><p>"), "web page"),
        (answer(b"x", "Content-Type: text/html; charset=utf-8\r\n"), "web page"),
        (answer(b"x", "Content-Encoding: gzip\r\n"), "packed"),
        (answer(b"gone", status="404 Not Found"), "answers 404: Not Found"),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 2147483648\r\n\r\n", "more than 1 MiB"),
        (answer(b"x" * (MOST_BYTES + 1)), "more than 1 MiB"),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\nname: X", "cut off"),
        (b"SSH-2.0-OpenSSH_9.2\r\n", "cannot be read"),
        (b"HTTP/1.1 200 OK\r\nContent-Length: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", "cannot be read|cut off"),
        (b"HTTP/1.1 200 OK\r\n" + b"A: b\r\n" * 200 + b"\r\n", "cannot be read"),
    ],
)
def test_what_is_no_answer(certificate: Path, sent: bytes, told: str) -> None:
    """A web page, something packed, too long, cut off or no HTTP at all is an error in words."""
    with serving(certificate, saying(sent)) as network, pytest.raises(CoachError, match=told):
        fetched(f"https://{HOST}/", network)


def test_two_gigabytes(certificate: Path) -> None:
    """What never ends is left once it is longer than a routine may be."""

    def talk(secure: ssl.SSLSocket, _asked: str) -> None:
        secure.sendall(b"HTTP/1.1 200 OK\r\n\r\n")
        for _ in range(2048):
            secure.sendall(b"x" * MOST_BYTES)

    begun = time.monotonic()
    with serving(certificate, talk, seconds=30) as network, pytest.raises(CoachError, match="more than 1 MiB"):
        fetched(f"https://{HOST}/", network)
    assert time.monotonic() - begun < 10


HEAD = b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n"


@pytest.mark.parametrize(
    "parts", [(b"",), (HEAD, *[b"x"] * 100), [bytes([byte]) for byte in HEAD], (b"HTTP/1.1 100 Continue\r\n\r\n",) * 99]
)
def test_a_slow_answer(certificate: Path, parts: Sequence[bytes]) -> None:
    """A server that says nothing, a byte now and then, or asks for patience has the time it has, and no more."""
    begun = time.monotonic()
    with (
        serving(certificate, saying(*parts, pause=0.1 if len(parts) > 1 else 5), seconds=0.6) as network,
        pytest.raises(CoachError, match=r"takes longer than 0\.6 s"),
    ):
        fetched(f"https://{HOST}/", network)
    assert time.monotonic() - begun < 4


def test_no_handshake() -> None:
    """A server that accepts and never greets back is given up in time."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        network = Network(
            resolve=lambda _host, _port: [OUTSIDE],
            connect=lambda _address, _port, left: socket.create_connection(("127.0.0.1", port), left),
            seconds=0.4,
        )
        with pytest.raises(CoachError, match="takes longer"):
            fetched(f"https://{HOST}/", network)


def test_a_look_up_that_hangs() -> None:
    """A name that is never found holds nothing up; one that is not there is an error."""
    over = threading.Event()

    def never(_host: str, _port: int) -> list[str]:
        over.wait(5)
        return []

    with pytest.raises(CoachError, match="takes longer"):
        fetched(f"https://{HOST}/", Network(resolve=never, seconds=0.2))
    over.set()

    def nowhere(_host: str, _port: int) -> list[str]:
        raise OSError("Name or service not known")

    with pytest.raises(CoachError, match="cannot be found"):
        fetched(f"https://{HOST}/", Network(resolve=nowhere))


def test_certificates(certificate: Path) -> None:
    """A certificate of another name, or of nobody known, ends it."""
    with serving(certificate, saying(answer(b"name: X"))) as network:
        assert fetched("https://other.org/", network) == b"name: X"
        with pytest.raises(CoachError, match=r"certificate of `elsewhere\.org` does not hold"):
            fetched("https://elsewhere.org/", network)
        with pytest.raises(CoachError, match="does not hold: self-signed"):
            fetched(f"https://{HOST}/", replace(network, context=ssl.create_default_context))


def test_no_encryption() -> None:
    """A server that does not speak TLS is an error in words."""

    def plain(server: socket.socket) -> None:
        raw, _ = server.accept()
        with raw:
            raw.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n")

    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        threading.Thread(target=plain, args=(server,), daemon=True).start()
        network = Network(
            resolve=lambda _host, _port: [OUTSIDE],
            connect=lambda _address, _port, left: socket.create_connection(("127.0.0.1", port), left),
            seconds=2,
        )
        with pytest.raises(CoachError, match="cannot be read"):
            fetched(f"https://{HOST}/", network)


WATCH = """
import sys
told = []
sys.addaudithook(lambda event, args: told.append(event) if event.startswith("socket.") else None)
from facecoach.cli import main
from facecoach.world import World
for line in {lines!r}:
    main(line.split(), World.real())
print(*(one for one in told if one != "socket.__new__"), sep=",", file=sys.stderr)
"""
LINES = (
    "", "list", "show morning", "run quick --plain --speed 1000", "streak", "log quick", "history", "goal", "zones",
    "learn", "safety", "new mine", "check mine", "schema", "doctor", "remind", "remind --at 07:30", "remind --now",
)  # fmt: skip


def test_nothing_else_connects(tmp_path: Path) -> None:
    """No other command looks up a name or opens a connection."""
    code = WATCH.format(lines=LINES)
    ran = subprocess.run(
        [sys.executable, "-c", code],
        env={"FACECOACH_HOME": str(tmp_path), "PATH": "", "HOME": str(tmp_path), "PYTHONPATH": ":".join(sys.path)},
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    assert ran.stderr.splitlines()[-1] == ""
