"""A workbench over a small store, asked in this process (``bench``) or by a real browser (``screen``).

The store holds the three reports of ``examples/`` and a few made up ones, read by the rules. Each test has a copy.
"""

import json
import shutil
import socket
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
import uvicorn
from fastapi.testclient import TestClient

from dateline import Reader
from dateline.ingest import IngestOptions, collect
from dateline.record import bring_up_to_date
from dateline.serve.access.people import People
from dateline.serve.app import build_app
from dateline.serve.options import OWN_NAMES, ServeOptions
from dateline.settings import Settings
from dateline.store import open_store
from dateline.store.people_tables import users

EXAMPLES = Path(__file__).parents[2] / "examples"
FILES = ("tibesti.txt", "catatumbo.txt", "quetta.html")
TOKEN = "a-token-for-tests"
PASSWORD = "a long enough password"
BROWSERS = ("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--enable-unsafe-swiftshader"]
MADE_UP = json.loads(Path(__file__).with_name("made_up.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="session")
def made_store(tmp_path_factory: pytest.TempPathFactory, rules: Reader) -> Path:
    """A store to be copied; its facts are up to date."""
    path = tmp_path_factory.mktemp("serve") / "dateline.sqlite"
    with open_store(str(path)) as store:
        for report in collect([str(EXAMPLES / name) for name in FILES], IngestOptions()):
            store.add(rules.read(report))
        for one in MADE_UP:
            store.add(rules.read(one["text"], published=one["published"]))
        bring_up_to_date(store)
    return path


@pytest.fixture
def store_path(made_store: Path, tmp_path: Path) -> Path:
    """A store of the test's own."""
    return Path(shutil.copyfile(made_store, tmp_path / "dateline.sqlite"))


def options(path: Path, **changed: Any) -> ServeOptions:
    """As ``dateline serve`` would give them to Ada, who reads by the rules."""
    settings = Settings(store=str(path), coder="Ada", encoder=False)
    return ServeOptions(**{"settings": settings, "token": TOKEN, "hosts": (*OWN_NAMES, "testserver"), **changed})


@dataclass
class Bench:
    """A client that is logged in, and what it needs to change something."""

    client: TestClient
    csrf: str

    def get(self, path: str, **more: Any) -> Any:
        return self.client.get(path, **more)

    def send(self, path: str, json: Any = None, **more: Any) -> Any:
        """Post, as a page of ours does."""
        return self.client.post(path, json=json, headers={"x-csrf-token": self.csrf, **more.pop("headers", {})}, **more)

    @property
    def workbench(self) -> Any:
        return self.client.app.state.workbench  # type: ignore[attr-defined]


@pytest.fixture
def bench(store_path: Path) -> Iterator[Bench]:
    """The workbench of one person, who came in with the link."""
    with TestClient(build_app(options(store_path))) as client:
        client.get("/enter", params={"token": TOKEN})
        yield Bench(client, csrf_in(client.get("/").text))


@pytest.fixture(scope="session")
def made_users(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, Any]]:
    """Rows of one user of each role, named as the role. Their passwords are hashed once, which takes a while."""
    with open_store(str(tmp_path_factory.mktemp("users") / "dateline.sqlite")) as store:
        people = People(store)
        for role in ("admin", "curator", "coder", "reader"):
            people.add(role, role, PASSWORD)
        with store.engine.connect() as connection:
            return [dict(row) for row in connection.execute(sa.select(users)).mappings()]


@pytest.fixture
def as_user(store_path: Path, made_users: list[dict[str, Any]]) -> Iterator[Callable[[str], Bench]]:
    """A workbench with one user of each role, named as the role; call with a role to log in as it."""
    with open_store(str(store_path)) as store, store.writing() as connection:
        connection.execute(sa.insert(users), made_users)
    app = build_app(options(store_path, token=None))
    opened: list[TestClient] = []

    def log_in(role: str) -> Bench:
        client = TestClient(app)
        opened.append(client)
        assert client.post("/login", data={"name": role, "password": PASSWORD}).status_code == 200
        return Bench(client, csrf_in(client.get("/").text))

    with TestClient(app):
        yield log_in
    for client in opened:
        client.close()


def csrf_in(html: str) -> str:
    """The token that a page carries."""
    return html.partition('<meta name="csrf" content="')[2].partition('"')[0]


@pytest.fixture
def read_by_rules(monkeypatch: pytest.MonkeyPatch, rules: Reader) -> None:
    """What is added is read by the reader of the run: to load another takes seconds."""
    monkeypatch.setattr("dateline.serve.intake.intake.reader_for", lambda _settings: rules)


def settled(bench: Bench) -> list[dict[str, Any]]:
    """What was added, the latest first, once all of it is over."""
    until = time.monotonic() + 60
    while time.monotonic() < until:
        found: list[dict[str, Any]] = bench.get("/api/jobs").json()
        if all(one["state"] in {"done", "stopped"} for one in found):
            return found
        time.sleep(0.05)
    raise AssertionError(found)


@dataclass
class Served:
    """A workbench that listens."""

    url: str
    app: Any
    """The application, for what a test must look at behind the pages."""

    @property
    def link(self) -> str:
        """What ``dateline serve`` prints."""
        return f"{self.url}/enter?token={TOKEN}"


@pytest.fixture
def served(store_path: Path) -> Iterator[Served]:
    """The workbench of one person on a free port."""
    with serving(options(store_path)) as found:
        yield found


class serving:  # noqa: N801 - used like a function
    """A workbench that listens on a free port for as long as the block lasts."""

    def __init__(self, given: ServeOptions) -> None:
        self._listening = socket.create_server(("127.0.0.1", 0))
        self._app = build_app(given)
        config = uvicorn.Config(self._app, log_level="warning", access_log=False, ws="none")
        self._server = uvicorn.Server(config)
        self._thread = threading.Thread(target=self._server.run, kwargs={"sockets": [self._listening]}, daemon=True)

    def __enter__(self) -> Served:
        self._thread.start()
        return Served(url=f"http://127.0.0.1:{self._listening.getsockname()[1]}", app=self._app)

    def __exit__(self, *_: object) -> None:
        self._server.should_exit = True
        self._thread.join(timeout=20)
        self._listening.close()


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    """A headless Chromium. The tests that need one are skipped where there is none."""
    sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    program = next((one for one in BROWSERS if Path(one).exists()), shutil.which("chromium"))
    if program is None:
        pytest.skip("no Chromium on this machine: install the package chromium to test pages in a browser")
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=FLAGS)
        yield browser
        browser.close()


