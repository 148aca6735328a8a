"""Days that head what was done on them, as digests and diaries print them: "2 March. Gunmen shot two farmers", or a
line of its own above the items of a day.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import replace

from dateline.claims.drafts import Draft
from dateline.claims.words import Words
from dateline.model import DateMention, Span
from dateline.read.dates.claim_span import span_for_claim

_BEFORE = re.compile(r"[\W_]*")
"""What may stand before a day that heads a paragraph: a bullet."""
_INLINE = re.compile(r"\s*(?:[.:]|\s[–—-])\s+(?=\S)")
_ALONE = re.compile(r"[\s.:]*")


def with_headed_dates(doc: Words, drafts: Iterable[Draft]) -> list[Draft]:
    """The drafts, those that no words date on the day at the head of their paragraph, or on the line above."""
    headed = list(_headed(doc))
    return [_dated(draft, headed) if headed and _is_undated(draft) else draft for draft in drafts]


def _headed(doc: Words) -> Iterator[tuple[Span, DateMention]]:
    """Each paragraph under a day as its span in code points, in order, and the day."""
    above: DateMention | None = None
    dates = sorted(doc._.dateline_dates, key=lambda date: date.start)
    starts = [date.start for date in dates]
    for start, end in doc._.dateline_paragraphs:
        at = bisect_left(starts, start)
        first = dates[at] if at < len(dates) and dates[at].end <= end else None
        if first is not None and _is_day(first) and _BEFORE.fullmatch(doc.text[start : first.start]):
            if _ALONE.fullmatch(doc.text[first.end : end]):
                above = first
                continue
            if _INLINE.match(doc.text, first.end, end):
                yield (start, end), first
                continue
        if above is not None:
            yield (start, end), above


def _is_day(date: DateMention) -> bool:
    days = date.span.possible if date.span is not None else None
    return days is not None and days.first is not None and days.first == days.last


def _is_undated(draft: Draft) -> bool:
    """Whether an event is told as past, on no day that its words name."""
    is_told = draft.scope.modality == "actual" and draft.type.isupper()
    return is_told and (draft.when is None or not draft.when.basis)


def _dated(draft: Draft, headed: list[tuple[Span, DateMention]]) -> Draft:
    trigger = draft.match.trigger
    at = bisect_right(headed, trigger.idx, key=lambda under: under[0][0]) - 1
    if at < 0 or trigger.idx >= headed[at][0][1]:
        return draft
    published = trigger.doc._.dateline_published
    when = span_for_claim(headed[at][1], preposition=None, is_state=False, tense="past", published=published)
    return replace(draft, when=replace(when, reason=f"{when.reason}; the day at the head of it")) if when else draft
