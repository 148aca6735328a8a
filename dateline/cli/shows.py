"""The ways in which ``dateline read`` shows a reading: a table, JSON lines, every layer explained, an HTML page."""

import json
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from dateline.errors import BadArgument

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from dateline.model import Reading

    Show = Callable[[Reading], None]
    Shows = Callable[[], AbstractContextManager[Show]]
    """Opens the way to show readings, and closes it when all are shown."""

STANDARD_OUTPUT = Path("-")


def wanted_shows(*, as_json: bool, explain: bool, html: Path | None) -> "Shows":
    """What the options of ``dateline read`` ask for; a page alone keeps standard output empty.

    Raises BadArgument when two of them would print.
    """
    printing = [name for name, given in _printing(as_json, explain, html) if given]
    if len(printing) > 1:
        raise BadArgument(f"{' and '.join(printing)} would both print: give one of them")
    prints = show_json if as_json else show_explained if explain else show_nothing if html else show_table

    @contextmanager
    def shows() -> "Iterator[Show]":
        if html is None:
            yield prints
            return
        with _page(html) as add:
            yield lambda reading: _both(reading, prints, add)

    return shows


def _printing(as_json: bool, explain: bool, html: Path | None) -> list[tuple[str, bool]]:
    return [("--json", as_json), ("--explain", explain), ("--html -", html == STANDARD_OUTPUT)]


def _both(reading: "Reading", prints: "Show", add: "Show") -> None:
    prints(reading)
    add(reading)


@contextmanager
def _page(path: Path) -> "Iterator[Show]":
    from dateline.export import destination
    from dateline.export.html_page import html_page

    with destination(None if path == STANDARD_OUTPUT else path) as out, html_page(out) as add:
        yield add


def show_nothing(reading: "Reading") -> None:
    """For a page alone."""


def show_json(reading: "Reading") -> None:
    """One line for machines."""
    from dateline.model.record import to_record

    typer.echo(json.dumps(to_record(reading), ensure_ascii=False))


def show_table(reading: "Reading") -> None:
    """What the report is, and its claims."""
    from dateline.cli.reading_view import reading_lines
    from dateline.cli.tables import console

    screen = console()
    _print_lines(screen, reading_lines(reading, screen.width))


def show_explained(reading: "Reading") -> None:
    """Every layer with its reasons."""
    from dateline.cli.explain import explained_lines
    from dateline.cli.tables import console

    screen = console()
    _print_lines(screen, explained_lines(reading, screen.width))


def _print_lines(screen: Any, lines: Iterable[Any]) -> None:
    for line in lines:
        screen.print(line, soft_wrap=True)
