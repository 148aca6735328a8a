"""Headlines and flashes that name their source without a sentence for it: "HRW: army killed 40 civilians", "Two
soldiers killed in Kidal – police", "Army killed 40 civilians: report", "Rebels seize airport, says UN".
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from dateline.languages.load import language_data
from dateline.model import Span

LONGEST_LINE, LONGEST_SOURCE, SHORTEST_CONTENT = 180, 4, 3
"""Code points of a line, words of the source, words of what is said."""
_BEFORE = re.compile(r"(?P<who>[^:.,;!?\"“”]{2,45})(?P<mark>:)\s+(?P<what>\S.*)")
_BEHIND = re.compile(
    r"(?P<what>\S.*\S)(?:\s+(?P<dash>[–—-]{1,2})\s+|(?P<mark>:|,\s+says?)\s+)(?P<who>[^:.,;!?\"“”–—]{2,45})"
)
_CLOSED = tuple(".?!…\"”'’")


@dataclass(frozen=True, slots=True)
class HeadlineSource:
    """Who says a line, and what; spans of the text. ``mark``: the colon, dash or "says" between them."""

    who: Span
    mark: Span
    what: Span


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(language_data("attribution")["headline_sources"][name])


def headline_sources(text: str, lines: tuple[Span, ...]) -> Iterator[HeadlineSource]:
    """The lines that name their source so. A line that ends like a sentence is none."""
    for start, end in lines:
        line = text[start:end]
        if end - start > LONGEST_LINE or line.endswith(_CLOSED):
            continue
        for form in (_BEFORE, _BEHIND):
            found = form.fullmatch(line)
            if found is None or len(found["what"].split()) < SHORTEST_CONTENT:
                continue
            mark = "dash" if form is _BEHIND and found["dash"] else "mark"
            if _is_source(found["who"], may_be_name=form is _BEHIND and mark == "mark"):
                who, between, what = (_moved(found.span(group), start) for group in ("who", mark, "what"))
                yield HeadlineSource(who, between, what)
                break


def _is_source(words: str, *, may_be_name: bool) -> bool:
    """Whether words name somebody who tells: by the last word ("US officials"), or as an acronym; behind a colon names
    do so too.
    """
    parts = words.split()
    if not 0 < len(parts) <= LONGEST_SOURCE or any(map(str.isdigit, words)):
        return False
    last = parts[-1].lower()
    if last in _words("nouns"):
        return True
    if last in _words("no_sources") or not all(part[0].isupper() for part in parts):
        return False
    is_acronym = len(parts) == 1 and parts[0].isupper() and 2 <= len(parts[0]) <= 6
    return is_acronym or may_be_name


def _moved(span: Span, by: int) -> Span:
    return span[0] + by, span[1] + by
