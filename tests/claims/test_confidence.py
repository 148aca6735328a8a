from collections.abc import Callable

from dateline.claims.confidence import EVEN, confidence, features_of, with_confidence
from dateline.model import Claim, Reading

Read = Callable[..., Reading]


def only(reading: Reading) -> Claim:
    (claim,) = reading.claims
    return claim


def test_features_name_what_the_words_give_and_what_they_leave_out(read: Read) -> None:
    claim = only(read("The mayor said that rebels may attack the airport."))
    found = features_of(claim, "verb")
    assert {"bias", "event", "trigger:verb", "subject:known", "modality:not actual", "said"} <= found
    assert "polarity:negated" not in found


def test_a_plain_attack_is_surer_than_one_that_may_come(read: Read) -> None:
    plain = only(read("Rebels attacked the police near Gao."))
    possible = only(read("Rebels may attack the police near Gao."))
    assert 0 < possible.confidence < plain.confidence < 1


def test_a_weak_pattern_keeps_its_claims_under_its_ceiling(read: Read) -> None:
    claim = only(read("Rebels attacked the police near Gao."))
    assert confidence(claim, "verb", ceiling=0.3) == 0.3


def test_a_weak_claim_is_kept_and_says_so() -> None:
    assert with_confidence("The verb 'fled' states it.", EVEN) == "The verb 'fled' states it."
    assert "Weak" in with_confidence("The verb 'fled' states it.", EVEN - 0.01)
