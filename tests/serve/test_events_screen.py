"""Events in a browser: the map draws, filters change all of the page and its address, and keys reach everything."""

from collections.abc import Callable
from typing import Any

import pytest

NO_WEBGL = """
const given = HTMLCanvasElement.prototype.getContext;
HTMLCanvasElement.prototype.getContext = function (kind, ...more) {
  return kind.startsWith("webgl") ? null : given.call(this, kind, ...more);
};
"""


@pytest.fixture
def show(screen: Any) -> Callable[[str], Any]:
    """Open a page of events, and wait until all of it is drawn."""

    def opened(path: str) -> Any:
        screen.page.goto(screen.url + path)
        screen.page.wait_for_selector("body[data-shown]", timeout=30_000)
        screen.page.locator("body:not([aria-busy])").wait_for(state="attached")
        return screen.page

    return opened


def total(page: Any) -> int:
    return int(page.locator("#found").get_attribute("data-total"))


def wait_for_total(page: Any, number: int) -> None:
    page.wait_for_selector(f'#found[data-total="{number}"]')
    page.locator("body:not([aria-busy])").wait_for(state="attached")


def test_the_map_draws_and_follows_the_filters_with_the_rest(show: Any, bench: Any) -> None:
    page = show("/events")
    assert page.locator("#map").get_attribute("data-ready") == "map"
    assert "events on the map" in page.locator("#map-words").inner_text()
    with page.expect_download() as kept:
        page.evaluate("document.querySelector('.export').open = true")
        page.locator("#picture").click()
    assert kept.value.suggested_filename.endswith(".png")
    assert len(kept.value.path().read_bytes()) > 20_000  # a blank picture takes far less

    page.get_by_label("Place or country").fill("Gao")
    page.get_by_label("Place or country").press("Enter")
    in_gao = bench.get("/api/events?place=Gao").json()["total"]
    wait_for_total(page, in_gao)
    assert "place=Gao" in page.url
    assert page.locator("#found tbody tr").count() == in_gao
    page.wait_for_function(f"document.getElementById('map-words').textContent.includes('of {in_gao} events')")
    page.go_back()
    wait_for_total(page, bench.get("/api/events").json()["total"])
    assert page.get_by_label("Place or country").input_value() == ""

    with page.expect_download() as kept:
        page.get_by_role("link", name="CSV", exact=True).click()
    assert kept.value.path().read_text(encoding="utf-8").count("\n") >= total(page)


def test_the_address_brings_the_view_back_and_keys_reach_the_map(show: Any) -> None:
    page = show("/events?type=ASSAULT&at=16.2,0.1,5.5")
    page.locator("#found .show").first.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    row = page.locator('#found tr[aria-current="true"]')
    row.wait_for()
    chosen = row.get_attribute("data-event")
    popup = page.locator(".maplibregl-popup .popup-line")
    popup.wait_for()
    assert popup.get_attribute("href") == f"/facts/{chosen}"
    page.wait_for_function("location.search.includes('event=v')")
    page.keyboard.press("Escape")
    page.wait_for_function("document.activeElement?.matches('.show')")
    page.wait_for_function("!location.search.includes('event=')")

    page = show(f"/events?type=ASSAULT&at=16.2,0.1,5.5&event={chosen}&as_of=2012-07-02")
    assert page.locator('#found tr[aria-current="true"]').get_attribute("data-event") == chosen
    assert "at=16.2,0.1,5.5" in page.url
    assert page.locator("#as-of").input_value() == "2012-07-02"
    assert page.locator("#holders h2").inner_text() == "Who holds what on 2012-07-02"


def test_a_stretch_of_time_is_chosen_with_keys_and_with_the_mouse(show: Any) -> None:
    page = show("/events?unit=year")
    before = total(page)
    page.locator("#range-to").focus()
    page.keyboard.press("Home")
    page.wait_for_function("new URLSearchParams(location.search).has('to')")
    page.locator("body:not([aria-busy])").wait_for(state="attached")
    assert page.get_by_label("To", exact=True).first.input_value() != ""
    assert total(page) < before
    page.locator("#clear").click()
    page.wait_for_selector("body[data-shown]")
    box = page.locator("#bars").bounding_box()
    page.mouse.move(box["x"] + 2, box["y"] + 40)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + 40)
    page.mouse.up()
    page.wait_for_function("new URLSearchParams(location.search).has('to')")


def test_without_webgl_there_is_a_plain_map_at_390_pixels(show: Any, screen: Any) -> None:
    screen.page.add_init_script(NO_WEBGL)
    screen.page.set_viewport_size({"width": 390, "height": 800})
    page = show("/events")
    assert page.locator("#map").get_attribute("data-ready") == "plain"
    assert page.locator(".plain-dot, .plain-area").count() > 0
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.locator("#found .show").first.click()
    page.locator(".plain-popup .popup-line").wait_for()
    page.keyboard.press("Escape")
    page.locator(".plain-popup").wait_for(state="hidden")
