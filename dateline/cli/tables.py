"""Tables for people, on standard output."""

import sys
from typing import Any

WIDTH = 100
"""Columns of a table that is written to a file or a pipe."""


def console() -> Any:
    """A rich console for standard output: as wide as the terminal, else ``WIDTH`` columns, and without colour there."""
    from rich.console import Console

    return Console(file=sys.stdout, width=None if sys.stdout.isatty() else WIDTH, highlight=False)


def print_table(*renderables: Any) -> None:
    """Print one after another."""
    screen = console()
    for renderable in renderables:
        screen.print(renderable)
