import dataclasses
from datetime import date
from typing import Any

import pytest

from dateline.model.actor import Actor
from dateline.model.date_span import DayRange
from dateline.model.fact import Disagreement, Evidence, Party, PlaceAt, Relation, Tally, Validity, Version
from dateline.record.hydrate import with_names
from dateline.record.in_words import (
    disagreement_words,
    holds_words,
    listed,
    marks,
    party_words,
    place_words,
    tally_words,
    validity_words,
)


def days(first: str | None, last: str | None) -> DayRange:
    return DayRange(first=date.fromisoformat(first) if first else None, last=date.fromisoformat(last) if last else None)


def relation(*validity: Validity, **changes: Any) -> Relation:
    who = Party(actor="a1", name="Kallon", kind="person", country=None)
    made = Relation(
        id="x1", type="leads", subject=who, object=who, place=None, roles=(), validity=validity, modality="actual",
        status="reported", sources=1, disagreements=(), confidence=0.5, reason="", evidence=(evidence("supports"),),
    )  # fmt: skip
    return dataclasses.replace(made, **changes)


def evidence(stance: Any) -> Evidence:
    return Evidence(claim=f"c {stance}", report="r1", stance=stance, source="outlet:a", said_by=None)


def stretch(certain: DayRange | None, possible: DayRange, ended_by: str | None = None) -> Validity:
    return Validity(certain=certain, possible=possible, ended_by=ended_by)


SURE = days("2012-03-01", "2012-12-03")


@pytest.mark.parametrize(
    ("validity", "words"),
    [
        (stretch(SURE, days(None, None)), "since 2012-03-01 or before (certain to 2012-12-03), no end known"),
        (stretch(SURE, days("2012-03-01", None)), "since 2012-03-01 (certain to 2012-12-03), no end known"),
        (
            stretch(SURE, days("2012-01-01", "2014-05-01"), "death"),
            (
                "since some day from 2012-01-01 to 2012-03-01 (certain to 2012-12-03), "
                "until 2014-05-01 at the latest, death"
            ),
        ),
        (
            stretch(days("2012-03-01", "2012-03-01"), days(None, None)),
            "since 2012-03-01 or before (certain that day), no end known",
        ),
        (stretch(None, days("2012-03-01", None)), "possibly since 2012-03-01, no day certain, no end known"),
        (stretch(None, days(None, "2012-03-01")), "no day certain, until 2012-03-01 at the latest"),
    ],
)
def test_validity_is_told_in_words(validity: Validity, words: str) -> None:
    assert validity_words(relation(validity)) == words


def test_stretches_follow_each_other_and_none_is_said() -> None:
    two = (
        stretch(SURE, days(None, "2013-01-01"), "a split"),
        stretch(days("2014-01-01", "2014-01-01"), days(None, None)),
    )
    assert "a split; then since 2014-01-01 or before (certain that day)" in validity_words(relation(*two))
    assert validity_words(relation()) == "no day known"


def test_what_is_done_once_has_no_end() -> None:
    assert validity_words(relation(stretch(SURE, days(None, None)), type="split_from")) == "done by 2012-03-01"
    loose = stretch(None, days("2012-03-01", None))
    assert validity_words(relation(loose, type="split_from")) == "done 2012-03-01 or later"


def test_how_surely_it_holds_says_the_last_day_confirmed() -> None:
    held = relation(stretch(SURE, days(None, "2013-01-01")))
    assert holds_words(held, date(2012, 5, 1)) == "certain on 2012-05-01"
    assert holds_words(held, date(2012, 12, 24)) == "presumed on 2012-12-24, last confirmed on 2012-12-03"
    assert holds_words(held, date(2012, 1, 1)) == "possible on 2012-01-01"
    assert holds_words(held, date(2013, 2, 1)) == "over by 2013-02-01"


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, []),
        ({"modality": "alleged"}, ["ALLEGED"]),
        ({"status": "conflicting"}, ["CONFLICTING"]),
        ({"status": "conflicting", "evidence": (evidence("ends"),)}, ["DENIED"]),
        ({"status": "reported", "evidence": (evidence("ends"),)}, []),
        (
            {"status": "conflicting", "evidence": (evidence("supports"), evidence("contradicts"))},
            ["DENIED", "CONFLICTING"],
        ),
        ({"status": "rejected", "modality": "planned"}, ["REJECTED", "PLANNED"]),
    ],
)
def test_doubts_are_marked(changes: dict[str, Any], expected: list[str]) -> None:
    assert marks(relation(**changes)) == expected


@pytest.mark.parametrize(
    ("name", "country", "precision", "words"),
    [
        ("Gao", "ML", "settlement", "Gao, ML"),
        ("near Gao", "ML", "near", "near Gao, ML"),
        ("Gao", "ML", "near", "near Gao, ML"),
        ("northern Mali", "ML", "feature", "northern Mali (area)"),
        ("the north", "ML", "feature", "the north, ML (area)"),
        ("Mali", "ML", "country", "Mali (country)"),
        ("Gao", "ML", "province", "Gao, ML (province)"),
        ("Gulf of Guinea", None, "sea", "Gulf of Guinea (sea)"),
    ],
)
def test_a_place_is_told_no_sharper_than_it_is(name: str, country: str | None, precision: Any, words: str) -> None:
    place = PlaceAt(name=name, lat=None, lon=None, country=country, geonameid=None, precision=precision, radius_km=None)
    assert place_words(place) == words


@pytest.mark.parametrize(
    ("numbers", "words"),
    [((12, 12, 12), "killed 12"), ((10, 12, 30), "killed 12 (10 to 30)"), ((7, 7, None), "killed 7 (7 or more)")],
)
def test_numbers_keep_their_bounds(numbers: tuple[int, int, int | None], words: str) -> None:
    low, best, high = numbers
    assert tally_words("killed", Tally(low=low, best=best, high=high, rule="", claims=())) == words


def test_a_disagreement_says_who_says_what() -> None:
    versions = (
        Version(value="12", claims=("c1",), said_by=("the army",)),
        Version(value="30", claims=("c2",), said_by=("a doctor", "a resident")),
    )
    words = disagreement_words(Disagreement(field="killed", versions=versions))
    assert words == "killed: 12, says the army; 30, say a doctor and a resident"


def test_two_actors_of_one_name_are_told_apart() -> None:
    one, other = (Party(actor=f"a{n}", name="Halcones", kind="armed_group", country=None) for n in (1, 2))
    assert party_words([one, other]) == "Halcones (a1); Halcones (a2)"
    assert party_words([one]) == "Halcones"
    versions = tuple(Version(value=f"a{n}", claims=(), said_by=("x",)) for n in (1, 2))
    fact = relation(disagreements=(Disagreement(field="actors", versions=versions),))
    actors = {
        f"a{n}": Actor(
            id=f"a{n}", name="Halcones", kind="armed_group", country=None, known=None, names=(), reports=1,
            protection="public", protection_reason="a body",
        )
        for n in (1, 2)
    }  # fmt: skip
    (told,) = with_names(fact, actors).disagreements
    assert disagreement_words(told) == "actors: Halcones (a1), says x; Halcones (a2), says x"


def test_long_lists_are_counted() -> None:
    assert listed(["a", "b", "c", "d"]) == "a, b, c, d"
    assert listed(["a", "b", "c", "d", "e"]) == "a, b, c and 2 more"
