from typing import Any

import pytest

from dateline.errors import DataFileError
from dateline.knowledge.words import actor_words, longest_match, plural_of, read_actor_words
from dateline.languages.load import language_data

LISTS: dict[str, Any] = language_data("actor_words")
EXAMPLES = [
    (phrase, word, group) for group, entry in LISTS["heads"].items() for phrase, word in entry["examples"].items()
]


@pytest.mark.parametrize(("phrase", "word", "group"), EXAMPLES)
def test_each_example_has_the_head_that_its_list_says(phrase: str, word: str, group: str) -> None:
    found = actor_words().head_of(phrase.split())
    assert found is not None
    assert found.head.words == word
    if group != "government_bodies" or "spokesman" not in phrase:
        assert found.head.group == group


@pytest.mark.parametrize(
    ("word", "kind", "plural"),
    [
        ("soldier", "person", False),
        ("soldiers", "military", True),
        ("gunmen", "armed_group", True),
        ("deputy mayor", "person", False),
        ("troops", "military", True),
        ("police", "police", False),
        ("tourists", "civilians", True),
        ("analysts", "other", True),
        ("brother-in-law", "person", False),
        ("ministries", "government", True),
        ("peacekeepers", "intergovernmental", True),
        ("cells", "armed_group", True),
        ("reporters", "media", True),
    ],
)
def test_a_head_knows_its_kind_and_number(word: str, kind: str, plural: bool) -> None:
    found = actor_words().head_at(word.split(), 0)
    assert found is not None
    assert (found.head.kind, found.head.plural) == (kind, plural)


def test_the_longer_head_counts_before_the_shorter() -> None:
    tokens = ["a", "women", "'s", "group", "and", "a", "rebel", "group"]
    women = actor_words().head_at(tokens, 1)
    rebel = actor_words().head_at(tokens, 6)
    assert women is not None
    assert rebel is not None
    assert (women.end, women.head.kind) == (4, "organisation")
    assert (rebel.end, rebel.head.kind) == (8, "armed_group")


def test_hyphens_may_be_tokens_of_their_own() -> None:
    found = actor_words().head_at(["commander", "-", "in", "-", "chief"], 0)
    assert found is not None
    assert (found.end, found.head.words) == (5, "commander-in-chief")


def test_a_phrase_without_a_head_has_none() -> None:
    assert actor_words().head_of(["the", "long", "road", "of", "the", "north"]) is None
    assert actor_words().head_of([]) is None


@pytest.mark.parametrize("lists", ["weapons", "vehicles"])
def test_each_example_of_things_holds_its_word(lists: str) -> None:
    things = getattr(actor_words(), lists)
    groups = LISTS["weapons"].values() if lists == "weapons" else [LISTS["vehicles"]]
    examples = [pair for group in groups for pair in group["examples"].items()]
    for phrase, word in examples:
        tokens = phrase.split()
        ends = [(start, longest_match(things, tokens, start)) for start in range(len(tokens))]
        assert word in [" ".join(tokens[start:end]) for start, end in ends if end]


def test_titles_stand_at_the_start_of_their_examples() -> None:
    words = actor_words()
    for name, title in LISTS["titles"]["examples"].items():
        tokens = name.split()
        end = longest_match(words.titles, tokens, 0)
        assert end is not None
        assert " ".join(tokens[:end]) == title


def test_the_head_of_a_name_tells_its_kind() -> None:
    words = actor_words()
    for name, kind in LISTS["name_heads"]["examples"].items():
        kinds = [words.name_heads[(token.lower(),)] for token in name.split() if (token.lower(),) in words.name_heads]
        assert kinds[-1] == kind


def test_containers_measure_what_follows() -> None:
    words = actor_words()
    for phrase, word in LISTS["containers"]["examples"].items():
        assert word in phrase.split()
        assert (word,) in words.containers


def test_there_are_words_enough() -> None:
    words = actor_words()
    assert len(words.heads) >= 2000
    assert len({head.kind for head in words.heads.values()}) >= 10
    assert len(words.weapons) >= 300
    assert {"bin", "ould", "de", "ag"} <= words.name_particles


def test_a_word_in_two_lists_is_refused() -> None:
    bad = {**LISTS, "heads": {**LISTS["heads"], "more": {"kind": "police", "stands_for": "person", "words": ["rebel"]}}}
    with pytest.raises(DataFileError, match=r"heads: 'rebel' stands in two lists: armed_men, more"):
        read_actor_words(bad)


def test_a_weapon_that_is_also_an_actor_is_refused() -> None:
    more = {"words": ["soldier"], "plover_mode": "firearms", "examples": {}}
    with pytest.raises(DataFileError, match=r"both in heads and weapons.*soldier"):
        read_actor_words({**LISTS, "weapons": {**LISTS["weapons"], "more": more}})


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        ({"heads": {"x": {"kind": "army", "stands_for": "person", "words": []}}}, "'army' is no kind"),
        ({"heads": {"x": {"kind": "military", "stands_for": "thing", "words": []}}}, "stands_for is 'thing'"),
        ({"modifiers": {"rebels": ["rebel"]}}, "'rebels' is no kind"),
        ({"weapons": None}, "a list is missing or has the wrong shape"),
        ({"containers": {}}, "a list is missing or has the wrong shape"),
    ],
)
def test_lists_of_the_wrong_shape_are_refused(change: dict[str, Any], complaint: str) -> None:
    with pytest.raises(DataFileError, match=complaint):
        read_actor_words({**LISTS, **change})


@pytest.mark.parametrize(
    ("noun", "plural"),
    [("rebel", "rebels"), ("militia", "militias"), ("ally", "allies"), ("boy", "boys"), ("witness", "witnesses")],
)
def test_plurals_follow_the_rules_of_english(noun: str, plural: str) -> None:
    assert plural_of(noun) == plural
