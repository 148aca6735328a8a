from collections.abc import Sequence

import pytest
import spacy

import dateline.read.encoded as under_test
from dateline.read.encoded import EncoderComponent


class Counting:
    """An encoder whose answer is how long the text is."""

    def read(self, text: str) -> int:
        return len(text)

    def read_many(self, texts: Sequence[str]) -> list[int]:
        return [len(text) for text in texts]


def counting() -> EncoderComponent:
    return EncoderComponent(encoder=Counting())  # type: ignore[arg-type]


def test_a_doc_gets_the_scores_of_its_text() -> None:
    assert counting()(spacy.blank("en")("Rain fell."))._.dateline_encoder == 10


def test_many_docs_get_what_each_gets_alone_in_their_order() -> None:
    texts = ["Rain fell.", "Gunmen attacked the bridge on Monday.", "", "The mayor said."]
    docs = list(counting().pipe(map(spacy.blank("en"), texts), batch_size=3))
    assert [(doc.text, doc._.dateline_encoder) for doc in docs] == [(text, len(text)) for text in texts]


def test_without_weights_a_doc_has_no_scores(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(under_test, "shipped", lambda: False)
    doc = EncoderComponent()(spacy.blank("en")("Rain fell."))
    assert doc._.dateline_encoder is None


@pytest.mark.skipif(not under_test.shipped(), reason="the weights are not in this checkout")
def test_the_component_can_stand_in_anyones_pipeline() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("dateline_encoder", config={"threads": 1})
    assert len(nlp("Rain fell on the city.")._.dateline_encoder.pieces) == 6
