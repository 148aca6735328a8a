"""The review queue by keyboard, in a browser."""

from typing import Any

import pytest

CARD = ".review-card.shown"


@pytest.fixture
def queue(screen: Any) -> Any:
    """The page of the queue, report by report."""
    screen.go("/review?order=report")
    return screen


def shown(queue: Any) -> str:
    return str(queue.page.locator(CARD).get_attribute("data-id"))


def press(queue: Any, *keys: str) -> None:
    for key in keys:
        queue.page.keyboard.press(key)


def sent(queue: Any) -> None:
    """Wait until every decision is with the server."""
    queue.page.locator("body[data-unsent='0']").wait_for()


def decisions(queue: Any) -> list[Any]:
    return list(queue.app.state.workbench.record.decisions())


def test_ten_claims_are_reviewed_by_keyboard_only(queue: Any) -> None:
    met = []
    for key in ("a", "a", "x", "Space", "a", "x", "Space", "a", "a"):
        met.append(shown(queue))
        press(queue, key)
    met.append(shown(queue))
    press(queue, "e")
    queue.page.keyboard.press("Control+a")
    queue.page.keyboard.type("THREATEN")
    press(queue, "Enter")
    queue.page.locator("#editor").wait_for(state="hidden")
    sent(queue)
    made = decisions(queue)
    assert len(set(met)) == 10
    assert [(one.kind, one.targets[0]) for one in made] == [
        (kind, met[place])
        for place, kind in enumerate(["accept", "accept", "reject", "", "accept", "reject", "", "accept", "accept"])
        if kind
    ] + [("correct", met[9])]
    assert made[-1].after["type"] == "THREATEN"
    assert shown(queue) not in met
    assert "8 of" in queue.page.locator("#count").inner_text()


def test_backspace_takes_the_last_decision_back_and_returns_to_it(queue: Any) -> None:
    first = shown(queue)
    press(queue, "a")
    sent(queue)
    press(queue, "Backspace")
    assert shown(queue) == first
    sent(queue)
    assert [one.kind for one in decisions(queue)] == ["accept", "undo"]
    assert queue.page.locator(f"{CARD} .state").inner_text() == ""


def test_looking_at_neighbours_decides_nothing(queue: Any) -> None:
    first = shown(queue)
    press(queue, "n", "ArrowRight")
    assert shown(queue) != first
    press(queue, "p", "ArrowLeft")
    assert shown(queue) == first
    assert decisions(queue) == []


def test_no_key_decides_while_a_field_is_written_in(queue: Any) -> None:
    queue.page.locator("summary").click()
    queue.page.locator("input[name=actor]").focus()
    queue.page.keyboard.type("axn a")
    assert decisions(queue) == []
    assert queue.page.locator("input[name=actor]").input_value() == "axn a"


def test_the_help_lists_the_keys(queue: Any) -> None:
    press(queue, "?")
    assert queue.page.locator("#keys").is_visible()
    press(queue, "a", "Escape")
    assert not queue.page.locator("#keys").is_visible()
    assert decisions(queue) == []


def test_an_actor_and_a_place_are_taken_from_suggestions(queue: Any) -> None:
    target = shown(queue)
    press(queue, "e")
    page = queue.page
    page.locator("#edit-subject").fill("omar")
    page.locator("#list-subject [role=option]").first.wait_for()
    press(queue, "ArrowDown")
    assert page.locator("#edit-subject").input_value() == "omar"  # lit is not taken
    press(queue, "Enter")
    assert page.locator("#edit-subject").input_value() == "Omar Tall"
    page.locator("#edit-place").fill("gao")
    page.locator("#list-place [role=option]", has_text="city, Gao, Mali").click()
    assert "16." in page.locator("#hint-place").inner_text()
    page.locator("#edit-when").fill("2012-04")
    page.locator("#edit-killed").fill("3-5")
    page.get_by_text("2012-04: on some day of these").wait_for()
    page.locator("#edit-killed").press("Enter")
    page.locator("#editor").wait_for(state="hidden")
    after = decisions(queue)[-1].after
    assert decisions(queue)[-1].targets[0] == target
    assert (after["subject"], after["place"], after["location"]["geonameid"]) == ("Omar Tall", "Gao", 2457163)
    assert after["counts"]["killed"] == {"low": 3, "best": 3, "high": 5}
    assert after["when"]["edtf"] == "2012-04"


def test_what_the_server_refuses_is_said_in_the_form_and_nothing_is_lost(queue: Any) -> None:
    queue.allowed.append("400")
    press(queue, "e")
    queue.page.locator("#edit-when").fill("some day")
    queue.page.locator("#edit-when").press("Enter")
    queue.page.locator("#editor-wrong", has_text="is no date").wait_for()
    assert queue.page.locator("#edit-when").input_value() == "some day"
    queue.page.keyboard.press("Escape")
    assert decisions(queue) == []


def test_a_decision_that_cannot_be_sent_is_kept_and_sent_later(queue: Any) -> None:
    queue.allowed += ["ERR_FAILED", "Failed to load"]
    queue.page.route("**/api/decisions", lambda route: route.abort())
    target = shown(queue)
    press(queue, "a")
    queue.page.locator("#unsent", has_text="1 decision is not sent yet").wait_for()
    assert shown(queue) != target
    queue.page.unroute("**/api/decisions")
    queue.page.evaluate("dispatchEvent(new Event('online'))")
    sent(queue)
    assert [one.targets[0] for one in decisions(queue)] == [target]


def test_what_a_closed_page_could_not_send_the_next_page_sends_once(queue: Any) -> None:
    queue.allowed += ["ERR_FAILED", "Failed to load"]
    queue.page.route("**/api/decisions", lambda route: (route.fetch(), route.abort()))  # the answer is lost
    target = shown(queue)
    press(queue, "a")
    queue.page.locator("#unsent", has_text="not sent yet").wait_for()
    queue.page.unroute("**/api/decisions")
    queue.page.on("dialog", lambda dialog: dialog.accept())
    queue.go("/review?order=report")
    sent(queue)
    assert [one.targets[0] for one in decisions(queue)] == [target]


def test_the_address_brings_the_same_claim_back(queue: Any) -> None:
    press(queue, "n", "n")
    target, address = shown(queue), queue.page.url
    queue.go(address.removeprefix(queue.url))
    assert shown(queue) == target


def test_events_are_reviewed_with_the_same_keys(queue: Any) -> None:
    queue.go("/review?what=events")
    target = shown(queue)
    press(queue, "x")
    sent(queue)
    assert decisions(queue)[-1].about == "event"
    assert decisions(queue)[-1].before["facts"] == [target]


def test_the_queue_is_readable_on_a_narrow_screen(queue: Any) -> None:
    queue.page.set_viewport_size({"width": 390, "height": 800})
    for path in ("/review", "/review?what=relations", "/review/merges", "/review/batch"):
        queue.go(path)
        assert queue.page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path
