from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest
from spacy.tokens import Doc

from dateline.read.attributions.candidates import Candidate, Page
from dateline.read.attributions.find import find_candidates, page_of
from dateline.read.attributions.judge import chosen, score, weights
from dateline.read.attributions.lexicon import lexicon
from dateline.read.attributions.support import Support

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
    assert seen == {"content": 4.0, "beside": -2.0, "cue": 3.0, "source": 0.0}
