from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from dateline.cli.doctor import examine
from dateline.cli.readers import reader_for
from dateline.errors import DataFileError
from dateline.settings import Settings

Run = Callable[..., Any]

MINE = """\
type: VACCINATE
definition: People are vaccinated.
patterns:
  - {verb: vaccinate inoculate}
says_it:
  - {text: "Medics vaccinated the refugees.", subject: Medics, object: refugees}
  - {text: "Medics inoculated the refugees.", subject: Soldiers}
does_not:
  - The medics left.
"""
VERBS = "--- RUSTLE [171] ---\nRUSTLE\nPRAISE [051]\nSAY [010]\n- * BARN [---]\n- % * [190]\n"


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    path = tmp_path / "mine.yaml"
    path.write_text(MINE, encoding="utf-8")
    return path


@pytest.fixture
def verbs(tmp_path: Path) -> Path:
    path = tmp_path / "own.verbs.txt"
    path.write_text(VERBS, encoding="utf-8")
    return path


def test_check_names_the_examples_that_do_not_give_what_they_say(mine: Path, dateline: Run) -> None:
    ended = dateline("ontology", "check", mine)
    assert ended.status == 3
    (line,) = ended.out.splitlines()
    assert line.startswith(
        f"{mine}: says_it 2, “Medics inoculated the refugees.” gives VACCINATE (asserted, actual) with"
    )
    assert line.endswith("expected VACCINATE with polarity asserted, modality actual, subject Soldiers")
    assert ended.last == "1 type, 1 pattern, 3 examples: 1 not as it should be"


def test_check_is_content_with_a_file_whose_examples_hold(mine: Path, dateline: Run) -> None:
    mine.write_text(MINE.replace("Soldiers", "Medics"), encoding="utf-8")
    ended = dateline("ontology", "check", mine)
    assert (ended.status, ended.out) == (0, "")
    assert ended.last == "1 type, 1 pattern, 3 examples: all as they should be"


def test_check_says_what_of_a_verb_dictionary_runs_and_why_the_rest_does_not(verbs: Path, dateline: Run) -> None:
    ended = dateline("ontology", "check", verbs)
    assert ended.status == 0
    assert ended.out.splitlines() == [
        "own.verbs.txt: a verb dictionary of PETRARCH or TABARI",
        "1 block, 0 sets of synonyms",
        "3 of 3 verbs understood",
        "1 of 2 patterns understood",
        "1 entries with codes that are no events for PLOVER, or none",
        "not expressed, line 6, % *: %, both sides in one phrase",
    ]
    assert ended.last == "2 patterns of Dateline's, 1 entries cannot be expressed"
    assert "no event, line 4, SAY: PLOVER has no type" in dateline("ontology", "check", verbs, "--all").out


@pytest.mark.parametrize("option", ["--ontology", "--petrarch-verbs"])
def test_a_file_that_cannot_be_used_stops_a_reading_before_it_begins(
    option: str, mine: Path, path: Path, dateline: Run
) -> None:
    mine.write_text("type: X\npatterns: []\n", encoding="utf-8")
    for command in ("read", "add"):
        ended = dateline(command, mine, option, mine)
        assert (ended.status, ended.out) == (4, "")
        assert str(mine) in ended.last


def test_the_version_of_the_reader_follows_the_content_of_the_files(mine: Path, verbs: Path) -> None:
    settings = Settings(ontology=(str(mine),), petrarch_verbs=(str(verbs),))
    first = reader_for(settings).version
    assert ", ontology " in first
    verbs.write_text(VERBS.replace("171", "1711"), encoding="utf-8")
    assert reader_for(settings).version != first
    assert ", ontology " not in reader_for(Settings()).version


def test_yaml_is_no_verb_dictionary(mine: Path) -> None:
    with pytest.raises(DataFileError, match=r"line 1: .* is no code|stands before any block|no verb, pattern"):
        reader_for(Settings(petrarch_verbs=(str(mine),)))


def test_the_doctor_counts_the_users_files(mine: Path) -> None:
    found = {finding.subject: finding for finding in examine(Settings(ontology=(str(mine),), store="none.sqlite"))}
    assert found["claim types"].words.endswith(", with those of 1 file of yours")
