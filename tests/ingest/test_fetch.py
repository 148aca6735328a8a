import contextlib
import gzip
import re
import socket
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from dateline.errors import ReportSkipped
from dateline.ingest import IngestOptions
from dateline.ingest.fetch import Fetcher

BODY = "Fighters entered the market town before dawn on Monday, three residents said."
LOCAL = IngestOptions(allow_private=True, delay_seconds=0, timeout_seconds=10, max_bytes=100_000)


@dataclass
class Site:
    """What a local server answers, by path: status, headers, body. It notes what it was asked."""

    answers: dict[str, tuple[int, dict[str, str], bytes]] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    hosts: list[str] = field(default_factory=list)
    slow: Callable[[Any], None] | None = None
    port: int = 0

    def url(self, path: str, host: str = "127.0.0.1") -> str:
        return f"http://{host}:{self.port}{path}"


@pytest.fixture
def site() -> Iterator[Site]:
    site = Site()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            site.asked.append(self.path)
            site.hosts.append(self.headers["Host"])
            status, headers, body = site.answers.get(self.path, (404, {}, b"not here"))
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.end_headers()
            with contextlib.suppress(OSError):
                if site.slow and self.path != "/robots.txt":
                    site.slow(self.wfile)
                self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """The server of a test has nothing to say."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    site.port = server.server_address[1]
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    yield site
    server.shutdown()
    server.server_close()
    thread.join()


def reason(url: str, options: IngestOptions = LOCAL) -> str:
    with pytest.raises(ReportSkipped) as caught:
        Fetcher(options).fetch(url)
    assert caught.value.source == url
    return caught.value.reason


def test_a_page_is_fetched_and_read(site: Site, take: Any) -> None:
    site.answers["/2012/12/03/town"] = (
        200,
        {"Content-Type": "text/plain; charset=cp1252"},
        "the mayor’s plan".encode("cp1252"),
    )
    report = take(site.url("/2012/12/03/town"), options=LOCAL).report
    assert (report.text, report.source, report.url) == (
        "the mayor’s plan",
        site.url("/2012/12/03/town"),
        site.url("/2012/12/03/town"),
    )
    assert report.raw == "the mayor’s plan".encode("cp1252")
    assert report.published is not None
    assert report.published.words == "2012/12/03"
    assert site.asked == ["/robots.txt", "/2012/12/03/town"]


def test_a_bad_address_does_not_stop_the_others(site: Site, take: Any) -> None:
    site.answers["/a"] = (200, {}, BODY.encode())
    taken = take(
        site.url("/gone"),
        "http://10.0.0.1:1/",
        site.url("/a"),
        options=IngestOptions(allow_private=True, delay_seconds=0, timeout_seconds=0.5),
    )
    assert [report.text for report in taken.reports] == [BODY]
    assert taken.skipped[0].reason == "the server answered 404 Not Found"
    assert len(taken.skipped) == 2


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/",
        "http://10.0.0.1/",
        "http://[::1]/",
        "http://169.254.169.254/latest/meta-data/",
        "http://0x7f000001/",
        "http://2130706433/",
        "http://user:word@127.0.0.1/",
        "http://localhost/",
        "http://[::ffff:127.0.0.1]/",
    ],
)
def test_private_addresses_are_refused(url: str) -> None:
    assert "private or reserved address" in reason(url, IngestOptions())


def test_a_redirect_to_a_private_address_is_refused(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first host counts as public here; the second, named in the redirect, is judged by its own address."""
    from dateline.ingest import addresses

    real = addresses.is_public
    site.answers["/a"] = (302, {"Location": "http://169.254.169.254/secret"}, b"")
    monkeypatch.setattr(addresses, "is_public", lambda address: str(address) == "127.0.0.1" or real(address))
    options = IngestOptions(delay_seconds=0, timeout_seconds=10)
    assert "169.254.169.254 is the private or reserved address" in reason(site.url("/a"), options)
    assert site.asked == ["/robots.txt", "/a"]


