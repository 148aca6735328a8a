import json
from pathlib import Path
from typing import Any

import pytest

from dateline.errors import DataFileError
from dateline.evaluate.records import read_gold, read_predictions

CLAIM: dict[str, Any] = {
    "type": "leads",
    "subject": "a1",
    "object": "a2",
    "said_by": None,
    "polarity": "asserted",
    "modality": "actual",
    "evidence": [0, 4],
}
GOLD = {"id": "d", "text": "Baro leads them.", "claims": [CLAIM]}


def write(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def test_one_object_a_list_and_json_lines_are_read_alike(tmp_path: Path) -> None:
    line = json.dumps(GOLD)
    other = json.dumps({**GOLD, "id": "e"})
    assert [r["id"] for r in read_gold(write(tmp_path / "one.json", json.dumps(GOLD, indent=1)))] == ["d"]
    assert [r["id"] for r in read_gold(write(tmp_path / "list.json", f"[{line}, {other}]"))] == ["d", "e"]
    assert [r["id"] for r in read_gold(write(tmp_path / "lines.jsonl", f"{line}\n\n{other}\n"))] == ["d", "e"]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ('{"id": "d"}', r"record 1: text, claims missing \(see docs/annotation-guide.md\)"),
        ("[1]", "record 1: a JSON object is wanted"),
        ('{"id": 1}\nno', "line 2: not JSON"),
        (json.dumps({**GOLD, "claims": [{"type": "leads"}]}), "subject, object, said_by"),
    ],
)
def test_a_file_of_another_form_is_refused_with_what_is_wrong(tmp_path: Path, content: str, message: str) -> None:
    with pytest.raises(DataFileError, match=message):
        read_gold(write(tmp_path / "gold.json", content))


def test_a_file_that_is_not_there_or_no_text_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DataFileError, match="cannot be read"):
        read_gold(tmp_path / "none.json")
    (tmp_path / "binary.json").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(DataFileError, match="cannot be read"):
        read_gold(tmp_path / "binary.json")


def test_what_read_prints_is_joined_by_its_text_and_shows_its_date_as_edtf(tmp_path: Path) -> None:
    reading = {"report": {"id": "r1", "text": GOLD["text"]}, "claims": [{**CLAIM, "when": {"edtf": "2003"}}]}
    path = write(tmp_path / "claims.jsonl", json.dumps(reading))
    assert [(r["id"], r["claims"][0]["when"]) for r in read_predictions(path, [GOLD])] == [("d", "2003")]


def test_a_reading_of_another_text_is_refused(tmp_path: Path) -> None:
    path = write(tmp_path / "claims.jsonl", json.dumps({"report": {"text": "Other."}, "claims": []}))
    with pytest.raises(DataFileError, match="of no annotated report"):
        read_predictions(path, [GOLD])


def test_predictions_with_ids_keep_them(tmp_path: Path) -> None:
    path = write(tmp_path / "claims.jsonl", json.dumps({"id": "d", "claims": [{**CLAIM, "when": "2003"}]}))
    assert read_predictions(path, [GOLD])[0]["claims"][0]["when"] == "2003"
