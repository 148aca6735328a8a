"""The dictionary form of a token, with the forms that spaCy's rules get wrong set right."""

from functools import cache

from spacy.tokens import Token

from dateline.languages.load import language_data


@cache
def _exceptions() -> dict[str, str]:
    return {str(form): str(lemma) for form, lemma in language_data("lemmas").items()}


def lemma_of(token: Token) -> str:
    """The lemma in lower case, as the patterns of the ontology write it."""
    return _exceptions().get(token.lower_) or token.lemma_.lower()
