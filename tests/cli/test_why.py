import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from dateline.record.decide import Decisions
from dateline.store import open_store

Run = Callable[..., Any]


def fact_id(dateline: Run, *arguments: str) -> str:
    found: str = json.loads(dateline("facts", "--json", *arguments).out.splitlines()[0])["id"]
    return found


def test_a_fact_leads_back_to_the_words_of_reports(read_record: Path, dateline: Run) -> None:
    ended = dateline("why", fact_id(dateline, "--type", "part_of", "--actor", "Reed Brigade"))
    words = " ".join(ended.out.split())
    assert "why one fact: said by" in words
    assert "which is part of the Salt Front«, a local official said.”" in words
    assert "on whose word: local official, not named (“say”, indirect speech)" in words
    assert "· The River Post · 2012-11-20 · market.txt" in words
    assert "a copy: it counts as no source of its own; has the text of r" in words
    assert "counts for: the river post, as one outlet with all copies of its reports" in words
    assert "SAYS THAT IT WAS OVER" in words
    assert "without the encoder: The" in words
    assert "both are called 'Reed Brigade'" in words
    assert ended.last.endswith(" claims")


def test_an_event_shows_each_stance_the_rule_of_its_numbers_and_codes(read_record: Path, dateline: Run) -> None:
    words = " ".join(dateline("why", fact_id(dateline, "--status", "conflicting", "--in", "Gao")).out.split())
    assert "CONTRADICTS NOT" in words
    assert "SUPPORTS" in words
    assert "killed 30: " in words
    assert "ACLED: " in words
    assert "counts for: Oumar Diallo, one source wherever cited" in words


def test_the_json_holds_the_whole_chain(read_record: Path, dateline: Run) -> None:
    identifier = fact_id(dateline, "--type", "controls")
    made = json.loads(dateline("why", identifier[:6], "--json").out)
    assert list(made) == ["fact", "claims", "merged_because", "decisions"]
    assert made["fact"]["id"] == identifier
    first, second = made["claims"]
    assert first["sentence"].startswith("The Salt Front, which is led by")
    assert first["report"]["publisher"] == "The River Post"
    assert "text" not in first["report"]
    assert (second["copy"]["standing"], second["copy"]["of"]) == ("copy", first["report"]["id"])


def test_a_claim_shows_itself_and_the_facts_that_rest_on_it(read_record: Path, dateline: Run) -> None:
    fact = json.loads(dateline("facts", "--json", "--type", "controls").out)
    claim = fact["evidence"][0]["claim"]
    ended = dateline("why", claim)
    assert f"1 {claim}  CLAIM" in ended.out
    assert f"SUPPORTS {fact['id']}" in ended.out
    assert ended.last == "1 claim"
    made = json.loads(dateline("why", claim, "--json").out)
    assert made["facts"] == [
        {"id": fact["id"], "type": "controls", "stance": "supports", "source": "outlet:the river post"}
    ]


def test_corrections_and_decisions_are_told_also_those_taken_back(read_record: Path, dateline: Run) -> None:
    fact = json.loads(dateline("facts", "--json", "--type", "controls").out)
    with open_store(str(read_record)) as store:
        decisions = Decisions(store, "ada")
        decisions.correct(fact["evidence"][0]["claim"], {"modality": "alleged"}, note="the army doubts it")
        decisions.undo(decisions.judge("reject", fact["id"]))
    words = " ".join(dateline("why", fact["id"]).out.split())
    assert "put right by a person: modality" in words
    assert "decision 1: correct claim, by ada" in words
    assert "the army doubts it" in words
    assert "UNDONE · decision 2: reject relation" in words
    assert "decision 3: undo decision" in words


@pytest.mark.parametrize(
    ("identifier", "words"),
    [
        ("zz", "there is no such fact. `dateline facts` and `dateline events` list ids"),
        ("x", "more than one fact has an id that begins so"),
        ("c000000000000", "there is no such claim. `dateline claims` lists ids"),
    ],
)
def test_an_id_that_is_not_there_is_told(read_record: Path, dateline: Run, identifier: str, words: str) -> None:
    ended = dateline("why", identifier)
    assert (ended.status, ended.out) == (4, "")
    assert words in ended.last
