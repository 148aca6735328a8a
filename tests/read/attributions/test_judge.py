from pathlib import Path

import pytest
from spacy.language import Language

from dateline.errors import DataFileError
from dateline.read.attributions import judge
from dateline.read.attributions.find import find_candidates, page_of
from dateline.read.attributions.lexicon import lexicon

TEXT = "The farmers made a claim that the dam would break, and witnesses said the valley was empty."


def test_one_reading_of_each_cue_is_chosen_in_order(attributing: Language) -> None:
    page = page_of(attributing(TEXT), lexicon())
    heads = [candidate.cue_head for candidate in judge.chosen(page, find_candidates(page), judge.weights())]
    assert heads == sorted(set(heads))


def test_a_higher_threshold_keeps_fewer(attributing: Language) -> None:
    page = page_of(attributing(TEXT), lexicon())
    candidates = find_candidates(page)
    kept = [len(judge.chosen(page, candidates, judge.weights(), threshold)) for threshold in (0.0, 0.34, 1.5)]
    assert kept[0] >= kept[1] > kept[2] == 0


def test_scores_are_shares_and_without_weights_one_half(attributing: Language) -> None:
    page = page_of(attributing(TEXT), lexicon())
    for candidate in find_candidates(page):
        assert 0 <= judge.score(page, candidate, judge.weights()) <= 1
        assert judge.score(page, candidate, {}) == 0.5


def test_a_missing_table_of_weights_is_a_data_error(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(judge, "FOLDER", tmp_path)
    with pytest.raises(DataFileError, match=r"attribution_weights\.csv"):
        judge.weights.__wrapped__("en")
