"""The scorer, on one invented report."""

from typing import Any

import pytest

from dateline.errors import DataFileError
from dateline.evaluate.claims import match_claims, score_claims

TEXT = (
    "The Reeds shot two pilots near Bor on Monday, a nurse said. "
    "The Reeds and the League are allies. The army did not shell Bor."
)


def span(words: str) -> list[int]:
    return [TEXT.index(words), TEXT.index(words) + len(words)]


SHOOTING: dict[str, Any] = {
    "id": "c1",
    "type": "ASSAULT",
    "mode": "firearms",
    "subject": "a1",
    "object": "a2",
    "place": "p1",
    "when": "2003-05-05",
    "polarity": "asserted",
    "modality": "actual",
    "said_by": "a3",
    "evidence": span("The Reeds shot two pilots near Bor on Monday"),
}
PLAIN = {**SHOOTING, "mode": None, "place": None, "when": None, "said_by": None}
ALLIES = {
    **PLAIN,
    "id": "c2",
    "type": "allied_with",
    "object": "a4",
    "evidence": span("The Reeds and the League are allies"),
}
SHELLING = {
    **PLAIN,
    "id": "c3",
    "subject": "a5",
    "object": None,
    "place": "p1",
    "polarity": "negated",
    "evidence": span("The army did not shell Bor"),
}
DOCUMENT: dict[str, Any] = {
    "id": "d",
    "text": TEXT,
    "actors": [
        {"id": "a1", "names": ["The Reeds"]},
        {"id": "a2", "names": ["two pilots"]},
        {"id": "a3", "names": ["a nurse"]},
        {"id": "a4", "names": ["the League"]},
        {"id": "a5", "names": ["the army"]},
    ],
    "places": [{"id": "p1", "name": "Bor"}],
    "claims": [SHOOTING, ALLIES, SHELLING],
}
NAMES = {"a1": "The Reeds", "a2": "two pilots", "a3": "a nurse", "a4": "the League", "a5": "the army", "p1": "Bor"}


def said(claim: dict[str, Any], **change: Any) -> dict[str, Any]:
    """The claim as a program predicts it: names in place of ids."""
    named = {key: NAMES.get(value, value) if isinstance(value, str) else value for key, value in claim.items()}
    return {key: value for key, value in named.items() if key not in ("id", "optional", "accept")} | change


def score(*predicted: dict[str, Any], claims: list[dict[str, Any]] | None = None) -> dict[str, Any]:
    document = DOCUMENT if claims is None else {**DOCUMENT, "claims": claims}
    return score_claims([document], [{"id": "d", "claims": list(predicted)}])


def test_the_annotated_claims_themselves_are_all_right() -> None:
    figures = score(*map(said, DOCUMENT["claims"]))
    assert figures["claim"] == {"p": 1.0, "r": 1.0, "f1": 1.0, "right": 3, "predicted": 3, "gold": 3}
    assert all(
        figures[slot]["accuracy"] == 1.0 for slot in ("attribution", "polarity", "modality", "time", "place", "mode")
    )


def test_a_wrong_object_keeps_the_type_and_loses_the_claim() -> None:
    figures = score(said(SHOOTING, object="three pilgrims"))
    assert (figures["type_only"]["right"], figures["claim"]["right"]) == (1, 0)
    assert figures["claim"]["p"] == 0.0
    assert figures["type_only"]["r"] == pytest.approx(1 / 3, abs=1e-4)


def test_a_claim_in_another_sentence_does_not_match() -> None:
    assert score(said(SHOOTING, evidence=span("allies")))["type_only"]["right"] == 0


def test_a_claim_of_another_type_does_not_match_unless_that_is_accepted() -> None:
    seized = said(SHOOTING, type="COERCE")
    assert score(seized)["type_only"]["right"] == 0
    assert score(seized, claims=[{**SHOOTING, "accept": {"type": ["COERCE"]}}])["claim"]["right"] == 1


