"""Fetch a url: robots.txt kept, hosts not hurried, size and time bounded, every address checked before it is asked."""

import logging
import time
import zlib
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit, urlunsplit
from urllib.robotparser import RobotFileParser

from dateline.errors import ReportSkipped
from dateline.ingest.addresses import AddressRefused, allowed_addresses
from dateline.ingest.item import Item
from dateline.ingest.options import IngestOptions

if TYPE_CHECKING:
    import httpx

_log = logging.getLogger(__name__)

MAX_REDIRECTS = 5
MAX_ROBOTS_BYTES = 500_000
"""RFC 9309, 2.5, asks for at least 500 KiB."""
MAX_DELAY_SECONDS = 30.0
_PORTS = {"http": 80, "https": 443}
_REDIRECTS = frozenset((301, 302, 303, 307, 308))


class _FetchFailed(Exception):  # noqa: N818 - becomes ReportSkipped once the item is known
    """Why a url could not be fetched, as a sentence."""


@dataclass(frozen=True, slots=True)
class _Answer:
    status: int
    headers: "httpx.Headers"
    body: bytes


@dataclass(slots=True)
class Fetcher:
    """Fetches urls, one at a time. Keeps what robots.txt says, and when a host was last asked, for one run."""

    options: IngestOptions
    sleep: Callable[[float], None] = time.sleep
    _robots: dict[str, RobotFileParser] = field(default_factory=dict)
    _last_asked: dict[str, float] = field(default_factory=dict)

    def fetch(self, url: str) -> Item:
        """The bytes at a url, after redirects. Raises ReportSkipped."""
        try:
            return self._follow(url)
        except (_FetchFailed, AddressRefused) as error:
            raise ReportSkipped(url, str(error)) from error

    def _follow(self, url: str) -> Item:
        deadline = time.monotonic() + self.options.timeout_seconds
        address = url
        for _ in range(MAX_REDIRECTS + 1):
            if self.options.respect_robots:
                self._check_robots(address, deadline)
            answer = self._ask(address, self.options.max_bytes, deadline)
            if answer.status in _REDIRECTS and "location" in answer.headers:
                address = urljoin(address, answer.headers["location"])
                continue
            if answer.status != 200:
                raise _FetchFailed(f"the server answered {answer.status} {_phrase(answer.status)}".rstrip())
            return Item(raw=answer.body, source=url, name=address, url=address, declared=_charset(answer.headers))
        raise _FetchFailed(f"the address leads on more than {MAX_REDIRECTS} times")

    def _check_robots(self, url: str, deadline: float) -> None:
        parts = urlsplit(url)
        origin = f"{parts.scheme}://{parts.netloc}"
        if origin not in self._robots:
            self._robots[origin] = self._read_robots(origin, deadline)
        if not self._robots[origin].can_fetch(self.options.user_agent, url):
            raise _FetchFailed("the site's robots.txt asks programs not to read this page")

    def _read_robots(self, origin: str, deadline: float) -> RobotFileParser:
        """The rules of a site. As RFC 9309 (2.3.1) says: no such file, all is allowed; a failing server, nothing is."""
        robots, address = RobotFileParser(), f"{origin}/robots.txt"
        answer = self._ask(address, MAX_ROBOTS_BYTES, deadline)
        for _ in range(MAX_REDIRECTS):
            if answer.status not in _REDIRECTS or "location" not in answer.headers:
                break
            address = urljoin(address, answer.headers["location"])
            answer = self._ask(address, MAX_ROBOTS_BYTES, deadline)
        if answer.status >= 500:
            raise _FetchFailed(
                f"the site's robots.txt could not be read (the server answered {answer.status}); try again later"
            )
        lines = answer.body.decode("utf-8", "replace").splitlines() if answer.status == 200 else []
        robots.parse(lines)
        return robots

    def _ask(self, url: str, max_bytes: int, deadline: float) -> _Answer:
        """One request to an address that was checked, without following redirects."""
        import httpx

        scheme, host, port = _parts(url)
        address = allowed_addresses(host, port, allow_private=self.options.allow_private)[0]
        self._wait(host, deadline)
        request = httpx.Request(
            "GET",
            _with_host(url, address, port),
            headers={
                "Host": _host_header(scheme, host, port),
                "User-Agent": self.options.user_agent,
                "Accept-Encoding": "gzip",
                "Accept": "*/*",
            },
            extensions={"sni_hostname": host, "timeout": httpx.Timeout(_left(deadline)).as_dict()},
        )
        # No proxy and no cookies from the environment: the connection must go to the address that was checked.
        try:
            with httpx.Client(trust_env=False, follow_redirects=False) as client:
                response = client.send(request, stream=True)
                return _Answer(response.status_code, response.headers, _body(response, max_bytes, deadline))
        except httpx.TimeoutException as error:
            raise _FetchFailed(f"the server took longer than {self.options.timeout_seconds:g} seconds") from error
        except (httpx.HTTPError, httpx.InvalidURL, OSError) as error:
            raise _FetchFailed(
                f"the server could not be read: {' '.join(str(error).split()) or type(error).__name__}"
            ) from error

    def _wait(self, host: str, deadline: float) -> None:
        """Wait until the host may be asked again."""
        delay = max(self.options.delay_seconds, self._asked_delay(host))
        wait = self._last_asked.get(host, float("-inf")) + delay - time.monotonic()
        if wait > 0:
            if time.monotonic() + wait > deadline:
                raise _FetchFailed(
                    f"the site asks for {delay:g} seconds between requests, which is beyond the time limit"
                )
            _log.debug("%s: waiting %.1f seconds", host, wait)
            self.sleep(wait)
        self._last_asked[host] = time.monotonic()

    def _asked_delay(self, host: str) -> float:
        """Seconds that the host's robots.txt asks for between requests, at most 30; 0 when it does not."""
        for origin, robots in self._robots.items():
            if urlsplit(origin).hostname == host:
                asked = robots.crawl_delay(self.options.user_agent)
                return min(float(asked), MAX_DELAY_SECONDS) if asked else 0.0
        return 0.0


