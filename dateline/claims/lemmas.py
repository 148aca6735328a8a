"""The dictionary form of a token, with the forms that spaCy's rules get wrong set right."""

from functools import cache, lru_cache

from spacy.strings import StringStore
from spacy.tokens import Doc, Token

from dateline.languages.load import language_data

_KEY = "dateline_lemmas"
KNOWN = 1 << 16
"""So many words are kept, so that a string is not made anew for every token."""


@cache
def _exceptions() -> dict[str, str]:
    return {str(form): str(lemma) for form, lemma in language_data("lemmas").items()}


@cache
def never_nouns() -> frozenset[str]:
    """Past tenses that are no nouns, whatever a tagger says: "swore", "retook"."""
    return frozenset(language_data("verb_forms")["never_nouns"])


@lru_cache(maxsize=KNOWN)
def _lemma(strings: StringStore, form: int, lemma: int) -> str:
    return _exceptions().get(strings[form]) or strings[lemma].lower()


@lru_cache(maxsize=KNOWN)
def _form(strings: StringStore, form: int) -> str:
    return str(strings[form])


def lemma_of(token: Token) -> str:
    """The lemma in lower case, as the patterns of the ontology write it."""
    return _lemma(token.vocab.strings, token.lower, token.lemma)


def lemmas_of(doc: Doc) -> list[str]:
    """The lemmas of all tokens, made once and kept with the doc."""
    known: list[str] | None = doc.user_data.get(_KEY)
    if known is None:
        strings = doc.vocab.strings
        known = [_lemma(strings, form, lemma) for form, lemma in doc.to_array(["LOWER", "LEMMA"]).tolist()]
        doc.user_data[_KEY] = known
    return known


def forms_of(doc: Doc) -> list[str]:
    """All tokens in lower case."""
    strings = doc.vocab.strings
    return [_form(strings, form) for form in doc.to_array(["LOWER"]).ravel().tolist()]
