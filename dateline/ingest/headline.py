"""Find the headline in the text of a report."""

import re
from collections.abc import Sequence

from dateline.ingest.dateline_line import read_dateline
from dateline.ingest.lines import Line

_LONGEST = 160
"""Headlines of the agencies stay below 100 characters, those of web pages below 160."""
_LINES_SEARCHED = 10
_SHORTEST_BODY = 60
_QUOTES = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "\u00a0": " "})
_SMALL_WORDS = re.compile(r"\b[a-z]{1,4}\b")
_OPEN_END = re.compile(r"[:;,]$")


def find_headline(lines: Sequence[Line], read: Sequence[Line], title: str | None) -> Line | None:
    """The line that is the headline, or None when the text has none.

    ``lines`` are all lines of the text, ``read`` those that are not furniture. A line equal to the title is it;
    without one, the first line that is read, if it looks like a headline and the report follows.
    """
    if title:
        for line in lines[:_LINES_SEARCHED]:
            if same_words(line.text, title):
                return line
    if len(read) < 2:
        return None
    return read[0] if _is_headline(read[0], read[1]) else None


def same_words(first: str, second: str) -> bool:
    """Whether two titles are the same but for letter case, the kind of quote marks and dashes, and white space."""
    return _plain(first) == _plain(second)


def _plain(words: str) -> str:
    return " ".join(words.translate(_QUOTES).casefold().split()).rstrip(".")


def _is_headline(line: Line, after: Line) -> bool:
    """Whether a short line stands over a report: it is no sentence, and a longer text comes after a blank line."""
    if len(line.text) > _LONGEST or len(line.text.split()) < 2 or _OPEN_END.search(line.text) or read_dateline(line):
        return False
    filed = read_dateline(after) is not None
    if filed:
        return True
    if line.ends_sentence and not _is_title_case(line.text):
        return False
    return after.gap >= 2 and len(after.text) >= max(_SHORTEST_BODY, len(line.text))


def _is_title_case(words: str) -> bool:
    """Whether every word of five letters or more begins with a capital: "Rebels Free Two Men."."""
    longer = [word for word in re.findall(r"[^\W\d_]+", _SMALL_WORDS.sub("", words)) if len(word) > 3]
    return len(longer) >= 3 and all(word[0].isupper() for word in longer)
