import json
from pathlib import Path
from typing import Any

import pytest

from dateline.ingest import COLUMN_GUESSES, IngestOptions

BODY = "Fighters entered the market town before dawn on Monday,\nthree residents said."


def test_json_lines_give_a_report_a_line_and_skip_bad_ones(tmp_path: Path, take: Any) -> None:
    row = {
        "headline": "Town taken",
        "Content": BODY,
        "pub_date": "2012-12-03",
        "link": "https://news.example.org/1",
        "source": "Daily Example",
    }
    lines = [
        json.dumps(row, ensure_ascii=False),
        "",
        "{broken",
        '"words"',
        '{"title": "no text"}',
        '{"text": "  "}',
        json.dumps({"text": "ünd"}),
    ]
    path = tmp_path / "reports.jsonl"
    path.write_text("\r\n".join(lines))
    taken = take(path)
    first, last = taken.reports
    assert first.text == BODY
    assert first.raw == lines[0].encode()
    assert (first.source, first.title, first.publisher, first.url) == (
        f"{path}#1",
        "Town taken",
        "Daily Example",
        "https://news.example.org/1",
    )
    assert first.published is not None
    assert (first.published.basis, first.published.words) == ("metadata", "2012-12-03")
    assert (last.source, last.text) == (f"{path}#7", "ünd")
    assert [item.source for item in taken.skipped] == [f"{path}#3", f"{path}#4", f"{path}#5", f"{path}#6"]
    reasons = [item.reason for item in taken.skipped]
    assert "not JSON" in reasons[0]
    assert "not an object" in reasons[1]
    assert "there are: title" in reasons[2]
    assert "is empty" in reasons[3]


def test_a_json_list_gives_each_rows_own_bytes(tmp_path: Path, take: Any) -> None:
    path = tmp_path / "reports.json"
    path.write_text('[ {"text":  "one"},\n {"text": "two"} ]')
    assert [(report.text, report.raw) for report in take(path).reports] == [
        ("one", b'{"text":  "one"}'),
        ("two", b'{"text": "two"}'),
    ]


def test_a_json_list_that_breaks_off_keeps_what_came_before(tmp_path: Path, take: Any) -> None:
    path = tmp_path / "reports.json"
    path.write_text('[{"text": "one"}, {"text": "tw')
    taken = take(path)
    assert [report.text for report in taken.reports] == ["one"]
    assert "breaks off" in taken.skipped[0].reason


@pytest.mark.parametrize(
    ("words", "reason"),
    [("[]", "empty"), ("[1]", "not an object"), ('{"text": }', "not JSON"), ("[" * 100_000, "breaks off")],
)
def test_json_that_holds_no_report_is_skipped(words: str, reason: str, tmp_path: Path, take: Any) -> None:
    (tmp_path / "a.json").write_text(words)
    assert reason in take(tmp_path / "a.json").reason


def test_one_json_object_is_one_report(tmp_path: Path, take: Any) -> None:
    (tmp_path / "a.json").write_text(
        json.dumps({"title": "Town taken", "body": ["One.", "Two."], "publisher": {"name": "Daily Example"}}, indent=1)
    )
    report = take(tmp_path / "a.json").report
    assert (report.text, report.publisher, report.source) == ("One.\n\nTwo.", "Daily Example", f"{tmp_path}/a.json")


def test_csv_rows_may_hold_line_ends_and_give_their_own_bytes(tmp_path: Path, take: Any) -> None:
    path = tmp_path / "reports.csv"
    path.write_bytes(
        'title;text;date\r\nTown taken;"One,\r\n""two"".";3 December 2012\r\n\r\nBridge;Drei Größen;2012\r\n'.encode()
    )
    first, second = take(path).reports
    assert (first.text, first.title, first.source) == ('One,\n"two".', "Town taken", f"{path}#1")
    assert first.raw == b'Town taken;"One,\r\n""two"".";3 December 2012'
    assert first.published is not None
    assert (second.text, second.source, second.published) == ("Drei Größen", f"{path}#2", None)
    assert second.raw == "Bridge;Drei Größen;2012".encode()


def test_tabs_and_long_cells_are_read(tmp_path: Path, take: Any) -> None:
    path = tmp_path / "reports.tsv"
    path.write_text(f"id\ttext\n1\t{'word ' * 60_000}\n")
    assert len(take(path).report.text) == 300_000


def test_the_users_columns_go_before_the_guesses(tmp_path: Path, take: Any) -> None:
    path = tmp_path / "reports.csv"
    path.write_text("text,Meldung,Tag\nno,Soldiers left the camp.,2012-12-03\n")
    options = IngestOptions(text_column="Meldung", published_column="Tag")
    report = take(path, options=options).report
    assert report.text == "Soldiers left the camp."
    assert report.published is not None
    assert "no column is called 'Wort'" in take(path, options=IngestOptions(text_column="Wort")).reason


def test_markup_in_a_cell_is_taken_off_with_a_note(tmp_path: Path, take: Any) -> None:
    (tmp_path / "a.jsonl").write_text(json.dumps({"text": "<p>One &amp; two.</p><p>Three.</p>"}))
    report = take(tmp_path / "a.jsonl").report
    assert report.text == "One & two.\n\nThree."
    assert "HTML" in report.notes[0]


def test_a_cp1252_table_keeps_its_bytes(tmp_path: Path, take: Any) -> None:
    path = tmp_path / "reports.csv"
    path.write_bytes("title,text\nA,the mayor’s plan\n".encode("cp1252"))
    assert take(path).report.raw == "A,the mayor’s plan".encode("cp1252")


@pytest.mark.parametrize("column", COLUMN_GUESSES)
def test_every_column_can_be_named_by_the_user(column: Any) -> None:
    assert IngestOptions(**{f"{column}_column": "x"}).column(column) == "x"
    assert IngestOptions().column(column) is None
