"""The word lists of ``languages/<language>/places.yaml``, as sets, and the weights of ``place_weights.csv``."""

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

from dateline.errors import DataFileError
from dateline.languages.load import FOLDER, language_data


@dataclass(frozen=True, slots=True, kw_only=True)
class Cues:
    """Cue words in lower case. What each list is for is said in the data file."""

    linking: frozenset[str]
    arabic_articles: frozenset[str]
    arabic_firsts: frozenset[str]
    place_before: frozenset[str]
    kinds_before_of: frozenset[str]
    towns_before_of: frozenset[str]
    person_titles: frozenset[str]
    person_after: frozenset[str]
    first_names: frozenset[str]
    bodies_of_places: frozenset[str]
    not_places_after: frozenset[str]
    feature_words: dict[str, str]
    """Last word of a name to what it names: "road", "site", "natural" or "area"."""
    feature_prefixes: dict[str, str]
    """First word of a name to what it names, in the same way."""
    common_words: frozenset[str]
    person_verbs: frozenset[str]
    actor_verbs: frozenset[str]
    state_bodies: frozenset[str]
    dealings: frozenset[str]
    country_words: dict[str, str]
    """Word to the country (ISO 3166-1 alpha-2) whose institutions it names; of several the first listed."""
    directions: dict[str, int]
    """Degrees clockwise from north."""
    middle: frozenset[str]
    parts: frozenset[str]
    near_words: frozenset[str]
    near_phrases: tuple[str, ...]
    same_place: frozenset[str]
    described: frozenset[str]
    about: frozenset[str]
    units_km: dict[str, float]
    division_words: dict[str, str]
    number_words: dict[str, int]
    weights: dict[str, float]
    """Feature of a name to its log odds of naming a place; see ``judge.py``."""


def _words(data: dict[str, Any], name: str) -> frozenset[str]:
    words = data.get(name)
    if not isinstance(words, list) or not all(isinstance(word, str) and word == word.lower() for word in words):
        raise DataFileError(f"places.yaml: {name} must be a list of words in lower case")
    return frozenset(words)


def _features(groups: dict[str, Iterable[str]]) -> dict[str, str]:
    return {word: group for group, words in groups.items() for word in words}


def _country_words(groups: dict[str, Iterable[str]]) -> dict[str, str]:
    found: dict[str, str] = {}
    for country, words in groups.items():
        for word in words:
            found.setdefault(word, country)
    return found


def _weights(language: str) -> dict[str, float]:
    """The weights of a language. Raises DataFileError for a line that is no feature and number."""
    path = FOLDER / language / "place_weights.csv"
    found: dict[str, float] = {}
    with path.open(encoding="utf-8", newline="") as lines:
        for number, row in enumerate(csv.reader(lines), start=1):
            try:
                feature, weight = row
                found[feature] = float(weight)
            except ValueError as error:
                raise DataFileError(f"{path}, line {number}: must hold a feature and a number") from error
    return found


@cache
def load_cues(language: str = "en") -> Cues:
    """The cues of a language. Raises DataFileError when a list is missing or holds anything but words in lower case."""
    data = language_data("places", language)
    return Cues(
        linking=_words(data, "linking"),
        arabic_articles=_words(data, "arabic_articles"),
        arabic_firsts=_words(data, "arabic_firsts"),
        place_before=_words(data, "place_before"),
        kinds_before_of=_words(data, "kinds_before_of"),
        towns_before_of=_words(data, "towns_before_of"),
        person_titles=_words(data, "person_titles"),
        person_after=_words(data, "person_after"),
        first_names=_words(data, "first_names"),
        bodies_of_places=_words(data, "bodies_of_places"),
        not_places_after=_words(data, "not_places_after"),
        feature_words=_features(data["feature_words"]),
        feature_prefixes=_features(data["feature_prefixes"]),
        common_words=_words(data, "common_words"),
        person_verbs=_words(data, "person_verbs"),
        actor_verbs=_words(data, "actor_verbs"),
        dealings=_words(data, "dealings"),
        state_bodies=_words(data, "state_bodies"),
        country_words=_country_words(data["country_words"]),
        directions=data["directions"],
        middle=_words(data, "middle"),
        parts=_words(data, "parts"),
        near_words=_words(data, "near_words"),
        near_phrases=tuple(data["near_phrases"]),
        same_place=_words(data, "same_place"),
        described=_words(data, "described"),
        about=_words(data, "about"),
        units_km=data["units_km"],
        division_words=data["division_words"],
        number_words=data["number_words"],
        weights=_weights(language),
    )
