"""Pages from templates. Every value is escaped; a name that a template uses and a page does not give is an error."""

import hashlib
from collections.abc import Mapping
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from fastapi import Request
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup
from starlette.responses import HTMLResponse

from dateline import __version__
from dateline.export.html_overview import tone_of
from dateline.export.in_words import shortened, shown
from dateline.record.ground_words import STANCE_WORDS
from dateline.record.in_words import (
    disagreement_words,
    holds_words,
    kind_words,
    listed,
    marks,
    one_line,
    party_words,
    place_words,
    sides,
    sources_words,
    tally_words,
    when_words,
    where_words,
)
from dateline.serve.access.rights import Visitor

FOLDER = Path(__file__).parent
SCREENS = (
    ("/reports", "Reports"),
    ("/review", "Review"),
    ("/actors", "Actors"),
    ("/events", "Events"),
    ("/chart", "Chart"),
    ("/search", "Search"),
    ("/sources", "Sources"),
    ("/snapshots", "Snapshots"),
    ("/export", "Export"),
    ("/add", "Add"),
    ("/help", "Help"),
)
"""The screens in the order of the bar at the top."""


def page(
    request: Request, template: str, values: Mapping[str, Any], *, visitor: Visitor | None = None, status: int = 200
) -> HTMLResponse:
    """A page, or a part of one, from ``templates/<template>.html.j2``.

    Every template can use ``visitor`` (None before the log-in), ``path``, ``behind`` (whether facts lag behind).
    """
    keeper = request.app.state.workbench.keeper
    shared = {"visitor": visitor, "path": request.url.path, "behind": keeper.behind, "problem": keeper.problem}
    text = _environment().get_template(f"{template}.html.j2").render({**shared, **values})
    return HTMLResponse(text, status_code=status)


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(FOLDER / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_finalize,
    )
    environment.globals.update(
        screens=SCREENS, version=__version__, asset=asset, stance_words=STANCE_WORDS, holds=holds_words
    )
    environment.filters.update(
        # Of facts and their parts, in the words that the commands print.
        when=when_words,
        holds=holds_words,
        where=where_words,
        place=place_words,
        what=kind_words,
        sides=sides,
        one_line=one_line,
        fact_marks=marks,
        sources=sources_words,
        parties=party_words,
        disagreement=disagreement_words,
        tally=tally_words,
        tone=tone_of,
        # Of anything.
        listed=listed,
        short=shortened,
        moment=moment,
        counted=counted,
        query=query_of,
    )
    return environment


def _finalize(value: object) -> object:
    """Text with characters that hide words or turn their direction named instead of obeyed: ``[U+202E]``."""
    return shown(value) if isinstance(value, str) and not isinstance(value, Markup) else value


@cache
def asset(path: str) -> str:
    """The address of a file under ``static/``; it changes with the file, so that no browser shows an old one."""
    content = (FOLDER / "static" / path).read_bytes()
    return f"/static/{path}?v={hashlib.sha256(content).hexdigest()[:12]}"


def moment(when: datetime) -> str:
    """A moment to the minute, in UTC."""
    return f"{when:%Y-%m-%d %H:%M} UTC"


def counted(number: int, what: str) -> str:
    """``1 report``, ``12,345 reports``."""
    return f"{number:,} {what}" if number == 1 else f"{number:,} {what}s"


def query_of(values: Mapping[str, Any]) -> str:
    """The query of an address, without what is empty: ``?actor=AQIM&from=2012``."""
    given = {name: value for name, value in values.items() if value not in (None, "", False)}
    return f"?{urlencode(given, doseq=True)}" if given else ""
