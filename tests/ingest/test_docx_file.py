import io
import zipfile
from pathlib import Path
from typing import Any

import docx
import pytest

from dateline.ingest.docx_file import MAX_UNPACKED_BYTES


def make_docx(paragraphs: tuple[str, ...]) -> bytes:
    document = docx.Document()
    document.core_properties.title, document.core_properties.author = "Template 7", "admin"
    document.add_heading("Town taken", level=1)
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    table = document.add_table(rows=1, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Killed", "3"
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def test_a_word_file_gives_paragraphs_and_tables_and_none_of_its_makers_properties(
    tmp_path: Path, take: Any, paragraphs: tuple[str, ...]
) -> None:
    (tmp_path / "report.txt").write_bytes(make_docx(paragraphs))
    report = take(tmp_path / "report.txt").report
    assert report.text == "\n\n".join(("Town taken", *paragraphs, "Killed | 3"))
    assert (report.title, report.author, report.published) == ("Town taken", None, None)


@pytest.mark.parametrize("share", [0.3, 0.6, 0.95])
def test_a_truncated_word_file_is_skipped(share: float, tmp_path: Path, take: Any, paragraphs: tuple[str, ...]) -> None:
    raw = make_docx(paragraphs)
    cut = raw[: int(len(raw) * share)]
    (tmp_path / "a.docx").write_bytes(cut)
    reason = take(tmp_path / "a.docx").reason
    assert "damaged or cut short" in reason or "not a text" in reason


def test_an_empty_word_file_is_skipped(tmp_path: Path, take: Any) -> None:
    docx.Document().save(tmp_path / "a.docx")
    assert take(tmp_path / "a.docx").reason == "the Word file holds no text"


def test_a_word_file_that_swells_is_not_unpacked(tmp_path: Path, take: Any) -> None:
    with zipfile.ZipFile(tmp_path / "a.docx", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b" " * (MAX_UNPACKED_BYTES + 1))
    assert "unpacks to" in take(tmp_path / "a.docx").reason
