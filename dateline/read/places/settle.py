"""From candidate names to named places, over a whole report: which are places, and which place each one is."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dateline.gazetteer import Entry
from dateline.gazetteer.entry import COUNTRY, DIVISION
from dateline.gazetteer.names import fold
from dateline.read.places.cues import Cues
from dateline.read.places.find import Finder, Name
from dateline.read.places.judge import Judge
from dateline.read.places.resolve import Ask, Choice, lies_in, resolve
from dateline.read.places.words import Words

_CLEAR = 2.0
_HELP = 0.8


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


@dataclass(slots=True, kw_only=True)
class _Candidate:
    name: Name
    words: Words
    container: Entry | None
    typed: str | None
    score: float


def settle(parts: Sequence[Part], finder: Finder, cues: Cues, country_cues: Mapping[str, float]) -> list[Named]:
    """The places named in the parts of a report, in the order of the parts and then of the text."""
    candidates: list[_Candidate] = []
    for part in parts:
        candidates += _candidates(part.words, part.bonus, finder, cues)
    silent = {id(part.words) for part in parts if not part.is_text}
    kept = _accepted(candidates)
    asks, numbers = _asks(kept)
    choices = resolve(asks, country_cues)
    return [
        Named(name=one.name, words=one.words, choice=choices[number], score=one.score)
        for one, number in zip(kept, numbers, strict=True)
        if id(one.words) not in silent
    ]


def _candidates(words: Words, bonus: float, finder: Finder, cues: Cues) -> list[_Candidate]:
    judge = Judge(words, cues)
    names = list(finder.names(words))
    found: list[_Candidate] = []
    for at, name in enumerate(names):
        follower = names[at + 1] if at + 1 < len(names) else None
        container = _container(name, follower, words)
        typed = cues.division_words.get(words.word(name.last + 1))
        contains_previous = bool(found) and found[-1].container is not None and _follows(found[-1].name, name, words)
        score = judge.verdict(name, container is not None).score + bonus + (3.0 if contains_previous else 0.0)
        if typed and name.matches:
            score += 0.8
        if not contains_previous and _needs_company(name):
            score -= 5.0
        found.append(_Candidate(name=name, words=words, container=container, typed=typed, score=score))
    return found


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


def _accepted(candidates: Sequence[_Candidate]) -> list[_Candidate]:
    """The candidates that name places. One clear mention speaks for the less clear ones of the same name."""
    clear = Counter(fold(one.name.text) for one in candidates if one.score >= _CLEAR)
    return [one for one in candidates if one.score + _HELP * min(2, clear[fold(one.name.text)]) >= 0.0]


def _asks(kept: Sequence[_Candidate]) -> tuple[list[Ask], list[int]]:
    """One question per name and container, and for each candidate the number of its question.

    A name without a container joins the first question of that name that has one: in one report it is the same place.
    """
    explained: dict[str, Entry] = {}
    for one in kept:
        if one.container is not None:
            explained.setdefault(fold(one.name.text), one.container)
    counts: Counter[tuple[str, int | None]] = Counter()
    asks: dict[tuple[str, int | None], Ask] = {}
    order: dict[tuple[str, int | None], int] = {}
    numbers = []
    for one in kept:
        folded = fold(one.name.text)
        container = one.container or explained.get(folded)
        key = (folded, container.row if container else None)
        ask = asks.setdefault(key, Ask(text=one.name.text, matches=one.name.matches, container=container))
        ask.typed = ask.typed or one.typed
        counts[key] += 1
        ask.mentions = counts[key]
        numbers.append(order.setdefault(key, len(order)))
    return list(asks.values()), numbers
