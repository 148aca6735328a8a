"""Find names of places in a text: the longest gazetteer entries among its capital words, and named features."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from dateline.gazetteer import Gazetteer, Match
from dateline.gazetteer.names import fold
from dateline.read.places.cues import Cues
from dateline.read.places.words import Words

MOST_WORDS = 7
_SMALL_PREFIXES = frozenset({"al", "el", "ar", "ash", "as", "at", "ad", "az", "an", "deir", "tal", "umm"})
_BREAKS = frozenset('.,;:!?"“”()[]—|/…')
_DOTTED = re.compile(r"(?:[A-Z]\.){2,}")
"""Initials with dots, which no town is called by."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """Words that may name a place. ``first`` and ``last`` are word numbers, ``last`` included."""

    first: int
    last: int
    start: int
    """Code points of the text; the end is exclusive."""
    end: int
    text: str
    matches: tuple[Match, ...]
    """Empty for a feature that the gazetteer does not know."""
    feature: str | None = None
    """What its last word says it is, for such a feature."""


class Finder:
    """Finds names of places. Holds no state of a text."""

    def __init__(self, gazetteer: Gazetteer, cues: Cues) -> None:
        self.gazetteer = gazetteer
        self.cues = cues

    def names(self, words: Words) -> Iterator[Name]:
        """Names in order, none overlapping another."""
        at = 0
        while at < len(words):
            name = self._name_at(words, at) if self._may_begin(words, at) else None
            if name is None:
                at += 1
            else:
                yield name
                at = name.last + 1

    def _may_begin(self, words: Words, at: int) -> bool:
        word = words.words[at]
        if not words.has_case:
            return len(word) > 2 and word.isalpha() and word.lower() not in self.cues.common_words
        if word[0].isupper():
            return True
        return (
            word in _SMALL_PREFIXES and at + 2 < len(words) and words.words[at + 1] == "-" and words.is_capital(at + 2)
        )

    def _name_at(self, words: Words, at: int) -> Name | None:
        """The longest name that begins here, or None."""
        ends = self._possible_ends(words, at)
        for last in reversed(ends):
            text = words.text[words.start[at] : words.end[last]]
            matches = self._matches(words, at, last, text)
            if matches and not self._is_cut_short(words, last):
                feature = self._feature_at(words, at)
                if feature is not None and feature.last > last:
                    return feature
                return self._trimmed(
                    Name(first=at, last=last, start=words.start[at], end=words.end[last], text=text, matches=matches),
                    words,
                )
        return self._feature_at(words, at)

    def _trimmed(self, name: Name, words: Words) -> Name:
        """The name without its article ("The U.S.", but "The Hague"), with the stop of an abbreviation ("Mass.")."""
        first, end = name.first, name.end
        if name.last > first and words.lower[first] == "the":
            bare = self.gazetteer.find(words.text[words.start[first + 1] : end])
            if {match.entry.row for match in bare} & {match.entry.row for match in name.matches}:
                first += 1
        follows = words.text[end : end + 1]
        is_abbreviation = any(match.link == "abbreviation" for match in name.matches)
        if follows == "." and is_abbreviation and not (name.text.isalpha() and name.text.isupper()):
            end += 1
        start = words.start[first]
        return replace(name, first=first, start=start, end=end, text=words.text[start:end])

    def _possible_ends(self, words: Words, at: int) -> list[int]:
        """Numbers of the words on which a name that begins here may end: capital words, joined by linking words."""
        ends = []
        gap = 0
        for last in range(at, min(at + MOST_WORDS, len(words))):
            word = words.words[last]
            if last > at and (
                words.first[last] or word in _BREAKS or "\n" in words.text[words.end[last - 1] : words.start[last]]
            ):
                break
            if word[0].isupper() or word.isdigit() or (not words.has_case and word.isalpha()):
                ends.append(last)
                gap = 0
            elif words.lower[last] in self.cues.linking or (last == at):
                gap += 1
                if gap > 3:
                    break
            else:
                break
        return ends

    def _matches(self, words: Words, first: int, last: int, text: str) -> tuple[Match, ...]:
        found = self.gazetteer.find(text)
        if first > 0 and words.lower[first - 1] == "the":
            with_article = self.gazetteer.find(f"the {text}")
            found = (*found, *(match for match in with_article if match not in found))
        if not found:
            return ()
        return tuple(match for match in found if _is_written_so(match, text, words, first))

    def _is_cut_short(self, words: Words, last: int) -> bool:
        """Whether an Arabic name goes on behind a word with an article and more: the "Ras" of "Ras al Ain"."""
        if words.word(last + 1) not in self.cues.arabic_articles:
            return False
        is_first = words.lower[last] in self.cues.arabic_firsts
        return words.is_capital(last + 2) or (is_first and words.word(last + 2) == "-" and words.is_capital(last + 3))

    def _feature_at(self, words: Words, at: int) -> Name | None:
        """A run of capitals such as "Mill Street" or "Route 66" with a word that says what it is; None without one."""
        last = at
        before = self.cues.feature_prefixes.get(words.lower[at])
        if before and self._carries_on(words, at + 1):
            return _feature(words, at, at + 1, before)
        while last + 1 < len(words) and last - at < 4 and words.is_capital(last + 1) and not words.first[last + 1]:
            last += 1
            feature = self.cues.feature_words.get(words.lower[last])
            if feature and not words.is_capital(last + 1):
                return _feature(words, at, last, feature)
        return None

    def _carries_on(self, words: Words, at: int) -> bool:
        """Whether a name goes on at a word and ends with it: "Route 66", "Lake Ruda", but not "Lake Ruda Police"."""
        if at >= len(words) or words.first[at] or words.start[at] - words.end[at - 1] != 1:
            return False
        return (words.is_capital(at) or words.words[at].isdigit()) and not words.is_capital(at + 1)


def _feature(words: Words, first: int, last: int, feature: str) -> Name:
    """A name that no gazetteer holds."""
    start, end = words.start[first], words.end[last]
    return Name(first=first, last=last, start=start, end=end, text=words.text[start:end], matches=(), feature=feature)


def _is_written_so(match: Match, text: str, words: Words, first: int) -> bool:
    """Whether the way a name is printed agrees with how it stands in the gazetteer.

    An abbreviation needs its capitals or dots ("US", not "us"; "La.", not "La"); and capitals of up to four letters in
    ordinary text are an acronym, not a town ("SWAT" is not Swat).
    """
    text = text[4:] if text.startswith("The ") else text  # "The RIF" is not the Rif either
    if match.link == "abbreviation":
        return text.isupper() or "." in text or words.text[words.end[first] : words.end[first] + 1] == "."
    letters = text.replace(" ", "")
    if _DOTTED.fullmatch(text):
        return False  # "U.N." is not Un
    if words.has_case and text.isupper() and len(letters) <= 4 and "." not in text:
        neighbours = [word for word in words.words[max(0, first - 3) : first + 4] if word.isalpha() and len(word) > 3]
        return bool(neighbours) and all(word.isupper() for word in neighbours) and fold(text) != "us"
    return True
