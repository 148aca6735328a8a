from spacy.tokens import Doc
from spacy.vocab import Vocab

from dateline.read.doc_text import text_of


def test_the_text_is_that_of_the_doc_and_joined_once() -> None:
    doc = Doc(Vocab(), words=["The", "army", "left", "."], spaces=[True, True, False, False])
    assert text_of(doc) == doc.text == "The army left."
    assert text_of(doc) is text_of(doc)
