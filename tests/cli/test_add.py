import json
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from dateline.cli.add import summary
from dateline.model import Reading, Report
from dateline.store import open_view

Run = Callable[..., Any]


@pytest.fixture
def stand_in(monkeypatch: pytest.MonkeyPatch, make_reading: Callable[..., Reading]) -> type:
    """Takes the reader's place, so that no language model is needed. ``fails`` maps a word of a text to an error."""

    class StandIn:
        version = "hand 1"
        fails: dict[str, BaseException] = {}  # noqa: RUF012

        def __init__(self, model: str = "") -> None:
            self.model = model

        def read(self, report: Report) -> Reading:
            for word, error in self.fails.items():
                if word in report.text:
                    raise error
            return make_reading(report=report, reader=self.version)

    monkeypatch.setattr("dateline.pipeline.Reader", StandIn)
    return StandIn


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three short reports."""
    folder = tmp_path / "reports"
    folder.mkdir()
    for place in ("Gao", "Kidal", "Ber"):
        (folder / f"{place}.txt").write_text(f"{place} was quiet on Monday.\n\nA patrol passed through the town.\n")
    return folder


def stored(path: Path) -> list[str]:
    with open_view(str(path)) as view:
        return sorted(Path(report.source).stem for report in view.reports())


def test_a_folder_is_added_once(path: Path, stand_in: type, folder: Path, dateline: Run) -> None:
    ended = dateline("add", folder)
    assert (ended.status, ended.out, ended.err) == (0, "", "3 new\n")
    ended = dateline("add", folder)
    assert (ended.status, ended.err) == (0, "3 unchanged\n")
    assert stored(path) == ["Ber", "Gao", "Kidal"]


def test_one_bad_file_is_skipped_and_the_others_are_kept(
    path: Path, stand_in: type, folder: Path, dateline: Run
) -> None:
    (folder / "Bad.txt").write_bytes(b"")
    ended = dateline("add", folder)
    assert ended.status == 3
    assert ended.err.splitlines()[0].startswith(f"skipped {folder / 'Bad.txt'}: ")
    assert ended.last == "3 new, 1 skipped"


def test_a_newer_reader_reads_again(path: Path, stand_in: Any, folder: Path, dateline: Run) -> None:
    dateline("add", folder)
    stand_in.version = "hand 2"
    assert dateline("add", folder).err == "3 reread\n"


def test_the_day_that_a_person_gave_stays_when_the_folder_is_added_again(
    path: Path, stand_in: type, folder: Path, dateline: Run
) -> None:
    dateline("add", folder / "Gao.txt", "--published", "2012-12-03")
    assert dateline("add", folder).last == "2 new, 1 unchanged"
    listed = [json.loads(line) for line in dateline("reports", "--json", "--report", "Gao.txt").out.splitlines()]
    assert [(report["published"], report["published_basis"]) for report in listed] == [("2012-12-03", "user")]


def test_a_malformed_day_is_told_in_one_line_and_nothing_is_made(
    path: Path, stand_in: type, folder: Path, dateline: Run
) -> None:
    ended = dateline("add", folder, "--published", "3/12/2012")
    assert ended.status == 4
    assert ended.err == "error: '3/12/2012' is not a day: write it as YYYY-MM-DD, such as 2012-12-03\n"
    assert not path.exists()


def test_a_fault_of_the_reader_skips_one_report(path: Path, stand_in: Any, folder: Path, dateline: Run) -> None:
    stand_in.fails = {"Gao": ValueError("no sentence")}
    ended = dateline("add", folder)
    assert (ended.status, ended.last) == (3, "2 new, 1 skipped")
    assert "a fault in Dateline (ValueError: no sentence)" in ended.err
    assert "Traceback" not in ended.err
    assert "Traceback" in dateline("add", folder, "--verbose").err


def test_ctrl_c_says_what_is_stored_already(path: Path, stand_in: Any, folder: Path, dateline: Run) -> None:
    stand_in.fails = {"Kidal": KeyboardInterrupt()}
    ended = dateline("add", folder)
    assert (ended.status, ended.err) == (130, "stopped after 2 new\n")
    stand_in.fails = {}
    assert dateline("add", folder).err == "1 new, 2 unchanged\n"


def test_a_locked_store_stops_the_run_and_the_next_goes_on(
    path: Path, stand_in: type, folder: Path, dateline: Run
) -> None:
    dateline("add", folder / "Gao.txt")
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    ended = dateline("add", folder)
    other.close()
    assert ended.status == 4
    assert ended.last.startswith(f"error: the store {path} is locked by another program.")
    assert dateline("add", folder).err == "2 new, 1 unchanged\n"


def test_a_folder_as_store_is_refused(path: Path, stand_in: type, folder: Path, dateline: Run) -> None:
    ended = dateline("add", folder, "--store", folder)
    assert (ended.status, len(ended.err.splitlines())) == (4, 1)
    assert "is a folder, and a store is a file" in ended.err


def test_the_summary_counts_what_happened_and_only_that() -> None:
    from collections import Counter

    assert summary(Counter()) == "0 new"
    assert summary(Counter(unchanged=3)) == "3 unchanged"
    assert summary(Counter(skipped=1, new=1200, reread=2, unchanged=3)) == "1,200 new, 2 reread, 3 unchanged, 1 skipped"


def test_the_notes_of_new_reports_are_told_as_long_as_there_are_not_too_many(
    path: Path, stand_in: type, tmp_path: Path, dateline: Run
) -> None:
    table = tmp_path / "reports.csv"
    table.write_text("day,text\n" + "".join(f"0{n}/04/2012,Gao was quiet; row {n}.\n" for n in (1, 2)))
    ended = dateline("add", table)
    assert ended.err.splitlines()[0] == (
        f"note on {table}#1: the column 'day' says '01/04/2012', which is no full day or could be two: write it as "
        "2012-12-03, or name another column with --column published=NAME"
    )
    assert ended.last == "2 new"
    assert dateline("add", table).err == "2 unchanged\n"
    table.write_text(
        "text\n"
        + "".join(
            f"L'armée est entrée dans la ville {n} lundi avant l'aube selon trois habitants du quartier.\n"
            for n in range(22)
        )
    )
    lines = dateline("add", table).err.splitlines()
    assert len([line for line in lines if line.startswith("note on")]) == 20
    assert lines[-2:] == ["… and 2 more notes; `dateline reports --json` gives them all", "22 new"]


def test_annotations_and_readings_are_no_reports(path: Path, stand_in: type, tmp_path: Path, dateline: Run) -> None:
    (tmp_path / "a.gold.json").write_text(json.dumps({"id": "a", "text": "Gao was quiet.", "claims": []}))
    (tmp_path / "b.json").write_text(json.dumps({"reader": "hand 1", "report": {"text": "Gao."}, "claims": []}))
    gold, reading = tmp_path / "a.gold.json", tmp_path / "b.json"
    assert dateline("add", gold, reading).err.splitlines() == [
        f"skipped {gold}: this holds annotations of a report, not a report; `dateline evaluate` takes it",
        f"skipped {reading}: this is a reading that Dateline wrote, not a report",
        "2 skipped",
    ]
