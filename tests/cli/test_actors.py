import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from dateline.cli.doctor import examine
from dateline.settings import Settings

Run = Callable[..., Any]

DICTIONARY = """\
HILL_FRONT_(HF)_ [MLIREB]
OUMAR_TESSALI_
\t[MLIMIL <20110301]
\t[MLIGOV >20110302]
ANDORIA_ [AND]
"""


@pytest.fixture
def dictionary(tmp_path: Path) -> Path:
    path = tmp_path / "made.actors"
    path.write_text(DICTIONARY, encoding="utf-8")
    return path


def test_check_says_what_was_understood_and_what_was_skipped(dictionary: Path, dateline: Run) -> None:
    ended = dateline("actors", "check", dictionary)
    assert ended.status == 0
    lines = ended.out.splitlines()
    assert lines[0] == "made.actors: PETRARCH actors"
    assert "person             1" in lines
    assert "1 actor with dated roles" in lines
    assert "1 of the names are ambiguous and need support in the report" in lines
    assert "0 actors that Dateline ships too" in lines
    assert lines[-1].startswith("skipped line 5, ANDORIA: its code is that of a country")
    assert ended.last == "2 actors, 3 names, 1 skipped"


def test_check_names_the_first_skipped_entries_and_all_when_asked(tmp_path: Path, dateline: Run) -> None:
    path = tmp_path / "made.agents"
    path.write_text("DUNE_RIDER [~REB]\n" + "".join(f"ROPE_{letter}_ [~XYZ]\n" for letter in "ABCDEFGHIJKLMNOPQRSTUV"))
    ended = dateline("actors", "check", path)
    assert ended.out.splitlines()[-1] == "… and 2 more; --all names them"
    assert ended.last == "0 actors, 1 noun, 2 names, 22 skipped"
    assert dateline("actors", "check", path, "--all").out.count("skipped line") == 22


def test_a_malformed_file_is_refused_by_line_in_check_read_and_add(
    tmp_path: Path, path: Path, dateline: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    bad = tmp_path / "bad.csv"
    bad.write_text("name,kind\nHill Front,army\n", encoding="utf-8")
    report = tmp_path / "report.txt"
    report.write_text("The Hill Front left.\n", encoding="utf-8")
    for arguments in (["actors", "check", bad], ["read", report, "--actors", bad], ["add", report, "--actors", bad]):
        ended = dateline(*arguments)
        assert ended.status == 4
        assert ended.err.startswith("error: bad.csv, line 2: column kind: 'army' is none of armed_group")
    assert not path.exists(), "the store is not even made"
    monkeypatch.setenv("DATELINE_ACTORS", str(bad))
    assert dateline("read", report).status == 4


def test_the_doctor_counts_a_users_actors_and_names_a_malformed_file(dictionary: Path) -> None:
    with_own = next(line for line in examine(Settings(actors=(str(dictionary),))) if line.subject == "known actors")
    assert with_own.fine
    assert with_own.words.endswith("with those of 1 file of yours")
    dictionary.write_text("HILL_FRONT_ [MLIREB", encoding="utf-8")
    broken = next(line for line in examine(Settings(actors=(str(dictionary),))) if line.subject == "known actors")
    assert not broken.fine


def test_the_files_of_the_option_or_else_of_the_variable_reach_the_reader(
    tmp_path: Path, dictionary: Path, path: Path, dateline: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[str, ...]] = []

    class StandIn:
        def __init__(self, model: str = "", *, actors: tuple[str, ...] = ()) -> None:
            asked.append(actors)

        def read(self, report: object) -> None:
            raise AssertionError("there is nothing to read")

    monkeypatch.setattr("dateline.pipeline.Reader", StandIn)
    other = tmp_path / "own.csv"
    other.write_text("name,kind\nLake Front,armed_group\n", encoding="utf-8")
    empty = tmp_path / "none"
    empty.mkdir()
    monkeypatch.setenv("DATELINE_ACTORS", os.pathsep.join([str(other), str(dictionary)]))
    dateline("read", empty, "--actors", dictionary, "--actors", other)
    dateline("add", empty)
    assert asked == [(str(dictionary), str(other)), (str(other), str(dictionary))]
