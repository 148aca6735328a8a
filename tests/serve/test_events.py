"""Events: one set of filters over table, points, counts and exports; who holds what when."""

import csv
import io
import json
import zipfile
from typing import Any

import pytest

from dateline import Reader
from dateline.serve.drawing.histogram import number_in, start_of


def ids(bench: Any, query: str) -> list[str]:
    return [one["id"] for one in bench.get(f"/api/events?limit=500&{query}").json()["events"]]


def features(bench: Any, query: str) -> list[dict[str, Any]]:
    return bench.get(f"/api/events.geojson?{query}").json()["features"]  # type: ignore[no-any-return]


def test_the_page_lists_events_with_their_places_and_sources(bench: Any) -> None:
    page = bench.get("/events").text
    assert "Boundaries: Natural Earth; their depiction says nothing about legal status." in page
    total = bench.get("/api/events").json()["total"]
    assert f'data-total="{total}"' in page
    for one in ids(bench, ""):
        assert f'href="/facts/{one}"' in page


@pytest.mark.parametrize(
    ("query", "holds"),
    [
        ("type=ASSAULT/raid", lambda one: one["record"]["mode"] == "raid"),
        ("place=ML", lambda one: one["record"]["place"]["country"] == "ML"),
        ("place=Gao", lambda one: "Gao" in one["where"]),
        ("status=conflicting", lambda one: one["record"]["status"] == "conflicting"),
        ("modality=alleged", lambda one: one["record"]["modality"] == "alleged"),
        ("sources=2", lambda one: one["record"]["sources"] >= 2),
        ("from=2012-06&to=2012", lambda one: (one["record"]["possible"][1] or "9") >= "2012-06"),
        ("said_by=Keita", lambda one: any("Keita" in (e["said_by"] or "") for e in one["record"]["evidence"])),
    ],
)
def test_table_points_and_counts_follow_the_same_filters(bench: Any, query: str, holds: Any) -> None:
    found = bench.get(f"/api/events?limit=500&{query}").json()
    assert all(holds(one) for one in found["events"])
    assert {one["properties"]["id"] for one in features(bench, query)} <= {one["id"] for one in found["events"]}
    assert bench.get(f"/api/events/histogram?{query}").json()["total"] == found["total"]
    assert f'data-total="{found["total"]}"' in bench.get(f"/events?{query}").text


def test_what_is_said_by_a_speaker_is_found(bench: Any) -> None:
    assert ids(bench, "said_by=Keita")
    assert not ids(bench, "said_by=Nobody")


def test_an_actor_is_given_by_name_or_id(bench: Any) -> None:
    named = ids(bench, "actor=Reed Front")
    actor = bench.workbench.record.named("Reed Front")[0].id
    assert named
    assert ids(bench, f"actor={actor}") == named
    assert "is taken for" in bench.get("/events?actor=Reed Front").text
    assert "is taken for" not in bench.get(f"/events?actor={actor}").text


@pytest.mark.parametrize("query", ["actor=Zzyzx", "from=yesterday", "from=2013&to=2012", "place=!!"])
def test_a_filter_that_cannot_be_meant_is_told_beside_the_filters(bench: Any, query: str) -> None:
    answer = bench.get(f"/events?{query}")
    assert answer.status_code == 400
    assert 'role="alert"' in answer.text
    assert 'id="filters"' in answer.text
    assert bench.get(f"/api/events?{query}").json()["error"]["status"] == 400


def test_fields_left_empty_ask_for_nothing(bench: Any) -> None:
    empty = "type=&actor=&place=&from=&to=&said_by=&status=&modality=&sources=&on_map=&order=latest"
    assert ids(bench, empty) == ids(bench, "")


def test_events_without_a_point_are_counted_and_listed(bench: Any) -> None:
    every, drawn = ids(bench, ""), {one["properties"]["id"] for one in features(bench, "")}
    assert set(ids(bench, "on_map=no")) == set(every) - drawn
    assert not features(bench, "on_map=no")


def test_a_point_says_how_sharply_its_place_is_known(bench: Any) -> None:
    for one in features(bench, ""):
        held = bench.get(f"/api/events/{one['properties']['id']}").json()["record"]["place"]
        assert one["properties"]["precision"] == held["precision"]
        assert one["properties"]["radius_km"] == held["radius_km"]
        assert one["geometry"]["coordinates"] == pytest.approx([held["lon"], held["lat"]], abs=1e-4)


@pytest.mark.parametrize("order", ["latest", "earliest", "killed", "sources"])
def test_pages_of_the_table_hold_each_event_once_in_any_order(bench: Any, order: str) -> None:
    parts: list[str] = []
    offset: int | None = 0
    while offset is not None:
        answer = bench.get(f"/api/events?order={order}&limit=3&offset={offset}").json()
        parts += [one["id"] for one in answer["events"]]
        offset = answer["next_offset"]
    assert sorted(parts) == sorted(ids(bench, ""))
    assert len(parts) == len(set(parts))