@pytest.mark.parametrize(
    ("slot", "change"),
    [
        ("attribution", {"said_by": None}),
        ("polarity", {"polarity": "negated"}),
        ("modality", {"modality": "alleged"}),
        ("time", {"when": "2003-05"}),
        ("time", {"when": None}),
        ("place", {"place": "Lira"}),
        ("mode", {"mode": "beat"}),
    ],
)
def test_each_slot_is_graded_by_itself(slot: str, change: dict[str, Any]) -> None:
    figures = score(said(SHOOTING, **change), claims=[SHOOTING])
    assert figures[slot] == {"n": 1, "right": 0, "accuracy": 0.0}
    assert figures["claim"]["right"] == 1


@pytest.mark.parametrize(
    ("field", "other"),
    [
        ("object", "a4"),
        ("said_by", None),
        ("when", "2003-05"),
        ("place", "Lira"),
        ("mode", None),
        ("modality", "alleged"),
    ],
)
def test_an_accepted_answer_is_as_good_as_the_first(field: str, other: Any) -> None:
    gold = {**SHOOTING, "accept": {field: [other]}}
    slot = {"said_by": "attribution", "when": "time"}.get(field, field)
    figures = score(said(SHOOTING, **{field: NAMES.get(other, other) if other else None}), claims=[gold])
    assert figures[slot]["accuracy"] == 1.0


def test_a_date_where_none_is_annotated_is_counted_apart() -> None:
    figures = score(said(ALLIES, when="2003"), claims=[ALLIES])
    assert figures["time_left_null"] == {"n": 1, "right": 0, "accuracy": 0.0}
    assert figures["time"]["n"] == 0
    assert figures["time"]["accuracy"] is None


def test_a_relation_without_direction_is_right_either_way_round_and_another_is_not() -> None:
    assert score(said(ALLIES, subject="the League", object="The Reeds"))["claim"]["right"] == 1
    assert score(said(SHOOTING, subject="two pilots", object="The Reeds"))["claim"]["right"] == 0


def test_a_place_given_as_the_object_of_an_attack_on_it_is_right() -> None:
    assert score(said(SHELLING, object="Bor", place=None), claims=[SHELLING])["claim"]["right"] == 1


def test_the_place_of_a_relation_to_a_place_stands_in_either_field() -> None:
    controls = {**PLAIN, "type": "controls", "object": "p1", "place": "p1", "evidence": SHELLING["evidence"]}
    assert score(said(controls, object=None), claims=[controls])["claim"]["right"] == 1
    assert score(said(controls, place=None), claims=[controls])["place"]["right"] == 1


def test_an_optional_claim_costs_nothing_missed_and_gains_nothing_found() -> None:
    claims = [SHOOTING, {**ALLIES, "optional": True}]
    missed, found = score(said(SHOOTING), claims=claims), score(said(SHOOTING), said(ALLIES), claims=claims)
    assert missed["claim"] == found["claim"] == {"p": 1.0, "r": 1.0, "f1": 1.0, "right": 1, "predicted": 1, "gold": 1}
    assert (missed["optional_matched"], found["optional_matched"]) == (0, 1)


def test_the_same_claim_twice_is_right_once() -> None:
    figures = score(said(SHOOTING), said(SHOOTING), claims=[SHOOTING])
    assert (figures["claim"]["right"], figures["claim"]["p"], figures["claim"]["r"]) == (1, 0.5, 1.0)


def test_of_two_claims_of_one_sentence_the_better_one_is_matched() -> None:
    matched = match_claims({**DOCUMENT, "claims": [SHOOTING]}, [said(SHOOTING, object=None), said(SHOOTING)])
    assert [item.predicted for item in matched] == [1]


def test_a_document_without_a_prediction_counts_as_empty() -> None:
    figures = score_claims([DOCUMENT], [])
    assert figures["claim"] == {"p": 0.0, "r": 0.0, "f1": 0.0, "right": 0, "predicted": 0, "gold": 3}


def test_a_document_predicted_twice_is_refused() -> None:
    twice = [{"id": "d", "claims": []}] * 2
    with pytest.raises(DataFileError, match="predicted twice"):
        score_claims([DOCUMENT], twice)
