import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from dateline.record import FactFilter, Record, bring_up_to_date
from dateline.store import open_store, open_view

Run = Callable[..., Any]


def facts(path: Path, **wanted: Any) -> list[Any]:
    with open_view(str(path)) as view:
        return list(Record(view).facts(FactFilter(**wanted)))


def actors(path: Path, name: str) -> list[str]:
    with open_view(str(path)) as view:
        return [one.id for one in Record(view).actors(name)]


@pytest.fixture
def gao(reviewed: Any, path: Path, dateline: Run) -> Any:
    """The event that two reports tell of."""
    assert dateline("decisions").last == "0 decisions"  # brings the facts up to date
    return facts(path, place="Gao")[0]


def test_accept_and_undo_say_what_changed_in_one_line(gao: Any, path: Path, dateline: Run) -> None:
    ended = dateline("decide", "accept", gao.id, "--note", "seen on video")
    assert (ended.status, ended.out) == (0, "")
    assert ended.err == f"decision 1 by Ada: {gao.id} accepted; 1 fact changed\n"
    assert facts(path, place="Gao")[0].status == "accepted"
    assert dateline("decide", "undo").err == "decision 2 by Ada: decision 1 undone; 1 fact changed\n"
    assert facts(path, place="Gao")[0] == gao


def test_several_are_judged_together_or_none(gao: Any, reviewed: Any, path: Path, dateline: Run) -> None:
    claims = [claim.id for claim in reviewed.raid.claims]
    wrong = dateline("decide", "reject", *claims, "c000000000000")
    assert (wrong.status, wrong.last) == (
        4,
        "error: there is no claim 'c000000000000' in the store: `dateline claims` lists those there are",
    )
    assert dateline("decisions").last == "0 decisions"
    assert dateline("decide", "reject", *claims).last.startswith(f"decisions 1 to 2 by Ada: {claims[0]} rejected, ")


def test_a_correction_names_fields_as_a_person_does(gao: Any, reviewed: Any, path: Path, dateline: Run) -> None:
    claim = reviewed.raid.claims[0].id
    changes = ("type=ASSAULT/abduct", "killed=12", "when=2012-04", "subject=Hill Brigade", "place=Kidal#2455290")
    ended = dateline("decide", "correct", claim, *(part for one in changes for part in ("--set", one)))
    assert re.fullmatch(rf"decision 1 by Ada: {claim} corrected; \d facts? new, .*changed", ended.last)
    fact = next(one for one in facts(path) if claim in {held.claim for held in one.evidence})
    assert (fact.mode, fact.counts["killed"].best, fact.place.name) == ("abduct", 12, "Kidal")
    assert [party.name for party in fact.actors] == ["Hill Brigade"]


def test_a_place_of_several_is_not_chosen_but_listed(gao: Any, reviewed: Any, dateline: Run) -> None:
    ended = dateline("decide", "correct", reviewed.raid.claims[0].id, "--set", "place=Gao")
    assert ended.status == 4
    assert "3 places are called 'Gao': say which, as place=NAME#ID" in ended.last
    assert "Gao#2457163 (city, Gao, Mali, 133,110 people)" in ended.last


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ("killed", "has no ="),
        ("colour=red", "is no field to put right"),
        ("type=PICNIC", "is no type of claim"),
        ("mode=riot", "ASSAULT has no mode 'riot'"),
    ],
)
def test_what_cannot_be_set_is_told(given: str, words: str, gao: Any, reviewed: Any, dateline: Run) -> None:
    ended = dateline("decide", "correct", reviewed.raid.claims[0].id, "--set", given)
    assert ended.status == 4
    assert words in ended.last


def test_a_claim_is_added_with_the_words_of_the_report(gao: Any, reviewed: Any, path: Path, dateline: Run) -> None:
    fields = ("type=member_of", "subject=Musa Tall", "subject_kind=person", "object=Hill Brigade")
    given = [part for one in fields for part in ("--set", one)]
    ended = dateline("decide", "add", "--report", reviewed.other.report.id[:8], "--quote", "Musa Tall was seen", *given)
    assert re.fullmatch(r"decision 1 by Ada: h[0-9a-f]{12} added; 1 fact new", ended.last)
    (fact,) = facts(path, type="member_of")
    assert (fact.subject.name, fact.status) == ("Musa Tall", "accepted")


def test_actors_are_merged_and_split_by_name(gao: Any, reviewed: Any, path: Path, dateline: Run) -> None:
    ended = dateline("decide", "merge", "Reed Front", "Hill Brigade")
    assert "merged; " in ended.last
    assert "1 fact gone" in ended.last
    assert actors(path, "Reed Front") == actors(path, "Hill Brigade")
    dateline("decide", "undo")
    ended = dateline("decide", "split", "Omar Tall", "--report", reviewed.other.report.id)
    assert "split; 1 fact new" in ended.last
    found = actors(path, "Omar Tall")
    assert len(found) == 2
    several = dateline("decide", "merge", "Omar Tall", "Ada Keita")
    assert "2 actors are called 'Omar Tall': give the id of one" in several.last
    assert "merged" in dateline("decide", "merge", *found).last
    assert len(actors(path, "Omar Tall")) == 1


