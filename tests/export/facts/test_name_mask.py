"""Every spelling of a protected name, and no more of a public one than has to go."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.export.facts.folding import plain
from dateline.export.facts.name_mask import Edit, NameMask, moved, rewritten

MASK = NameMask(
    {"v": "victim 1", "p": "private person 1"},
    {"v": ["Séga Traoré-Sow"], "p": ["Fatoumata Keita", "Captain Fatou Keita", "Bo"]},
    ["Amadou Keita", "Fatou Keita Traders Union", "Sahel Post"],
)


@pytest.mark.parametrize(
    "text",
    [
        "Séga Traoré-Sow",
        "sega traore sow",
        "SÉGA TRAORÉ",
        "Traoré, Séga",
        "S. Traoré-Sow",
        "Traoré",
        "TRAORE",
        "se\u0301ga",
        "Sé\u200bga",
        "sega-traore-sow",
        "s%C3%A9ga_traor%c3%a9",
        "segatraore",
        "JusticeForTraoré",
        "the Traorés",
        "#savesegatraore",
    ],
)
def test_every_spelling_of_a_name_is_masked(text: str) -> None:
    masked = MASK.masked(f"They say {text}’s house burnt")
    assert "victim 1" in masked or "name withheld" in masked
    assert "ga" not in masked
    assert "ra" not in masked


@pytest.mark.parametrize("text", ["Amadou Keita", "the Fatou Keita Traders Union", "Sahel Post", "Keita", "a segment"])
def test_what_is_not_the_protected_persons_alone_stays(text: str) -> None:
    assert MASK.masked(text) == text


def test_a_shared_part_is_withheld_only_in_the_reports_of_the_protected_person() -> None:
    text = "Amadou Keita spoke; Keita wept"
    assert MASK.masked(text, {"p"}) == "Amadou Keita spoke; [name withheld] wept"
    assert MASK.masked(text, {"p"}, kept=[(20, 25)]) == text
    assert MASK.masked(text, {"v"}) == text


def test_ranks_and_short_names_are_masked_as_what_they_are() -> None:
    assert MASK.masked("a captain and Captain Fatou Keita and Bo") == (
        "a captain and [private person 1] and [private person 1]"
    )


@pytest.mark.parametrize(
    "address", ["https://x.example/killing-of-sega", "/in/fortraore.txt", "https://traoresow.example"]
)
def test_an_address_that_holds_a_name_is_known(address: str) -> None:
    assert MASK.is_in_address(address)
    assert not MASK.is_in_address("https://x.example/clash-in-gao")


def test_a_public_name_that_holds_a_whole_protected_name_is_masked_there() -> None:
    mask = NameMask({"v": "victim 1"}, {"v": ["Séga Traoré"]}, ["Justice for Séga Traoré", "Traoré Transport"])
    assert mask.masked("Justice for Séga Traoré met") == "Justice for [victim 1] met"
    assert mask.masked("Traoré Transport, 2 Traoré road") == "Traoré Transport, 2 Traoré road"


def test_a_title_alone_is_masked_only_in_the_reports_of_its_bearer() -> None:
    mask = NameMask({"v": "victim 1"}, {"v": ["The Mayor"]}, [])
    assert mask.masked("the mayor spoke") == "the mayor spoke"
    assert mask.masked("the mayor spoke", {"v"}) == "[name withheld] spoke"


def test_an_initial_run_together_with_the_last_name_is_masked() -> None:
    assert MASK.masked("write to fkeita@mail.example") == "write to [private person 1]@mail.example"


def test_offsets_move_with_the_edits() -> None:
    edits = [Edit(4, 8, "victim 1")]
    text = "and Séga ran"
    assert rewritten(text, edits) == "and [victim 1] ran"
    assert (moved(0, edits), moved(4, edits), moved(8, edits, is_end=True), moved(9, edits)) == (0, 4, 14, 15)
    assert (moved(6, edits), moved(6, edits, is_end=True)) == (4, 14)


FILLER = st.sampled_from(
    ["the", "army", "said", "Keita", "in Gao,", "3", "killed", "“", "Post.", "of", "#a", "@", "www.x"]
)
SPELLED = st.sampled_from(["Séga", "TRAORÉ", "Traoré-Sow", "Traoré, Séga", "s%C3%A9ga", "Se\u0301ga", "#savetraorenow"])
JOINTS = st.sampled_from([" ", "\n", "—", "’s ", "/", "2", ". "])


@given(st.lists(st.tuples(st.one_of(FILLER, SPELLED), JOINTS), max_size=30))
def test_no_telling_part_is_left_in_any_text_and_edits_never_overlap(pieces: list[tuple[str, str]]) -> None:
    text = "".join(word + joint for word, joint in pieces)
    edits = MASK.edits(text, {"v"})
    left = plain(rewritten(text, edits))
    assert "sega" not in left
    assert "traore" not in left
    assert all(one.end <= other.start for one, other in pairwise(edits))
    moved_ends = [moved(index, edits) for index in range(len(text) + 1)]
    assert moved_ends == sorted(moved_ends)
