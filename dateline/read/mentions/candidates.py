"""Mentions before they get their numbers."""

from collections.abc import Iterable
from dataclasses import dataclass

from dateline.model import EntityKind, Mention, MentionForm
from dateline.read.mentions.table import Table


@dataclass(frozen=True, slots=True)
class Candidate:
    """A mention before it gets its number. Token numbers, ``last`` included."""

    first: int
    last: int
    head: int
    kind: EntityKind
    form: MentionForm
    reason: str
    bare: int = -1
    """First token of the name without titles; -1: the same as ``first``."""


def numbered(table: Table, candidates: Iterable[Candidate]) -> tuple[Mention, ...]:
    ordered = sorted(candidates, key=lambda item: (item.first, item.last, item.head))
    text = table.whole
    return tuple(
        Mention(
            id=f"m{number}",
            start=(start := table.start[item.first]),
            end=(end := table.end[item.last]),
            text=text[start:end],
            head=table.start[item.head],
            kind=item.kind,
            form=item.form,
            entity="",
            reason=item.reason,
        )
        for number, item in enumerate(ordered, 1)
    )
