"""A reader with the encoder, without it, and with a gate."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import jsonschema
import pytest

from dateline import Reader
from dateline.cli.schema import schema
from dateline.encoder.heads import Heads
from dateline.encoder.model import shipped
from dateline.errors import BadArgument, RunStopped
from dateline.ingest import report_from_text
from dateline.model.record import to_record

CONFLICT = "Gunmen shot a judge in Lira on Monday, police said."
BREAD = "The bakery on Mill Street sells rye bread."
PUBLISHED = date(2012, 12, 5)

needs_weights = pytest.mark.skipif(not shipped(), reason="the weights are not in this checkout")


class Judge:
    """An encoder that thinks a text is about conflict with a probability of 0.9 when it holds a word, else of 0.1."""

    def __init__(self, word: str) -> None:
        self.word = word
        self.heads = Heads({"incident": {"kind": "window", "labels": ["conflict"]}})
        self.asked: list[str] = []

    def read(self, text: str) -> "Judge":
        self.asked.append(text)
        return self

    def of_text(self, head: str) -> dict[str, float]:
        assert head == "incident"
        return {"conflict": 0.9 if self.word in self.asked[-1] else 0.1}


@pytest.fixture
def judge(rules: Reader, monkeypatch: pytest.MonkeyPatch) -> Judge:
    """Takes the shipped weights' place at the gate, once the components have been imported with their own."""
    assert rules.language
    found = Judge("Gunmen")
    monkeypatch.setattr("dateline.encoder.model.load_encoder", lambda folder: found)
    return found


@pytest.fixture
def gated(rules: Reader, judge: Judge) -> Callable[[float], Reader]:
    """Makes a reader with a gate that shares the language model of ``rules``, which has no encoder in it."""

    def make(gate: float) -> Reader:
        reader = Reader(gate=gate)
        reader.language = rules.language
        return reader

    return make


# ---------------------------------------------------------------- the gate


def test_what_the_gate_keeps_out_is_not_read_and_says_why(gated: Callable[[float], Reader]) -> None:
    report = report_from_text(BREAD, published=PUBLISHED)
    reading = gated(0.5).read(report)
    assert reading.kept_out
    assert reading.silence == "about conflict with a probability of 0.10 only, under the gate of 0.5"
    assert (reading.sentences, reading.mentions, reading.claims, reading.incidents) == ((), (), (), ())
    assert reading.report == report


def test_what_the_gate_lets_in_is_read_as_without_it(gated: Callable[[float], Reader], rules: Reader) -> None:
    report = report_from_text(CONFLICT, published=PUBLISHED)
    reading = gated(0.5).read(report)
    assert not reading.kept_out
    assert reading.claims
    assert reading.claims == rules.read(report).claims


@pytest.mark.parametrize(("gate", "is_read"), [(0.0, True), (0.1, True), (0.11, False), (1.0, False)])
def test_a_report_as_likely_as_the_gate_is_let_in(gate: float, is_read: bool, gated: Callable[[float], Reader]) -> None:
    assert gated(gate).read(BREAD).kept_out is not is_read


def test_many_are_kept_out_as_each_alone_and_in_their_order(gated: Callable[[float], Reader]) -> None:
    reports = [report_from_text(text) for text in (CONFLICT, BREAD, "", CONFLICT, BREAD)]
    reader = gated(0.5)
    readings = list(reader.read_many(reports))
    assert [reading.kept_out for reading in readings] == [False, True, True, False, True]
    assert readings == [reader.read(report) for report in reports]


def test_the_gate_does_not_judge_page_furniture(gated: Callable[[float], Reader], judge: Judge) -> None:
    page = f"{BREAD}\n\nShare this story Email Print\n\n© 2012 Gunmen Weekly. All rights reserved."
    reading = gated(0.5).read(page)
    assert reading.report.furniture
    assert reading.kept_out
    assert judge.asked == [BREAD]


def test_a_report_kept_out_keeps_to_the_schema(gated: Callable[[float], Reader]) -> None:
    record = json.loads(json.dumps(to_record(gated(0.5).read(BREAD))))
    jsonschema.validate(record, schema())
    assert record["silence"].startswith("about conflict with a probability of 0.10")


