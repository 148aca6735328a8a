import errno
import hashlib
import io
import os
import sys
from pathlib import Path
from typing import Any

import pytest

from dateline.ingest import IngestOptions, expand

BODY = "Fighters entered the market town before dawn on Monday, three residents said."


def test_a_text_file_becomes_a_report_with_its_raw_bytes_and_newlines(tmp_path: Path, take: Any) -> None:
    raw = "\ufeffTown taken\r\n\r\nARLIT, Niger — Les rebelles ont quitté la ville.\r\n".encode()
    (tmp_path / "2012-12-03_arlit.txt").write_bytes(raw)
    report = take(tmp_path / "2012-12-03_arlit.txt").report
    assert report.raw == raw
    assert report.sha256 == hashlib.sha256(raw).hexdigest()
    assert report.text == "Town taken\n\nARLIT, Niger — Les rebelles ont quitté la ville.\n"
    assert report.media_type == "text/plain"
    assert report.published is not None
    assert report.published.basis == "file name"


def test_folders_are_read_through_in_order_and_hidden_files_left_out(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.txt", "a/.hidden", ".git/c.txt", "c/d/e.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(BODY)
    assert [str(Path(item).relative_to(tmp_path)) for item in expand([str(tmp_path)])] == [
        "b.txt",
        "a/z.txt",
        "c/d/e.txt",
    ]


def test_patterns_urls_and_standard_input_are_told_apart(tmp_path: Path) -> None:
    for name in ("a1.txt", "a2.txt", "b.txt", "odd[1].txt"):
        (tmp_path / name).write_text(BODY)
    assert expand([f"{tmp_path}/a?.txt"]) == [f"{tmp_path}/a1.txt", f"{tmp_path}/a2.txt"]
    assert expand([f"{tmp_path}/odd[1].txt"]) == [f"{tmp_path}/odd[1].txt"]
    assert expand(["-", "https://news.example.org/?q=*"]) == ["-", "https://news.example.org/?q=*"]


def test_a_folder_with_one_bad_file_among_a_hundred_gives_the_ninety_nine(tmp_path: Path, take: Any) -> None:
    for number in range(100):
        (tmp_path / f"{number:03}.txt").write_text(f"{BODY} ({number})")
    (tmp_path / "050.txt").write_bytes(b"\x00\x01\x02\x03" * 100)
    taken = take(tmp_path)
    assert len(taken.reports) == 99
    assert [Path(item.source).name for item in taken.skipped] == ["050.txt"]
    assert "binary" in taken.skipped[0].reason


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b"", "the file is empty"),
        (b" \n\t\n", "it holds no text"),
        (b"\xef\xbb\xbf", "it holds no text"),
        (b"\x89PNG\r\n\x1a\n....", "an image (PNG)"),
        (b"\x1f\x8b\x08....", "unpack it first"),
        (b"\xd0\xcf\x11\xe0....", "save it as .docx"),
        (b"\x00\x01\x02\x03" * 30, "it looks like a binary file"),
        (b"WARC/1.0\r\nWARC-Type: response\r\n", "`dateline batch`"),
        (b"PK\x03\x04 word/document.xml", "damaged or cut short"),
        (b"%PDF-1.4 and then nothing", "damaged or cut short"),
    ],
)
def test_a_bad_file_is_skipped_with_one_line_that_says_why(raw: bytes, reason: str, tmp_path: Path, take: Any) -> None:
    (tmp_path / "report.txt").write_bytes(raw)
    assert reason in take(tmp_path / "report.txt").reason


def test_a_file_of_100_megabytes_is_skipped_unread(tmp_path: Path, take: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.truncate(100_000_000)
    monkeypatch.setattr(Path, "open", lambda *_: pytest.fail("a file over the limit was opened"))
    assert take(path).reason == "the file has 100.0 MB, more than the limit of 25.0 MB; split it or raise the limit"


def test_a_file_that_grows_while_it_is_read_is_skipped(
    tmp_path: Path, take: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "growing.txt"
    path.write_text(BODY * 10)
    small = IngestOptions(max_bytes=100)
    monkeypatch.setattr("dateline.ingest.sources._check_kind", lambda *_: None)
    assert "more than the limit" in take(path, options=small).reason


def test_what_is_no_readable_file_is_skipped(tmp_path: Path, take: Any) -> None:
    (tmp_path / "dangling.txt").symlink_to(tmp_path / "gone.txt")
    (tmp_path / "circle.txt").symlink_to(tmp_path / "circle.txt")
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "empty").mkdir()
    assert "leads to a file that is not there" in take(tmp_path / "dangling.txt").reason
    assert "could not be read" in take(tmp_path / "circle.txt").reason
    assert "no regular file" in take(tmp_path / "pipe.txt").reason
    assert "holds no files" in take(tmp_path / "empty").reason
    assert "no such file" in take(tmp_path / "nowhere.txt").reason
    assert "no file fits this pattern" in take(tmp_path / "*.pdf").reason
    assert "could not be read" in take("bad\x00name.txt").reason


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (PermissionError(errno.EACCES, "Permission denied"), "change its permissions"),
        (OSError(errno.EIO, "Input/output error"), "could not be read: Input/output error"),
    ],
)
def test_a_file_that_cannot_be_opened_is_skipped(
    error: OSError, reason: str, tmp_path: Path, take: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise error

    (tmp_path / "report.txt").write_text(BODY)
    monkeypatch.setattr(Path, "open", refuse)
    assert reason in take(tmp_path / "report.txt").reason


def test_a_circle_of_folders_ends(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "report.txt").write_text(BODY)
    (tmp_path / "a" / "back").symlink_to(tmp_path)
    assert expand([str(tmp_path)]) == [str(tmp_path / "a" / "report.txt")]


def test_standard_input_is_read(take: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(BODY.encode())))
    report = take("-").report
    assert (report.source, report.text) == ("-", BODY)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(BODY.encode())))
    assert "split it or raise the limit" in take("-", options=IngestOptions(max_bytes=10)).reason


def test_the_users_encoding_is_used(tmp_path: Path, take: Any) -> None:
    (tmp_path / "a.txt").write_bytes("Świadkowie: żołnierze odeszli.".encode("iso-8859-2"))
    assert (
        take(tmp_path / "a.txt", options=IngestOptions(encoding="iso-8859-2")).report.text
        == "Świadkowie: żołnierze odeszli."
    )
    assert "no encoding is called" in take(tmp_path / "a.txt", options=IngestOptions(encoding="klingon")).reason
