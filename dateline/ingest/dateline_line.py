"""Find the dateline: the words before the first sentence that say where, when and by which agency a report was filed.

The forms, with examples and counter-examples, are in ``languages/en/datelines.yaml``.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from dateline.ingest.day_words import complete_day, day_pattern
from dateline.ingest.lines import Line
from dateline.languages.load import language_data
from dateline.model.report import Dateline

_LINES_SEARCHED = 4
"""How many lines that are neither furniture nor headline are looked at: some reports open with a line of summary."""
_FILED_LINES = 6
_LONGEST_PLACE = 50
_LINE_HEAD = 200
"""A dateline ends within this many characters of its line."""

_CAPITALS = r"(?:(?:ABOARD|NEAR)\s)?[A-ZÀ-Þ][A-ZÀ-Þ.'’`-]*(?:\s[A-ZÀ-Þ][A-ZÀ-Þ.'’`-]*){0,3}"
_WORDS = r"[A-ZÀ-Þ][\w.'’`-]+(?:\s(?:(?:de|del|la|el|al|es|da|do|e|i)\s)?[A-ZÀ-Þ][\w.'’`-]+){0,2}"
_DASH = r"\s*(?:--+|[—–―‒_]|-(?=\s|$))"
_MARK = re.compile(r"--|[—–―‒_)]|-(?:\s|$)")
"""One of these, or capitals at its start, has every line that opens with a dateline."""
_DAY_AND_COLON = re.compile(r"\w\s?:\s")
_MARKERS = r"(?:\s*\[[^\[\]\n]{1,60}\])*"
"""The bracketed notes of monitoring services: "[TEXT]", "[REPORT] [BY THE STATION'S CORRESPONDENT]"."""
_SENTENCE_AHEAD = r"(?=\s*[\"'“‘«`\[(]*[A-ZÀ-Þ0-9]|\s*$)"
"""A sentence, or nothing more on this line."""


@dataclass(frozen=True, slots=True)
class _Words:
    """The word lists, folded to lower case."""

    agencies: frozenset[str]
    cities: frozenset[str]
    regions: frozenset[str]
    labels: frozenset[str]
    calendar: frozenset[str]


@cache
def _words() -> _Words:
    data = language_data("datelines")
    fold = {name: frozenset(_fold(word) for word in data[name]) for name in ("agencies", "cities", "regions", "labels")}
    calendar = frozenset(_fold(word) for word in (*data["months"], *data["weekdays"]))
    return _Words(fold["agencies"], fold["cities"], fold["regions"], fold["labels"], calendar)


@cache
def _regions() -> str:
    names = sorted(language_data("datelines")["regions"], key=len, reverse=True)
    return "|".join(re.escape(name) for name in names)


@cache
def _forms() -> tuple["re.Pattern[str]", ...]:
    """The forms, the fullest first: with a dash; an agency alone; no dash but an agency or a known country; a colon; in
    brackets.
    """
    names = rf"(?:{_CAPITALS}|{_WORDS})"
    region = rf"(?P<region>,\s(?!{day_pattern()})[A-ZÀ-Þ][\w.'’ -]{{1,30}}?)"
    places = rf"(?P<place>{names}(?:\s?/\s?{names}){{0,2}}{region}?)"
    day = rf"(?P<day>,?\s(?i:{day_pattern()}))?"
    bracketed = rf"\s\((?P<day>{day_pattern()})\)"
    agency = r"(?P<agency>\s?\([A-Z][\w&/.,’' -]{1,40}\))"
    return (
        re.compile(rf"{places}{day}{agency}?\s?:?{_DASH}{_MARKERS}{_SENTENCE_AHEAD}"),
        re.compile(rf"{agency}{_DASH}{_MARKERS}{_SENTENCE_AHEAD}"),
        re.compile(rf"{places}{day}{agency}{_MARKERS}:?(?=\s+[\"'“‘«`\[]*[A-ZÀ-Þ0-9])"),
        re.compile(rf"(?P<place>{_CAPITALS}(?P<region>,\s(?:{_regions()}))){day}(?=\s+[\"'“‘«`]*[A-ZÀ-Þ][\w'’-]*\s)"),
        re.compile(
            rf"(?P<place>{_CAPITALS}(?:\s?/\s?{_CAPITALS}){{0,2}}{region}?){day}\s?:(?=\s+[\"'“‘«`\[]*[A-ZÀ-Þ0-9])"
        ),
        re.compile(rf"{places}(?P<day>,\s(?i:{day_pattern()}))\s?:(?=\s+[\"'“‘«`\[]*[A-ZÀ-Þ0-9])"),
        re.compile(rf"{places}{bracketed}{_DASH}{_SENTENCE_AHEAD}"),
        re.compile(rf"\({places}{day}\){_DASH}{_SENTENCE_AHEAD}"),
    )


def find_dateline(lines: Sequence[Line]) -> Dateline | None:
    """The dateline among the first lines that are read (furniture and headline left out), or None."""
    for line in lines[:_LINES_SEARCHED]:
        found = read_dateline(line)
        if found is not None:
            return found
    return None


def find_filed_line(lines: Sequence[Line]) -> Dateline | None:
    """A place that everyone knows and the day on a line of their own, among the first: "Nairobi, 24 July 2015"."""
    for line in lines[:_FILED_LINES]:
        match = _filed().fullmatch(line.text)
        if match and _is_known_place(match["place"].split(",")[0], match["region"]):
            return _dateline(line, match)
    return None


@cache
def _filed() -> "re.Pattern[str]":
    names = rf"(?:{_CAPITALS}|{_WORDS})"
    region = rf"(?P<region>,\s(?!{day_pattern()})[A-ZÀ-Þ][\w.'’ -]{{1,30}}?)"
    return re.compile(rf"(?P<place>{names}{region}?)(?P<day>,\s(?i:{day_pattern()}))")


def with_day(dateline: Dateline, published: date) -> Dateline:
    """The dateline with its day, where it prints one without a year ("Aug. 3") that publication completes."""
    if dateline.day is not None:
        return dateline
    return replace(dateline, day=complete_day(dateline.text, published))


def read_dateline(line: Line) -> Dateline | None:
    """The dateline with which a line opens, or None."""
    head = line.text[:_LINE_HEAD]
    if not (head[:2].isupper() or _MARK.search(head) or _DAY_AND_COLON.search(head)):
        return None
    for pattern in _forms():
        match = pattern.match(head)
        if match and _is_dateline(match):
            return _dateline(line, match)
    return None


def _dateline(line: Line, match: "re.Match[str]") -> Dateline:
    parts = match.groupdict()
    day_words, agency = parts.get("day"), parts.get("agency")
    return Dateline(
        start=line.start,
        end=line.start + match.end(),
        text=match.group(),
        place=parts.get("place"),
        day=complete_day(day_words, None) if day_words else None,
        agency=agency.strip()[1:-1] if agency else None,
    )


def _is_dateline(match: "re.Match[str]") -> bool:
    """Whether what looks like a dateline is one: a label ("EXCLUSIVE -"), a month or initials are not places."""
    parts = match.groupdict()
    place, agency = parts.get("place"), parts.get("agency")
    agency_known = agency is not None and _is_agency(agency)
    if place is None:
        return agency_known
    first = _fold(place.split(",")[0])
    if len(first) > _LONGEST_PLACE or first in _words().labels or _opens_with_calendar(first):
        return False
    if agency_known or (parts.get("day") and agency is None):
        return True
    if match.group().endswith(":"):  # "PRESIDENT:" opens a line of a transcript
        return _is_known_place(place.split(",")[0], parts.get("region"))
    city, region = place.split(",")[0], parts.get("region")
    if match.group().startswith("("):
        return True
    if _is_known_place(city, region):
        return True
    return _may_be_place(city, region) if agency is None else _may_be_filed(city, agency, match.group())


def _is_known_place(city: str, region: str | None) -> bool:
    """Whether the words are a city that everyone knows, or stand before a country or one of its parts."""
    known = all(_fold(part) in _words().cities for part in city.split("/"))
    return known or (region is not None and _fold(region.lstrip(",")) in _words().regions)


def _may_be_place(city: str, region: str | None) -> bool:
    """Whether words unknown to us may stand before a bare dash: in capitals, few, and not mere initials."""
    if not city.replace("/", "").isupper():
        return False
    return region is not None or (len(city) > 5 and len(city.split()) <= 2)


def _may_be_filed(city: str, bracket: str, words: str) -> bool:
    """Whether a place in capitals, a bracket of capitalised words and a dash may be a dateline with an agency
    unknown to us.
    """
    names = bracket.strip()[1:-1].split()
    return (
        city.isupper() and len(city) > 3 and all(name[0].isupper() for name in names) and words.rstrip()[-1] in "-—–―‒_"
    )


def _is_agency(bracket: str) -> bool:
    names = re.split(r"[/,]", bracket.strip()[1:-1])
    return _fold(bracket.strip()[1:-1]) in _words().agencies or all(_fold(name) in _words().agencies for name in names)


def _opens_with_calendar(place: str) -> bool:
    return place.split()[0].rstrip(".") in _words().calendar


def _fold(words: str) -> str:
    return words.strip().replace("’", "'").lower()
