"""The inbox of who is who: two actors made one, two kept apart, and taken back."""

from typing import Any

import pytest

from dateline import Reader
from dateline.record import bring_up_to_date
from dateline.store import open_store

ALIKE = (
    "Yusuf Salah, the Sudanese defence minister, appealed for calm in Khartoum on 3 May 2012. Gunmen killed two.",
    "Youssef Salah, the Sudanese defence minister, visited Khartoum on 7 June 2012. Gunmen killed three in Khartoum.",
)


@pytest.fixture
def store_path(store_path: Any, rules: Reader) -> Any:
    """With two whose names are spelt alike."""
    with open_store(str(store_path)) as store:
        for number, words in enumerate(ALIKE):
            store.add(rules.read(words, published=f"2012-07-0{number + 1}"))
        bring_up_to_date(store)
    return store_path


def pair(bench: Any) -> Any:
    pairs = bench.get("/api/merges").json()["pairs"]
    return next(one for one in pairs if {"Yusuf Salah", "Youssef Salah"} == {one["left"]["name"], one["right"]["name"]})


def actors(record: Any) -> set[str]:
    return {one.id for one in record.every_actor() if "Salah" in one.name}


def test_a_pair_comes_with_the_evidence_of_both_sides(bench: Any) -> None:
    found = pair(bench)
    assert "spelt alike" in found["reason"]
    for side in (found["left"], found["right"]):
        assert side["kind"] == "person"
        assert any(piece["marks"] == ["claim"] and "Salah" in piece["text"] for piece in side["sentences"][0]["pieces"])


def test_two_are_made_one_and_parted_again(bench: Any) -> None:
    found = pair(bench)
    body = {"kind": "merge", "left": found["left_entity"], "right": found["right_entity"], "once": "once-and-only"}
    made = bench.send("/api/merges", body).json()["decisions"]
    assert len(actors(bench.workbench.record)) == 1
    assert bench.send("/api/merges", body).json()["decisions"] == made
    bench.send("/api/decisions/undo", {"number": made[0]})
    assert bench.workbench.keeper.wait(20)
    assert len(actors(bench.workbench.record)) == 2


def test_two_that_are_kept_apart_leave_the_inbox(bench: Any) -> None:
    found = pair(bench)
    before = bench.get("/api/merges").json()["total"]
    body = {"kind": "apart", "left": found["left_entity"], "right": found["right_entity"]}
    assert bench.send("/api/merges", body).status_code == 201
    assert bench.get("/api/merges").json()["total"] == before - 1


def test_the_inbox_goes_on_after_a_pair(bench: Any) -> None:
    every = [one["id"] for one in bench.get("/api/merges", params={"limit": 50}).json()["pairs"]]
    seen, after = [], ""
    while page := bench.get("/api/merges", params={"limit": 1, "after": after}).json()["pairs"]:
        seen.append(page[0]["id"])
        after = page[0]["place"]
    assert set(every) <= set(seen)
    assert bench.get("/api/merges", params={"after": "nonsense"}).status_code == 400


def test_only_a_curator_joins_actors(as_user: Any) -> None:
    coder = as_user("coder")
    found = pair(coder)
    body = {"kind": "merge", "left": found["left_entity"], "right": found["right_entity"]}
    assert coder.send("/api/merges", body).status_code == 403
    assert "rights of a curator" in coder.get("/review/merges").text


def test_two_actors_are_merged_by_keyboard_and_undone(screen: Any) -> None:
    screen.go("/review/merges")
    page, record = screen.page, screen.app.state.workbench.record
    while "Yusuf Salah" not in page.locator(".review-card.shown").inner_text():
        page.keyboard.press("Space")
    before = len(actors(record))
    page.keyboard.press("a")
    page.locator("body[data-unsent='0']").wait_for()
    assert len(actors(record)) == before - 1
    page.keyboard.press("Backspace")
    page.locator("body[data-unsent='0']").wait_for()
    assert "Yusuf Salah" in page.locator(".review-card.shown").inner_text()
    assert screen.app.state.workbench.keeper.wait(20)
    assert len(actors(record)) == before
