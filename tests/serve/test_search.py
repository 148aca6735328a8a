"""Search: marks from spans, never markup; how a search is written; the key that leads there."""

from typing import Any

import pytest

from dateline import Reader

HOSTILE = (
    "<script>alert(1)</script> Gunmen attacked Tessit on 2 April 2012, said <img src=x onerror=alert(2)> a doctor."
)


def test_what_was_looked_for_is_marked_in_the_words(bench: Any) -> None:
    text = bench.get("/search", params={"q": "farmers"}).text
    assert "<mark>farmers</mark>" in text
    assert 'href="/reports/r' in text


def test_words_of_a_report_are_never_markup(bench: Any, rules: Reader) -> None:
    bench.workbench.store.add(rules.read(HOSTILE))
    text = bench.get("/search", params={"q": "tessit"}).text
    assert "&lt;script&gt;" in text
    assert "<script>alert" not in text
    assert "<img" not in text


def test_words_that_are_asked_for_are_never_markup(bench: Any) -> None:
    text = bench.get("/search", params={"q": '"><script>alert(1)</script>'}).text
    assert "<script>alert" not in text


@pytest.mark.parametrize("query", ['"northern front', "-army", "a*b", "…"])
def test_what_cannot_be_meant_is_said_beside_the_field(bench: Any, query: str) -> None:
    answer = bench.get("/search", params={"q": query})
    assert answer.status_code == 200
    assert 'role="alert"' in answer.text
    assert "How to write a search" in answer.text


def test_actors_are_found_by_any_of_their_names(bench: Any) -> None:
    text = bench.get("/search", params={"q": "reed fro*"}).text
    assert 'href="/actors/' in text
    alone = bench.get("/search", params={"q": "reed", "what": "actors"}).text
    assert "Reed Front" in alone
    assert "Reports and claims" not in alone
    assert (
        "Reed Front" not in bench.get("/search", params={"q": "reed -front", "what": "actors"}).text.split("<main")[1]
    )


def test_only_one_kind_is_looked_for_when_asked(bench: Any) -> None:
    text = bench.get("/search", params={"q": "gao", "what": "reports"}).text
    assert "kind report" in text
    assert "kind claim" not in text


def test_hits_come_in_pages(bench: Any, rules: Reader) -> None:
    for number in range(35):
        bench.workbench.store.add(rules.read(f"A gazette numbered {number}. Nothing is told in it."))
    first = bench.get("/search", params={"q": "gazette"}).text
    assert first.count("<mark>gazette</mark>") == 30
    assert "offset=30" in first
    assert bench.get("/search", params={"q": "gazette", "offset": 30}).text.count("<mark>gazette</mark>") == 5


def test_a_slash_leads_to_the_field_but_not_while_something_is_written(screen: Any) -> None:
    screen.go("/reports")
    screen.page.keyboard.press("/")
    assert screen.page.evaluate("document.activeElement.id") == "find"
    screen.page.keyboard.type("farmers")
    screen.page.keyboard.press("Enter")
    screen.page.wait_for_url("**/search?q=farmers")
    assert screen.page.locator("mark").first.inner_text() == "farmers"
    field = screen.page.get_by_label("Words", exact=True)
    field.focus()
    screen.page.keyboard.press("End")
    screen.page.keyboard.type("/x")
    assert field.input_value() == "farmers/x"


def test_the_bar_fits_a_narrow_screen(screen: Any) -> None:
    screen.page.set_viewport_size({"width": 390, "height": 800})
    for path in ("/search?q=gao", "/sources", "/snapshots", "/export", "/help", "/add"):
        screen.go(path)
        assert screen.page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path
