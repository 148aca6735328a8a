from collections.abc import Callable

import pytest
import spacy
from spacy.language import Language

from dateline.model import Attribution
from dateline.read.language import DEFAULT_MODEL


@pytest.fixture(scope="session")
def attributing() -> Language:
    nlp = spacy.load(DEFAULT_MODEL, disable=["ner"])
    nlp.add_pipe("dateline_frame", first=True)
    nlp.add_pipe("dateline_attributions")
    return nlp


@pytest.fixture(scope="session")
def attributions_of(attributing: Language) -> Callable[[str], tuple[Attribution, ...]]:
    def read(text: str) -> tuple[Attribution, ...]:
        found: tuple[Attribution, ...] = attributing(text)._.dateline_attributions
        return found

    return read
