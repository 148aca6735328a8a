"""The command chart: list, graph and API."""

import re
from pathlib import Path
from typing import Any


def top(bench: Any) -> str:
    return str(bench.get("/api/actors?q=reed front").json()[0]["id"])


def words(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def test_without_an_actor_bodies_are_suggested(bench: Any) -> None:
    html = bench.get("/chart").text
    assert f'href="/chart?actor={top(bench)}"' in html
    assert "leaders and units" in html


def test_a_name_that_was_typed_leads_to_its_chart_and_an_unknown_one_says_so(bench: Any) -> None:
    assert f"actor={top(bench)}" in str(bench.get("/chart?name=Reed Front&as_of=2012-04-03").url)
    assert "No actor is called" in words(bench.get("/chart?name=Nobodys Army").text)
    assert bench.get("/chart?actor=no-such-army").status_code == 404


def test_the_list_tells_leaders_and_splits_with_their_claims(bench: Any) -> None:
    html = bench.get(f"/chart?actor={top(bench)}&as_of=2012-07-02").text
    assert "led by Musa Tall" in words(html)
    assert "split off Hill Brigade" in words(html)
    assert "led by Omar Tall" not in words(html)
    assert re.search(r'href="/facts/x[0-9a-f]{12}"', html)


def test_the_api_gives_each_body_once_and_the_days_of_changes(bench: Any) -> None:
    found = bench.get("/api/chart", params={"actor": top(bench), "as_of": "2012-04-03"}).json()
    names = [node["name"] for node in found["nodes"]]
    assert len(names) == len(set(names))
    assert {"Reed Front", "Omar Tall"} <= set(names)
    (led,) = [edge for edge in found["edges"] if edge["type"] == "leads"]
    assert (led["holds"], led["below"]) == ("certain", top(bench))
    assert "2012-04-03" in found["turns"]
    assert bench.get("/api/chart?actor=no-such-army").json()["error"]["status"] == 404
    assert bench.get(f"/api/chart?actor={top(bench)}&as_of=spring").status_code == 422


def test_the_graph_is_drawn_follows_the_day_and_is_saved(screen: Any, tmp_path: Path) -> None:
    page = screen.page
    screen.go("/chart")
    field = page.get_by_role("combobox", name="Top of the chart")
    field.press_sequentially("reed")
    page.get_by_role("option").first.wait_for()
    field.press("ArrowDown")
    field.press("Enter")
    page.wait_for_url("**actor=*")
    page.get_by_role("button", name="Graph").click()
    page.wait_for_selector("#graph[data-drawn]")
    assert "view=graph" in page.url
    drawn = page.locator("#graph").get_attribute("data-drawn")
    page.locator('input[type="date"][name="as_of"]').fill("2011-01-01")
    page.wait_for_selector(f"#graph:not([data-drawn='{drawn}'])")
    with page.expect_download() as saving:
        page.get_by_role("button", name="Save as PNG").click()
    saved = tmp_path / "chart.png"
    saving.value.save_as(saved)
    assert saved.read_bytes().startswith(b"\x89PNG")
    page.reload()
    page.wait_for_selector("#graph[data-drawn]")
    assert page.locator('input[type="date"][name="as_of"]').input_value() == "2011-01-01"


def test_the_list_follows_the_day(screen: Any) -> None:
    page = screen.page
    screen.go("/chart?name=Reed Front&as_of=2012-07-02")
    assert "Musa Tall" in page.locator("#chart-list").inner_text()
    page.get_by_role("button", name="change before").click()
    page.wait_for_url(lambda url: "2012-07-02" not in url)
    page.locator('input[type="date"][name="as_of"]').fill("2012-04-03")
    page.locator("#chart-list", has_text="led by Omar Tall").wait_for()
