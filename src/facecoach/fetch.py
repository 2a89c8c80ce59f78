"""A small file from a public https address: the only place where this program opens a connection.

Every address on the way is looked up, checked and then connected to as a number, so that a name cannot come to mean
another machine in between. Proxies, cookies and whatever else the environment may add are not used.
"""

from __future__ import annotations

import socket
import ssl
from collections.abc import Callable, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from functools import partial
from http.client import HTTPException, HTTPMessage, HTTPResponse, IncompleteRead
from io import BufferedReader, RawIOBase
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from queue import Empty, SimpleQueue
from threading import Thread
from time import monotonic
from typing import TYPE_CHECKING, NamedTuple, cast
from urllib.parse import quote, urljoin, urlsplit

from facecoach.errors import CoachError, UsageError
from facecoach.words import clipped

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

MOST_BYTES = 1024 * 1024
SECONDS = 10.0
MOST_HOPS = 5
MOST_ADDRESSES = 4
PATIENCE = 3.0  # seconds for one of several addresses: the next may be the one that answers

_MOVED = (301, 302, 303, 307, 308)
_NAT64 = IPv6Network("64:ff9b::/96")
_FILE_HINT = "save it with a browser and add the file"


def _addresses(host: str, port: int) -> list[str]:
    return [str(found[4][0]) for found in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]


def _connection(address: str, port: int, seconds: float) -> socket.socket:
    return socket.create_connection((address, port), seconds)


@dataclass(frozen=True, slots=True)
class Network:
    """What a connection needs of the outside: names looked up, addresses connected to, certificates judged, seconds."""

    resolve: Callable[[str, int], Sequence[str]] = _addresses
    connect: Callable[[str, int, float], socket.socket] = _connection
    context: Callable[[], ssl.SSLContext] = ssl.create_default_context
    clock: Callable[[], float] = monotonic
    seconds: float = SECONDS


class Place(NamedTuple):
    """Where an https address leads: the host, its port, and what is asked of it."""

    host: str
    port: int
    target: str


def fetched(url: str, network: Network | None = None) -> bytes:
    """Return what is at an https address, at most 1 MiB within 10 s; raises UsageError and CoachError."""
    network = network or Network()
    until, seen = network.clock() + network.seconds, {url}
    place(url)
    for _ in range(MOST_HOPS + 1):
        try:
            answer = _asked(url, network, until)
        except TimeoutError:
            raise CoachError(f"`{_host(url)}` takes longer than {network.seconds:g} s", "try again later") from None
        if isinstance(answer, bytes):
            return answer
        url = _onward(url, answer)
        if url in seen:
            raise CoachError(f"`{clipped(url, 80)}` leads in a circle", _FILE_HINT)
        seen.add(url)
    raise CoachError(f"the address leads on more than {MOST_HOPS} times", _FILE_HINT)


def place(url: str) -> Place:
    """Return where an address leads; raises UsageError for one that is not https or that names no host."""
    try:
        parts = urlsplit(url)
        host, port = (parts.hostname or "").encode("idna").decode(), parts.port or 443
    except (ValueError, UnicodeError):
        raise UsageError(f"`{clipped(url, 80)}` is no address") from None
    if parts.scheme != "https":
        raise UsageError(f"`{clipped(url, 80)}` is no https address", "only what is encrypted on its way is taken in")
    if parts.username is not None or not host or not all(char.isalnum() or char in "-._:" for char in host):
        raise UsageError(f"`{clipped(url, 80)}` is no address", "as in `https://example.org/jaw.yaml`")
    query = f"?{parts.query}" if parts.query else ""
    return Place(host, port, quote(f"{parts.path or '/'}{query}", safe="/%:@!$&'()*+,;=~?"))


def public(text: str) -> bool:
    """Whether an address is one of the open internet: not this machine's, a private network's or a reserved one."""
    try:
        found = ip_address(text)
    except ValueError:
        return False
    if isinstance(found, IPv6Address):
        if inner := _within(found):
            return public(str(inner))
        if found.is_site_local:
            return False
    odd = found.is_multicast or found.is_reserved or found.is_unspecified or found.is_loopback or found.is_link_local
    return found.is_global and not found.is_private and not odd


def _within(found: IPv6Address) -> IPv4Address | None:
    """Return the IPv4 address that an IPv6 one stands for, if it does."""
    inside = IPv4Address(int(found) & 0xFFFFFFFF) if found in _NAT64 else None
    return found.ipv4_mapped or found.sixtofour or inside


def _host(url: str) -> str:
    return clipped(urlsplit(url).hostname or url, 80)


def _onward(url: str, answer: str) -> str:
    """Return where an address leads on to; raises CoachError where that is no https address."""
    try:
        onward = urljoin(url, answer)
        place(onward)
    except (UsageError, ValueError):
        raise CoachError(f"`{_host(url)}` leads on to `{clipped(answer, 80)}`, which is no https address") from None
    return onward


