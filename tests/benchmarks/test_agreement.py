"""How far two coders agree."""

from benchmarks.agreement import as_prediction, scores
from benchmarks.own_reports import gold_sets
from dateline.evaluate.claims import score_claims


def test_a_coder_agrees_with_herself() -> None:
    gold = gold_sets()["unseen"]
    result = score_claims(gold, [as_prediction(record, record) for record in gold])
    assert (result["claim"]["p"], result["claim"]["r"]) == (1.0, 1.0)
    assert result["attribution"]["accuracy"] == 1.0


def test_two_coders_agree_on_most_claims_and_not_on_all() -> None:
    for result in scores().values():
        assert 0.8 < result["claim"]["f1"] < 1.0
