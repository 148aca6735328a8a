"""A located stretch of a report's text."""

from dataclasses import dataclass

Span = tuple[int, int]
"""Start and end in Unicode code points of the report's ``text``; the end is exclusive."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A stretch of text and the words in it: ``report.text[start:end] == quote``. Offsets as in ``Span``."""

    start: int
    end: int
    quote: str

    @classmethod
    def of(cls, text: str, start: int, end: int) -> "Passage":
        """The passage of ``text`` between two offsets."""
        return cls(start=start, end=end, quote=text[start:end])

    @property
    def span(self) -> Span:
        return self.start, self.end
