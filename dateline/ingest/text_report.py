"""From text to Report: furniture, headline, dateline and the day of publication, by offset. The text is not changed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dateline.ingest.dateline_line import find_dateline, find_filed_line, with_day
from dateline.ingest.furniture import find_furniture
from dateline.ingest.headline import find_headline
from dateline.ingest.lines import Line, lines_of
from dateline.ingest.other_language import language_note
from dateline.ingest.published import published_by_user, published_in_metadata, published_in_name, published_in_text
from dateline.model.report import Dateline, Furniture, Published, Report


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What a loader found in one item, before the text is looked into."""

    raw: bytes
    text: str
    source: str
    media_type: str
    name: str | None = None
    """The name of the file or the url, which may hold the day; None when it says nothing of this item."""
    title: str | None = None
    published: tuple[str, ...] = ()
    """Metadata values that may say the day of publication, the most trusted first."""
    publisher: str | None = None
    author: str | None = None
    url: str | None = None
    language: str | None = None
    notes: tuple[str, ...] = ()


def report_from_text(
    text: str,
    *,
    published: date | None = None,
    source: str = "-",
    title: str | None = None,
    raw: bytes | None = None,
) -> Report:
    """A Report of a text, which is kept exactly as given: all offsets refer to it, whatever its line ends.

    ``raw`` are the bytes that it came from; without them, the text in UTF-8. ``published`` is the user's word.
    Raises BadArgument for a day on which no report can have been published.
    """
    if raw is None:
        raw = text.encode("utf-8", "surrogatepass")
    name = None if source == "-" else source
    return report_from_draft(
        Draft(raw=raw, text=text, source=source, media_type="text/plain", name=name, title=title), published
    )


def report_from_draft(draft: Draft, published: date | None = None) -> Report:
    """The Report of what a loader found. ``published`` is the user's word, which goes before all else."""
    lines = lines_of(draft.text)
    furniture = find_furniture(lines)
    read = _read_lines(lines, furniture)
    headline = find_headline(lines, read, draft.title)
    if headline:
        furniture = _without(furniture, headline.start, headline.end)
        read = [line for line in read if line.start > headline.start]
    dateline = find_dateline(read) or find_filed_line(lines)
    if dateline:
        furniture = _without(furniture, dateline.start, dateline.end)
    said = _published(draft, published, furniture, dateline)
    if dateline and said:
        dateline = with_day(dateline, said.day)
    identity, digest = Report.identity(draft.raw)
    return Report(
        id=identity,
        sha256=digest,
        raw=draft.raw,
        text=draft.text,
        source=draft.source,
        media_type=draft.media_type,
        title=draft.title or (headline.text if headline else None),
        headline=(headline.start, headline.end) if headline else None,
        published=said,
        dateline=dateline,
        furniture=furniture,
        publisher=draft.publisher,
        author=draft.author,
        url=draft.url,
        language=draft.language,
        notes=(*draft.notes, *([note] if (note := language_note(draft.text)) else [])),
    )


def _without(furniture: Sequence[Furniture], start: int, end: int) -> tuple[Furniture, ...]:
    """The furniture that does not overlap a span."""
    return tuple(item for item in furniture if not (item.start < end and start < item.end))


def _read_lines(lines: Sequence[Line], furniture: Sequence[Furniture]) -> list[Line]:
    """The lines that are not furniture as a whole."""
    whole = {(item.start, item.end) for item in furniture}
    return [line for line in lines if (line.start, line.end) not in whole]


def _published(
    draft: Draft, user: date | None, furniture: Sequence[Furniture], dateline: Dateline | None
) -> Published | None:
    if user is not None:
        return published_by_user(user)
    return (
        published_in_metadata(draft.published)
        or published_in_text(draft.text, furniture, dateline)
        or (published_in_name(draft.name) if draft.name else None)
    )
