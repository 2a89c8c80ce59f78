"""Where a fetch may lead: to public addresses alone, each checked before it is connected to."""

from __future__ import annotations

import socket
import ssl
from dataclasses import replace
from pathlib import Path

import pytest

from facecoach.errors import CoachError, UsageError
from facecoach.fetch import Network, fetched, place, public
from serving import HOST, OUTSIDE, answer, certificate, saying, serving

__all__ = ["certificate"]


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
