"""What may be fetched, from where, and how long it may take: a server on the loopback plays the internet."""

from __future__ import annotations

import shutil
import socket
import ssl
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path

import pytest

from facecoach.errors import CoachError, UsageError
from facecoach.fetch import MOST_BYTES, Network, fetched, place, public

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


def refused(_address: str, _port: int, _left: float) -> socket.socket:
    """Connect to nothing."""
    raise ConnectionRefusedError(111, "Connection refused")


def test_the_checked_address_is_connected_to(certificate: Path) -> None:
    """What is connected to is the number that was checked, each in its turn; the name is looked up once."""
    looked: list[str] = []
    tried: list[str] = []

    def resolve(host: str, _port: int) -> list[str]:
        looked.append(host)
        return ["2606:2800:220:1::1", OUTSIDE]

    with serving(certificate, saying(answer(b"name: X"))) as network:

        def connect(address: str, port: int, left: float) -> socket.socket:
            tried.append(address)
            return refused(address, port, left) if ":" in address else network.connect(address, port, left)

        assert fetched(f"https://{HOST}/", replace(network, resolve=resolve, connect=connect)) == b"name: X"
    assert (looked, tried) == ([HOST], ["2606:2800:220:1::1", OUTSIDE])
    with pytest.raises(CoachError, match="cannot be reached: connection refused"):
        fetched(f"https://{HOST}/", replace(network, connect=refused))


INNER = (
    "127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.1", "224.0.0.1",
    "240.0.0.1", "255.255.255.255", "198.18.0.1", "192.0.2.1", "::1", "::", "fe80::1", "fe80::1%eth0", "fc00::1",
    "fd12::1", "fec0::1", "ff02::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::127.0.0.1", "64:ff9b::7f00:1",
    "64:ff9b::a00:1", "2002:7f00:1::", "2002:c0a8:101::", "2001:0:7f00:1::", "2001:db8::1", "100::1", "localhost", "",
)  # fmt: skip


@pytest.mark.parametrize("address", INNER)
def test_inner_addresses(address: str) -> None:
    """An address of this machine, of a private network or reserved is none of the internet, in whichever clothes."""
    assert not public(address)
    network = Network(resolve=lambda _host, _port: [OUTSIDE, address], connect=refused)
    with pytest.raises(CoachError, match="no public address"):
        fetched(f"https://{HOST}/", network)


@pytest.mark.parametrize("address", [OUTSIDE, "1.1.1.1", "2606:4700::1111", "::ffff:1.1.1.1", "64:ff9b::101:101"])
def test_outer_addresses(address: str) -> None:
    """Addresses of the internet are public."""
    assert public(address)


@pytest.mark.parametrize("onward", ["https://10.0.0.1/x", "https://router/x", "//router/x"])
def test_redirected_inwards(certificate: Path, onward: str) -> None:
    """An address that leads on into a private network is refused at that hop."""
    hops = {HOST: OUTSIDE, "10.0.0.1": "10.0.0.1", "router": "192.168.0.1"}
    with serving(certificate, saying(answer(b"", f"Location: {onward}\r\n", "302 Found"))) as network:
        inward = replace(network, resolve=lambda host, _port: [hops[host]])
        with pytest.raises(CoachError, match="no public address"):
            fetched(f"https://{HOST}/", inward)


def test_a_name_that_changes(certificate: Path) -> None:
    """A name that means another machine at the second hop is checked again."""
    means = iter([[OUTSIDE], ["127.0.0.1"]])
    with serving(certificate, saying(answer(b"", "Location: /next\r\n", "301 Moved"))) as network:
        rebound = replace(network, resolve=lambda _host, _port: next(means))
        with pytest.raises(CoachError, match=r"127\.0\.0\.1, which is no public"):
            fetched(f"https://{HOST}/", rebound)


@pytest.mark.parametrize(
    ("onward", "told"),
    [("http://example.org/", "no https"), ("file:///etc/passwd", "no https"), ("https://[x/", "no https"),
     ("/", "in a circle"), ("https://example.org:99999/", "no https")],
)  # fmt: skip
def test_redirected_elsewhere(certificate: Path, onward: str, told: str) -> None:
    """A redirect to anything but https, or in a circle, is refused."""
    talk = saying(answer(b"", f"Location: {onward}\r\n", "302 Found"))
    with serving(certificate, talk) as network, pytest.raises(CoachError, match=told):
        fetched(f"https://{HOST}/", network)


def test_redirected_on_and_on(certificate: Path) -> None:
    """An address that always leads on to another is left after a few; a few are followed."""
    asked: list[str] = []

    def talk(secure: ssl.SSLSocket, told: str) -> None:
        asked.append(told.split()[1])
        last = limit and len(asked) > limit
        secure.sendall(
            answer(b"name: X") if last else answer(b"", f"Location: /{len(asked)}\r\n", "307 Temporary Redirect")
        )

    with serving(certificate, talk) as network:
        limit = 0
        with pytest.raises(CoachError, match="leads on more than 5 times"):
            fetched(f"https://{HOST}/", network)
        asked.clear()
        limit = 2
        assert fetched(f"https://{HOST}/", network) == b"name: X"
    assert asked == ["/", "/1", "/2"]


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


@pytest.mark.parametrize(
    "url",
    ["http://example.org/", "ftp://example.org/", "https://", "https://me:secret@example.org/", "https://a b/",
     "https://example.org:x/", "https://[::1", f"https://{'a' * 64}.org/", "file:///etc/passwd"],
)  # fmt: skip
def test_no_address(url: str) -> None:
    """What is no https address, or carries a password, is wrong usage, and nothing is looked up."""
    with pytest.raises(UsageError):
        fetched(url, Network(resolve=lambda _host, _port: pytest.fail("it was looked up")))


def test_no_line_break_is_sent() -> None:
    """Nothing in an address can add a line to what is asked."""
    target = place("https://example.org/a\r\nX: y z\x00?q=\u2028#f").target
    assert target.isascii()
    assert not set(target) & set("\r\n\x00 ")


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
