from collections.abc import Callable
from dataclasses import replace

import numpy as np

from dateline.claims.confidence import ENCODER_SAYS, EVEN, confidence, encoder_says, features_of, with_confidence
from dateline.encoder.heads import Heads
from dateline.encoder.scores import EncoderScores
from dateline.encoder.wordpieces import Pieces
from dateline.model import Claim, Passage, Reading

Read = Callable[..., Reading]


def only(reading: Reading) -> Claim:
    (claim,) = reading.claims
    return claim


def test_features_name_what_the_words_give_and_what_they_leave_out(read: Read) -> None:
    claim = only(read("The mayor said that rebels may attack the airport."))
    found = features_of(claim, "verb")
    assert {"bias", "event", "trigger:verb", "subject:description", "modality:not actual", "said"} <= found.keys()
    assert "polarity:negated" not in found


def test_by_what_words_somebody_is_meant_is_a_feature(read: Read) -> None:
    (_, claim) = read("The Dawn Front attacked Gao. It killed Omar Tall.").claims
    found = features_of(claim, "verb")
    assert {"subject:pronoun", "object:name"} <= found.keys()


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


HEADS = Heads({"event": {"kind": "sentence", "labels": ["ASSAULT", "AID"]}})
SENTENCE = Passage(start=0, end=15, quote="Rebels attacked")


def scores(assault: float) -> EncoderScores:
    """Two wordpieces, each with this log-odds for ASSAULT."""
    pieces = Pieces(np.array([1, 2]), np.array([0, 7]), np.array([6, 15]))
    columns = np.array([[assault, 0.0]] * 2, dtype=np.float32)
    return EncoderScores(HEADS, pieces, columns, (), np.zeros((0, 2), np.float32))


def test_the_encoder_is_heard_where_it_is_sure() -> None:
    assert encoder_says(scores(3.0), "ASSAULT", SENTENCE) == ENCODER_SAYS["yes"]
    assert encoder_says(scores(-5.0), "ASSAULT", SENTENCE) == ENCODER_SAYS["no"]
    assert encoder_says(scores(-1.0), "ASSAULT", SENTENCE) == ""


def test_the_encoder_is_not_asked_of_types_that_it_does_not_know() -> None:
    assert encoder_says(scores(3.0), "leads", SENTENCE) == encoder_says(None, "ASSAULT", SENTENCE) == ""


def test_what_the_encoder_said_is_a_feature(read: Read) -> None:
    claim = only(read("Rebels attacked the police near Gao."))
    seen = replace(claim, reason=f"{claim.reason} {ENCODER_SAYS['no']}")
    assert features_of(seen, "verb").keys() - features_of(claim, "verb") == {"encoder:no"}
