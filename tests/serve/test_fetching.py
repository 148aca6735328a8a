"""Pages by their address: only public ones are asked, also where a redirect leads elsewhere; so many a minute."""

import threading
from collections.abc import Iterator, Sequence
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from dateline.ingest import fetch
from dateline.ingest.addresses import allowed_addresses
from dateline.serve.app import build_app

OWN = __import__("runpy").run_path(str(Path(__file__).with_name("conftest.py")))
Bench = Any
STORY = "<article><p>Rebels attacked Gao on 2 April 2012, the army said.</p></article>"
PAGE = f"<html><head><title>Attack</title></head><body>{STORY}</body></html>"


class Site(BaseHTTPRequestHandler):
    """A page, redirects, what is no text, and what has no end."""

    def do_GET(self) -> None:
        where = self.path if self.path == "/circle" else self.path.partition("?to=")[2]
        self.send_response(302 if where else 404 if "robots" in self.path else 200)
        if where:
            self.send_header("Location", where)
        self.end_headers()
        with suppress(OSError):
            for _ in range(40 if "large" in self.path else 1):
                self.wfile.write(
                    b"\x89PNG" if "png" in self.path else PAGE.encode().ljust(1_000_000 if "large" in self.path else 0)
                )

    def log_message(self, *_: object) -> None:
        """Not to the terminal."""


@pytest.fixture
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.fixture
def asking(store_path: Path, read_by_rules: None, monkeypatch: pytest.MonkeyPatch, site: str) -> Iterator[Bench]:
    """A workbench for which the site is public under the name public.example; all else is as it is."""

    def checked(host: str, port: int, *, allow_private: bool) -> Sequence[str]:
        if host == "public.example":
            return ["127.0.0.1"]
        return allowed_addresses(host, port, allow_private=allow_private)

    monkeypatch.setattr(fetch, "allowed_addresses", checked)
    monkeypatch.setattr(fetch.Fetcher, "_wait", lambda *_: None)
    with TestClient(build_app(OWN["options"](store_path))) as client:
        client.get("/enter", params={"token": OWN["TOKEN"]})
        yield OWN["Bench"](client, OWN["csrf_in"](client.get("/").text))


def reason(bench: Bench, url: str) -> str:
    """Why a page was skipped."""
    assert bench.send("/api/jobs", {"url": url}).status_code == 202
    (became,) = OWN["settled"](bench)[0]["reports"]
    assert became["result"] == "skipped", became
    return str(became["reason"])


def public(site: str, path: str) -> str:
    return f"{site.replace('127.0.0.1', 'public.example')}{path}"


def test_a_page_is_fetched_and_read(asking: Bench, site: str) -> None:
    asking.send("/api/jobs", {"url": public(site, "/story?to=/moved"), "published": "2012-04-04"})
    (became,) = OWN["settled"](asking)[0]["reports"]
    assert (became["result"], became["published"]) == ("new", "2012-04-04")
    (report,) = [one for one in asking.workbench.store.reports() if one.id == became["report"]]
    assert report.url == public(site, "/moved")


@pytest.mark.parametrize(
    "to",
    [
        "http://127.0.0.1:{port}/",
        "http://localhost:{port}/",
        "http://[::1]:{port}/",
        "http://[::ffff:127.0.0.1]:{port}/",
        "http://[64:ff9b::7f00:1]/",
        "http://2130706433:{port}/",
        "http://10.0.0.8/",
        "http://100.64.0.1/",
        "http://169.254.169.254/latest/meta-data/",
        "http://224.0.0.1/",
        "http://0.0.0.0:{port}/",
    ],
)
def test_a_redirect_to_a_private_address_is_refused(asking: Bench, site: str, to: str) -> None:
    address = to.format(port=site.rpartition(":")[2])
    said = reason(asking, public(site, f"/?to={address}"))
    assert "private or reserved" in said
    assert "only public ones" in said
    assert "--allow-private" not in said


def test_private_addresses_are_asked_only_where_the_workbench_was_built_so(
    store_path: Path, read_by_rules: None, site: str
) -> None:
    with TestClient(build_app(OWN["options"](store_path, fetch_private=True))) as client:
        client.get("/enter", params={"token": OWN["TOKEN"]})
        bench = OWN["Bench"](client, OWN["csrf_in"](client.get("/").text))
        bench.send("/api/jobs", {"url": site})
        assert OWN["settled"](bench)[0]["counts"] == {"new": 1}


def test_a_private_address_is_refused_at_first_too(asking: Bench, site: str) -> None:
    assert "private or reserved" in reason(asking, site)


def test_a_redirect_elsewhere_than_the_web_is_refused(asking: Bench, site: str) -> None:
    assert "only http and https" in reason(asking, public(site, "/?to=file:///etc/passwd"))


def test_redirects_in_a_circle_end(asking: Bench, site: str) -> None:
    assert "more than 5 times" in reason(asking, public(site, "/circle"))


def test_what_is_no_text_is_not_kept(asking: Bench, site: str) -> None:
    assert "an image" in reason(asking, public(site, "/picture.png"))


def test_a_page_that_is_too_large_is_not_kept(asking: Bench, site: str) -> None:
    assert "larger than" in reason(asking, public(site, "/large"))


def test_ten_addresses_a_minute_are_fetched_for_one_person(asking: Bench) -> None:
    answers = [asking.send("/api/jobs", {"url": "http://10.0.0.1/"}) for _ in range(11)]
    assert [one.status_code for one in answers] == [202] * 10 + [429]
    assert "wait a minute" in answers[-1].json()["error"]["message"]
    OWN["settled"](asking)