@dataclass
class Screen:
    """A browser's page that is logged in. At its end it must have had no error and asked no other host."""

    page: Any
    url: str
    app: Any
    problems: list[str] = field(default_factory=list)
    allowed: list[str] = field(default_factory=list)
    """Parts of problems that a test expects, such as "404"."""

    def go(self, path: str) -> Any:
        """Open a page of the workbench, and wait until it is quiet."""
        answer = self.page.goto(self.url + path)
        self.page.wait_for_load_state("networkidle")
        return answer

    def check(self) -> None:
        """Nothing went wrong in the browser, and nothing was asked elsewhere."""
        assert [one for one in self.problems if not any(part in one for part in self.allowed)] == []


@pytest.fixture
def screen(chromium: Any, served: Served) -> Iterator[Screen]:
    """A page 1280 wide, come in with the link."""
    with chromium.new_context(viewport={"width": 1280, "height": 900}) as context:
        found = watched(context.new_page(), served)
        found.page.goto(served.link)
        yield found
        found.check()


def watched(page: Any, served: Served) -> Screen:
    """A page whose errors and requests are kept."""
    found = Screen(page=page, url=served.url, app=served.app)
    page.wait_for_function = partial(_until, page)  # Playwright's own asks by eval, which our pages forbid
    page.on("console", lambda one: found.problems.append(one.text) if one.type == "error" else None)
    page.on("pageerror", lambda one: found.problems.append(str(one)))
    page.on("request", lambda one: _note_elsewhere(found, one.url))
    return found


def _until(page: Any, condition: str, *, timeout: float = 30_000) -> None:
    """Wait for an expression to be true in the page. Raises AssertionError when it is not within ``timeout`` ms."""
    until = time.monotonic() + timeout / 1000
    while not page.evaluate(condition):
        assert time.monotonic() < until, f"still not so: {condition}"
        page.wait_for_timeout(50)


def _note_elsewhere(found: Screen, url: str) -> None:
    if not url.startswith((found.url, "data:", "blob:", "about:")):
        found.problems.append(f"asked elsewhere: {url}")
