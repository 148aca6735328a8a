import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]


def records(ended: Any) -> list[dict[str, Any]]:
    return [json.loads(line) for line in ended.out.splitlines()]


def test_facts_are_brought_up_to_date_first_and_that_is_said_once(read_record: Path, dateline: Run) -> None:
    first = dateline("facts")
    assert first.status == 0
    assert first.err.splitlines()[0] == "bringing the facts up to date with what was added …"
    assert dateline("facts").err.splitlines() == [first.last]
    assert first.last.endswith(" facts")


def test_a_relation_says_since_when_until_when_and_why_it_ended(read_record: Path, dateline: Run) -> None:
    out = " ".join(dateline("facts", "--actor", "Idriss Kallon", "--type", "leads").out.split())
    assert "leads Idriss Kallon Salt Front" in out
    assert "since 2012-11-20 or before (certain to 2012-11-22), until 2013-03-01 at the latest, death" in out
    assert "as leader · corroborated: 4 reports, 2 sources" in out


def test_copies_are_reports_but_no_sources_of_their_own(read_record: Path, dateline: Run) -> None:
    (fact,) = records(dateline("facts", "--type", "controls", "--json"))
    assert (fact["sources"], fact["status"]) == (1, "reported")
    assert len({one["report"] for one in fact["evidence"]}) == 2


def test_as_of_a_day_says_how_surely_each_relation_holds(read_record: Path, dateline: Run) -> None:
    def on(day: str) -> dict[str, str]:
        found = records(dateline("facts", "--as-of", day, "--json", "--type", "leads"))
        return {fact["subject"]["name"]: fact["holds"] for fact in found}

    assert on("2012-11-21")["Idriss Kallon"] == "certain"
    assert on("2012-12-31")["Idriss Kallon"] == "presumed"
    assert "Idriss Kallon" not in on("2013-04-01")
    words = " ".join(dateline("facts", "--as-of", "2012-12-31").out.split())
    assert "presumed on 2012-12-31, last confirmed on 2012-11-22" in words


def test_what_is_only_possible_on_a_day_is_shown_when_asked_for(read_record: Path, dateline: Run) -> None:
    arguments = ("facts", "--as-of", "2012-10-01", "--type", "leads")
    assert dateline(*arguments).last == "0 facts"
    ended = dateline(*arguments, "--possible")
    assert "possible on 2012-10-01" in ended.out


def test_doubts_stand_out_in_capitals_and_differences_stand_below(read_record: Path, dateline: Run) -> None:
    out = dateline("facts").out
    lines = [" ".join(line.split()) for line in out.splitlines()]
    assert any(line.endswith("Salt Front Kidal, ML") and " PLANNED " in line for line in lines)
    assert any(" ALLEGED " in line for line in lines)
    whole = " ".join(out.split())
    assert "DENIED" in whole
    assert "CONFLICTING" in whole
    assert "killed 30 (12 to 30)" in whole
    assert "they differ on killed: 12, says army; 30, says doctor" in whole
    assert "no, says Oumar Diallo" in whole


def test_facts_are_filtered_by_status_and_sources(read_record: Path, dateline: Run) -> None:
    conflicting = records(dateline("facts", "--status", "conflicting", "--json"))
    assert conflicting
    assert {fact["status"] for fact in conflicting} == {"conflicting"}
    assert all(fact["sources"] >= 2 for fact in records(dateline("facts", "--sources", 2, "--json")))
    assert dateline("facts", "--status", "doubtful").status == 2


def test_in_finds_countries_and_places(read_record: Path, dateline: Run) -> None:
    found = records(dateline("events", "--in", "ML", "--json"))
    assert found
    assert {fact["place"]["country"] for fact in found} == {"ML"}
    assert records(dateline("events", "--in", "Mali", "--json")) == found
    assert {fact["place"]["name"] for fact in records(dateline("facts", "--place", "Mopti", "--json"))} == {"Mopti"}


def test_a_name_of_several_actors_takes_all_and_says_whom(read_record: Path, dateline: Run) -> None:
    ended = dateline("facts", "--actor", "Issa Traoré", "--json")
    assert {fact["kind"] for fact in records(ended)} == {"event", "relation"}
    said = ended.err.splitlines()[-2]
    assert said.startswith("'Issa Traoré' is the name of 2 actors: Issa Traoré (a")
    assert said.endswith("An id asks for one alone")
    identifier = said.split("(")[1].split(",")[0]
    one = dateline("facts", "--actor", identifier, "--json")
    assert len(records(one)) < len(records(ended))
    assert one.err.count("\n") == 1


def test_a_name_that_actors_bear_in_part_is_said(read_record: Path, dateline: Run) -> None:
    ended = dateline("facts", "--actor", "Idriss")
    assert "'Idriss' is part of the names of 1 actor: Idriss Kallon (a" in ended.err


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--possible"], "--possible belongs to --as-of: give a day"),
        (["--as-of", "2012-12"], "is more than one day: --as-of takes a day, such as 2012-12-01"),
        (["--as-of", "soon"], "is not a day"),
        (["--as-of", "2012-12-03", "--type", "ASSAULT"], "ask for events with --from and --to"),
        (["--type", "lead"], "there is no claim type 'lead'"),
        (["--actor", "Zork"], "no actor in the record is called 'Zork': `dateline actors list` lists them"),
        (["--from", "2013", "--to", "2012"], "ends before it starts"),
    ],
)
def test_what_cannot_be_meant_is_told_in_one_line(
    read_record: Path, dateline: Run, arguments: list[str], words: str
) -> None:
    dateline("facts")
    ended = dateline("facts", *arguments)
    assert (ended.status, ended.out) == (4, "")
    assert len(ended.err.splitlines()) == 1
    assert words in ended.err


def test_a_type_that_nobody_claims_is_an_empty_answer(read_record: Path, dateline: Run) -> None:
    assert dateline("facts", "--type", "SANCTION").last == "0 facts"


def test_control_characters_of_reports_do_not_reach_the_terminal(read_record: Path, dateline: Run) -> None:
    for command in (["facts"], ["events"], ["actors", "list"]):
        ended = dateline(*command)
        assert "\x1b" not in ended.out + ended.err
    assert "Gorge" in dateline("events").out


def test_without_a_store_there_is_one_line(path: Path, dateline: Run) -> None:
    for command in (
        ["facts"],
        ["events"],
        ["actor", "X"],
        ["chart", "X"],
        ["why", "v1"],
        ["rebuild"],
        ["actors", "list"],
    ):
        ended = dateline(*command)
        assert (ended.status, len(ended.err.splitlines())) == (4, 1)
        assert not path.exists()
