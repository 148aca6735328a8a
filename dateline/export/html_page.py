"""One HTML page for a run: each report as published, with what was read drawn over it and the claims beside it.

The page stands alone: no script, nothing from elsewhere, and a content security policy that allows nothing but its own
style. Text of a report is never markup: the templates escape every value, and ``html_marks`` every stretch of text.
"""

import base64
import hashlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any, TextIO

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from dateline import __version__
from dateline.export import in_words
from dateline.export.html_overview import cast, time_line, tone
from dateline.export.html_rows import rows
from dateline.export.in_words import shortened, shown
from dateline.model import Mention, Reading, Report

FOLDER = Path(__file__).parent
MOST_LIT = 24
"""Claims of one paragraph whose words light up when the claim is pointed at; the style names each by its number."""

LIT = (
    ".row:has(.claim.n{n}:is(:hover,:focus-within)) .evidence.n{n},"
    ".row:has(.evidence.n{n} > .number:is(:hover,:focus)) .claim.n{n}{{background:var(--lit)}}"
)


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
        self._out.write(_templates().article(reading, number, title, rows(reading, f"r{number}")))

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


def page_style() -> str:
    """The style sheet of the page."""
    lit = "\n".join(LIT.format(n=number) for number in range(1, MOST_LIT + 1))
    return f"{(FOLDER / 'reading.css').read_text(encoding='utf-8')}\n{lit}\n"


def style_digest(style: str) -> str:
    """What the content security policy knows the style sheet by."""
    return base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()


def layer_lists(reading: Reading, prefix: str) -> Markup:
    """Everything that was read of a report, layer by layer with its reasons; ``prefix`` begins the ids."""
    return Markup(_templates().layer_lists(reading, prefix))


def mentions_by_entity(reading: Reading) -> dict[str, list[Mention]]:
    """The mentions of each entity, in the order of the text."""
    found: dict[str, list[Mention]] = {}
    for mention in reading.mentions:
        found.setdefault(mention.entity, []).append(mention)
    return found


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
    environment.globals |= {"words_of": in_words.words_of, "mentions_by_entity": mentions_by_entity}
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
