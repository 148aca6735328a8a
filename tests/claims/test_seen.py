"""Claims that the encoder sees and no pattern states, with answers that each test writes down."""

from collections.abc import Callable, Mapping
from pathlib import Path

import numpy as np
import pytest
from spacy.tokens import Doc

from dateline import Reader
from dateline.claims.confidence import SEEN
from dateline.claims.seen import LEAST, seen_matches
from dateline.encoder.heads import Heads
from dateline.encoder.scores import EncoderScores
from dateline.encoder.wordpieces import Pieces
from dateline.errors import DataFileError
from dateline.model import Claim
from dateline.ontology.seen import seen_patterns

HEADS = Heads({"statement": {"kind": "stated", "labels": ["THREATEN", "AID", "leads"]}})
SURE, NO = 4.0, -6.0
Claims = Callable[[str, Mapping[str, str]], tuple[Claim, ...]]


def answers(doc: Doc, seen: Mapping[str, str]) -> EncoderScores:
    """An encoder's answers that see each type in the given word only."""
    pieces = Pieces(
        np.arange(len(doc)),
        np.array([token.idx for token in doc]),
        np.array([token.idx + len(token) for token in doc]),
    )
    columns = np.full((len(doc), HEADS.width), NO, dtype=np.float32)
    for column, name in enumerate(HEADS["statement"].labels):
        for token in doc:
            if token.text == seen.get(name):
                columns[token.i, column] = SURE
    return EncoderScores(HEADS, pieces, columns, (), np.zeros((0, HEADS.width), dtype=np.float32))


@pytest.fixture
def claims(rules: Reader) -> Claims:
    """The claims of a text whose words the encoder takes for statements of types."""

    def made(text: str, seen: Mapping[str, str]) -> tuple[Claim, ...]:
        doc = rules.language(text)
        doc._.dateline_encoder = answers(doc, seen)
        found: tuple[Claim, ...] = rules.language.get_pipe("dateline_claims")(doc)._.dateline_claims
        return found

    return made


WARNED = "The Red Dawn Front wagged a finger at the army, the mayor of Gao said. Rebels killed two soldiers."


def test_a_claim_is_made_where_the_encoder_sees_one_and_no_pattern_does(claims: Claims) -> None:
    (claim,) = (claim for claim in claims(WARNED, {"THREATEN": "wagged"}) if claim.type == "THREATEN")
    assert claim.subject is not None
    assert claim.subject.name == "Red Dawn Front"
    assert claim.said_by is not None
    assert claim.reason.startswith(f"{SEEN} THREATEN in the verb 'wagged'")
    assert not any(claim.type == "THREATEN" for claim in claims(WARNED, {}))


def test_the_word_above_is_taken_where_the_encoder_points_to_an_object(claims: Claims) -> None:
    (claim,) = (claim for claim in claims(WARNED, {"THREATEN": "finger"}) if claim.type == "THREATEN")
    assert claim.subject is not None
    assert claim.subject.name == "Red Dawn Front"


def test_nothing_is_added_to_what_a_pattern_states(claims: Claims) -> None:
    text = "The Red Dawn Front threatened the army with a finger."
    assert [claim.reason.startswith(SEEN) for claim in claims(text, {"THREATEN": "finger"})] == [False]


def test_a_claim_without_its_participants_is_not_made(claims: Claims) -> None:
    assert not [
        claim for claim in claims("It wagged. Rebels killed two soldiers.", {"AID": "wagged"}) if claim.type == "AID"
    ]


def test_an_encoder_without_the_head_sees_nothing(rules: Reader) -> None:
    doc = rules.language(WARNED)
    assert list(seen_matches(doc, {})) == []


def test_what_the_encoder_doubts_weakens_a_claim(claims: Claims) -> None:
    text = "The Red Dawn Front threatened the army. Rebels killed two soldiers."
    sure, doubted = (
        next(claim for claim in claims(text, seen) if claim.type == "THREATEN")
        for seen in ({"THREATEN": "threatened"}, {})
    )
    assert sure.confidence > doubted.confidence
    assert "sees it too" in sure.reason
    assert "does not see it" in doubted.reason


def test_every_type_that_the_encoder_may_see_has_places_for_its_participants(reader: Reader) -> None:
    assert 0 < LEAST < 1
    for name, patterns in seen_patterns().items():
        assert all(pattern.type == name and pattern.seen for pattern in patterns)


def test_a_file_that_names_an_unknown_type_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "seen.yaml"
    path.write_text("BARTER:\n  - {verb: '*'}\n", encoding="utf-8")
    with pytest.raises(DataFileError, match="BARTER"):
        seen_patterns(path)
