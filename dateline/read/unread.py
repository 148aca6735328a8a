"""What of a report is not read: kept in its text, turned into spaces for whoever reads. Needs no language model."""

from collections.abc import Iterable

from dateline.model import Report, Span


def unread_spans(report: Report) -> tuple[Span, ...]:
    """Spans of furniture and dateline in order: kept in the text, left out of reading."""
    spans = [(item.start, item.end) for item in report.furniture]
    if report.dateline:
        spans.append((report.dateline.start, report.dateline.end))
    return tuple(sorted(spans))


def blank_out(text: str, spans: Iterable[Span]) -> str:
    """The text with the spans turned into spaces (line ends kept), so that no offset moves.

    No-break spaces become plain ones, since spaCy glues the words around them together.
    """
    pieces, done = [], 0
    for start, end in spans:
        if start < done:
            start = done
        if end <= start:
            continue
        pieces.append(text[done:start])
        pieces.append("".join(c if c in "\r\n" else " " for c in text[start:end]))
        done = end
    pieces.append(text[done:])
    return "".join(pieces).replace("\u00a0", " ")
