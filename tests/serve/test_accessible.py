"""Every screen, wide and narrow, light and dark: axe finds nothing serious, and no page is wider than the window."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import axe_playwright_python
import pytest

from dateline.record import Record
from dateline.serve.templating import SCREENS
from dateline.store import open_store

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]}
WIDE, NARROW = {"width": 1280, "height": 900}, {"width": 390, "height": 800}
PLACES = ("/", *(address for address, _ in SCREENS), "/review/merges", "/facts", "/coding", "/team", "/team/log")


@pytest.fixture(scope="module")
def inner(made_store: Path) -> list[str]:
    """Addresses of one report, some facts and some actors."""
    with open_store(str(made_store)) as store:
        record = Record(store)
        reports = [f"/reports/{one.id}" for one in store.reports()][:1]
        events = [f"/facts/{one.id}" for one in record.events()][:1]
        relations = [f"/facts/{one.id}" for one in record.relations()][:1]
        actors = [one.id for one in record.every_actor(kind="armed_group")][:1]
    return [
        *reports,
        *events,
        *relations,
        *(f"{path}{one}" for one in actors for path in ("/actors/", "/chart?actor=")),
    ]


@pytest.fixture(params=[("light", WIDE), ("dark", NARROW)], ids=["wide and light", "narrow and dark"])
def eye(request: pytest.FixtureRequest, chromium: Any, served: Any) -> Iterator[Any]:
    """A browser's page that is logged in."""
    scheme, size = request.param
    with chromium.new_context(viewport=size, color_scheme=scheme) as context:
        page = context.new_page()
        page.goto(served.link)
        yield page


def test_nothing_serious_is_found_on_any_screen(eye: Any, served: Any, inner: list[str]) -> None:
    found = {path: wrong for path in (*PLACES, *inner) if (wrong := _wrong(eye, served.url + path))}
    assert found == {}


def _wrong(page: Any, address: str) -> list[str]:
    answer = page.goto(address)
    page.wait_for_load_state("networkidle")
    wrong = [] if answer.status == 200 else [f"it answered {answer.status}"]
    if page.evaluate("document.documentElement.scrollWidth > window.innerWidth"):
        wrong.append("it is wider than the window")
    page.evaluate(AXE)
    violations = page.evaluate("rules => axe.run(document, rules)", RULES)["violations"]
    serious = [one for one in violations if one["impact"] in ("serious", "critical")]
    return wrong + [f"{one['id']}: {one['nodes'][0]['html'][:120]} ({len(one['nodes'])})" for one in serious]
