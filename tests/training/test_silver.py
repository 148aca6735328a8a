import json
from pathlib import Path

from dateline import Reader
from training.encoder.silver import answers, read_all

TEXT = "Gunmen of the Red Dawn Front killed two soldiers near Gao on Monday. They fled in a pickup truck with rifles."


def test_the_rules_answers_are_kinds_of_mentions_and_events_of_sentences(reader: Reader) -> None:
    found = answers(reader.read(TEXT))
    kinds = {(TEXT[start:end].lower(), kind) for start, end, kind in found["mentions"]}
    assert any(kind == "military" and "soldiers" in words for words, kind in kinds)
    assert any(kind == "place" and words.endswith("gao") for words, kind in kinds)
    assert {("rifles", "weapon"), ("pickup truck", "vehicle")} & kinds
    assert all(words != "they" for words, _ in kinds)
    (start, end, types), *_ = found["events"]
    assert TEXT[start:end].startswith("Gunmen")
    assert types == ["ASSAULT"]


def test_nothing_is_said_of_the_events_of_a_report_about_something_else(reader: Reader) -> None:
    sport = "Rovers attacked from the first whistle. The striker scored twice. The cup final is in May."
    reading = reader.read(sport)
    assert (answers(reading)["events"] is None) == (reading.silence is not None)


def test_texts_that_were_read_are_not_read_again(tmp_path: Path) -> None:
    data, out = tmp_path / "data", tmp_path / "out"
    data.mkdir()
    out.mkdir()
    for name in ("muc4", "polnear"):
        record = {"docid": f"{name}-1", "text": TEXT, "templates": [], "attributions": [], "discard": []}
        (data / f"{name}.train.jsonl").write_text(json.dumps(record) + "\n", encoding="utf-8")
    kept = {"docid": "muc4-1", "mentions": [], "events": None}
    (out / "silver.jsonl").write_text(json.dumps(kept) + "\n", encoding="utf-8")
    read_all(data, out)
    lines = [json.loads(line) for line in (out / "silver.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [line["docid"] for line in lines] == ["muc4-1", "polnear-1"]
    assert lines[0] == kept
    assert lines[1]["mentions"]
