"""Words of a report that say when."""

from dataclasses import dataclass
from typing import Literal

from dateline.model.date_span import DateSpan

TimexType = Literal["DATE", "TIME", "DURATION", "SET"]


@dataclass(frozen=True, slots=True, kw_only=True)
class DateMention:
    """One time expression, after TIMEX3 (TimeML 1.2.1): the words, the type and the normalised value. Offsets as in
    ``Span``.
    """

    start: int
    end: int
    text: str
    type: TimexType
    value: str
    """A TIMEX3 value: ``2012-04``, ``1998-W03``, ``P2W``, ``PRESENT_REF``; with X for what is not known."""
    span: DateSpan | None
    """The days meant, or None when the words fix none (a duration, "recently", a weekday without a known year)."""
    reason: str
    """One sentence on how the value was found."""
