"""How likely words that a place may bear do name a place here: a sum of weights of what can be seen of them.

``features`` says what can be seen: how the name stands in the gazetteer, the words on both sides, people of the same
name, the parse. The weights are log odds in ``place_weights.csv`` of the language, fitted by
``training/place_weights.py``. Text of one case, where capitals tell nothing, has weights of its own.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dateline.gazetteer import Gazetteer, Match
from dateline.gazetteer.entry import CITY, COUNTRY, DISTRICT, DIVISION
from dateline.read.places.cues import Cues
from dateline.read.places.find import Name
from dateline.read.places.words import Words

_SIZES = ((1_000_000, "1m"), (200_000, "200k"), (50_000, "50k"), (15_000, "15k"), (5_000, "5k"), (1_000, "1k"))
_CROWDS = ((15, "many"), (5, "some"), (2, "few"))
_CENTRAL = frozenset({"downtown", "greater", "central"})
_POSSESSIVES = frozenset({"'s", "’s", "'", "’"})
_WITHOUT_CASE = "nocase "
_TAKEN_AWAY = 2.5
"""Taken for "Post", "Airlines" and the like beyond the fitted weight: training texts often mark the place in them."""
_STATE_SPEAKS = 4.0
"""Added for a country or capital that says something: it stands for its government, wherever the report is set."""
_OF_PEOPLE = frozenset({"title before", "first name before", "initial before", "name before", "surname"})
_AGAINST = frozenset({"surname", "common"})
"""Features that count for nothing where the area of the place is printed beside it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Company:
    """What stands beside a name that was found: other names, and words that say what it is."""

    has_container: bool = False
    """The country or division it lies in follows after a comma."""
    contains_previous: bool = False
    """It is the country or division of the name before it."""
    is_typed: bool = False
    """A word such as "region" follows."""
    is_listed: bool = False
    """Another name stands before it with only a comma or "and" between."""
    needs_company: bool = False
    """An abbreviation such as "La.", which counts only after the name of a place."""


