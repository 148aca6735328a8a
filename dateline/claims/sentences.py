"""Where a token's sentence begins and ends; spaCy looks for the ends anew each time ``token.sent`` is asked."""

from spacy.tokens import Doc, Token

_KEY = "dateline_sentences"


def sentence_bounds(token: Token) -> tuple[int, int]:
    """Indexes of the first token of a token's sentence and of the one after its last, kept with the doc."""
    known: list[tuple[int, int]] | None = token.doc.user_data.get(_KEY)
    if known is None:
        known = token.doc.user_data[_KEY] = _all_bounds(token.doc)
    return known[token.i]


def _all_bounds(doc: Doc) -> list[tuple[int, int]]:
    return [bounds for sentence in doc.sents for bounds in [(sentence.start, sentence.end)] * len(sentence)]
