"""A tree of units on the terminal, drawn with lines."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from rich.text import Text

from dateline.cli.claim_table import NARROWEST, wrapped
from dateline.cli.fact_lines import DOUBT_STYLE, MARK_STYLES
from dateline.cli.words import printable
from dateline.model.fact import Relation
from dateline.record.in_words import holds_words, listed, marks, sources_words, when_words

if TYPE_CHECKING:
    from dateline.record.command import Unit

LEAST = 30
"""Columns left to the words of a deep branch."""


def chart_lines(tree: "Unit", day: date, width: int) -> Iterator[Text]:
    """Line by line: a unit, its leaders, what is under it, what split off it."""
    width = max(width, NARROWEST)
    yield Text(printable(tree.party.name), style="bold")
    yield from _under(tree, day, width, "")


def _under(unit: "Unit", day: date, width: int, lead: str) -> Iterator[Text]:
    branches: list[Unit | Relation] = [*unit.units, *unit.split_off]
    for leader in unit.leaders:
        rail = f"{lead}{'│' if branches else ' '} "
        yield from _words(f"led by {_leader(leader)}", leader, day, width, rail, rail)
    for number, branch in enumerate(branches, 1):
        last = number == len(branches)
        head, rail = f"{lead}{'└' if last else '├'}─ ", f"{lead}{' ' if last else '│'}  "
        if isinstance(branch, Relation):
            yield from _words(f"SPLIT OFF: {branch.subject.name}", branch, day, width, head, rail, done=True)
        else:
            assert branch.relation is not None
            yield from _words(_unit(branch, branch.relation), branch.relation, day, width, head, rail)
            yield from _under(branch, day, width, rail)


def _leader(leader: Relation) -> str:
    return f"{leader.subject.name} ({listed(leader.roles)})" if leader.roles else leader.subject.name


def _unit(unit: "Unit", relation: Relation) -> str:
    bond = {"allegiance_to": " (allegiance)", "member_of": " (member)"}.get(relation.type, "")
    repeats = {"above": " [stands above already: each is said to be under the other]", "elsewhere": " [shown above]"}
    also = f" [also said to be under {listed([party.name for party in unit.also_under])}]" if unit.also_under else ""
    return f"{unit.party.name}{bond}{also}{repeats.get(unit.repeats, '')}"


def _words(
    name: str, relation: Relation, day: date, width: int, head: str, rail: str, *, done: bool = False
) -> Iterator[Text]:
    """A name with marks, its basis and id, wrapped beside the lines of the tree."""
    marked = marks(relation)
    when = when_words(relation) if done else holds_words(relation, day)
    basis = f" · {when} · {sources_words(relation)} · {relation.id}"
    text = printable(" ".join([*marked, name]) + basis)
    for number, line in enumerate(wrapped(text, max(width - len(head), LEAST))):
        made = Text((head if number == 0 else rail + "  ") + line)
        if number == 0:
            for mark in marked:
                start = made.plain.index(mark)
                made.stylize(MARK_STYLES.get(mark, DOUBT_STYLE), start, start + len(mark))
        yield made