def _parts(url: str) -> tuple[str, str, int]:
    """Scheme, host and port of a url."""
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port
    except ValueError as error:
        raise _FetchFailed(f"{url} is not a usable address: {error}") from error
    if parts.scheme not in _PORTS or not host:
        raise _FetchFailed(f"{url} is not an address of the web; only http and https are read")
    return parts.scheme, host, port or _PORTS[parts.scheme]


def _with_host(url: str, address: str, port: int) -> str:
    """The url with its host replaced by an address, and without a user's name and password."""
    parts = urlsplit(url)
    literal = f"[{address}]" if ":" in address else address
    return urlunsplit((parts.scheme, f"{literal}:{port}", parts.path or "/", parts.query, ""))


def _host_header(scheme: str, host: str, port: int) -> str:
    name = f"[{host}]" if ":" in host else host.encode("idna").decode("ascii") if not host.isascii() else host
    return name if port == _PORTS[scheme] else f"{name}:{port}"


def _body(response: "httpx.Response", max_bytes: int, deadline: float) -> bytes:
    """The body, unpacked. Stops as soon as it is over the size or the time."""
    pieces: list[bytes] = []
    size = 0
    # Pieces as they arrive: pieces of a set size would be waited for past the time limit.
    for piece in response.iter_raw():
        size += len(piece)
        if size > max_bytes:
            raise _FetchFailed(f"the page is larger than {max_bytes / 1e6:g} MB")
        _left(deadline)
        pieces.append(piece)
    body = b"".join(pieces)
    packing = response.headers.get("content-encoding", "identity").strip().lower()
    if packing in ("", "identity"):
        return body
    if packing not in ("gzip", "x-gzip", "deflate"):
        raise _FetchFailed(f"the server packed the page as {packing}, which was not asked for")
    return _unpacked(body, max_bytes)


def _unpacked(body: bytes, max_bytes: int) -> bytes:
    """The body out of gzip or zlib, no more than ``max_bytes`` of it."""
    unpacker = zlib.decompressobj(wbits=zlib.MAX_WBITS | 32)
    try:
        unpacked = unpacker.decompress(body, max_bytes + 1)
    except zlib.error as error:
        raise _FetchFailed("the page is packed wrongly") from error
    if len(unpacked) > max_bytes:
        raise _FetchFailed(f"the page unpacks to more than {max_bytes / 1e6:g} MB")
    return unpacked


def _left(deadline: float) -> float:
    """Seconds left."""
    left = deadline - time.monotonic()
    if left <= 0:
        raise _FetchFailed("the server took too long to send the page")
    return left


def _charset(headers: "httpx.Headers") -> str | None:
    _, _, rest = headers.get("content-type", "").lower().partition("charset=")
    return rest.split(";")[0].strip(" \"'") or None


def _phrase(status: int) -> str:
    from http import HTTPStatus

    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return ""
