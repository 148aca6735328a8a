from collections.abc import Callable

import pytest

from dateline.encoder.fillers import Candidate, candidates, chance, chosen, odds, same_entity
from dateline.encoder.model import Encoder
from dateline.encoder.scores import EncoderScores
from dateline.encoder.spans import tagged_spans

TEXT = "Gunmen of the Red Dawn Front attacked a bridge. Gunmen fell."
ANSWER = {
    ("roles", "PerpInd"): {"B gunmen": 8.0},
    ("roles", "PerpOrg"): {"B red": 8.0, "dawn": 8.0, "front": 8.0, "of": 3.1, "the": 3.1},
    ("roles", "Target"): {"B bridge": 2.6},
    ("incident", "attack"): {"[CLS]": 3.0},
    ("filler_incident", "attack"): {"gunmen": 5.0, "red": 5.0, "dawn": 5.0, "front": 5.0, "bridge": 5.0},
}


def found_in(scores: EncoderScores) -> dict[str, list[list[Candidate]]]:
    groups: dict[str, list[list[Candidate]]] = {}
    for group in candidates(scores, TEXT, piece=0.3, split=1.0):
        groups.setdefault(group[0].role, []).append(group)
    return groups


def test_an_entity_is_one_group_with_a_candidate_for_each_of_its_names(encoder_of: Callable[..., Encoder]) -> None:
    groups = found_in(encoder_of(ANSWER).read(TEXT))
    assert [[item.words for item in group] for group in groups["PerpOrg"]] == [["red dawn front"]]
    assert [len(item.spans) for item in groups["PerpInd"][0]] == [2]


def test_features_tell_a_sure_entity_from_a_doubtful_one(encoder_of: Callable[..., Encoder]) -> None:
    groups = found_in(encoder_of(ANSWER).read(TEXT))
    sure, doubtful = groups["PerpOrg"][0][0].features, groups["Target"][0][0].features
    assert sure["inside"] > doubtful["inside"]
    assert sure["weakest"] > doubtful["weakest"]
    assert groups["PerpInd"][0][0].features["places"] > doubtful["places"]


def test_without_weights_an_entity_is_as_likely_as_its_best_span(encoder_of: Callable[..., Encoder]) -> None:
    candidate = found_in(encoder_of(ANSWER).read(TEXT))["Target"][0][0]
    assert chance(candidate, {}) == candidate.spans[0].score


def test_weights_of_a_role_say_how_likely_it_is(encoder_of: Callable[..., Encoder]) -> None:
    candidate = found_in(encoder_of(ANSWER).read(TEXT))["Target"][0][0]
    assert chance(candidate, {"Target": {"bias": 0.0}}) == 0.5
    assert chance(candidate, {"Target": {"bias": 2.0}}) == pytest.approx(0.881, abs=1e-3)


def test_only_what_is_likely_enough_for_its_role_is_chosen(encoder_of: Callable[..., Encoder]) -> None:
    scores = encoder_of(ANSWER).read(TEXT)
    groups = candidates(scores, TEXT, piece=0.3, split=1.0)
    judge = {"PerpInd": {"bias": 1.0}, "PerpOrg": {"bias": 1.0}, "Target": {"bias": -1.0}}
    assert {item.role for item in chosen(scores, groups, {}, judge)} == {"PerpInd", "PerpOrg"}
    assert {item.role for item in chosen(scores, groups, {"PerpInd": 0.9}, judge)} == {"PerpOrg"}


def test_spans_with_like_names_are_one_entity(encoder_of: Callable[..., Encoder]) -> None:
    drawn = tagged_spans(encoder_of(ANSWER).read(TEXT), "roles", {"PerpOrg": 0.9}, TEXT)
    assert [[TEXT[span.start : span.end] for span in group] for group in same_entity(drawn, TEXT)] == [
        ["Gunmen", "Gunmen"],
        ["Red Dawn Front"],
    ]


@pytest.mark.parametrize("probability", [0.0, 1.0])
def test_log_odds_stay_finite(probability: float) -> None:
    assert abs(odds(probability)) < 7
