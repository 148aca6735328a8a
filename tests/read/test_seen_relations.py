from collections.abc import Callable
from typing import get_args

import pytest
from spacy.tokens import Doc

from dateline.model import RelationKind, SeenRelation
from dateline.read.seen_relations import KINDS, RelationComponent

HEADS = {"relation": {"kind": "pairs", "labels": [*KINDS, "CoLocated"]}}
TEXT = "Colonel Idris Baro, whose Reed Brigade fights the Royal Army, left."
ANSWER = {
    ("relation", "InChargeOf"): {"1 baro": 9.0, "2 brigade": 9.0},
    ("relation", "FightingAgainst"): {"1 brigade": 8.0, "2 army": 8.0},
    ("relation", "CoLocated"): {"1 baro": 9.0, "2 baro": 9.0, "1 army": 9.0, "2 army": 9.0},
}

Seen = Callable[..., Doc]


def relations(doc: Doc) -> tuple[SeenRelation, ...]:
    found: tuple[SeenRelation, ...] = RelationComponent()(doc)._.dateline_relations
    return found


def told(doc: Doc) -> list[tuple[str, str, str]]:
    words = {mention.id: mention.text for mention in doc._.dateline_mentions}
    return [(words[seen.subject], seen.kind, words[seen.object]) for seen in relations(doc)]


def test_the_kinds_are_those_of_the_model() -> None:
    assert set(KINDS.values()) == set(get_args(RelationKind))


def test_pairs_of_mentions_are_told_in_the_models_words(seen: Seen) -> None:
    assert told(seen(TEXT, HEADS, ANSWER)) == [
        ("Colonel Idris Baro", "leads", "Reed Brigade"),
        ("Reed Brigade", "opposes", "Royal Army"),
    ]


def test_a_relation_has_a_probability_and_keeps_to_its_labels_threshold(seen: Seen) -> None:
    doc = seen(TEXT, HEADS, ANSWER, {"relation": {"InChargeOf": 1.01}})
    (opposes,) = relations(doc)
    assert opposes.kind == "opposes"
    assert 0.5 <= opposes.score <= 1


@pytest.mark.parametrize("heads", [None, {"incident": {"kind": "window", "labels": ["conflict"]}}])
def test_without_an_encoder_that_knows_relations_there_are_none(
    heads: dict[str, dict[str, object]] | None, seen: Seen
) -> None:
    doc = seen(TEXT, heads or HEADS, {})
    if heads is None:
        doc._.dateline_encoder = None
    assert relations(doc) == ()


def test_a_text_without_mentions_has_none(seen: Seen) -> None:
    assert relations(seen("It rained.", HEADS, {("relation", "BelongsTo"): {"1 it": 9.0, "2 rained": 9.0}})) == ()
