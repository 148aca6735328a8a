"""What of a report is not read: kept in its text, turned into spaces for whoever reads. Needs no language model."""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from dateline.model import Report, Span

WIDTHS = range(30, 133)
"""Lengths of the longest line (code points) at which a paragraph may have been wrapped by hand or machine."""
_PARAGRAPH_END = re.compile(r"\r?\n[ \t]*\r?\n")
_LINE_END = re.compile(r"\r?\n")
_BULLET = re.compile(r"[•‣▪·*|]\s")
_ITEM = re.compile(r"(?:[-–—]|\(?(?:(?P<number>\d{1,3})|[a-z])[.)])\s")
"""What a line of a list may begin with, as lines of prose may too: "- ", "12. ", "(a) "."""
_CLOSED = tuple(".:;!?")
_QUOTING = re.compile(r"^[ \t]*>[> \t]*", re.MULTILINE)
"""What mailers put before each line of quoted mail."""
_MARKS = re.compile(
    r"""(?<=[\w.,;:!?"'”’)])\[\d{1,3}\](?!\w)        # the number of a note in brackets: "the village.[3]"
    | (?<=[a-z]{4}[.])\d{1,3}(?=\s+[A-Z"“]|\s*$)    # a raised one: "the village.3 The army"
    | (?<=[a-z]{2}[.]["”])\d{1,3}(?=\s+[A-Z"“]|\s*$)
    | (?<=[a-z]{4},)\d{1,2}(?=\s+[a-z])
    | (?<![\w,]\n)^[ \t]*(?:[•‣▪·*–—-]|\d{1,3}[.)]|\d{1,2}/\d{0,2}|\([a-z0-9]{1,3}\))[ \t]+(?=[A-Z"“])
    """,
    re.VERBOSE | re.MULTILINE,
)
"""What stands among the words and is none: numbers of notes; bullets and numbers before paragraphs ("2/" of a thread),
but not the "29." of a date on two lines.
"""


_LABELS = re.compile(
    r"""^[ \t]*(?:\[?\d{1,2}[:.]\d\d(?:[ ]?(?:am|pm|GMT|UTC|h|hrs))?\]?(?:[ ]*[:–—-])?|\d{4}:)[ \t]+(?=[A-Z"“])
    | ^[ \t]*(?:BREAKING(?:[ ]NEWS)?|URGENT|FLASH|JUST[ ]IN|ALERT|UPDATE(?:[ ]\d+)?)
      [ \t]*(?:[:–—-]|\|{1,2})[ \t]*(?=\S)""",
    re.VERBOSE | re.MULTILINE,
)
"""What stands before an item of a live page or a flash: when it was filed, and that it is news."""
_TICKER = re.compile(r"(?<=[ \t])(?:•|\|{1,2})(?=[ \t])")
"""What parts the items of a ticker in one line."""
_HEADED = re.compile(
    r"^([A-ZÀ-Þ][A-ZÀ-Þ'’-]*(?:[ ][A-ZÀ-Þ][A-ZÀ-Þ'’-]*){0,3})[ ]-[ ](?=[A-ZÀ-Þ][a-zà-ÿ])", re.MULTILINE
)

_SOURCED = re.compile(r"(?<=\w)[ ]-(?=[A-Za-z][A-Za-z. ]{1,30}$)", re.MULTILINE)
"""The blank and the hyphen before the source of a headline: "seize airport -UN"."""


def unread_spans(report: Report) -> tuple[Span, ...]:
    """Spans of furniture and dateline in order: kept in the text, left out of reading."""
    spans = [(item.start, item.end) for item in report.furniture]
    if report.dateline:
        spans.append((report.dateline.start, report.dateline.end))
    return tuple(sorted(spans))


def blank_out(text: str, spans: Iterable[Span]) -> str:
    """The text with the spans turned into spaces (line ends kept), so that no offset moves.

    No-break spaces become plain ones, since spaCy glues the words around them together.
    """
    pieces, done = [], 0
    for start, end in spans:
        if start < done:
            start = done
        if end <= start:
            continue
        pieces.append(text[done:start])
        pieces.append("".join(c if c in "\r\n" else " " for c in text[start:end]))
        done = end
    pieces.append(text[done:])
    return "".join(pieces).replace("\u00a0", " ")


