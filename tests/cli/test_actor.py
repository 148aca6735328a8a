import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from dateline.record import Record, open_record

Run = Callable[..., Any]


def test_a_dossier_has_names_command_units_events_and_reasons(read_record: Path, dateline: Run) -> None:
    ended = dateline("actor", "salt front")
    words = " ".join(ended.out.split())
    heads = [line for line in ended.out.splitlines() if line.isupper() and not line.startswith(" ")]
    assert heads[:3] == ["NAMES", "LED BY", "UNITS AND MEMBERS"]
    assert heads[-1] == "WHY THESE ARE ONE ACTOR"
    assert "Salt Front: 7 reports" in words
    assert "Idriss Kallon (leader), since 2012-11-20 or before" in words
    assert "controls Tessalit, since" in words
    assert "Reed Brigade: split from it" in words
    assert "× both are called 'Salt Front'" in words
    assert "protection: public, since" in words
    assert "CONTRADICTED" in heads
    assert " relations, " in ended.last


def test_several_of_one_name_are_listed_and_the_id_is_asked_for(read_record: Path, dateline: Run) -> None:
    ended = dateline("actor", "Issa Traore")
    assert ended.status == 4
    assert ended.out.splitlines()[0].split()[:4] == ["actor", "kind", "country", "reports"]
    assert len(ended.out.splitlines()) == 3
    identifier = ended.out.splitlines()[1].split()[-1]
    assert ended.last == (
        f"error: 2 actors are called 'Issa Traore': give the id of one, as in `dateline actor {identifier}`"
    )
    assert dateline("actor", identifier).status == 0


def test_possible_merges_show_both_sides(read_record: Path, dateline: Run) -> None:
    with open_record(str(read_record)) as record:
        maybe = record.judgements(verdict="maybe")
        who = record.actors_of({side for one in maybe for side in (one.left, one.right)})
    if not maybe:
        pytest.skip("the rules of the day see no possible merge here")
    left, right = who[maybe[0].left], who[maybe[0].right]
    words = " ".join(dateline("actor", left.id).out.split())
    assert "MAY BE THE SAME: A PERSON HAS TO LOOK" in words
    assert right.id in words
    assert maybe[0].reason in words
    (one,) = json.loads(dateline("actor", right.id, "--json").out)["maybe_same"]
    assert one["actor"]["id"] == left.id


def test_the_json_of_a_dossier_holds_all_of_it(read_record: Path, dateline: Run) -> None:
    file = json.loads(dateline("actor", "Salt Front", "--json").out)
    assert list(file) == ["actor", "relations", "events", "described", "maybe_same", "merged_because"]
    assert file["actor"]["names"][0]["name"] == "Salt Front"
    assert {fact["kind"] for fact in file["relations"]} == {"relation"}


def test_actors_are_listed_by_kind_and_name(read_record: Path, dateline: Run) -> None:
    everybody = dateline("actors", "list", "--json").out.splitlines()
    people = [json.loads(line) for line in dateline("actors", "list", "--kind", "person", "--json").out.splitlines()]
    assert 0 < len(people) < len(everybody)
    assert {actor["kind"] for actor in people} == {"person"}
    assert dateline("actors", "list", "Issa Traoré").last == "2 actors"
    assert dateline("actors", "list", "Nobody").last == "0 actors"
    assert "the kinds are person, armed_group" in dateline("actors", "list", "--kind", "group").err


def test_the_actors_of_entities_and_the_reasons_are_told(read_record: Path) -> None:
    with open_record(str(read_record)) as record:
        assert isinstance(record, Record)
        (front,) = record.actors("Salt Front")
        reasons = record.reasons(front.id)
        assert sum(times for _, times in reasons) >= front.reports - 1
        assert record.actors_of([("r0", "e1")]) == {}
        assert [actor.id for actor in record.every_actor()] == [actor.id for actor in record.actors()]
