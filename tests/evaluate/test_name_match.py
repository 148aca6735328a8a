"""How names are compared; the names are invented."""

import pytest

from dateline.evaluate.name_match import AnnotatedNames, alike, head_word, normalised

DOCUMENT = {
    "actors": [
        {"id": "a1", "names": ["Reed Brigade", "the Reeds"]},
        {"id": "a2", "names": ["government forces", "the army"]},
        {"id": "a3", "names": ["Captain Nuri Osman", "Nuri"]},
    ],
    "places": [{"id": "p1", "name": "Port Amal", "aliases": ["the harbour town"]}],
}


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("The Reed Brigade's", "reed brigade"),
        ("  an École ", "ecole"),
        ("Al-Fajr (the Dawn)", "al fajr the dawn"),
        ("Lira, Gulu", "lira , gulu"),
        ("the the", ""),
    ],
)
def test_a_name_is_compared_without_case_accents_articles_and_marks(name: str, plain: str) -> None:
    assert normalised(name) == plain


@pytest.mark.parametrize(
    ("name", "head"),
    [
        ("mayor of lira", "mayor"),
        ("at least six soldiers", "soldiers"),
        ("soldiers who fled", "soldiers"),
        ("nuri osman , a trader", "osman"),
        ("40", "40"),
        ("", ""),
    ],
)
def test_the_head_is_the_last_word_before_what_hangs_on_it(name: str, head: str) -> None:
    assert head_word(name) == head


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("colonel idris baro", "baro", True),
        ("idris baro", "hadi baro", True),
        ("northern rebels", "rebels", True),
        ("northern rebels", "southern rebels", False),
        ("reed brigade", "reed league", False),
        ("", "", False),
    ],
)
def test_names_are_alike_by_their_heads_and_weak_heads_by_all_words(one: str, other: str, same: bool) -> None:
    assert alike(one, other) is same
    assert alike(other, one) is same


@pytest.mark.parametrize(
    ("gold", "predicted", "right"),
    [
        ("a1", "The Reeds", True),
        ("a1", "the Marsh Brigade", True),
        ("a1", "the army", False),
        ("a2", "the rebel forces", False),
        ("a3", "Nuri", True),
        ("p1", "the harbour town", True),
        ("a1", None, False),
        (None, None, True),
        (None, "the", True),
        (None, "the Reeds", False),
        ("two shepherds", "shepherds", True),
    ],
)
def test_a_name_means_an_actor_a_place_a_description_or_nobody(
    gold: str | None, predicted: str | None, right: bool
) -> None:
    assert AnnotatedNames(DOCUMENT).means(gold, predicted) is right


def test_a_name_that_the_document_gives_to_one_actor_means_no_other() -> None:
    names = AnnotatedNames({"actors": [{"id": "a1", "names": ["Idris Baro"]}, {"id": "a2", "names": ["Hadi Baro"]}]})
    assert names.means("a1", "Baro")
    assert not names.means("a1", "Hadi Baro")
