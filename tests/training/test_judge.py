import pytest

from dateline.encoder.fillers import Candidate, chance
from dateline.encoder.spans import ScoredSpan
from training.encoder.judge import Row, fit


def row(role: str, inside: float, *, right: bool) -> Row:
    span = ScoredSpan(0, 6, role, 0.5, 0, 1)
    return Row("d1", Candidate(role, "gunmen", (span,), {"bias": 1.0, "inside": inside}), right)


@pytest.fixture
def rows() -> list[Row]:
    """Two roles: in both the surer candidates are right, and fillers of the second are right less often."""
    found = [row(role, inside, right=inside > 0) for role in ("PerpInd", "Target") for inside in (-2, -1, 1, 2)] * 20
    return found + [row("Target", inside, right=False) for inside in (-2, -1, 1, 2)] * 20


def test_fitted_weights_give_surer_candidates_more(rows: list[Row]) -> None:
    judge = fit(rows)
    for role in ("PerpInd", "Target"):
        doubtful, sure = (chance(row(role, inside, right=True).candidate, judge) for inside in (-2, 2))
        assert doubtful < 0.35 < sure


def test_a_role_that_is_right_less_often_is_judged_harder(rows: list[Row]) -> None:
    judge = fit(rows)
    target, perpetrator = (row(role, 1, right=True).candidate for role in ("Target", "PerpInd"))
    assert chance(target, judge) < chance(perpetrator, judge)


def test_the_mean_of_what_is_likely_is_the_share_that_is_right(rows: list[Row]) -> None:
    judge = fit(rows)
    for role in ("PerpInd", "Target"):
        own = [item for item in rows if item.candidate.role == role]
        likely = sum(chance(item.candidate, judge) for item in own) / len(own)
        assert likely == pytest.approx(sum(item.right for item in own) / len(own), abs=0.02)


def test_a_feature_that_never_varies_gets_finite_weights() -> None:
    judge = fit([row("PerpInd", 1.0, right=True), row("PerpInd", 1.0, right=False)])
    assert 0.4 < chance(row("PerpInd", 1.0, right=True).candidate, judge) < 0.6