def test_the_table_is_sorted_by_the_dead_and_by_sources(bench: Any) -> None:
    by_dead = bench.get("/api/events?order=killed&limit=500").json()["events"]
    dead = [one["record"]["counts"].get("killed", {}).get("best", -1) for one in by_dead]
    assert dead == sorted(dead, reverse=True)
    assert dead[0] > 0
    sources = [one["record"]["sources"] for one in bench.get("/api/events?order=sources").json()["events"]]
    assert sources == sorted(sources, reverse=True)


@pytest.mark.parametrize("unit", ["day", "month", "year"])
def test_each_dated_event_stands_in_the_bins_it_may_have_been_in(bench: Any, unit: str) -> None:
    found = bench.get(f"/api/events/histogram?unit={unit}").json()
    events = [one["record"] for one in bench.get("/api/events?limit=500").json()["events"]]
    sure: dict[str, int] = {}
    letters = {"day": 10, "month": 7, "year": 4}[unit]
    for one in events:
        first, last = one["possible"] or (None, None)
        if first and last and first[:letters] == last[:letters]:
            sure[first[:letters]] = sure.get(first[:letters], 0) + 1
    assert {one["start"]: sum(one["sure"].values()) for one in found["bins"] if one["sure"]} == sure
    assert found["undated"] == sum(one["possible"] is None for one in events)


@pytest.mark.parametrize(("unit", "words"), [("day", "2012-02-29"), ("month", "2012-12"), ("year", "0999")])
def test_bins_are_numbers_in_a_row(unit: Any, words: str) -> None:
    assert start_of(number_in(words, unit), unit) == words


def test_who_holds_what_changes_with_the_day(bench: Any, rules: Reader) -> None:
    said = "The Reed Front controls Gao. The Malian army controls Kidal."
    bench.workbench.store.add(rules.read(said, published="2012-07-02"))
    bench.workbench.keeper.wake()
    bench.workbench.keeper.wait(20)

    def holders(day: str) -> set[tuple[str, str]]:
        found = bench.get(f"/api/territory.geojson?as_of={day}").json()["features"]
        return {(one["properties"]["holder"], one["properties"]["place"]) for one in found}

    assert ("Malian army", "Kidal, ML") in holders("2012-07-02")
    assert len(holders("2012-07-03")) == 2  # nothing says that it ended
    assert not holders("2012-01-01")
    assert bench.get("/api/territory.geojson?as_of=June").status_code == 400


def test_an_export_holds_what_is_shown_and_is_logged(bench: Any) -> None:
    answer = bench.get("/api/events/export?form=csv&place=Gao")
    assert "attachment" in answer.headers["content-disposition"]
    assert {row["id"] for row in csv.DictReader(io.StringIO(answer.text))} == set(ids(bench, "place=Gao"))
    entry = next(bench.workbench.log.lines(limit=1))
    assert (entry.person, entry.what) == ("Ada", "export")
    assert "place: Gao" in entry.about
    assert "masked" in entry.about
    listed = bench.get("/api/events/export?form=csv&on_map=no").text
    assert {row["id"] for row in csv.DictReader(io.StringIO(listed))} == set(ids(bench, "on_map=no"))


def test_other_exports_are_whole_too(bench: Any) -> None:
    shown = json.loads(bench.get("/api/events/export?form=geojson").text)["features"]
    assert {one["id"] for one in shown} == set(ids(bench, ""))
    packed = zipfile.ZipFile(io.BytesIO(bench.get("/api/events/export?form=zip&type=ASSAULT").content))
    names = {name.split("/")[1] for name in packed.namelist()}
    assert names == {"manifest.json", "events.csv", "relations.csv", "actors.csv", "claims.csv"}
    manifest = json.loads(packed.read(next(name for name in packed.namelist() if name.endswith("manifest.json"))))
    assert manifest["filters"] == {"type": "ASSAULT"}
    assert manifest["protected"] is True


def test_only_a_curator_takes_names_away_unmasked(as_user: Any) -> None:
    coder, curator = as_user("coder"), as_user("curator")
    assert coder.get("/api/events/export?unmasked=true").status_code == 403
    assert 'id="unmasked"' not in coder.get("/events").text
    answer = curator.get("/api/events/export?unmasked=true")
    assert "UNMASKED" in answer.headers["content-disposition"]
    assert "UNMASKED" in next(curator.workbench.log.lines(limit=1)).about


def test_there_is_no_event_of_a_made_up_id(bench: Any) -> None:
    assert bench.get("/api/events/v000000000000").status_code == 404
    one = ids(bench, "")[0]
    assert bench.get(f"/api/events/{one[:6]}").status_code == 404
