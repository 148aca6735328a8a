"""From a date and the word before it to the days a claim can speak of."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from dateline.model import DateMention, DateSpan, DayRange
from dateline.read.dates.grammar import load_grammar

ClaimTense = Literal["past", "present", "future"]

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class _Case:
    """A date with all that decides what a claim makes of it. ``first`` and ``last`` are the days the words mean."""

    first: date | None
    last: date | None
    is_state: bool
    tense: ClaimTense
    published: date | None
    last_part: bool = False
    """The words mean the last part of the days: "the end of May"."""

    @property
    def one_day(self) -> bool:
        return self.first is not None and self.first == self.last

    @property
    def end_of_telling(self) -> date | None:
        """A report can tell what is past or present up to its publication; of the future it sets no end."""
        return None if self.tense == "future" else self.published


_Outcome = tuple[DayRange | None, DayRange, str]
"""Certain, possible and the reason."""


_DAYS = re.compile(r"\d\s*(?:to|until|through|and|-|–)\s*\d")
"""The first and last day in one expression: "from 9 to 12 April"."""


def span_for_claim(
    mention: DateMention | None,
    *,
    preposition: str | None,
    is_state: bool,
    tense: ClaimTense,
    published: date | None,
    undated_past: bool = False,
) -> DateSpan | None:
    """The days of a claim whose date is ``mention``, governed by ``preposition`` (lower case, None for none).

    ========================== ============================================ ==========================================
    words                      possible                                     certain
    ========================== ============================================ ==========================================
    on Monday; Monday          that day                                     that day
    in 2003; during, around    its days                                     none
    throughout 2003            its days                                     its days if a state, else none
    from May to June           from the first day of one to the last of the none
                               other
    since, from April (state)  from its first day on, no end                from the day after it to publication, if the
                                                                            tense is present; from the day itself if the
                                                                            words mean one day
    since, from April (event)  from its first day to publication            none
    until, till this spring    up to its last day                           none
    before 1991; prior to      up to the day before it                      none
    before the end of May      up to its last day                           none
    before dawn on Monday      that day                                     that day
    after, following Monday    from the day after to publication            none
    after (the coup in) April  from its first day to publication            none
    by Friday                  up to it; from publication if future         the day itself, if a past or present state
                                                                            and one day
    as of Friday (state)       that day                                     that day
    currently, now (state)     the day of publication                       the day of publication
    none, or "recently"        up to publication, only for the past and     none
                               only if ``undated_past``
    ========================== ============================================ ==========================================

    Nothing reaches past publication unless the claim is about the future or the end is left open. None when the words
    fix no days: a length of time, a date whose year is unknown, an undated present.
    """
    if mention is None or mention.span is None:
        return _without_days(mention, is_state=is_state, tense=tense, published=published, undated_past=undated_past)
    days = mention.span.possible
    last_part = mention.text.lower().startswith(tuple(load_grammar().words["last_part"]))
    case = _Case(days.first, days.last, is_state, tense, published, last_part)
    is_range = mention.span.basis not in ("", mention.text) or bool(_DAYS.search(mention.text))
    word = "in" if is_range or preposition is None or _within_the_day(mention) else preposition
    certain, possible, reason = _RULES.get(word, _within)(case)
    possible = _up_to_publication(possible, case)
    certain = _inside(certain, possible)
    return DateSpan(
        certain=certain, possible=possible, basis=_basis(mention, word), reason=f"{reason}; {mention.reason}"
    )


def _within_the_day(mention: DateMention) -> bool:
    """Whether the words mean a time of one day: "before dawn on Friday" is on that Friday all the same."""
    days = mention.span.possible if mention.span else None
    return mention.type == "TIME" and days is not None and days.first is not None and days.first == days.last


def _basis(mention: DateMention, word: str) -> str:
    """The words, with those before them that change what they mean."""
    assert mention.span is not None
    basis = mention.span.basis or mention.text
    return f"{word} {basis}" if word in _RULES and word not in ("in", "on", "at") else basis


def _without_days(
    mention: DateMention | None, *, is_state: bool, tense: ClaimTense, published: date | None, undated_past: bool
) -> DateSpan | None:
    basis = mention.text if mention else ""
    if published is None:
        return None
    if mention is not None and mention.value == "PRESENT_REF" and is_state and tense == "present":
        day = DayRange.day(published)
        return DateSpan(certain=day, possible=day, basis=basis, reason="the present is the day of publication")
    pointed = mention is None or mention.value == "PAST_REF"
    if not (undated_past and tense == "past" and pointed):
        return None
    reason = "told in the past tense without a date, so not after publication"
    return DateSpan(certain=None, possible=DayRange(first=None, last=published), basis=basis, reason=reason)


def _within(case: _Case) -> _Outcome:
    days = DayRange(first=case.first, last=case.last)
    return (days if case.one_day else None), days, "within the days meant"


def _around(case: _Case) -> _Outcome:
    return None, DayRange(first=case.first, last=case.last), "about the days meant"


def _throughout(case: _Case) -> _Outcome:
    days = DayRange(first=case.first, last=case.last)
    return (days if case.is_state or case.one_day else None), days, "on all of the days meant"


def _since(case: _Case) -> _Outcome:
    if not case.is_state:
        return None, _ordered(case.first, case.end_of_telling), "from the first day meant to publication"
    begun = case.first if case.one_day else case.last + _DAY if case.last else None
    certain = None
    if case.tense == "present" and begun is not None and case.published is not None and begun <= case.published:
        certain = DayRange(first=begun, last=case.published)
    return certain, DayRange(first=case.first, last=None), "begun in the days meant, and no end is said"


def _until(case: _Case) -> _Outcome:
    return None, DayRange(first=None, last=case.last), "ended in the days meant, and no beginning is said"


def _before(case: _Case) -> _Outcome:
    if case.last_part:
        return None, DayRange(first=None, last=case.last), "before the last of the days meant"
    return None, DayRange(first=None, last=case.first - _DAY if case.first else None), "before the days meant"


def _after(case: _Case) -> _Outcome:
    first = case.first + _DAY if case.one_day and case.first else case.first
    reason = "after the day meant" if case.one_day else "after something in the days meant, so not before their first"
    return None, _ordered(first, case.end_of_telling), reason


def _by(case: _Case) -> _Outcome:
    if case.tense == "future":
        return None, _ordered(case.published, case.last), "between publication and the days meant"
    certain = DayRange(first=case.first, last=case.last) if case.is_state and case.one_day else None
    return certain, DayRange(first=None, last=case.last), "not later than the days meant"


def _ordered(first: date | None, last: date | None) -> DayRange:
    """A range with an open end where the two days would stand in the wrong order."""
    return DayRange(first=first, last=None if first and last and first > last else last)


def _up_to_publication(possible: DayRange, case: _Case) -> DayRange:
    """Cut off at publication what is told as past or present; open ends and days wholly after it stay."""
    end = case.end_of_telling
    if end is None or possible.last is None or possible.last <= end or (possible.first and possible.first > end):
        return possible
    return DayRange(first=possible.first, last=end)


def _inside(certain: DayRange | None, possible: DayRange) -> DayRange | None:
    """``certain`` cut to what is possible; None when nothing is left."""
    if certain is None:
        return None
    first = max((day for day in (certain.first, possible.first) if day), default=None)
    last = min((day for day in (certain.last, possible.last) if day), default=None)
    return None if first and last and first > last else DayRange(first=first, last=last)


_RULES: dict[str, Callable[[_Case], _Outcome]] = {
    "in": _within,
    "on": _within,
    "at": _within,
    "during": _within,
    "as of": _within,
    "around": _around,
    "about": _around,
    "throughout": _throughout,
    "since": _since,
    "from": _since,
    "until": _until,
    "till": _until,
    "before": _before,
    "prior to": _before,
    "after": _after,
    "following": _after,
    "by": _by,
}
