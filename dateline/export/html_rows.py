"""A report paragraph by paragraph: the text with what was read drawn over it, and the claims that stand beside it."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from markupsafe import Markup

from dateline.export.html_layers import blocks, marks_over
from dateline.export.html_marks import Mark, draw
from dateline.model import Claim, Reading, Report


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
    start: int
    """Where it starts in the report's text."""
    html: Markup
    claims: tuple[NumberedClaim, ...]


Link = Callable[[NumberedClaim], str]
"""The id of the element that a claim's number leads to."""


def rows(reading: Reading, prefix: str, marks: Iterable[Mark] | None = None, link: Link | None = None) -> list[Row]:
    """The report paragraph by paragraph, its claims beside it.

    ``prefix`` begins the ids on the page. ``marks``: those to draw besides the claims', None for all layers. ``link``:
    the id of the element of a claim in the margin, None for ``<prefix>-claim<number>``.
    """
    text, spans = reading.report.text, blocks(reading)
    marks = marks_over(reading, prefix) if marks is None else marks
    link = link or (lambda numbered: f"{prefix}-claim{numbered.number}")
    made = []
    beside = _claims_beside(reading, [start for start, _ in spans])
    over = _marks_of_blocks([*marks, *_evidence(beside, prefix, link)], spans)
    for index, (start, end) in enumerate(spans):
        kind = _kind(reading.report, start, end)
        html = draw(text, start, end, over[index])
        made.append(Row(kind=kind, start=start, html=html, claims=tuple(beside[index])))
    return made


def _claims_beside(reading: Reading, starts: list[int]) -> list[list[NumberedClaim]]:
    """For each paragraph the claims whose evidence begins there."""
    beside: list[list[NumberedClaim]] = [[] for _ in starts]
    for number, claim in enumerate(reading.claims, 1):
        found = beside[max(bisect_right(starts, claim.evidence.start) - 1, 0)]
        found.append(NumberedClaim(number=number, place_in_row=len(found) + 1, claim=claim))
    return beside


def _evidence(beside: list[list[NumberedClaim]], prefix: str, link: Link) -> Iterator[Mark]:
    for found in beside:
        for numbered in found:
            yield Mark(
                start=numbered.claim.evidence.start,
                end=numbered.claim.evidence.end,
                style=f"evidence n{numbered.place_in_row}",
                rank=4,
                anchor=f"{prefix}-words{numbered.number}",
                number=str(numbered.number),
                link=link(numbered),
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
