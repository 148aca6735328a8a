from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest
from spacy.tokens import Doc

from dateline.encoder.heads import Heads
from dateline.encoder.scores import EncoderScores
from dateline.encoder.wordpieces import Pieces
from dateline.read.attributions.candidates import Candidate, Page
from dateline.read.attributions.find import find_candidates, page_of
from dateline.read.attributions.judge import chosen, score, weights
from dateline.read.attributions.lexicon import lexicon
from dateline.read.attributions.pieces import Pieces as TokenPieces
from dateline.read.attributions.support import CUE_ODDS, LARGEST, ROLES, TAGGED, Support, support_of, tagged_candidates
from dateline.read.attributions.tree import Tree

EVEN = {"rules": 1.0, "content": 0.0, "beside": 0.0, "cue": 0.0, "source": 0.0, "bias": 0.0}
TEXT = "The governor said that the bridge was safe."


@pytest.fixture
def page(parse: Callable[[str], Doc]) -> Page:
    return page_of(parse(TEXT), lexicon("en"))


@pytest.fixture
def candidate(page: Page) -> Candidate:
    return chosen(page, find_candidates(page), weights())[0]


def test_even_weights_leave_the_rules_alone(page: Page, candidate: Candidate) -> None:
    support = Support(np.ones((len(page.tree), 3), dtype=np.float32), EVEN)
    assert score(page, candidate, weights(), support) == score(page, candidate, weights())


def test_a_cue_that_the_encoder_does_not_see_can_be_dropped(page: Page, candidate: Candidate) -> None:
    odds = np.full((len(page.tree), 3), -5.0, dtype=np.float32)
    doubts = Support(odds, {**EVEN, "cue": 4.0})
    assert chosen(page, [candidate], weights(), support=doubts) == []


def test_means_are_taken_over_the_words_of_each_part(page: Page, candidate: Candidate) -> None:
    odds = np.zeros((len(page.tree), 3), dtype=np.float32)
    odds[:, 2] = [-2, -2, -2, 4, 4, 4, 4, 4, -2]
    odds[candidate.cue_head, 1] = 3.0
    seen = Support(odds, EVEN).features(replace(candidate, content=((3, 8),)))
    assert seen == {
        "content": 4.0, "edge": 4.0, "beside": -2.0, "same": 1.0, "cue": 3.0, "source": 0.0, "no_source": 0.0,
        "tagged": 0.0,
    }  # fmt: skip


def test_a_content_longer_than_what_the_encoder_marks_is_the_same_in_part(page: Page, candidate: Candidate) -> None:
    odds = np.full((len(page.tree), 3), -2.0, dtype=np.float32)
    odds[4:6, 2] = 1.0
    seen = Support(odds, EVEN).features(replace(candidate, content=((4, 8),), source=()))
    assert (seen["same"], seen["edge"], seen["no_source"]) == (0.5, -2.0, 1.0)


def test_a_run_ends_where_the_encoder_sees_another_begin() -> None:
    odds = np.array([[0, 0, -1], [0, 0, 1], [0, 0, 1], [0, 0, 1]], dtype=np.float32)
    begins = np.zeros((4, 3), dtype=np.float32)
    assert Support(odds, EVEN, begins).contents == [(1, 4)]
    begins[3, 2] = 1.0
    assert Support(odds, EVEN, begins).contents == [(1, 3), (3, 4)]
    assert Support(odds, EVEN).runs("cue", least=0.1) == []


# ---------------------------------------------------------------- what the encoder proposes itself

PROPOSED = "Tired, the warden hinted at once, the well ran dry. The well is old."


def tagged(page: Page, **marked: tuple[str, ...]) -> Support:
    """The encoder's view in which the words of each role are marked, and no others."""
    odds = np.full((len(page.tree), 3), -3.0, dtype=np.float32)
    for role, words in marked.items():
        for word in words:
            odds[page.tree.lower.index(word), ROLES.index(role)] = 3.0
    return Support(odds, EVEN)


def words(page: Page, pieces: TokenPieces) -> list[str]:
    return [page.tree.lower[token] for begin, end in pieces for token in range(begin, end)]


@pytest.fixture
def proposed(parse: Callable[[str], Doc]) -> Page:
    return page_of(parse(PROPOSED), lexicon("en"))


