"""The words by which a noun that names an event gets its participants, from ``languages/en/event_nouns.yaml``."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from dateline.languages.load import language_data

_LISTS = ("occurring", "owning", "works", "serving", "penalties", "perceiving", "moods")


@dataclass(frozen=True, slots=True)
class EventNounWords:
    """The lists of ``event_nouns.yaml``."""

    occurring: frozenset[str]
    doing: Mapping[str, str]
    owning: frozenset[str]
    doers: Mapping[str, str]
    works: frozenset[str]
    punishing: Mapping[str, frozenset[str]]
    """Prepositions to the verbs whose object did what they lead to."""
    attributing: Mapping[str, str]
    serving: frozenset[str]
    penalties: frozenset[str]
    perceiving: frozenset[str]
    moods: frozenset[str]

    @property
    def answering(self) -> frozenset[str]:
        """The verbs whose object did what they lead to: "arrested", "jailed"."""
        return frozenset().union(*self.punishing.values())

    def charged(self, lemma: str) -> frozenset[str]:
        """The phrases in which a verb says what its object did: "jailed for", "suspected of"."""
        return frozenset(f"prep:{preposition}" for preposition, verbs in self.punishing.items() if lemma in verbs)


@cache
def event_noun_words() -> EventNounWords:
    """The words of English, read once."""
    data = language_data("event_nouns")
    lists = {name: frozenset(data[name]) for name in _LISTS}
    punishing = {preposition: frozenset(verbs) for preposition, verbs in data["punishing"].items()}
    return EventNounWords(
        doing=data["doing"], doers=data["doers"], attributing=data["attributing"], punishing=punishing, **lists
    )
