"""Find the day of publication, and what says so: the user, else metadata, else the text, else the file's name."""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import PurePath
from urllib.parse import unquote, urlsplit

from dateline.errors import BadArgument
from dateline.ingest.day_words import FIRST_YEAR, LAST_YEAR, find_compact_day, find_day, find_month_end
from dateline.languages.load import language_data
from dateline.model.report import Dateline, Furniture, Published

_FIRST = re.compile(r"(?i)\b(?:published|posted|issued|created|filed|release|publication)\b")
_TIME_OF_DAY = re.compile(r"(?:[T ,]+\d[\d:.+Z -]*(?:[A-Za-z]{1,5})?)?")
_PERIOD = re.compile(r"\d\w{0,3}(?: [A-Z][a-z]+)?(?: \d{4})?\s?(?:to|until|[-–—])\s?\d{1,2}(?:st|nd|rd|th)? [A-Z]")
_CHANGED = re.compile(r"(?i)\b(?:updated|modified|upd)\b")


def parse_published(words: str) -> date:
    """The day that the user gave, such as "2012-12-03" or "3 December 2012".

    Raises BadArgument for words that are no day, an impossible day, or could be two days.
    """
    words = words.strip()
    found = find_day(words) or find_compact_day(words)
    if found is None or not _is_rest_a_time(words, found[1]):
        raise BadArgument(f"{words!r} is not a day that can be used as the day of publication: write it as 2012-12-03")
    return found[0]


def check_published(day: date) -> date:
    """The day, if a report can have been published on it. Raises BadArgument otherwise."""
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise BadArgument(
            f"{day.isoformat()} cannot be a day of publication: give a year from {FIRST_YEAR} to {LAST_YEAR}"
        )
    return day


def published_by_user(day: date) -> Published:
    """What the user said. Raises BadArgument for a day on which no report can have been published."""
    return Published(day=check_published(day), basis="user", words=day.isoformat())


def published_in_metadata(values: Iterable[str]) -> Published | None:
    """The first value that says a full day. A day that could be two, or that does not exist, is passed over."""
    for value in values:
        found = find_day(value) or find_compact_day(value)
        if found:
            return Published(day=found[0], basis="metadata", words=value.strip()[:200])
    return None


def published_in_text(text: str, furniture: Sequence[Furniture], dateline: Dateline | None) -> Published | None:
    """The day in a "Published ..." line, else in the dateline, else in an "Updated ..." line, else the last of the
    period that the report covers ("1-7 May 2012") or of the month that it names ("Monthly digest: March 2014").
    """
    stamps = [text[item.start : item.end] for item in furniture if item.kind in ("other", "byline")]
    first = [words for words in stamps if _FIRST.search(words) or not _CHANGED.search(words)]
    changed = [words for words in stamps if words not in first]
    periods = [words for words in first if _PERIOD.search(words)]
    first = [words for words in first if words not in periods]
    for words in (*first, *([dateline.text] if dateline else []), *changed, *periods):
        start = _FIRST.search(words)
        found = find_day(words[start.start() :] if start else words)
        if found:
            return Published(day=found[0], basis="text", words=words[:200])
    months = ((words, find_month_end(words)) for words in first)
    return next((Published(day=day, basis="text", words=words[:200]) for words, day in months if day), None)


def published_in_name(name: str) -> Published | None:
    """The day in the name of a file ("2012-12-03_kidal.txt", "20121203.txt") or the path of a url ("/2012/12/03/")."""
    place = unquote(urlsplit(name).path) if "://" in name else PurePath(name).name
    found = find_day(place.replace("_", "-")) or find_compact_day(place)
    return Published(day=found[0], basis="file name", words=found[1]) if found else None


def _is_rest_a_time(words: str, day_words: str) -> bool:
    """Whether nothing but a weekday before and a time of day after stands beside the day."""
    before, _, after = words.partition(day_words)
    weekday = before.strip(" ,.").lower()
    if weekday and weekday not in {name.lower() for name in language_data("datelines")["weekdays"]}:
        return False
    return _TIME_OF_DAY.fullmatch(after) is not None
