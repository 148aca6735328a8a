import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from dateline.cli.evaluate import ROWS, table
from dateline.evaluate.claims import SLOTS, score_claims

Run = Callable[..., Any]

GOLD = {
    "id": "d",
    "published": "2003-05-08",
    "text": "Colonel Idris Baro commands the Reed Brigade.",
    "actors": [
        {"id": "a1", "kind": "person", "names": ["Idris Baro"]},
        {"id": "a2", "kind": "armed_group", "names": ["the Reed Brigade"]},
    ],
    "claims": [
        {
            "id": "c1",
            "type": "leads",
            "mode": None,
            "subject": "a1",
            "object": "a2",
            "place": None,
            "when": None,
            "polarity": "asserted",
            "modality": "actual",
            "said_by": None,
            "evidence": [0, 44],
        }
    ],
}


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    path = tmp_path / "gold.json"
    path.write_text(json.dumps(GOLD))
    return path


def test_without_predictions_the_texts_are_read(gold: Path, dateline: Run) -> None:
    ended = dateline("evaluate", gold, "--json")
    assert (ended.status, ended.last) == (0, "1 report scored, 1 annotated claim")
    assert json.loads(ended.out)["claim"] == {"p": 1.0, "r": 1.0, "f1": 1.0, "right": 1, "predicted": 1, "gold": 1}


def test_what_read_printed_can_be_scored(gold: Path, tmp_path: Path, dateline: Run) -> None:
    text = tmp_path / "text.txt"
    text.write_text(str(GOLD["text"]))
    readings = tmp_path / "readings.jsonl"
    readings.write_text(dateline("read", text, "--json").out)
    ended = dateline("evaluate", gold, readings)
    assert ended.status == 0
    assert ended.out.splitlines()[1].split()[-6:] == ["1.000", "1.000", "1.000", "1", "1", "1"]


def test_a_file_that_is_no_annotation_is_one_line_and_status_four(tmp_path: Path, dateline: Run) -> None:
    bad = tmp_path / "bad.json"
    bad.write_text('{"id": "d"}')
    ended = dateline("evaluate", bad)
    assert (ended.status, ended.out, len(ended.err.splitlines())) == (4, "", 1)
    assert "text, claims missing" in ended.err


def test_every_measure_has_a_line_in_words() -> None:
    assert set(ROWS) == {"claim", "type_only", *SLOTS}
    lines = table(score_claims([GOLD], []))
    assert [words for words in ROWS.values() if not any(line.startswith(words) for line in lines)] == []
    assert lines[-1].split()[-3:] == ["-", "0", "0"]
