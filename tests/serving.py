"""A server on the loopback that plays the internet: the network leads to it from a public address."""

from __future__ import annotations

import shutil
import socket
import ssl
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from facecoach.fetch import Network

OPENSSL = shutil.which("openssl")
OUTSIDE = "93.184.216.34"  # a public address, which is never reached: the loopback answers in its place
HOST = "example.org"
Talk = Callable[[ssl.SSLSocket, str], None]


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a certificate of `example.org` with its key."""
    if not OPENSSL:
        pytest.skip("openssl makes the certificate")
    path = tmp_path_factory.mktemp("tls") / "own.pem"
    key = path.with_suffix(".key")
    names = ("-subj", f"/CN={HOST}", "-addext", f"subjectAltName=DNS:{HOST},DNS:other.org")
    made = ("req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-keyout", str(key), "-out", str(path))
    subprocess.run([OPENSSL, *made, *names], check=True, capture_output=True)
    path.write_bytes(path.read_bytes() + key.read_bytes())
    return path


@contextmanager
def serving(certificate: Path, talk: Talk, *, seconds: float = 3) -> Iterator[Network]:
    """Serve each connection by `talk`, which is given what was asked for, and yield a network that leads there."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        threading.Thread(target=served, args=(server, context, talk), daemon=True).start()
        trusting = ssl.create_default_context(cafile=str(certificate))
        yield Network(
            resolve=lambda _host, _port: [OUTSIDE],
            connect=lambda _address, _port, left: socket.create_connection(("127.0.0.1", port), left),
            context=lambda: trusting,
            seconds=seconds,
        )


def served(server: socket.socket, context: ssl.SSLContext, talk: Talk) -> None:
    """Answer until the server is closed."""
    while True:
        try:
            raw, _ = server.accept()
        except OSError:
            return
        with raw, suppress(OSError), context.wrap_socket(raw, server_side=True) as secure:
            talk(secure, secure.recv(65536).decode())


def saying(*parts: bytes, pause: float = 0) -> Talk:
    """Return a server that sends these, one after the other."""

    def talk(secure: ssl.SSLSocket, _asked: str) -> None:
        for part in parts:
            secure.sendall(part)
            time.sleep(pause)
        with suppress(OSError):
            secure.unwrap()

    return talk


def answer(body: bytes, head: str = "", status: str = "200 OK") -> bytes:
    """Return a whole answer."""
    return f"HTTP/1.1 {status}\r\nContent-Length: {len(body)}\r\n{head}\r\n".encode() + body
