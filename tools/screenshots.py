"""Take the pictures of the workbench that the README and the docs show: ``make screenshots``.

A store is made of ``examples/`` and of a made-up world (``benchmarks/world``), so that no picture shows a real victim;
the pages are opened in headless Chromium. ``--store PATH`` takes a store that is there instead.
"""

import argparse
import shutil
import socket
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import uvicorn
from playwright.sync_api import Page, sync_playwright

from benchmarks.record import read_world
from dateline import Reader
from dateline.ingest import IngestOptions, collect
from dateline.record import Record, bring_up_to_date
from dateline.serve.app import build_app
from dateline.serve.options import ServeOptions
from dateline.settings import Settings
from dateline.store import keep, open_store

ROOT = Path(__file__).parents[1]
PICTURES = ROOT / "docs" / "pictures"
EXAMPLES = [str(ROOT / "examples" / name) for name in ("tibesti.txt", "catatumbo.txt", "quetta.html")]
SEED, REPORTS = 7, 300
TOKEN = "for-pictures"
FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--enable-unsafe-swiftshader"]
WIDE, NARROW = {"width": 1280, "height": 860}, {"width": 390, "height": 800}


def main() -> None:
    """Make the store, serve it, take the pictures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--store", type=Path)
    given = parser.parse_args().store
    with tempfile.TemporaryDirectory() as folder:
        path = Path(shutil.copyfile(given, Path(folder) / "shown.sqlite")) if given else _made(Path(folder))
        with _served(path) as url, sync_playwright() as playwright:
            program = shutil.which("chromium") or shutil.which("google-chrome")
            browser = playwright.chromium.launch(executable_path=program, args=FLAGS)
            page = browser.new_context(viewport=WIDE, color_scheme="light").new_page()
            page.goto(f"{url}/enter?token={TOKEN}")
            for name, address in _screens(path).items():
                _take(page, name, url + address)
            page.set_viewport_size(NARROW)
            page.emulate_media(color_scheme="dark")
            _take(page, "review-narrow-dark", f"{url}/review")
            browser.close()


def _made(folder: Path) -> Path:
    path = read_world(folder, SEED, REPORTS)
    with open_store(str(path)) as store:
        for _ in keep(collect(EXAMPLES, IngestOptions()), store, Reader()):
            pass
        bring_up_to_date(store)
    return path


def _screens(path: Path) -> dict[str, str]:
    """Addresses by the names of their pictures."""
    with open_store(str(path)) as store:
        record = Record(store)
        example = next(one.id for one in store.reports() if one.source.endswith("tibesti.txt"))
        group = next(one for one in record.every_actor(kind="armed_group") if one.reports > 3)
    return {
        "home": "/",
        "report": f"/reports/{example}",
        "review": "/review?order=sure",
        "actor": f"/actors/{group.id}",
        "events": "/events?from=2009&to=2012",
        "chart": f"/chart?actor={group.id}&view=graph",
    }


def _take(page: Page, name: str, address: str) -> None:
    page.goto(address)
    page.wait_for_load_state("networkidle")
    if page.locator("#map").count():
        page.get_by_text("on the map").first.wait_for(timeout=60_000)
        time.sleep(8)  # it is drawn without a graphics card
    time.sleep(1.5)
    page.screenshot(path=PICTURES / f"{name}.png")


@contextmanager
def _served(path: Path) -> Iterator[str]:
    settings = Settings(store=str(path), coder="Ada")
    server: Any = uvicorn.Server(
        uvicorn.Config(build_app(ServeOptions(settings=settings, token=TOKEN)), log_level="warning", ws="none")
    )
    listening = socket.create_server(("127.0.0.1", 0))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    server.should_exit = True
    thread.join()


if __name__ == "__main__":
    main()
