"""The ways to show a reading, through the command."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from dateline.model import Reading

Make = Callable[..., Reading]


@pytest.fixture
def handed_out(monkeypatch: pytest.MonkeyPatch, make_reading: Make) -> Reading:
    """The reading that every report gets, so that no language model is needed."""

    class HandReader:
        def read(self, report: object) -> Reading:
            return make_reading()

    monkeypatch.setattr("dateline.pipeline.Reader", HandReader)
    return make_reading()


@pytest.fixture
def source(tmp_path: Path, handed_out: Reading) -> Path:
    path = tmp_path / "report.txt"
    path.write_text(handed_out.report.text, encoding="utf-8")
    return path


def test_without_options_the_claims_are_a_table(source: Path, dateline: Callable[..., Any]) -> None:
    ended = dateline("read", source)
    assert "Front, divided" in ended.out
    assert "WHO SAYS SO" not in ended.out


def test_explain_prints_the_layers_instead_of_the_table(source: Path, dateline: Callable[..., Any]) -> None:
    ended = dateline("read", source, "--explain")
    assert ended.status == 0
    assert "WHO SAYS SO (1)" in ended.out
    assert ended.last == "1 report read, 2 claims"


def test_html_writes_a_page_and_prints_nothing(source: Path, tmp_path: Path, dateline: Callable[..., Any]) -> None:
    ended = dateline("read", source, "--html", tmp_path / "page.html")
    assert (ended.status, ended.out, ended.last) == (0, "", "1 report read, 2 claims")
    written = (tmp_path / "page.html").read_text(encoding="utf-8")
    assert written.rstrip().endswith("</html>")
    assert "Idriss Kélé" in written


def test_html_goes_with_json_and_with_explain(source: Path, tmp_path: Path, dateline: Callable[..., Any]) -> None:
    page = tmp_path / "page.html"
    assert json.loads(dateline("read", source, "--json", "--html", page).out)["claims"]
    page.unlink()
    assert "CLAIMS (2)" in dateline("read", source, "--explain", "--html", page).out
    assert page.exists()


def test_html_can_go_to_standard_output(source: Path, dateline: Callable[..., Any]) -> None:
    assert dateline("read", source, "--html", "-").out.lstrip().startswith("<!doctype html>")


@pytest.mark.parametrize("options", [["--json", "--explain"], ["--json", "--html", "-"], ["--explain", "--html", "-"]])
def test_two_that_print_stop_the_run_before_anything_is_read(
    options: list[str], source: Path, dateline: Callable[..., Any]
) -> None:
    ended = dateline("read", source, *options)
    assert (ended.status, ended.out) == (4, "")
    assert "would both print" in ended.err


def test_a_page_that_cannot_be_written_stops_the_run(
    source: Path, tmp_path: Path, dateline: Callable[..., Any]
) -> None:
    ended = dateline("read", source, "--html", tmp_path / "nowhere" / "page.html")
    assert ended.status == 4
    assert "cannot be written" in ended.last


def test_a_report_that_is_skipped_leaves_a_whole_page(
    source: Path, tmp_path: Path, dateline: Callable[..., Any]
) -> None:
    ended = dateline("read", tmp_path / "missing.txt", source, "--html", tmp_path / "page.html")
    assert ended.status == 3
    assert "Idriss Kélé" in (tmp_path / "page.html").read_text(encoding="utf-8")