def as_read(report: Report) -> str:
    """The text that a parser is given, as long as the report's: every offset is one of the report.

    Furniture and dateline are blank, ends of wrapped lines and marks among the words spaces, capitals alone small
    letters.
    """
    plain = without_quoting(blank_out(report.text, unread_spans(report)))
    return in_small_letters(with_dashes(without_labels(without_marks(unwrapped(plain, report.headline)))))


def without_quoting(text: str) -> str:
    """The text with the ">" before the lines of quoted mail turned into spaces."""
    return _QUOTING.sub(_blank, text)


def without_marks(text: str) -> str:
    """The text with numbers of notes, and bullets and numbers before paragraphs, turned into spaces."""
    return _MARKS.sub(_blank, text)


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0])


def with_dashes(text: str) -> str:
    """The text with a dash for the hyphen behind what heads a paragraph of a digest: "MALI - Armed men attacked"; and a
    colon for the one that is glued to a headline's source: "Rebels seize airport -UN".
    """
    return _SOURCED.sub(": ", _HEADED.sub("\\1 – ", text))


def without_labels(text: str) -> str:
    """The text with times and words of alarm before lines as spaces ("13:05 Rebels shelled", "BREAKING - "), and with
    the marks between the items of a ticker as line ends.
    """
    return _TICKER.sub(lambda found: "\n" + " " * (len(found[0]) - 1), _LABELS.sub(_blank, text))


def in_small_letters(text: str) -> str:
    """Text in capitals alone in small letters, which are read better; any other text as it is."""
    small = text.lower()
    return small if len(small) == len(text) and not any(map(str.islower, text)) else text


def unwrapped(text: str, headline: Span | None = None) -> str:
    """The text with the ends of wrapped lines turned into spaces: parsers take a line end for that of a sentence.

    A line was wrapped where the next one's first word would have gone beyond the longest line of the paragraph. Lines
    of a list, the ``headline`` and paragraphs of one line each stay apart.
    """
    letters = list(text)
    for start, end in _paragraphs(text, headline):
        for first, last in _wrapped_ends(text, start, end):
            letters[first:last] = " " * (last - first)
    return "".join(letters)


def _paragraphs(text: str, headline: Span | None) -> Iterator[Span]:
    """Spans between blank lines, the headline on its own."""
    start = headline[1] if headline else 0
    for gap in _PARAGRAPH_END.finditer(text, start):
        yield start, gap.start()
        start = gap.end()
    yield start, len(text)


def _wrapped_ends(text: str, start: int, end: int) -> Iterator[Span]:
    """The line ends of one paragraph at which a line was wrapped."""
    ends = [found.span() for found in _LINE_END.finditer(text, start, end)]
    if not ends:
        return
    begins = [start, *(last for _, last in ends)]
    stops = [*(first for first, _ in ends), end]
    lines = [text[begin:stop].rstrip() for begin, stop in zip(begins, stops, strict=True)]
    width = max(map(len, lines))
    if width not in WIDTHS:
        return
    for (line, following), gap in zip(pairwise(lines), ends, strict=True):
        word = following.split(maxsplit=1)[:1]
        if line and word and len(line) + 1 + len(word[0]) > width and not _is_item(following.lstrip(), after=line):
            yield gap


def _is_item(line: str, *, after: str) -> bool:
    """Whether a line is one of a list: by a bullet, or by a dash or number behind a line that ends or is such an item,
    of the number before.
    """
    found, before = _ITEM.match(line), _ITEM.match(after.lstrip())
    if found is None or after.endswith(_CLOSED):
        return found is not None or _BULLET.match(line) is not None
    goes_on = found["number"] is None or int(found["number"]) == int((before and before["number"]) or 0) + 1
    return before is not None and goes_on
