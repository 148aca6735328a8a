"""Sources: the list, its order, and the claims of one."""

import threading
from typing import Any

import pytest

from dateline import Reader
from dateline.serve.intake.given import pasted
from dateline.serve.kept import Kept


@pytest.fixture
def two_outlets(bench: Any, rules: Reader) -> Any:
    """Two outlets tell of one attack, one of them of another too."""
    store = bench.workbench.store
    for publisher, text in (
        ("Sahel Wire", "Gunmen of the Reed Front attacked Menaka on 2 May 2012 and killed three farmers."),
        ("Sahel Wire", "Gunmen of the Hill Brigade attacked Kidal on 9 May 2012 and killed a teacher."),
        ("<b>Daily</b>", "The Reed Front attacked Menaka on 2 May 2012; three farmers were killed."),
    ):
        (report,) = pasted(text, publisher=publisher, published="2012-05-10").items()
        store.add(rules.read(report))
    bench.workbench.keeper.wake()
    assert bench.workbench.keeper.wait(20)
    return bench


def rows(text: str) -> list[str]:
    return [part.partition("</bdi>")[0].rpartition("<bdi>")[2] for part in text.split('scope="row"')[1:]]


def test_outlets_stand_with_what_they_vouch_for(two_outlets: Any) -> None:
    text = two_outlets.get("/sources").text
    assert "Sahel Wire" in rows(text)
    assert "&lt;b&gt;Daily" in text
    assert "<b>Daily" not in text
    assert "What is counted" in text
    assert "Twenty reprints of one agency are one source" in text


def test_they_are_put_in_order_by_a_column_both_ways(two_outlets: Any) -> None:
    two_outlets.get("/sources")
    down = rows(two_outlets.get("/sources?order=claims").text)
    up = rows(two_outlets.get("/sources?order=claims&up=true").text)
    assert down.index("Sahel Wire") < down.index("&lt;b&gt;Daily&lt;/b&gt;")
    assert up.index("Sahel Wire") > up.index("&lt;b&gt;Daily&lt;/b&gt;")
    by_name = rows(two_outlets.get("/sources?order=name").text)
    assert by_name == sorted(by_name, key=str.casefold)
    assert rows(two_outlets.get("/sources?order=name&up=true").text) == by_name[::-1]
    assert 'aria-sort="ascending"' in two_outlets.get("/sources?order=name").text


def test_speakers_lead_to_their_dossiers(bench: Any) -> None:
    text = bench.get("/sources?kind=speaker").text
    assert "Ada Keita" in text
    (of_ada,) = [part for part in text.split('href="') if part.startswith("/sources/one") and "Ada Keita" in part]
    page = bench.get(of_ada.partition('"')[0].replace("&amp;", "&")).text
    assert 'href="/actors/' in page
    assert 'href="/facts/' in page
    assert 'href="/reports/r' in page


def test_a_source_shows_its_claims_by_how_they_stand(two_outlets: Any) -> None:
    text = two_outlets.get("/sources/one", params={"id": "outlet:sahel wire", "which": "alone"}).text
    assert "Hill Brigade" in text
    assert "<bdi>Menaka" not in text
    assert "&lt;b&gt;Daily" in two_outlets.get("/sources/one", params={"id": "outlet:<b>daily</b>"}).text


def test_a_source_that_is_not_there_is_told(bench: Any) -> None:
    answer = bench.get("/sources/one", params={"id": "outlet:nobody"})
    assert answer.status_code == 404


def test_what_is_kept_is_given_at_once_and_made_anew_behind() -> None:
    version, made, go_on = [1], [0], threading.Event()

    def make() -> int:
        if made[0]:
            go_on.wait(10)
        made[0] += 1
        return made[0]

    kept = Kept(lambda: version[0], make)
    assert kept.get() == (1, True)
    assert kept.get() == (1, True)
    version[0] = 2
    assert kept.get() == (1, False)
    go_on.set()
    kept.wait()
    assert kept.get() == (2, True)


def test_the_list_is_read_and_put_in_order_in_a_browser(screen: Any) -> None:
    screen.go("/sources?kind=speaker")
    screen.page.get_by_role("link", name="Claims", exact=True).click()
    assert screen.page.locator('th[aria-sort="descending"]').inner_text().startswith("Claims")
    screen.page.get_by_role("link", name="Ada Keita").click()
    assert screen.page.locator("h1").inner_text() == "Ada Keita"
