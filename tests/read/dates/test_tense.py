import pytest
from spacy.language import Language

from dateline.read.dates.grammar import load_grammar
from dateline.read.dates.tense import governing_tense

CASES = [
    ("The envoys met on Friday.", "past"),
    ("The envoys were arrested on Friday.", "past"),
    ("The envoys have left since Friday.", "past"),
    ("The envoys will meet on Friday.", "future"),
    ("The envoys are meeting on Friday.", "future"),
    ("The envoys may meet on Friday.", "future"),
    ("The envoys plan to meet on Friday.", "future"),
    ("The vote is scheduled for Friday.", "future"),
    ("The truce had been due to end on Friday.", "past"),
    ("The army said Friday it would attack.", "past"),
    ("The army holds the town on Friday.", "present"),
]


@pytest.mark.parametrize(("sentence", "tense"), CASES, ids=[sentence for sentence, _ in CASES])
def test_the_verb_above_a_date_gives_its_tense(nlp: Language, sentence: str, tense: str) -> None:
    doc = nlp(sentence)
    friday = next(token for token in doc if token.text == "Friday")
    assert governing_tense(friday, load_grammar().words) == tense


def test_a_date_without_a_verb_has_no_tense(nlp: Language) -> None:
    assert governing_tense(nlp("Friday")[0], load_grammar().words) == "unknown"


def test_a_date_of_a_noun_below_a_past_verb_has_no_tense(nlp: Language) -> None:
    doc = nlp("He welcomed the election of April.")
    assert governing_tense(doc[-2], load_grammar().words) == "unknown"
