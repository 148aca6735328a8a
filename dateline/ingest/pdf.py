"""PDF files, by pypdf. The document's own dates say when the file was made, not when the report was published."""

import io
import logging
from collections.abc import Iterator
from typing import Any

from dateline.ingest.headline import same_words
from dateline.ingest.item import Item
from dateline.ingest.paragraphs import join_lines
from dateline.ingest.text_report import Draft

_log = logging.getLogger(__name__)

MAX_PAGES = 500
MAX_CHARACTERS = 5_000_000
_LOCKED = "the PDF is protected by a password; save a copy without one"
_CUT = "the PDF is damaged or cut short; get a complete copy"


def read_pdf(item: Item) -> Iterator[Draft]:
    """The text of all pages as paragraphs. Raises ReportSkipped."""
    is_whole = b"%%EOF" in item.raw[-2048:]
    lines = _lines(item)
    text = join_lines(lines)
    if not text.strip():
        raise item.skipped(
            "the PDF holds no text: it may be a scan; run text recognition (OCR) on it first" if is_whole else _CUT
        )
    yield Draft(
        raw=item.raw,
        text=text,
        source=item.source,
        media_type="application/pdf",
        name=item.name,
        title=_title(item, text),
        url=item.url,
        notes=() if is_whole else ("the PDF is cut short; text may be missing at its end",),
    )


def _lines(item: Item) -> list[str]:
    """The printed lines of all pages."""
    reader = _open(item)
    lines: list[str] = []
    size = 0
    try:
        for number, page in enumerate(reader.pages):
            if number >= MAX_PAGES or size > MAX_CHARACTERS:
                break
            page_lines = page.extract_text().replace("\x00", "").split("\n")
            size += sum(map(len, page_lines))
            lines += page_lines
    except Exception as error:
        raise _skipped(item, error) from error
    if len(reader.pages) > MAX_PAGES or size > MAX_CHARACTERS:
        raise item.skipped(f"the PDF has more than {MAX_PAGES} pages or {MAX_CHARACTERS:,} characters; split it first")
    return lines


def _open(item: Item) -> Any:
    """pypdf's reader, unlocked when the password is empty."""
    import pypdf

    try:
        reader = pypdf.PdfReader(io.BytesIO(item.raw), strict=False)
        locked = reader.is_encrypted and not reader.decrypt("")
    except Exception as error:
        raise _skipped(item, error) from error
    if locked:
        raise item.skipped(_LOCKED)
    return reader


def _skipped(item: Item, error: Exception) -> Exception:
    """What to say of an error of pypdf, which raises errors of many unrelated classes on damaged files."""
    from pypdf.errors import DependencyError, FileNotDecryptedError, WrongPasswordError

    _log.info("%s: pypdf: %s: %s", item.source, type(error).__name__, error)
    if isinstance(error, (FileNotDecryptedError, WrongPasswordError)):
        return item.skipped(_LOCKED)
    if isinstance(error, DependencyError):
        return item.skipped("the PDF is encrypted; install dateline with its cryptography dependency to read it")
    return item.skipped(_CUT)


def _title(item: Item, text: str) -> str | None:
    """The document's title, if it is one of the first lines; many are names of files or templates."""
    try:
        said = (_open(item).metadata or {}).get("/Title")
    except Exception:  # a broken information block must not cost the report its text
        return None
    if not isinstance(said, str) or not said.strip():
        return None
    return next((line for line in text.split("\n\n")[:5] if same_words(line, said)), None)
