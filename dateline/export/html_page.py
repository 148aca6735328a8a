"""One HTML page for a run: each report as published, with what was read drawn over it and the claims beside it.

The page stands alone: no script, nothing from elsewhere, and a content security policy that allows nothing but its own
style. Text of a report is never markup: the templates escape every value, and ``html_marks`` every stretch of text.
"""

import base64
import hashlib
from bisect import bisect_right
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, TextIO

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from dateline import __version__
from dateline.export import in_words
from dateline.export.html_layers import blocks, marks_over
from dateline.export.html_marks import Mark, draw
from dateline.export.html_overview import cast, time_line, tone
from dateline.export.in_words import shortened, shown
from dateline.model import Claim, Reading, Report

FOLDER = Path(__file__).parent
MOST_LIT = 24
"""Claims of one paragraph whose words light up when the claim is pointed at; the style names each by its number."""

LIT = (
    ".row:has(.claim.n{n}:is(:hover,:focus-within)) .evidence.n{n},"
    ".row:has(.evidence.n{n} > .number:is(:hover,:focus)) .claim.n{n}{{background:var(--lit)}}"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberedClaim:
    """A claim as it stands in the margin."""

    number: int
    """Its number in the report, from 1."""
    place_in_row: int
    """Its number in the paragraph, from 1."""
    claim: Claim


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A paragraph and the claims beside it."""

    kind: str
    """``headline``, ``furniture`` or ``text``."""
    html: Markup
    claims: tuple[NumberedClaim, ...]


@contextmanager
def html_page(out: TextIO) -> Iterator[Callable[[Reading], None]]:
    """A page on ``out``: call what is yielded with each reading. It is whole when the block ends without error."""
    page = _Page(out)
    yield page.add
    page.end()


class _Page:
    """Writes as it goes, so that a long run needs the room of one reading."""

    def __init__(self, out: TextIO) -> None:
        self._out = out
        self._titles: list[str] = []

    def add(self, reading: Reading) -> None:
        title = title_of(reading.report)
        if not self._titles:
            self._begin(title)
        self._titles.append(title)
        number = len(self._titles)
        self._out.write(_templates().article(reading, number, title, rows(reading, number)))

    def end(self) -> None:
        if not self._titles:
            self._begin("no report was read")
        self._out.write(_templates().foot(self._titles, __version__))

    def _begin(self, title: str) -> None:
        style = page_style()
        self._out.write(_templates().head(title, Markup(style), style_digest(style)))


def title_of(report: Report) -> str:
    """The title in one line, else where the report came from."""
    return shortened(report.title or report.source)


def rows(reading: Reading, number: int) -> list[Row]:
    """The report paragraph by paragraph; ``number`` is that of the report on its page, and part of every id."""
    text, spans = reading.report.text, blocks(reading)
    marks = marks_over(reading, f"r{number}")
    made = []
    beside = _claims_beside(reading, [start for start, _ in spans])
    over = _marks_of_blocks([*marks, *_evidence(beside, number)], spans)
    for index, (start, end) in enumerate(spans):
        kind = _kind(reading.report, start, end)
        made.append(Row(kind=kind, html=draw(text, start, end, over[index]), claims=tuple(beside[index])))
    return made


def _claims_beside(reading: Reading, starts: list[int]) -> list[list[NumberedClaim]]:
    """For each paragraph the claims whose evidence begins there."""
    beside: list[list[NumberedClaim]] = [[] for _ in starts]
    for number, claim in enumerate(reading.claims, 1):
        found = beside[max(bisect_right(starts, claim.evidence.start) - 1, 0)]
        found.append(NumberedClaim(number=number, place_in_row=len(found) + 1, claim=claim))
    return beside


def _evidence(beside: list[list[NumberedClaim]], number: int) -> Iterator[Mark]:
    for found in beside:
        for numbered in found:
            yield Mark(
                start=numbered.claim.evidence.start,
                end=numbered.claim.evidence.end,
                style=f"evidence n{numbered.place_in_row}",
                rank=4,
                anchor=f"r{number}-words{numbered.number}",
                number=str(numbered.number),
                link=f"r{number}-claim{numbered.number}",
            )


def _marks_of_blocks(marks: list[Mark], spans: list[tuple[int, int]]) -> list[list[Mark]]:
    """For each paragraph the marks that reach into it."""
    starts = [start for start, _ in spans]
    over: list[list[Mark]] = [[] for _ in spans]
    for mark in marks:
        index = max(bisect_right(starts, mark.start) - 1, 0)
        while index < len(spans) and spans[index][0] < mark.end:
            over[index].append(mark)
            index += 1
    return over


def _kind(report: Report, start: int, end: int) -> str:
    if report.headline and report.headline[0] < end and start < report.headline[1]:
        return "headline"
    within = any(item.start <= start and end <= item.end for item in report.furniture)
    return "furniture" if within else "text"


def page_style() -> str:
    """The style sheet of the page."""
    lit = "\n".join(LIT.format(n=number) for number in range(1, MOST_LIT + 1))
    return f"{(FOLDER / 'reading.css').read_text(encoding='utf-8')}\n{lit}\n"


def style_digest(style: str) -> str:
    """What the content security policy knows the style sheet by."""
    return base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()


@cache
def _templates() -> Any:
    """The macros of ``reading.html.j2``."""
    environment = Environment(
        loader=FileSystemLoader(FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_finalize,
    )
    words = (in_words.days, in_words.where, in_words.saying, in_words.says_who, in_words.chain, in_words.grounds)
    environment.globals |= {function.__name__: function for function in words}
    environment.globals |= {
        "published_words": in_words.published_words,
        "what": in_words.what,
        "claim_marks": in_words.marks,
    }
    environment.globals |= {"counts": in_words.counts, "web_address": web_address}
    environment.globals |= {"words_of": in_words.words_of}
    environment.globals |= {"time_line": time_line, "cast": cast, "tone": tone}
    environment.filters["short"] = shortened
    return environment.get_template("reading.html.j2").module


def _finalize(value: object) -> object:
    """What a template writes: text with its unsafe characters named, and then escaped."""
    return shown(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def web_address(report: Report) -> str | None:
    """The report's address if a browser may be sent there: http and https alone, never ``javascript:``."""
    url = (report.url or "").strip()
    return url if url.lower().startswith(("https://", "http://")) else None
