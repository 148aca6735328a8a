"""Adjectives and names of peoples ("Malian", "Frenchmen"): they give a country, and no point."""

import csv
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import dateline.gazetteer
from dateline.gazetteer import Gazetteer
from dateline.model import PlaceMention
from dateline.read.places.words import Words

_COUNTRIES = Path(dateline.gazetteer.__file__).parent / "data" / "countries.csv"
_SAME_IN_PLURAL = ("ese", "ish", "ch", "ss", "men", "is")


@cache
def country_adjectives() -> dict[str, tuple[str, ...]]:
    """Adjective or name of a people, in lower case and with its plural, to the countries (ISO 3166-1) it can mean."""
    found: dict[str, tuple[str, ...]] = {}
    with _COUNTRIES.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            for word in filter(None, row["demonyms"].lower().split("|")):
                plural = word if word.endswith(_SAME_IN_PLURAL) else f"{word}s"
                for form in {word, plural}:
                    found[form] = (*found.get(form, ()), row["code"])
    return found


def adjectives(words: Words) -> Iterator[tuple[int, int, str]]:
    """First and last word, and country, of each adjective in order. Of several countries the one met most is taken."""
    table = country_adjectives()
    found: list[tuple[int, int, tuple[str, ...]]] = []
    at = 0
    while at < len(words):
        length = _length_at(words, at, table) if words.is_capital(at) or not words.has_case else 0
        if length:
            spelt = " ".join(words.lower[at : at + length])
            found.append((at, at + length - 1, table[spelt]))
        at += max(1, length)
    clear = Counter(countries[0] for _, _, countries in found if len(countries) == 1)
    for first, last, countries in found:
        yield first, last, max(countries, key=lambda code: clear[code])


def _length_at(words: Words, at: int, table: dict[str, tuple[str, ...]]) -> int:
    """How many words the longest adjective that begins there has: 0 to 3."""
    for length in (3, 2, 1):
        if at + length <= len(words) and " ".join(words.lower[at : at + length]) in table:
            return length
    return 0


def origin_mention(words: Words, first: int, last: int, country: str, gazetteer: Gazetteer) -> PlaceMention:
    """The mention of an adjective: a country without a point."""
    start, end = words.start[first], words.end[last]
    text = words.text[start:end]
    entry = gazetteer.area(country)
    name = entry.name if entry else country
    return PlaceMention(
        start=start,
        end=end,
        text=text,
        name=name,
        lat=None,
        lon=None,
        country=country,
        geonameid=entry.geonameid if entry else None,
        precision="country",
        radius_km=None,
        role="origin",
        reason=f"“{text}” is the adjective of {name}: it says where someone is from, not where something is.",
    )