class Judge:
    """Weighs names of one text. ``surnames`` are the last words of full names in the text, in lower case."""

    def __init__(self, words: Words, cues: Cues) -> None:
        self.words = words
        self.cues = cues
        self.surnames = _surnames(words, cues)
        self.lower_words = {word for word in words.words if word.islower()} if words.has_case else frozenset()

    def score(self, name: Name, company: Company) -> float:
        """Log odds that the name is meant as a place; above 0 it more likely is one than not."""
        features = self.features(name, company)
        score = sum(self.cues.weights.get(feature, 0.0) for feature in features)
        return score - _TAKEN_AWAY if "run no place" in features and not company.has_container else score

    def of_state(self, name: Name, gazetteer: Gazetteer) -> float:
        """What is added for a country or its capital that is the subject of saying, or does something under a name that
        nobody else bears: "Moscow said it would veto", "New Delhi threw out two attachés". A country's name of several
        words is nobody else's: "the Solomon Islands".
        """
        if name.last > name.first and any(m.entry.kind == COUNTRY and m.link != "short" for m in name.matches):
            return _STATE_SPEAKS
        features = set(self._of_people(name))
        acts = "subject" in features and name.last > name.first
        if not (acts or "subject of saying" in features) or features & _OF_PEOPLE:
            return 0.0
        meant = [match.entry for match in name.matches if match.link not in ("short", "abbreviation")]
        if any(entry.kind == COUNTRY for entry in meant):
            return _STATE_SPEAKS
        cities = [match.entry for match in name.matches if match.entry.kind == CITY and match.link != "short"]
        is_capital = any(
            (capital := gazetteer.capital(city.countries[0])) is not None and capital.row == city.row for city in cities
        )
        return _STATE_SPEAKS if is_capital else 0.0

    def features(self, name: Name, company: Company) -> list[str]:
        """What can be seen of a name, each as a word or two."""
        found = ["bias", *self._of_name(name), *self._before(name), *self._after(name), *self._of_people(name)]
        found += [f"tag={self.words.tag[name.last]}", f"dep={self.words.dep[name.last]}"]
        found += [field for field in Company.__dataclass_fields__ if getattr(company, field)]
        if company.has_container or company.contains_previous:
            found = [feature for feature in found if feature not in _AGAINST]
        return found if self.words.has_case else [_WITHOUT_CASE + feature for feature in found]

    def _of_name(self, name: Name) -> Iterator[str]:
        """What the name is by itself: standing, length, how it is written."""
        standing = best_standing(name)
        yield f"is {standing}"
        yield f"crowd={_bucket(len(name.matches), _CROWDS)}"
        length = name.last - name.first + 1
        yield f"words={min(length, 3)}"
        if length > 1:
            yield f"long {standing}"
        elif self._is_common(name):
            yield "common"
            yield f"common {standing}"
        elif name.text.lower() in self.cues.first_names:
            yield "first name"
        if length == 1 and name.text.lower() in self.lower_words:
            yield "also in small letters"
        if name.text.isupper() and len(name.text) > 1:
            yield "capitals"
        if not any(self.words.noun[name.first : name.last + 1]):
            yield "no proper noun"
        if self.words.first[name.first]:
            yield "first, single" if length == 1 else "first"

    def _is_common(self, name: Name) -> bool:
        """Whether a single word is an ordinary one, or a title; "US" is not "us"."""
        if any(match.link == "abbreviation" for match in name.matches):
            return False
        folded = name.text.lower().rstrip(".")
        return folded in self.cues.common_words or folded in self.cues.person_titles

    def _before(self, name: Name) -> Iterator[str]:
        """What stands before the name: a preposition, "the town of", another name."""
        words, at = self.words, name.first - 1
        if at >= 0 and words.word(at) == "the":
            yield "after the"
            at -= 1
        before = words.word(at)
        if before == "of" and words.word(at - 1) in self.cues.kinds_before_of:
            yield "after town of"
        elif before in self.cues.directions or before in _CENTRAL:
            yield "after direction"
        elif before in self.cues.place_before:
            yield f"after {before}"
        elif at < 0 or words.first[at + 1] or not before[0].isalnum():
            yield "after mark" if at >= 0 and not words.first[at + 1] else "after nothing"
        elif not words.is_capital(at):
            yield f"after {words.tag[at]}"

    def _after(self, name: Name) -> Iterator[str]:
        """What stands after the name: the rest of a longer name, a possessive, a noun."""
        words, at = self.words, name.last + 1
        after = words.word(at)
        if at >= len(words) or words.first[at]:
            yield "before nothing"
        elif after in _POSSESSIVES:
            yield "before possessive"
        elif words.start[at] - name.end == 0 and after == "-":
            yield "before hyphen"
        elif self._in_run(at, name):
            yield f"run {self._kind_after(after)}"
        elif words.is_proper(at) or not after[0].isalpha():
            yield "before mark"
        else:
            yield f"before {words.tag[at]}"
            if after in self.cues.bodies_of_places or after in self.cues.state_bodies:
                yield "before body"

    def _in_run(self, at: int, name: Name) -> bool:
        return self.words.is_proper(at) and not self.words.first[at] and self.words.start[at] - name.end <= 1

    def _kind_after(self, after: str) -> str:
        if after in self.cues.not_places_after:
            return "no place"
        if after in self.cues.bodies_of_places:
            return "body"
        return "feature" if after in self.cues.feature_words else "other"

    def _of_people(self, name: Name) -> Iterator[str]:
        """Whether the words belong to a person's name, here or elsewhere in the text."""
        words, at = self.words, name.first - 1
        before = words.word(at).rstrip(".")
        if words.is_proper(at) and not (words.first[at] and before in self.cues.place_before):
            if before in self.cues.person_titles:
                yield "title before"
            elif before in self.cues.first_names:
                yield "first name before"
            elif _is_initial(words.words[at]):
                yield "initial before"
            elif before not in {*self.cues.directions, *_CENTRAL} and words.start[name.first] - words.end[at] == 1:
                yield "name before"
        if words.word(name.last + 1) in self.cues.person_after:
            yield "junior after"
        if name.first == name.last and words.lower[name.first] in self.surnames:
            yield "surname"
        if words.verb[name.last] and words.dep[name.last] == "nsubj":
            yield "subject of saying" if words.verb[name.last] in self.cues.person_verbs else "subject"


def best_standing(name: Name) -> str:
    """What the likeliest of a name's places is, as a word; the kind of feature that an unlisted name says it is."""
    if not name.matches:
        return name.feature or "unlisted"
    return max((_standing(match) for match in name.matches), key=lambda pair: pair[0])[1]


def _standing(match: Match) -> tuple[float, str]:
    """The rank of a place among those of one name, and its standing."""
    entry = match.entry
    if match.link == "short":
        return -2.0, "short district"
    by_other_name = match.link if match.link in {"alternative", "abbreviation"} else ""
    if entry.kind == COUNTRY:
        return 9.0, f"country {by_other_name}".strip()
    if entry.kind == DIVISION:
        return (6.0, "large division") if entry.population > 500_000 and not by_other_name else (2.0, "division")
    if entry.kind == DISTRICT:
        return 0.0, "district"
    if entry.kind == CITY:
        rank = entry.population / 200_000 - (0.5 if by_other_name else 0.0)
        return min(8.0, rank), f"city {_bucket(entry.population, _SIZES)} {by_other_name}".strip()
    return 5.0, "own list"


def _bucket(number: int, buckets: Sequence[tuple[int, str]]) -> str:
    return next((label for least, label in buckets if number >= least), "small")


def _is_initial(word: str) -> bool:
    return len(word) == 2 and word[1] == "." and word[0].isupper()


def _surnames(words: Words, cues: Cues) -> set[str]:
    """Last words of runs of names that begin with a first name or follow a title: the people of the text."""
    found: set[str] = set()
    openers = cues.first_names | cues.person_titles
    at = 0
    while at < len(words) - 1:
        if not words.is_proper(at) or words.lower[at].rstrip(".") not in openers:
            at += 1
            continue
        last = at
        while last + 1 < len(words) and last - at < 4 and words.is_proper(last + 1) and not words.first[last + 1]:
            last += 1
        if last > at:
            found.add(words.lower[last])
        at = last + 1
    return found