def test_events_are_merged_and_split_by_id(gao: Any, path: Path, dateline: Run) -> None:
    kidal = next(one for one in facts(path, place="Kidal"))
    assert dateline("decide", "merge", gao.id, kidal.id).last.endswith("merged; 1 fact changed, 1 fact gone")
    claim = kidal.evidence[0].claim
    assert dateline("decide", "split", gao.id, claim).last.endswith("split; 1 fact new, 1 fact changed")
    assert facts(path, place="Gao")[0].evidence == gao.evidence
    assert "either actors or events" in dateline("decide", "merge", gao.id, "Omar Tall").last
    assert "--name and --report are for actors" in dateline("decide", "split", gao.id, "--name", "X").last
    assert "give --name or --report" in dateline("decide", "split", "Omar Tall").last


def test_a_copy_is_marked_and_unmarked(gao: Any, reviewed: Any, path: Path, dateline: Run) -> None:
    copy, first = reviewed.again.report.id, reviewed.raid.report.id
    assert f"{copy} is a copy of {first}; " in dateline("decide", "duplicate", copy, first).last
    assert facts(path, place="Gao")[0].reason != gao.reason
    assert f"{first} and {copy} kept apart" in dateline("decide", "apart", first, copy).last
    assert facts(path, place="Gao")[0] == gao


def test_a_decision_needs_a_coder(gao: Any, dateline: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DATELINE_CODER")
    ended = dateline("decide", "accept", gao.id)
    assert (ended.status, "--by" in ended.last, "DATELINE_CODER" in ended.last) == (4, True, True)
    assert "by Ben" in dateline("decide", "accept", gao.id, "--by", "Ben").last


def test_a_mistyped_store_is_not_made(path: Path, dateline: Run, tmp_path: Path) -> None:
    missing = tmp_path / "missing.sqlite"
    assert dateline("decide", "accept", "v0123", "--by", "Ada", "--store", missing).status == 4
    assert not missing.exists()


def test_decisions_are_listed_with_who_when_what_and_whether_they_stand(gao: Any, dateline: Run) -> None:
    dateline("decide", "accept", gao.id, "--note", "seen")
    dateline("decide", "reject", gao.id, "--by", "Ben")
    dateline("decide", "undo", "2")
    table = dateline("decisions")
    assert "accept event" in table.out
    assert "undone by 3" in table.out
    assert table.last == "3 decisions"
    records = [json.loads(line) for line in dateline("decisions", "--json").out.splitlines()]
    assert [(one["by"], one["kind"], one["undone_by"], one["named"]) for one in records] == [
        ("Ada", "accept", None, [gao.id]),
        ("Ben", "reject", 3, [gao.id]),
        ("Ada", "undo", None, ["2"]),
    ]
    assert dateline("decisions", "--by", "Ben").last == "1 decision"
    assert dateline("decide", "undo", "2").last == (
        "error: decision 2 was undone by decision 3: to have it again, undo 3"
    )


def test_stale_lists_what_a_newer_reader_left_without_a_claim(
    gao: Any, reviewed: Any, path: Path, dateline: Run
) -> None:
    dateline("decide", "accept", reviewed.raid.claims[0].id)
    assert dateline("decisions", "--stale").last == "0 decisions"
    with open_store(str(path)) as store:
        store.add(reviewed.reading(reviewed.raid.report.text, [], reader="hand 2", post="The"))
    ended = dateline("decisions", "--stale")
    assert "needs another look" in ended.out
    assert ended.last == "1 decision"


def test_the_inbox_of_merges_says_what_to_type_and_empties(gao: Any, reviewed: Any, path: Path, dateline: Run) -> None:
    words = "The Reid Front freed a teacher"
    claim = {"type": "RETREAT", "mode": "release", "subject": "Reid Front", "words": words}
    with open_store(str(path)) as store:
        store.add(reviewed.reading(f"{words}.", [claim]))
        bring_up_to_date(store)
    listed = dateline("merges")
    assert listed.last == "1 pair to decide on"
    assert "Reed Front (armed_group) in 2 reports, such as r" in listed.out
    assert "names spelt alike" in listed.out
    (one,) = (json.loads(line) for line in dateline("merges", "--json").out.splitlines())
    assert {one["left"]["name"], one["right"]["name"]} == {"Reed Front", "Reid Front"}
    for command in (one["refuse"], one["accept"]):
        assert command in listed.out
        assert dateline(*command.split()[1:]).status == 0
        assert dateline("merges").last == "0 pairs to decide on"
        dateline("decide", "undo")
        assert dateline("merges").last == "1 pair to decide on"
