"""Finding actors by name: the API, and the field that offers them."""

from typing import Any


def names(answer: Any) -> list[str]:
    return [one["name"] for one in answer.json()]


def test_words_and_beginnings_of_words_find_an_actor(bench: Any) -> None:
    assert names(bench.get("/api/actors?q=reed fr"))[0] == "Reed Front"
    assert names(bench.get("/api/actors?q=TALL omá"))[0] == "Omar Tall"
    assert names(bench.get("/api/actors?q=nobody of this name")) == []


def test_an_id_finds_its_actor(bench: Any) -> None:
    found = bench.get("/api/actors?q=omar tall").json()[0]
    assert [one["id"] for one in bench.get(f"/api/actors?q={found['id']}").json()] == [found["id"]]


def test_a_whole_name_goes_before_one_that_only_has_its_words(bench: Any) -> None:
    assert names(bench.get("/api/actors?q=malian army"))[0] == "Malian army"


def test_without_words_those_of_most_reports_come_first(bench: Any) -> None:
    reports = [one["reports"] for one in bench.get("/api/actors?limit=5").json()]
    assert len(reports) == 5
    assert reports == sorted(reports, reverse=True)


def test_signs_alone_find_nothing(bench: Any) -> None:
    assert bench.get("/api/actors", params={"q": "%_*"}).json() == []


def test_a_limit_out_of_bounds_is_refused(bench: Any) -> None:
    assert bench.get("/api/actors?limit=1000").status_code == 422
