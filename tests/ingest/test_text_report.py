import hashlib
import subprocess
import sys
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from dateline.ingest import report_from_text

HEAVY = ("trafilatura", "httpx", "pypdf", "docx", "feedparser", "lxml", "charset_normalizer", "spacy")


def test_the_text_is_kept_exactly_and_offsets_refer_to_it() -> None:
    text = "\r\nWatch ZTV News Live\r\n\r\nBridge to reopen\r\n\r\nGOMA, Congo (AP) — The bridge opens today.\r\n"
    report = report_from_text(text)
    assert report.text == text
    assert [text[item.start : item.end] for item in report.furniture] == ["Watch ZTV News Live"]
    assert report.headline is not None
    assert text[slice(*report.headline)] == "Bridge to reopen"
    assert report.dateline is not None
    assert text[report.dateline.start : report.dateline.end] == "GOMA, Congo (AP) —"


def test_the_identity_is_that_of_the_raw_bytes() -> None:
    report = report_from_text("Größe", raw=b"Gr\xf6\xdfe")
    assert report.sha256 == hashlib.sha256(b"Gr\xf6\xdfe").hexdigest()
    assert report.id == f"r{report.sha256[:16]}"
    assert report_from_text("Größe").raw == "Größe".encode()


def test_text_without_words_is_a_report_without_parts() -> None:
    report = report_from_text("")
    assert (report.headline, report.dateline, report.furniture, report.published) == (None, None, (), None)


def test_importing_ingest_loads_no_large_library() -> None:
    code = f"import dateline.ingest, sys; print([name for name in {HEAVY!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@given(st.text(max_size=400))
def test_any_text_becomes_a_report_whose_parts_do_not_overlap(text: str) -> None:
    report = report_from_text(text)
    spans = [(item.start, item.end) for item in report.furniture]
    spans += [report.headline] if report.headline else []
    spans += [(report.dateline.start, report.dateline.end)] if report.dateline else []
    spans.sort()
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(end <= start for (_, end), (start, _) in pairwise(spans))
    assert report == report_from_text(text)
