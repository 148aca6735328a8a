"""Facts as a person reads them: a row with what, who, whom and where, below it when and how sure, then who differs."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import zip_longest

from rich.cells import set_cell_size
from rich.text import Text

from dateline.cli.claim_table import GAP, ID_WIDTH, NARROWEST, wrapped
from dateline.cli.words import printable
from dateline.model.fact import Event, Fact, Relation
from dateline.record.in_words import (
    disagreement_words,
    holds_words,
    kind_words,
    listed,
    marks,
    sides,
    sources_words,
    tally_words,
    when_words,
    where_words,
)

SHARES = {"what": 16, "who": 22, "whom": 22, "where": 18}
"""Shares of the room that is left beside the id and the gaps."""
DAY_WIDTH = 10
LEAST_WHAT = 13
"""So that no mark and no relation is broken."""
WITH_ROLES = {"leads", "member_of"}
"""Relations whose office or rank is told; that a part is called "part" says nothing."""
MARK_STYLES = {"REJECTED": "bold red", "DENIED": "bold red", "CONFLICTING": "bold magenta"}
DOUBT_STYLE = "bold yellow"
"""Of ALLEGED, PLANNED and POSSIBLE."""


def fact_lines(facts: Iterable[Fact], width: int, *, as_of: date | None = None, dated: bool = False) -> Iterator[Text]:
    """Line by line, in at most ``width`` columns. ``dated``: a column for the day, which else stands in the row below.

    Laid out here and not by rich's tables, which take milliseconds for a row.
    """
    width = max(width, NARROWEST)
    widths = _widths(width, dated)
    for number, fact in enumerate(facts):
        if number == 0:
            yield Text(_line(["event" if dated else "fact", *list(widths)[1:]], widths), style="bold")
        yield from _row(fact, widths, dated)
        yield from below(details(fact, as_of=as_of, dated=dated), width)
        for one in fact.disagreements:
            yield from below(f"they differ on {disagreement_words(one)}", width, MARK_STYLES["CONFLICTING"])


def below(words: str, width: int, style: str = "dim") -> Iterator[Text]:
    """Words under a row, in from the margin."""
    for number, line in enumerate(wrapped(printable(words), width - 2 * GAP)):
        yield Text(" " * GAP * (1 if number == 0 else 2) + line, style=style)


def details(fact: Fact, *, as_of: date | None = None, dated: bool = False) -> str:
    """When, in what office, how many, with what, and on how many words: one line, parts between middle dots."""
    return " · ".join(part for part in _details(fact, as_of, dated) if part)


def _details(fact: Fact, as_of: date | None, dated: bool) -> Iterator[str]:
    if isinstance(fact, Relation):
        if as_of is not None:
            yield holds_words(fact, as_of)
        yield when_words(fact)
        yield f"as {listed(fact.roles)}" if fact.roles and fact.type in WITH_ROLES else ""
    elif not dated or fact.possible is None:
        yield when_words(fact)
    if isinstance(fact, Event):
        yield ", ".join(tally_words(kind, tally) for kind, tally in sorted(fact.counts.items()))
        yield f"with {fact.weapon}" if fact.weapon else ""
    yield sources_words(fact)


def _widths(width: int, dated: bool) -> dict[str, int]:
    fixed = {"id": ID_WIDTH} | ({"when": DAY_WIDTH} if dated else {})
    room = width - sum(fixed.values()) - GAP * (len(SHARES) + len(fixed) - 1)
    what = max(LEAST_WHAT, SHARES["what"] * room // sum(SHARES.values()))
    rest = {name: share for name, share in SHARES.items() if name != "what"}
    shared = {name: share * (room - what) // sum(rest.values()) for name, share in rest.items()}
    return {**fixed, "what": what, **shared}


def _row(fact: Fact, widths: Mapping[str, int], dated: bool) -> Iterator[Text]:
    """The lines of one fact: marks first, in capitals, each on its own line, so that they stand out without colour."""
    who, whom = sides(fact)
    what = kind_words(fact)
    if len(what) > widths["what"]:
        what = what.replace("/", "/ ").replace("_", "_ ")  # to break there and not within a word
    when = [when_words(fact) if isinstance(fact, Event) and fact.possible else ""] if dated else []
    texts = [fact.id, *when, what, who, whom, where_words(fact)]
    cells = [wrapped(printable(text), width) for text, width in zip(texts, widths.values(), strict=True)]
    column = list(widths).index("what")
    marked = marks(fact)
    cells[column] = [*marked, *cells[column]]
    indent = sum(list(widths.values())[:column]) + GAP * column
    for number, parts in enumerate(zip_longest(*cells, fillvalue="")):
        line = Text(_line(list(parts), widths))
        if number < len(marked):
            style = MARK_STYLES.get(marked[number], DOUBT_STYLE)
            line.stylize(style, indent, indent + len(marked[number]))
        yield line


def _line(parts: list[str], widths: Mapping[str, int]) -> str:
    cells = [set_cell_size(part, width) for part, width in zip(parts, widths.values(), strict=True)]
    return (" " * GAP).join(cells).rstrip()
