"""From candidate names to named places, over a whole report: which are places, and which place each one is."""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import TypeAlias

from dateline.gazetteer import Entry
from dateline.gazetteer.entry import CITY, COUNTRY, DIVISION
from dateline.gazetteer.names import fold
from dateline.read.places.cues import Cues
from dateline.read.places.find import Finder, Name
from dateline.read.places.judge import Company, Judge
from dateline.read.places.resolve import Ask, Choice, lies_in, resolve
from dateline.read.places.words import Words

_CLEAR = 2.0
_POSSIBLE = -4.0
_ENOUGH = 4
"""Names in a report from which their silence about one of them counts."""
_SUPPORT_STEPS = (0.1, 0.3, 0.6, 1.0, 1.6, 2.5, 4.0)

_Key: TypeAlias = tuple[str, int | None, str | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A stretch of words to read: the text itself, its dateline, its publisher's name."""

    words: Words
    bonus: float = 0.0
    """Added to the score of each name: in a dateline nearly every name is a place."""
    is_text: bool = True
    """False when the names only help to resolve others and are no mentions."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A name that is taken for a place, with the place chosen. ``words`` are those that its numbers refer to."""

    name: Name
    words: Words
    choice: Choice | None
    score: float
    typed: str | None = None
    """The kind of place that the words beside it say it is: "the town of Gao", "the Gao region"."""


@dataclass(slots=True, kw_only=True)
class _Candidate:
    name: Name
    words: Words
    container: Entry | None
    typed: str | None
    score: float


def settle(parts: Sequence[Part], finder: Finder, cues: Cues, country_cues: Mapping[str, float]) -> list[Named]:
    """The places named in the parts of a report, in the order of the parts and then of the text.

    All names that may be places are resolved together, each with a voice as strong as it is likely; then those stay
    that are places in the light of the others.
    """
    candidates: list[_Candidate] = []
    for part in parts:
        candidates += _candidates(part.words, part.bonus, finder, cues)
    silent = {id(part.words) for part in parts if not part.is_text}
    possible = [one for one in candidates if one.score >= _POSSIBLE]
    asks, numbers = _asks(possible)
    choices = resolve(asks, country_cues)
    chosen = [choices[number] for number in numbers]
    return [
        Named(name=one.name, words=one.words, choice=choice, score=one.score, typed=one.typed)
        for one, choice, features in zip(possible, chosen, _in_context(possible, chosen), strict=True)
        if id(one.words) not in silent and one.score + _of_context(features, len(possible), cues) >= 0.0
    ]


def _of_context(features: Sequence[str], names: int, cues: Cues) -> float:
    """What the rest of the report adds to a name's score. Where hardly any other name stands, that none speaks for it
    says nothing against it.
    """
    added = sum(cues.weights.get(name, 0.0) for name in features)
    return added if names >= _ENOUGH else max(added, 0.0)


def features_in_context(
    words: Words, finder: Finder, cues: Cues, country_cues: Mapping[str, float]
) -> Iterator[tuple[Name, float, list[str]]]:
    """Each name that may be a place, its score alone, and what the rest of the text adds: for fitting the weights."""
    possible = [one for one in _candidates(words, 0.0, finder, cues) if one.score >= _POSSIBLE]
    asks, numbers = _asks(possible)
    choices = resolve(asks, country_cues)
    contexts = _in_context(possible, [choices[number] for number in numbers])
    for one, features in zip(possible, contexts, strict=True):
        yield one.name, one.score, features


def _in_context(possible: Sequence[_Candidate], choices: Sequence[Choice | None]) -> Iterator[list[str]]:
    """What the report as a whole says of each name: whether other mentions of it are clear, and what lies near it."""
    scores: dict[str, list[float]] = {}
    for one in possible:
        scores.setdefault(fold(one.name.text), []).append(one.score)
    for one, choice in zip(possible, choices, strict=True):
        others = list(scores[fold(one.name.text)])
        others.remove(one.score)
        clear = sum(score >= _CLEAR for score in others)
        poor = sum(score <= -_CLEAR for score in others)
        found = [f"others clear={min(clear, 2)}", f"others poor={min(poor, 2)}"]
        if choice is not None:
            kind = choice.entry.kind if choice.entry.kind in {COUNTRY, DIVISION, CITY} else "place"
            level = sum(choice.support >= step for step in _SUPPORT_STEPS)
            found += [f"support={level}", f"support={level} {kind}"]
        yield found if one.words.has_case else [f"nocase {feature}" for feature in found]


def _candidates(words: Words, bonus: float, finder: Finder, cues: Cues) -> list[_Candidate]:
    judge = Judge(words, cues)
    return [
        _Candidate(
            name=name,
            words=words,
            container=container,
            typed=typed,
            score=judge.score(name, company) + bonus + judge.of_state(name, finder.gazetteer),
        )
        for name, company, container, typed in in_company(words, finder, cues)
    ]


def in_company(words: Words, finder: Finder, cues: Cues) -> Iterator[tuple[Name, Company, Entry | None, str | None]]:
    """Each name of the words with what stands beside it, the area printed after it, and the kind that a word asks."""
    names = list(finder.names(words))
    previous: Name | None = None
    container: Entry | None = None
    for name, follower in zip_longest(names, names[1:]):
        contains_previous = container is not None and previous is not None and _follows(previous, name, words)
        container = _container(name, follower, words)
        typed = _typed(name, words, cues)
        company = Company(
            has_container=container is not None,
            contains_previous=contains_previous,
            is_typed=typed is not None and words.word(name.last + 1) in cues.division_words,
            is_listed=previous is not None and _is_listed(previous, name, words),
            needs_company=not contains_previous and _needs_company(name),
        )
        yield name, company, container, typed
        previous = name


def _typed(name: Name, words: Words, cues: Cues) -> str | None:
    """The kind of place that a word says it is, as in "Gao region", "the town of Gao", "on the edge of Gao"."""
    if words.word(name.last + 1) in cues.division_words:
        return cues.division_words[words.word(name.last + 1)]
    if words.word(name.first - 1) != "of":
        return None
    noun = words.word(name.first - 2)
    return CITY if noun in cues.towns_before_of else cues.division_words.get(noun)


def _is_listed(name: Name, other: Name, words: Words) -> bool:
    """Whether only a comma or "and" stands between two names."""
    between = words.lower[name.last + 1 : other.first]
    return 0 < len(between) <= 2 and all(word in {",", "and", "or", "&"} for word in between)


def _follows(name: Name, other: Name, words: Words) -> bool:
    """Whether ``other`` comes right after ``name`` and a comma, or in brackets."""
    between = words.text[name.end : other.start]
    return len(between) <= 3 and between.strip() in {",", "(", ", ("}


def _container(name: Name, follower: Name | None, words: Words) -> Entry | None:
    """The country or division printed after a name that has a place in it."""
    if follower is None or not name.matches or not _follows(name, follower, words):
        return None
    areas = [match.entry for match in follower.matches if match.entry.kind in {COUNTRY, DIVISION}]
    for area in sorted(areas, key=lambda entry: -entry.population):
        if any(lies_in(match.entry, area) for match in name.matches):
            return area
    return None


def _needs_company(name: Name) -> bool:
    """Whether a name is an abbreviation such as "La." or "IN", which only counts after the name of a place."""
    links = {match.link for match in name.matches}
    if links != {"abbreviation"} or name.text.count(".") > 1:
        return False
    return any(match.entry.kind == DIVISION for match in name.matches)


def _asks(kept: Sequence[_Candidate]) -> tuple[list[Ask], list[int]]:
    """One question per name, container and kind, and for each candidate the number of its question.

    A name without a container joins the first question of that name that has one: in one report it is the same place.
    """
    explained: dict[str, Entry] = {}
    for one in kept:
        if one.container is not None:
            explained.setdefault(fold(one.name.text), one.container)
    chance: dict[_Key, float] = {}
    asks: dict[_Key, Ask] = {}
    order: dict[_Key, int] = {}
    numbers = []
    for one in kept:
        folded = fold(one.name.text)
        container = one.container or explained.get(folded)
        key = (folded, container.row if container else None, one.typed)
        ask = asks.setdefault(
            key, Ask(text=one.name.text, matches=one.name.matches, container=container, typed=one.typed)
        )
        chance[key] = chance.get(key, 0.0) + 1.0 / (1.0 + math.exp(-one.score))
        ask.mentions = chance[key]
        numbers.append(order.setdefault(key, len(order)))
    return list(asks.values()), numbers
