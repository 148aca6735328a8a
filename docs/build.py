# ruff: noqa: INP001 - a script beside the pages it makes
"""Make what the documentation shows of the program itself: ``docs/settings.md`` and ``docs/pictures/read.svg``.

Run by ``make picture``. A test fails when the page of settings no longer fits the settings.
"""

import contextlib
import io
import re
from pathlib import Path

from rich.console import Console

from dateline import Reader
from dateline.cli.reading_view import reading_lines
from dateline.ingest import IngestOptions, collect
from dateline.model import Report
from dateline.settings import describe

DOCS = Path(__file__).parent
EXAMPLE = "examples/tibesti.txt"
WIDTH, LINES = 100, 34
"""Columns of the picture, and lines at most: it ends with a whole claim."""

SVG = """<svg viewBox="0 0 {terminal_width} {terminal_height}" xmlns="http://www.w3.org/2000/svg">
<style>
.{unique_id}-matrix {{ font-family: ui-monospace, Menlo, Consolas, "DejaVu Sans Mono", monospace;
  font-size: {char_height}px; line-height: {line_height}px; white-space: pre }}
{styles}
</style>
<rect fill="#1b1f24" width="{terminal_width}" height="{terminal_height}" rx="8"/>
<g transform="translate({terminal_x}, 20)">
{backgrounds}
<g class="{unique_id}-matrix">
{matrix}
</g>
</g>
</svg>
"""
"""What rich fills in, without its window frame and without fonts from elsewhere."""


def settings_page() -> str:
    """The page on settings, from the settings themselves."""
    lines = [
        "# Settings",
        "",
        "An option of the command comes first, then the variable of the environment, then the default. An empty",
        "variable counts as not set. This page is made by `make picture` from `dateline/settings.py`.",
        "",
        "| variable | default | what it sets |",
        "|---|---|---|",
    ]
    lines += [f"| `{item.variable}` | {item.default or 'not set'} | {item.help} |" for item in describe()]
    return "\n".join(lines) + "\n"


def picture() -> str:
    """The first lines of ``dateline read`` on the sample report, as SVG."""
    screen = Console(record=True, width=WIDTH, file=io.StringIO(), force_terminal=True, highlight=False)
    screen.print(f"[green]$[/green] dateline read {EXAMPLE}")
    with contextlib.chdir(DOCS.parent):
        reports = [item for item in collect([EXAMPLE], IngestOptions()) if isinstance(item, Report)]
    lines = list(reading_lines(Reader().read(reports[0]), WIDTH))[1:LINES]
    last_row = max(number for number, line in enumerate(lines) if line.plain[:1].isdigit())
    for line in lines[:last_row]:
        screen.print(line, soft_wrap=True)
    svg = screen.export_svg(code_format=SVG, unique_id="read")
    svg = re.sub(r' clip-path="[^"]*"|<text[^>]*>\s*</text>', "", svg)
    return "\n".join(line.rstrip() for line in svg.splitlines() if line.strip()) + "\n"


def main() -> None:
    (DOCS / "settings.md").write_text(settings_page(), encoding="utf-8")
    (DOCS / "pictures").mkdir(exist_ok=True)
    (DOCS / "pictures" / "read.svg").write_text(picture(), encoding="utf-8")


if __name__ == "__main__":
    main()
