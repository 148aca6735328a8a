"""The page of a report by keyboard and pointer, in a browser."""

from typing import Any

import pytest


@pytest.fixture
def report(screen: Any) -> str:
    """The id of a report with several claims."""
    store = screen.app.state.workbench.store
    return str(max(store.reports(), key=lambda one: (one.claims, one.id)).id)


def _verdicts(screen: Any, report: str) -> list[str | None]:
    answer = screen.page.request.get(f"{screen.url}/api/reports/{report}").json()
    return [one["verdict"] for one in answer["claims"]]


def test_keys_go_from_claim_to_claim_and_judge_in_place(screen: Any, report: str) -> None:
    screen.go(f"/reports/{report}")
    keys, cards = screen.page.keyboard, screen.page.locator(".claim")
    keys.press("j")
    keys.press("j")
    assert cards.nth(1).evaluate("one => one === document.activeElement")
    assert _verdicts(screen, report)[1] is None  # to be there is not to accept
    keys.press("Enter")
    assert cards.nth(1).locator("details").get_attribute("open") is not None
    with screen.page.expect_response("**/api/decisions"):
        keys.press("a")
    assert _verdicts(screen, report)[1] == "accepted"
    assert cards.nth(1).locator(".verdict").inner_text() == "accepted"
    with screen.page.expect_response("**/api/decisions/undo"):
        keys.press("u")
    screen.page.wait_for_function("!document.querySelectorAll('.claim')[1].dataset.verdict")
    assert _verdicts(screen, report)[1] is None
    with screen.page.expect_response("**/api/decisions"):
        keys.press("x")
    assert _verdicts(screen, report)[1] == "rejected"
    keys.press("k")
    assert cards.nth(0).evaluate("one => one === document.activeElement")
    keys.press("?")
    assert screen.page.locator("#keys").is_visible()


def test_a_link_to_a_claim_leads_to_it(screen: Any, report: str) -> None:
    claim = screen.page.request.get(f"{screen.url}/api/reports/{report}").json()["claims"][-1]["claim"]["id"]
    screen.go(f"/reports/{report}#claim-{claim}")
    assert screen.page.evaluate("document.activeElement.id") == f"claim-{claim}"
    assert screen.page.locator(".evidence.lit").count() >= 1


def test_the_reason_of_a_mark_follows_focus_and_pointer(screen: Any, report: str) -> None:
    screen.go(f"/reports/{report}")
    why, stops = (
        screen.page.locator("#why"),
        screen.page.locator(".text:has(.evidence)").first.locator("mark[tabindex], a"),
    )
    screen.page.locator(".text mark[data-why]").first.focus()
    assert why.is_visible()
    assert screen.page.evaluate("document.activeElement.getAttribute('aria-describedby')") == "why"
    stops.first.focus()
    screen.page.keyboard.press("ArrowRight")
    assert stops.nth(1).evaluate("one => one === document.activeElement && one.tabIndex === 0")
    screen.page.locator(".text mark[data-why]").first.focus()
    screen.page.keyboard.press("Escape")
    assert not why.is_visible()
    actor = screen.page.locator(".text mark.actor[data-href]").first
    actor.hover()
    assert "Open the actor" in why.inner_text()


def test_a_claim_is_added_from_the_words_that_are_selected(screen: Any, report: str) -> None:
    screen.go(f"/reports/{report}")
    number = screen.page.locator(".claim").count()
    screen.page.evaluate(
        "() => { const words = document.querySelector('.text .evidence'); getSelection().selectAllChildren(words); }"
    )
    screen.page.locator("#add-here").wait_for(state="visible")
    screen.page.keyboard.press("n")
    form = screen.page.locator("#claim-form")
    assert form.locator("[name=quote]").input_value()
    form.locator("[name=type]").select_option("leads")
    form.locator("button.main").click()
    form.get_by_role("alert").wait_for(state="visible")  # a relation has two sides
    assert "relation of two" in form.get_by_role("alert").inner_text()
    screen.allowed.append("400")
    form.locator("[name=type]").select_option("ASSAULT")
    form.locator("[name=subject]").fill("a militia")
    form.locator("[name=subject_kind]").select_option("armed_group")
    form.locator("button.main").click()
    added = screen.page.locator(".claim:target")
    added.wait_for()
    assert "added by hand" in added.inner_text()
    assert screen.page.locator(".claim").count() == number + 1
