from collections.abc import Callable
from dataclasses import replace

import numpy as np

from dateline import Reader
from dateline.claims.confidence import ENCODER_SAYS, EVEN, confidence, encoder_says, features_of, with_confidence
from dateline.encoder.heads import Heads
from dateline.encoder.scores import EncoderScores
from dateline.encoder.wordpieces import Pieces
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


HEADS = Heads(
    {
        "statement": {"kind": "stated", "labels": ["ASSAULT", "AID"]},
        "participant": {
            "kind": "pieces",
            "labels": ["event subject", "event object", "relation subject", "relation object"],
        },
    }
)


def scores(assault: float, subject: float = 0.0) -> EncoderScores:
    """Two wordpieces, each with these log odds for ASSAULT and for the subject of an event."""
    pieces = Pieces(np.array([1, 2]), np.array([0, 7]), np.array([6, 15]))
    columns = np.array([[assault, 0.0, subject, 0.0, 0.0, 0.0]] * 2, dtype=np.float32)
    return EncoderScores(HEADS, pieces, columns, (), np.zeros((0, 6), np.float32))


def attack(read: Read) -> Claim:
    return only(read("Rebels attacked the police near Gao."))


def test_the_encoder_is_heard_where_it_is_sure(rules: Reader) -> None:
    claim = attack(rules.read)
    assert encoder_says(scores(3.0), claim) == ENCODER_SAYS["yes"]
    assert encoder_says(scores(-5.0), claim) == ENCODER_SAYS["no"]
    assert encoder_says(scores(-1.0), claim) == ""


def test_the_encoder_is_not_asked_of_types_that_it_does_not_know(rules: Reader) -> None:
    claim = replace(attack(rules.read), type="leads")
    assert encoder_says(scores(3.0), claim) == encoder_says(None, claim) == ""
    assert features_of(claim, "verb", scores(3.0)) == features_of(claim, "verb")


def test_what_the_encoder_makes_of_a_claim_and_of_those_in_it_are_features(rules: Reader) -> None:
    claim = attack(rules.read)
    found = features_of(claim, "verb", scores(5.0, subject=-5.0)) - features_of(claim, "verb")
    assert {"encoder:5", "subject seen:0"} <= found


def test_the_encoder_is_not_asked_what_a_pronoun_does(rules: Reader) -> None:
    claim = attack(rules.read)
    assert claim.subject is not None
    meant = replace(claim, subject=replace(claim.subject, words="They"))
    assert not any(name.startswith("subject seen") for name in features_of(meant, "verb", scores(5.0)))
