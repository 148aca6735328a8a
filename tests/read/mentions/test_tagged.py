import runpy
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from spacy.tokens import Doc

from dateline import Reader
from dateline.encoder.heads import Heads
from dateline.model import Mention
from dateline.read.mentions.tagged import with_tagged

TABLES = runpy.run_path(str(Path(__file__).parents[2] / "encoder" / "tables.py"))
HEADS = {"kinds": {"kind": "spans", "labels": ["organisation", "person", "place", "weapon"]}}
TEXT = "The Reed Brigade crossed Mali. Lanterns and quadrotors burned."
WORDS = [*"the reed brigade crossed mali . village lanterns and quadrotors burned anti - drone fell".split()]

Added = Callable[..., tuple[Mention, ...]]


@pytest.fixture
def added(rules: Reader, tmp_path: Path) -> Added:
    """``added(answer, text, settings)``: the mentions of the rules and those that the encoder of the answers adds."""

    def make(answer: Any, text: str = TEXT, settings: Any = None, heads: Any = HEADS) -> tuple[Mention, ...]:
        doc: Doc = rules.language(text)
        encoder = TABLES["table_encoder"](TABLES["cutter_of"](tmp_path, WORDS), Heads(heads), answer, settings)
        return with_tagged(doc._.dateline_mentions, encoder.read(text), doc)

    return make


def test_what_no_rule_sees_is_added_in_order_with_a_reason(added: Added) -> None:
    by_rules = added({})
    found = added({("kinds", "weapon"): {"B quadrotors": 9.0}, ("kinds", "person"): {"B lanterns": 9.0}})
    assert [mention.text for mention in by_rules] == ["Reed Brigade"]
    assert [(mention.text, mention.kind) for mention in found[len(by_rules) :]] == [
        ("Lanterns", "person"),
        ("quadrotors", "weapon"),
    ]
    assert [mention.id for mention in found] == [f"m{number}" for number in range(1, len(found) + 1)]
    assert found[-1].reason.startswith("the encoder sees a mention of kind weapon here (")
    assert all(TEXT[mention.start : mention.end] == mention.text for mention in found)


@pytest.mark.parametrize(
    "answer",
    [
        {("kinds", "person"): {"B brigade": 9.0}},
        {("kinds", "organisation"): {"B mali": 9.0}},
        {("kinds", "place"): {"B quadrotors": 9.0}},
        {("kinds", "weapon"): {"B burned": 9.0}},
        {("kinds", "weapon"): {"B and": 9.0}},
    ],
    ids=["in a mention", "a place", "a kind of no use", "a verb", "a conjunction"],
)
def test_what_is_taken_or_can_be_no_mention_is_not_added(answer: Any, added: Added) -> None:
    assert added(answer) == added({})


def test_a_mention_of_which_the_encoder_is_not_sure_is_not_added(added: Added) -> None:
    unsure = {("kinds", "weapon"): {"B quadrotors": 4.0}}
    assert added(unsure) == added({})
    assert len(added(unsure, settings={"kinds_added": {"weapon": 0.6}})) == len(added({})) + 1


def test_of_two_that_share_words_the_surer_is_added(added: Added) -> None:
    both = {("kinds", "weapon"): {"B quadrotors": 9.0}, ("kinds", "person"): {"B quadrotors": 8.0}}
    assert [mention.kind for mention in added(both)[len(added({})) :]] == ["weapon"]


def test_no_mention_goes_on_into_the_next_sentence(added: Added) -> None:
    across = {("kinds", "organisation"): {"B burned": 9.0, ".": 9.0, "lanterns": 9.0}}
    text = "The village burned. Lanterns fell."
    assert added(across, text) == added({}, text)


def test_an_added_name_gives_its_bare_words(rules: Reader, tmp_path: Path) -> None:
    text = "Lanternfish fell."
    doc = rules.language(text)
    for token in doc[:1]:
        token.tag_, token.pos_ = "NNP", "PROPN"
    encoder = TABLES["table_encoder"](
        TABLES["cutter_of"](tmp_path, ["lanternfish", "fell", "."]),
        Heads(HEADS),
        {("kinds", "person"): {"B lanternfish": 9.0}},
    )
    (mention,) = with_tagged((), encoder.read(text), doc)
    assert mention.form == "name"
    assert doc._.dateline_bare_names[mention.head] == (0, 11)


@pytest.mark.parametrize("heads", [None, {"incident": {"kind": "window", "labels": ["conflict"]}}])
def test_without_an_encoder_that_knows_mentions_none_is_added(heads: Any, added: Added, rules: Reader) -> None:
    doc = rules.language(TEXT)
    if heads is None:
        assert with_tagged(doc._.dateline_mentions, None, doc) == doc._.dateline_mentions
    else:
        assert added({}, heads=heads) == doc._.dateline_mentions
