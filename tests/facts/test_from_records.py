"""Claims out of their records, with a person's corrections put in."""

import dataclasses
from datetime import date
from typing import Any

import pytest

from dateline.facts.from_records import changes_of, claim_in, with_named
from dateline.facts.inputs import CountIn, PartyIn
from dateline.model.mention import word_entity


@pytest.fixture
def record() -> dict[str, Any]:
    return {
        "id": "c1", "type": "ASSAULT", "mode": "raid", "subject": "Front", "subject_entity": "e1", "object": "a farmer",
        "object_entity": None, "said_by": None, "said_by_entity": None, "place": None, "location": None, "when": None,
        "polarity": "asserted", "modality": "actual", "role": None, "weapon": None, "counts": {}, "codes": {},
        "confidence": 0.5, "evidence": [10, 30], "quote": "The Front raided a farm.",
    }  # fmt: skip


def when(first: str | None, last: str | None, basis: str) -> dict[str, Any]:
    return {"certain": None, "possible": [first, last], "edtf": "", "basis": basis, "reason": ""}


def test_a_party_without_an_entity_is_known_by_its_words(record: Any) -> None:
    claim = claim_in(record, "r1", 4)
    assert claim.subject == PartyIn(name="Front", entity="e1")
    assert claim.object == PartyIn(name="a farmer", entity=word_entity("a farmer"))
    assert (claim.said_by, claim.report, claim.order, claim.start, claim.end) == (None, "r1", 4, 10, 30)


@pytest.mark.parametrize(
    ("changes", "deadly"),
    [
        ({}, False),
        ({"quote": "The Front killed a farmer."}, True),
        ({"counts": {"killed": {"low": 1, "best": 1, "high": 1}}}, True),
        ({"type": "COERCE", "quote": "The Front killed a farmer."}, False),
    ],
)
def test_a_claim_of_violence_is_deadly_by_its_words_or_its_dead(changes: Any, deadly: bool, record: Any) -> None:
    assert claim_in({**record, **changes}, "r1", 0).deadly is deadly


@pytest.mark.parametrize(
    ("first", "last", "basis", "since"),
    [
        ("2009-01-01", None, "since 2009", date(2009, 12, 31)),
        ("2009-04-01", None, "since April 2009", date(2009, 4, 30)),
        ("2009-04-03", None, "since 3 April 2009", date(2009, 4, 3)),
        ("2009-01-01", None, "since January 1, 2009", date(2009, 1, 1)),
        ("2009-01-01", None, "since January 2009", date(2009, 1, 31)),
        ("2009-04-07", None, "since Tuesday", date(2009, 4, 7)),
        ("2009-01-01", "2009-12-31", "in 2009", None),
        (None, "2009-12-31", "until 2009", None),
    ],
)
def test_since_a_year_it_had_begun_by_its_last_day(
    first: str | None, last: str | None, basis: str, since: date | None, record: Any
) -> None:
    assert claim_in({**record, "when": when(first, last, basis)}, "r1", 0).since == since


def test_codes_are_put_into_words_and_empty_ones_left_out(record: Any) -> None:
    codes = {
        "PLOVER": {"code": "ASSAULT", "detail": "raid", "reason": ""},
        "ACLED": {"code": "Battles", "detail": "Armed clash", "reason": ""},
        "CAMEO": {"code": None, "detail": None, "reason": "none"},
    }
    found = claim_in({**record, "codes": codes}, "r1", 0).codes
    assert found == (("PLOVER", "ASSAULT/raid"), ("ACLED", "Battles: Armed clash"))


def test_corrections_are_fields_of_a_claim_and_what_may_not_be_corrected_is_left_out(make: Any) -> None:
    changes = changes_of(
        {
            "subject": "Front",
            "object": None,
            "when": when("2012-05-09", "2012-05-09", "on Monday"),
            "counts": {"killed": {"low": 3, "best": 3, "high": None}},
            "role": "former head",
            "confidence": 1.0,
            "id": "c9",
        }
    )
    claim = dataclasses.replace(make.claim("c1", object="gunmen"), **changes)
    assert claim.subject == PartyIn(name="Front", entity=word_entity("Front"))
    assert (claim.object, claim.id, claim.confidence, claim.former) == (None, "c1", 0.5, True)
    assert claim.possible == make.days("2012-05-09")
    assert dict(claim.counts)["killed"] == CountIn(low=3, best=3, high=None)
    assert changes_of({"when": None}) == {"certain": None, "possible": None, "since": None}


def test_a_corrected_party_is_the_entity_of_the_report_that_bears_the_name(make: Any) -> None:
    entities = {"e4": make.entity("Ali Sow", "Sow", id="e4")}
    found = with_named(changes_of({"subject": "SOW", "object": "Awa Ba"}), entities)
    assert found["subject"].entity == "e4"
    assert found["object"].entity == word_entity("Awa Ba")
