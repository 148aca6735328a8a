"""A day of work in one browser, from a pasted text to the export, and what each role sees. Pictures are kept."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from dateline.store import open_store
from dateline.store.people_tables import users

OWN = __import__("runpy").run_path(str(Path(__file__).with_name("conftest.py")))
PICTURES = Path(__file__).parents[2] / ".artefacts"
TEXT = (
    "Fighters of the Reed Front attacked a market in Timbuktu on 9 April and killed four traders, a doctor said. "
    "Bakary Diarra has led the Reed Front since March."
)


@pytest.fixture
def keep() -> Callable[[Any, str], None]:
    """Keep a picture of a page under a name, to be looked at after the run."""
    PICTURES.mkdir(exist_ok=True)
    return lambda page, name: page.screenshot(path=PICTURES / f"{name}.png")


def test_a_report_is_pasted_reviewed_seen_in_dossier_and_on_the_map_and_exported(
    screen: Any, keep: Callable[[Any, str], None]
) -> None:
    page = screen.page
    screen.go("/events?place=Timbuktu")
    assert "0 events" in page.locator("main").inner_text()
    screen.go("/add")
    page.get_by_label("Text of the report").fill(TEXT)
    page.locator("#add-text").get_by_label("Day of publication").fill("2012-04-10")
    page.get_by_role("button", name="Read it", exact=True).click()
    page.locator(".job.done").wait_for(timeout=60_000)
    page.locator(".job.done").get_by_role("link", name="to review").click()
    page.wait_for_load_state("networkidle")
    keep(page, "review")
    page.keyboard.press("a")
    page.keyboard.press("a")
    page.wait_for_function("document.body.dataset.unsent === '0'")
    screen.app.state.workbench.keeper.wait(20)
    assert [one.kind for one in screen.app.state.workbench.record.decisions()] == ["accept", "accept"]

    (front,) = [one for one in screen.app.state.workbench.record.actors("Reed Front") if one.kind == "armed_group"]
    screen.go(f"/actors/{front.id}?as_of=2012-04-10")
    assert "Bakary Diarra" in page.locator("main").inner_text()
    keep(page, "actor")
    screen.go("/events?place=Timbuktu")
    assert "1 event" in page.locator("main").inner_text()
    page.get_by_text("on the map").first.wait_for(timeout=60_000)
    keep(page, "events")
    screen.go("/export")
    with page.expect_download(timeout=60_000) as started:
        page.get_by_role("button", name="Download ucdp-ged", exact=True).click()
    assert "Timbuktu" in Path(started.value.path()).read_text(encoding="utf-8")


def test_each_role_logs_in_and_sees_what_it_may_do(
    chromium: Any, store_path: Path, made_users: list[dict[str, Any]], keep: Callable[[Any, str], None]
) -> None:
    with open_store(str(store_path)) as store, store.writing() as connection:
        connection.execute(sa.insert(users), made_users)
    seen = {}
    with OWN["serving"](OWN["options"](store_path, token=None)) as served:
        for role in ("reader", "coder", "curator", "admin"):
            with chromium.new_context() as context:
                page = context.new_page()
                page.goto(f"{served.url}/review")
                page.get_by_label("Name").fill(role)
                page.get_by_label("Password").fill(OWN["PASSWORD"])
                page.get_by_role("button", name="Log in").click()
                page.wait_for_url("**/review")
                keep(page, f"as-{role}")
                parts = {
                    "Accept": page.get_by_role("button", name="Accept"),
                    "Coders": page.get_by_role("link", name="Coders"),
                    "Team": page.get_by_role("link", name="Team"),
                }
                seen[role] = {name for name, part in parts.items() if part.first.is_visible()}
    assert seen == {
        "reader": set(),
        "coder": {"Accept"},
        "curator": {"Accept", "Coders"},
        "admin": {"Accept", "Coders", "Team"},
    }