def _asked(url: str, network: Network, until: float) -> bytes | str:
    """Return the content of an address, or the address it leads on to; raises CoachError and TimeoutError."""
    host, port, target = place(url)
    with closing(_reached(host, _checked(host, port, network, until), port, network, until)) as raw:
        try:
            with network.context().wrap_socket(raw, server_hostname=host, suppress_ragged_eofs=False) as secure:
                secure.settimeout(_left(network, until))
                secure.sendall(_request(host, port, target))
                return _answer(host, HTTPResponse(cast("socket.socket", _Wire(secure, network, until))))
        except TimeoutError:
            raise
        except ssl.SSLCertVerificationError as fault:
            raise CoachError(f"the certificate of `{host}` does not hold: {fault.verify_message}") from None
        except (OSError, HTTPException, ValueError) as fault:
            why = "the connection was cut off" if isinstance(fault, IncompleteRead | ssl.SSLEOFError) else str(fault)
            raise CoachError(f"`{host}` cannot be read: {clipped(why, 120)}", "try again later") from None


def _left(network: Network, until: float) -> float:
    """Return the seconds that are left; raises TimeoutError without any."""
    left = until - network.clock()
    if left <= 0:
        raise TimeoutError
    return left


def _checked(host: str, port: int, network: Network, until: float) -> list[str]:
    """Return a host's addresses, all of them public; raises CoachError and TimeoutError."""
    told: SimpleQueue[Sequence[str] | OSError] = SimpleQueue()
    # A look-up has no time limit of its own: one that hangs is left behind, and ends with the program.
    Thread(target=partial(_resolved, host, port, network, told), daemon=True).start()
    try:
        found = told.get(timeout=_left(network, until))
    except Empty:
        raise TimeoutError from None
    if isinstance(found, OSError) or not found:
        raise CoachError(f"`{host}` cannot be found", "look at its spelling, and whether you are online")
    if (inner := next((one for one in found if not public(one)), None)) is not None:
        raise CoachError(f"`{host}` is at {clipped(inner)}, which is no public address", _FILE_HINT)
    return list(dict.fromkeys(found))[:MOST_ADDRESSES]


def _resolved(host: str, port: int, network: Network, told: SimpleQueue[Sequence[str] | OSError]) -> None:
    try:
        told.put(network.resolve(host, port))
    except (OSError, UnicodeError) as fault:
        told.put(OSError(str(fault)))


def _reached(host: str, addresses: list[str], port: int, network: Network, until: float) -> socket.socket:
    """Return a connection to the first address that answers; raises CoachError and TimeoutError."""
    why = ""
    for number, address in enumerate(addresses, 1):
        left = _left(network, until)
        try:
            raw = network.connect(address, port, left if number == len(addresses) else min(left, PATIENCE))
        except OSError as fault:
            why = fault.strerror or "no answer"
        else:
            raw.settimeout(_left(network, until))
            return raw
    _left(network, until)
    raise CoachError(f"`{host}` cannot be reached: {why.lower()}", "try again later")


def _request(host: str, port: int, target: str) -> bytes:
    name = f"[{host}]" if ":" in host else host
    at = name if port == 443 else f"{name}:{port}"
    lines = (f"GET {target} HTTP/1.1", f"Host: {at}", "Accept-Encoding: identity", "Connection: close", "", "")
    return "\r\n".join(lines).encode("ascii")


class _Wire(RawIOBase):
    """A connection that is read like a file, until the time is over."""

    def __init__(self, secure: ssl.SSLSocket, network: Network, until: float) -> None:
        super().__init__()
        self._secure = secure
        self._network = network
        self._until = until

    def makefile(self, _mode: str) -> BufferedReader:
        """Return itself with a buffer, as `http.client` asks a socket for it."""
        return BufferedReader(self)

    def readable(self) -> bool:
        """Whether it can be read: it can."""
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        """Read what has come; raises TimeoutError once the time is over, however little comes at a time."""
        self._secure.settimeout(_left(self._network, self._until))
        return self._secure.recv_into(buffer)


def _answer(host: str, response: HTTPResponse) -> bytes | str:
    with closing(response):
        response.begin()
        if response.status in _MOVED and (onward := response.getheader("Location")):
            return onward
        if response.status != 200:
            raise CoachError(f"`{host}` answers {response.status}: {clipped(response.reason or 'no reason', 80)}")
        _refused(host, response.headers)
        data = response.read(MOST_BYTES + 1)
        if len(data) > MOST_BYTES:
            raise CoachError(f"`{host}` sends more than 1 MiB", "a routine is far shorter; look at the address")
        if response.length:
            raise IncompleteRead(data, response.length)
        if data[:1000].lstrip().lower().startswith((b"<!doctype html", b"<html")):
            raise _web_page(host)
        return data


def _refused(host: str, headers: HTTPMessage) -> None:
    """Raise CoachError for an answer whose head says that it cannot be a routine."""
    if headers.get_content_type() in ("text/html", "application/xhtml+xml"):
        raise _web_page(host)
    if headers.get("Content-Encoding", "identity").lower() != "identity":
        raise CoachError(f"`{host}` sends it packed, which was not asked for", _FILE_HINT)
    with suppress(ValueError):
        if int(headers.get("Content-Length", "0")) > MOST_BYTES:
            raise CoachError(f"`{host}` sends more than 1 MiB", "a routine is far shorter; look at the address")


def _web_page(host: str) -> CoachError:
    return CoachError(f"`{host}` sends a web page, not a routine", "look there for a link to the file itself, or `raw`")
