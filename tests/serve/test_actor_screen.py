"""The dossier in a browser: the slider, merging by keyboard, a narrow screen."""

from typing import Any

import pytest


@pytest.fixture
def front(screen: Any) -> Any:
    """The dossier of the Reed Front, found through the list."""
    screen.go("/actors?words=reed")
    screen.page.get_by_role("link", name="Reed Front", exact=True).click()
    screen.page.wait_for_load_state("networkidle")
    return screen


def test_the_slider_changes_what_is_shown_and_the_address(front: Any) -> None:
    held, page = front.page.locator("#as-of"), front.page
    page.locator('input[name="as_of"]').fill("2012-04-03")
    page.locator("#as-of", has_text="On 2012-04-03").wait_for()
    assert "Omar Tall" in held.inner_text()
    assert "as_of=2012-04-03" in page.url
    line = page.locator(".lane-now").first
    stood = line.get_attribute("x1")
    slider = page.get_by_role("slider", name="As of")
    slider.focus()
    slider.press("End")
    page.locator("#as-of", has_not_text="On 2012-04-03").wait_for()
    assert line.get_attribute("x1") != stood
    assert slider.get_attribute("aria-valuetext") in page.url
    assert "Omar Tall" not in held.inner_text()


def test_the_keys_go_from_change_to_change(front: Any) -> None:
    page = front.page
    first = page.locator('input[name="as_of"]').input_value()
    page.locator("h1").click()
    page.keyboard.press("[")
    page.wait_for_url("**as_of=*")
    assert page.locator('input[name="as_of"]').input_value() < first


def test_two_actors_are_merged_by_keyboard_and_the_one_that_stays_is_shown(front: Any) -> None:
    page = front.page
    page.get_by_text("Merge with another actor").click()
    field = page.get_by_role("combobox", name="The same as")
    field.press_sequentially("hill bri")
    page.get_by_role("option", name="Hill Brigade").wait_for()
    field.press("ArrowDown")
    assert field.get_attribute("aria-activedescendant")
    field.press("Enter")
    assert field.input_value() == "Hill Brigade"
    page.get_by_role("button", name="Merge", exact=True).click()
    page.wait_for_url("**#decisions")
    assert page.locator("h1").inner_text() in ("Reed Front", "Hill Brigade")
    assert "merged" in page.locator("#decisions").inner_text()
    assert {"Reed Front", "Hill Brigade"} <= set(page.locator("#names td:first-child").all_inner_texts())
    page.get_by_role("button", name="Undo").click()
    page.wait_for_load_state("networkidle")
    assert "undone" in page.locator("#decisions").inner_text()


def test_the_list_of_the_field_closes_with_escape_and_says_when_nothing_is_found(front: Any) -> None:
    page = front.page
    page.get_by_text("Keep apart from another actor").click()
    field = page.get_by_role("combobox", name="Not the same as")
    field.press_sequentially("zzzz")
    page.get_by_text("Nothing of this name.").first.wait_for()
    field.press("Escape")
    assert field.get_attribute("aria-expanded") == "false"


def test_nothing_is_scrolled_sideways_on_a_narrow_screen(front: Any) -> None:
    page = front.page
    page.set_viewport_size({"width": 390, "height": 800})
    dossier = page.url.removeprefix(front.url)
    for path in (dossier, "/actors", "/chart", dossier.replace("/actors/", "/chart?actor=")):
        front.go(path)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path
