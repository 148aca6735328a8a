"""One thing to be read, before it is known what it is."""

from dataclasses import dataclass, field

from dateline.errors import ReportSkipped


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """Bytes and where they came from."""

    raw: bytes = field(repr=False)
    source: str
    name: str | None = None
    """The name of the file or the url; None for standard input."""
    url: str | None = None
    """The address that answered, after redirects; None for a file."""
    declared: str | None = None
    """The encoding that the server named."""

    def skipped(self, reason: str, part: int | None = None) -> ReportSkipped:
        """This item, or its numbered part (from 1), as one that could not be read."""
        return ReportSkipped(self.part(part) if part is not None else self.source, reason)

    def part(self, number: int) -> str:
        """The source of one of many reports in this item, counted from 1."""
        return f"{self.source}#{number}"
