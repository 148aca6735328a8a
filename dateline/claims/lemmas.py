"""The dictionary forms of words, with those that spaCy's rules get wrong set right."""

from functools import cache

from dateline.languages.load import language_data
from dateline.read.mentions.table import Table


@cache
def _exceptions() -> dict[str, str]:
    return {str(form): str(lemma) for form, lemma in language_data("lemmas").items()}


@cache
def never_nouns() -> frozenset[str]:
    """Past tenses that are no nouns, whatever a tagger says: "swore", "retook"."""
    return frozenset(language_data("verb_forms")["never_nouns"])


def dictionary_forms(table: Table) -> list[str]:
    """The lemmas of all words in lower case, as the patterns of the ontology write them."""
    exceptions = _exceptions()
    return [exceptions.get(form) or lemma for form, lemma in zip(table.lower, table.lemma, strict=True)]