def test_the_connection_goes_to_the_address_that_was_checked(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """A name is resolved once a request, and not again when connecting: a second answer could be another address."""
    resolved: list[str] = []
    real = socket.getaddrinfo

    def answer(host: Any, *rest: Any, **named: Any) -> Any:
        name = host.decode() if isinstance(host, bytes) else host
        resolved.append(name)
        return real("127.0.0.1" if name == "news.example.org" else name, *rest, **named)

    monkeypatch.setattr(socket, "getaddrinfo", answer)
    site.answers["/a"] = (200, {}, BODY.encode())
    item = Fetcher(LOCAL).fetch(site.url("/a", "news.example.org"))
    assert item.raw == BODY.encode()
    assert resolved.count("news.example.org") == len(site.asked) == 2
    assert site.hosts == [f"news.example.org:{site.port}"] * 2


def test_robots_txt_is_kept_unless_the_user_says_otherwise(site: Site) -> None:
    site.answers["/robots.txt"] = (
        200,
        {},
        b"User-agent: *\nDisallow: /private/\n\nUser-agent: dateline\nDisallow: /archive/",
    )
    site.answers["/archive/a"] = site.answers["/private/a"] = (200, {}, BODY.encode())
    assert "robots.txt" in reason(site.url("/archive/a"))
    assert Fetcher(LOCAL).fetch(site.url("/private/a")).raw == BODY.encode()
    free = IngestOptions(allow_private=True, delay_seconds=0, respect_robots=False)
    assert Fetcher(free).fetch(site.url("/archive/a")).raw == BODY.encode()


def test_a_site_whose_robots_txt_fails_is_left_alone(site: Site) -> None:
    site.answers["/robots.txt"] = (503, {}, b"")
    assert "robots.txt could not be read" in reason(site.url("/a"))
    assert site.asked == ["/robots.txt"]


def test_robots_txt_is_asked_once_a_site_and_hosts_are_not_hurried(site: Site) -> None:
    site.answers["/robots.txt"] = (200, {}, b"User-agent: *\nCrawl-delay: 3")
    site.answers["/a"] = (200, {}, BODY.encode())
    waits: list[float] = []
    fetcher = Fetcher(LOCAL, sleep=waits.append)
    fetcher.fetch(site.url("/a"))
    fetcher.fetch(site.url("/a"))
    assert site.asked == ["/robots.txt", "/a", "/a"]
    assert [round(wait) for wait in waits] == [3, 3]


def test_a_delay_beyond_the_time_limit_is_not_waited_for(site: Site) -> None:
    site.answers["/robots.txt"] = (200, {}, b"User-agent: *\nCrawl-delay: 25")
    assert "25 seconds between requests" in reason(site.url("/a"))


def test_redirects_are_followed_and_counted(site: Site) -> None:
    site.answers["/a"] = (301, {"Location": "/b"}, b"")
    site.answers["/b"] = (307, {"Location": site.url("/c")}, b"")
    site.answers["/c"] = (200, {}, BODY.encode())
    site.answers["/circle"] = (302, {"Location": "/circle"}, b"")
    item = Fetcher(LOCAL).fetch(site.url("/a"))
    assert (item.source, item.url) == (site.url("/a"), site.url("/c"))
    assert "more than 5 times" in reason(site.url("/circle"))


@pytest.mark.parametrize("target", ["ftp://news.example.org/a", "file:///etc/passwd", "http://[::1", "http://a:99999/"])
def test_a_redirect_out_of_the_web_is_refused(target: str, site: Site) -> None:
    site.answers["/a"] = (302, {"Location": target}, b"")
    assert re.search("is not an address of the web|is not a usable address|Invalid URL", reason(site.url("/a")))
    assert site.asked[-1] == "/a"


def test_a_page_over_the_size_is_not_read_to_its_end(site: Site) -> None:
    site.answers["/a"] = (200, {}, b"x" * 300_000)
    assert reason(site.url("/a")) == "the page is larger than 0.1 MB"


def test_packed_pages_are_unpacked_within_bounds(site: Site) -> None:
    site.answers["/a"] = (200, {"Content-Encoding": "gzip"}, gzip.compress(BODY.encode()))
    site.answers["/bomb"] = (200, {"Content-Encoding": "gzip"}, gzip.compress(b" " * 10_000_000))
    site.answers["/broken"] = (200, {"Content-Encoding": "gzip"}, b"no gzip")
    site.answers["/br"] = (200, {"Content-Encoding": "br"}, b"x")
    assert Fetcher(LOCAL).fetch(site.url("/a")).raw == BODY.encode()
    assert "unpacks to more than" in reason(site.url("/bomb"))
    assert "packed wrongly" in reason(site.url("/broken"))
    assert "packed the page as br" in reason(site.url("/br"))


def test_a_server_that_trickles_is_left_when_the_time_is_over(site: Site) -> None:
    def trickle(out: Any) -> None:
        for _ in range(100):
            out.write(b"x")
            out.flush()
            time.sleep(0.1)

    site.slow, site.answers["/a"] = trickle, (200, {}, b"")
    options = IngestOptions(allow_private=True, delay_seconds=0, timeout_seconds=0.5)
    assert "took too long" in reason(site.url("/a"), options)


def test_a_server_that_says_nothing_is_left_when_the_time_is_over() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        port = silent.getsockname()[1]
        options = IngestOptions(allow_private=True, delay_seconds=0, timeout_seconds=0.3)
        assert reason(f"http://127.0.0.1:{port}/", options) == "the server took longer than 0.3 seconds"


def test_a_server_that_is_not_there_is_named_as_such() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    assert "could not be read" in reason(f"http://127.0.0.1:{port}/")
