"""Word files, by python-docx.

The core properties (title, author, created) come from the machine that made the file: a template's title, an account's
name, the day a copy was saved. None of them says who published the report, or when, so none is used.
"""

import io
import zipfile
from collections.abc import Iterator
from typing import Any

from dateline.ingest.item import Item
from dateline.ingest.text_report import Draft

MAX_UNPACKED_BYTES = 100_000_000
_DAMAGED = "the Word file is damaged or cut short; get a complete copy"


def read_docx(item: Item) -> Iterator[Draft]:
    """Paragraphs and tables in their order; a table row becomes a line. Raises ReportSkipped."""
    document = _open(item)
    title: str | None = None
    paragraphs: list[str] = []
    for part in document.iter_inner_content():
        words = _words(part)
        if not words:
            continue
        style = getattr(getattr(part, "style", None), "name", "") or ""
        if not paragraphs and style in ("Title", "Heading 1"):
            title = words
        paragraphs.append(words)
    if not paragraphs:
        raise item.skipped("the Word file holds no text")
    yield Draft(
        raw=item.raw,
        text="\n\n".join(paragraphs),
        source=item.source,
        media_type="application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        name=item.name,
        title=title,
        url=item.url,
    )


def _open(item: Item) -> Any:
    import docx

    try:
        with zipfile.ZipFile(io.BytesIO(item.raw)) as archive:
            unpacked = sum(part.file_size for part in archive.infolist())
    except zipfile.BadZipFile as error:
        raise item.skipped(_DAMAGED) from error
    if unpacked > MAX_UNPACKED_BYTES:
        limit = MAX_UNPACKED_BYTES // 1_000_000
        raise item.skipped(f"the Word file unpacks to {unpacked // 1_000_000:,} MB; more than {limit} are not read")
    try:
        return docx.Document(io.BytesIO(item.raw))
    except Exception as error:
        # python-docx raises KeyError, ValueError, XML and zip errors alike on a damaged file.
        raise item.skipped(_DAMAGED) from error


def _words(part: Any) -> str:
    """The text of a paragraph, or of a table with a line a row."""
    if hasattr(part, "rows"):
        rows = (" | ".join(cell.text.strip() for cell in row.cells) for row in part.rows)
        return "\n".join(row for row in rows if row.strip(" |"))
    return str(part.text).strip()