def test_a_report_that_was_read_and_claims_nothing_is_not_kept_out(rules: Reader) -> None:
    football = (
        "Rovers attacked from the first whistle, and United's keeper captured the ball. The match ended in a draw."
    )
    assert not rules.read(football).kept_out
    assert not rules.read("").kept_out


@pytest.mark.parametrize("gate", [-0.1, 1.01, float("nan"), float("inf")])
def test_a_gate_that_is_no_probability_is_refused(gate: float) -> None:
    with pytest.raises(BadArgument, match="should be a probability from 0 to 1"):
        Reader(gate=gate)


def test_a_gate_without_an_encoder_is_refused() -> None:
    with pytest.raises(BadArgument, match="a gate needs the encoder"):
        Reader(encoder=False, gate=0.5)


def test_a_gate_without_weights_stops_the_run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("dateline.encoder.model.FOLDER", tmp_path)
    with pytest.raises(RunStopped, match="the encoder cannot be run"):
        Reader(gate=0.5).read(BREAD)


@needs_weights
def test_the_shipped_weights_let_a_battle_in_and_say_how_likely_a_tax_bill_is() -> None:
    reader = Reader(gate=1.0)
    battle = (
        "Rebels shelled the airport of Bosaso and killed nine soldiers, an army spokesman said. The army fired back."
    )
    taxes = "Senator Ada Lind told voters that her bill would cut taxes for bakeries. She said it would pass."
    likely = [float(str(reader.read(text).silence).split()[6]) for text in (battle, taxes)]
    assert likely[0] > likely[1]


# ---------------------------------------------------------------- with the encoder and without


def test_without_the_encoder_its_components_are_left_out(rules: Reader) -> None:
    names = rules.language.pipe_names
    assert "dateline_claims" in names
    assert not {"dateline_encoder", "dateline_incidents", "dateline_relations"} & set(names)


def test_without_the_encoder_there_are_claims_but_no_incidents_and_no_relations(rules: Reader) -> None:
    reading = rules.read(CONFLICT, published=PUBLISHED)
    assert reading.claims
    assert (reading.incidents, reading.relations) == ((), ())


def test_with_the_encoder_each_component_has_its_word_before_it_needs_it(reader: Reader) -> None:
    names = reader.language.pipe_names
    assert names.index("dateline_encoder") < names.index("dateline_mentions")
    assert names.index("dateline_incidents") > names.index("dateline_claims")


@needs_weights
def test_with_the_encoder_an_incident_is_put_together(reader: Reader) -> None:
    text = (
        "BOGOTA, 3 May 1989 - Guerrillas of the Red Dawn Front attacked the police station of Tame with dynamite on "
        "Monday, killing two policemen, the army reported."
    )
    reading = reader.read(text, published="1989-05-03")
    assert reading.incidents
    assert all(0 <= incident.score <= 1 for incident in reading.incidents)


def test_readings_with_and_without_are_those_of_different_readers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dateline.encoder.model.shipped", lambda: True)
    versions = [Reader().version, Reader(encoder=False).version, Reader(gate=0.2).version, Reader(gate=0.3).version]
    assert len(set(versions)) == 4
    assert versions[1] == f"{versions[0]}, without the encoder"
    assert versions[2] == f"{versions[0]}, gate 0.2"


def test_a_reader_whose_weights_are_missing_is_one_without_the_encoder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dateline.encoder.model.shipped", lambda: False)
    assert Reader().version == Reader(encoder=False).version


def test_a_reader_with_other_weights_is_told_by_their_description(tmp_path: Path) -> None:
    (tmp_path / "encoder.yaml").write_text("heads: {}\n", encoding="utf-8")
    first = Reader(encoder=tmp_path).version
    assert ", encoder " in first
    (tmp_path / "encoder.yaml").write_text("heads: {}\nweights_sha256: ab\n", encoding="utf-8")
    assert Reader(encoder=tmp_path).version != first


def test_other_weights_that_are_not_there_stop_the_run(tmp_path: Path) -> None:
    (tmp_path / "encoder.yaml").write_text("heads: {}\n", encoding="utf-8")
    with pytest.raises(RunStopped, match="the encoder cannot be run"):
        Reader(encoder=tmp_path).read(CONFLICT)