def test_a_cue_that_the_encoder_marks_takes_what_it_marks_nearest(proposed: Page) -> None:
    support = tagged(proposed, cue=("hinted",), source=("the", "warden"), content=("well", "ran", "dry"))
    (candidate,) = tagged_candidates(proposed, support)
    assert candidate.construction == TAGGED
    assert words(proposed, tuple((token, token + 1) for token in candidate.cue)) == ["hinted"]
    assert words(proposed, candidate.source) == ["the", "warden"]
    assert candidate.source_head == proposed.tree.lower.index("warden")
    assert words(proposed, candidate.content) == ["well", "ran", "dry"]
    assert support.features(candidate)["tagged"] == 1.0


def test_a_cue_without_a_source_has_none_and_one_without_content_is_none(proposed: Page) -> None:
    (bare,) = tagged_candidates(proposed, tagged(proposed, cue=("hinted",), content=("ran", "dry")))
    assert (bare.source, bare.source_head) == ((), None)
    assert not list(tagged_candidates(proposed, tagged(proposed, cue=("hinted",), source=("warden",))))
    assert not list(tagged_candidates(proposed, tagged(proposed, content=("ran", "dry"))))


def test_a_content_goes_to_the_nearer_of_two_cues(proposed: Page) -> None:
    support = tagged(proposed, cue=("hinted", "is"), content=("ran", "dry"))
    assert [words(proposed, found.content) for found in tagged_candidates(proposed, support)] == [["ran", "dry"]]


def test_content_of_another_paragraph_is_not_taken(parse: Callable[[str], Doc]) -> None:
    page = page_of(parse("The warden hinted it.\n\nThe well ran dry."), lexicon("en"))
    assert not list(tagged_candidates(page, tagged(page, cue=("hinted",), content=("ran", "dry"))))


def test_white_space_is_no_cue_and_no_source(parse: Callable[[str], Doc]) -> None:
    page = page_of(parse("Tired, the warden hinted at once.  The well ran dry."), lexicon("en"))
    support = tagged(page, source=("warden",), content=("well", "ran"))
    space = next(token for token in range(len(page.tree)) if page.tree.is_space(token))
    support.odds[space] = 0.0
    assert support.runs("cue", CUE_ODDS) == [(space, space + 1)]
    assert not list(tagged_candidates(page, support))
    support.odds[page.tree.lower.index("dry")] = [-3.0, 3.0, -3.0]
    (candidate,) = tagged_candidates(page, support)
    assert words(page, candidate.source) in (["warden"], [])


def test_a_token_has_the_mean_of_its_wordpieces_and_none_where_there_are_none() -> None:
    heads = Heads({"attribution": {"kind": "spans", "labels": ["content", "source", "cue"]}})
    pieces = Pieces(np.arange(3), np.array([0, 3, 7]), np.array([3, 6, 11]))
    columns = np.zeros((3, 9), dtype=np.float32)
    columns[0, 6:] = [0.0, 9.0, -9.0]
    columns[1, 6:] = [9.0, 0.0, 0.0]
    scores = EncoderScores(heads, pieces, columns, (), np.zeros((0, 9), dtype=np.float32))
    tree = bare_tree([(0, 6), (6, 7), (7, 11)])
    support = support_of(scores, tree, EVEN)
    cue = support.odds[:, ROLES.index("cue")]
    assert cue[0] == pytest.approx((LARGEST - LARGEST) / 2, abs=1e-4)
    assert cue[1] == 0.0
    assert cue[2] == pytest.approx(np.log(2.0), abs=1e-4)
    assert support.begins[:, ROLES.index("cue")].tolist() == [1.0, 0.0, 0.0]


def bare_tree(spans: list[tuple[int, int]]) -> Tree:
    """A tree of tokens that hang on nothing."""
    each = list(range(len(spans)))
    blank = [""] * len(spans)
    return Tree(
        lower=blank, lemma=blank, tag=blank, dep=blank, head=each, children=[[] for _ in each], first=each, last=each,
        start=[start for start, _ in spans], end=[end for _, end in spans], sentence=[0] * len(spans),
        bounds=[(0, len(spans))],
    )  # fmt: skip


def test_an_empty_text_has_support_for_nothing() -> None:
    heads = Heads({"attribution": {"kind": "spans", "labels": list(ROLES)}})
    empty = Pieces(*(np.zeros(0, dtype=np.int64) for _ in range(3)))
    scores = EncoderScores(heads, empty, np.zeros((0, 9), dtype=np.float32), (), np.zeros((0, 9), dtype=np.float32))
    assert support_of(scores, bare_tree([]), EVEN).odds.shape == (0, 3)
    assert support_of(scores, bare_tree([(0, 1)]), EVEN).odds.tolist() == [[0.0, 0.0, 0.0]]
