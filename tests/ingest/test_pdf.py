import io
from pathlib import Path
from typing import Any

import pypdf
import pytest
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate, Spacer


def make_pdf(paragraphs: tuple[str, ...], title: str = "Town taken", pages: int = 1) -> bytes:
    """A PDF of a headline and paragraphs, printed as pypdf's authors' own examples are."""
    styles = getSampleStyleSheet()
    story: list[Any] = []
    for _ in range(pages):
        story += [Paragraph(title, styles["Heading1"])]
        for paragraph in paragraphs:
            story += [Paragraph(paragraph, styles["BodyText"]), Spacer(1, 6)]
        story += [PageBreak()]
    out = io.BytesIO()
    SimpleDocTemplate(out, pagesize=A4, title=title, author="reportlab").build(story)
    return out.getvalue()


def locked(raw: bytes, password: str) -> bytes:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(raw))
    writer.encrypt(password, owner_password="owner", algorithm="AES-256")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def test_a_pdf_gives_headline_and_paragraphs(tmp_path: Path, take: Any, paragraphs: tuple[str, ...]) -> None:
    (tmp_path / "20121203.dat").write_bytes(make_pdf(paragraphs))
    report = take(tmp_path / "20121203.dat").report
    assert report.media_type == "application/pdf"
    assert report.text == "\n\n".join(("Town taken", *paragraphs))
    assert report.title == "Town taken"
    assert report.author is None
    assert report.published is not None
    assert report.published.basis == "file name"


def test_the_day_a_pdf_was_made_is_not_its_publication(tmp_path: Path, take: Any, paragraphs: tuple[str, ...]) -> None:
    (tmp_path / "a.pdf").write_bytes(make_pdf(paragraphs))
    assert take(tmp_path / "a.pdf").report.published is None


def test_a_pdf_locked_by_a_password_is_skipped(tmp_path: Path, take: Any, paragraphs: tuple[str, ...]) -> None:
    (tmp_path / "a.pdf").write_bytes(locked(make_pdf(paragraphs), "secret"))
    assert take(tmp_path / "a.pdf").reason == "the PDF is protected by a password; save a copy without one"


def test_a_pdf_locked_against_changes_only_is_read(tmp_path: Path, take: Any, paragraphs: tuple[str, ...]) -> None:
    (tmp_path / "a.pdf").write_bytes(locked(make_pdf(paragraphs), ""))
    assert paragraphs[0] in take(tmp_path / "a.pdf").report.text


@pytest.mark.parametrize("share", [0.02, 0.1, 0.3, 0.5, 0.7, 0.9, 0.97])
def test_a_truncated_pdf_is_skipped_or_read_with_a_note(
    share: float, tmp_path: Path, take: Any, paragraphs: tuple[str, ...]
) -> None:
    raw = make_pdf(paragraphs, pages=3)
    (tmp_path / "a.pdf").write_bytes(raw[: int(len(raw) * share)])
    taken = take(tmp_path / "a.pdf")
    if taken.reports:
        assert "cut short" in taken.report.notes[0]
    else:
        assert taken.reason == "the PDF is damaged or cut short; get a complete copy"


def test_a_pdf_without_text_is_skipped_as_a_scan(tmp_path: Path, take: Any) -> None:
    writer = pypdf.PdfWriter()
    writer.add_blank_page(width=200, height=200)
    writer.write(tmp_path / "a.pdf")
    assert "text recognition" in take(tmp_path / "a.pdf").reason


def test_a_pdf_of_too_many_pages_is_skipped(tmp_path: Path, take: Any) -> None:
    writer = pypdf.PdfWriter()
    for _ in range(501):
        writer.add_blank_page(width=200, height=200)
    writer.write(tmp_path / "a.pdf")
    assert "more than 500 pages" in take(tmp_path / "a.pdf").reason
