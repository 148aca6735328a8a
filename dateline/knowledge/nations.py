"""Which country a word names by itself: "Jordan", "Latvian", "Turks"."""

import csv
from functools import cache
from pathlib import Path

from dateline.knowledge.countries import COUNTRIES

_ADJECTIVES = Path(__file__).parents[1] / "gazetteer" / "data" / "countries.csv"
"""The package's one table of adjectives and names of peoples."""
_FORMER = Path(__file__).with_name("former_countries.csv")
"""Countries that are gone or renamed, with the one that coders give for them: that of the old capital; and peoples."""


def nation(words: str) -> str | None:
    """The country (ISO 3166-1 alpha-2) whose name, adjective or people the words are, in any case; None for any other.

    Words that two countries share ("Congo") give None.
    """
    return _nations().get(" ".join(words.lower().split()))


@cache
def _nations() -> dict[str, str | None]:
    found: dict[str, str | None] = {}
    for word, country in _pairs():
        found[word] = country if found.get(word, country) == country else None
    return found


def _pairs() -> list[tuple[str, str]]:
    pairs = []
    with COUNTRIES.open(encoding="utf-8", newline="") as rows:
        pairs += [(row["name"].lower(), row["alpha2"]) for row in csv.DictReader(rows)]
    with _ADJECTIVES.open(encoding="utf-8", newline="") as rows:
        for row in csv.DictReader(rows):
            pairs += [(word, row["code"]) for word in row["aliases"].lower().split("|") if word]
            for word in filter(None, row["demonyms"].lower().split("|")):
                pairs += [(word, row["code"]), (f"{word}s", row["code"])]
    with _FORMER.open(encoding="utf-8", newline="") as rows:
        pairs += [(row["words"], row["alpha2"]) for row in csv.DictReader(rows)]
    return pairs
