"""Encoder and gate: from options and variables to the reader, and what is said of reports that the gate keeps out."""

import dataclasses
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from dateline.model import Reading, Report
from dateline.store import open_view

Run = Callable[..., Any]
REASON = "about conflict with a probability of 0.01 only, under the gate of 0.2"


@pytest.fixture
def chosen(monkeypatch: pytest.MonkeyPatch, make_reading: Callable[..., Reading]) -> dict[str, Any]:
    """How the last reader was built. It stands in for the real one, and its gate keeps out what is about bread."""
    chosen: dict[str, Any] = {}

    class StandIn:
        def __init__(self, **options: Any) -> None:
            chosen.clear()
            chosen.update(options)
            self.version = f"hand 1{', gated' if 'gate' in options else ''}"

        def read(self, report: Report) -> Reading:
            reading = make_reading(report=report, reader=self.version)
            if "gate" not in chosen or "bread" not in report.text:
                return reading
            return dataclasses.replace(reading, silence=REASON, sentences=())

    monkeypatch.setattr("dateline.pipeline.Reader", StandIn)
    return chosen


@pytest.fixture
def bread(tmp_path: Path) -> Path:
    path = tmp_path / "bread.txt"
    path.write_text("The mill sells rye bread.\n", encoding="utf-8")
    return path


@pytest.fixture
def gao(tmp_path: Path) -> Path:
    path = tmp_path / "gao.txt"
    path.write_text("Gao was quiet on Monday.\n", encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("options", "variables", "built"),
    [
        ([], {}, {}),
        (["--encoder"], {}, {}),
        (["--no-encoder"], {}, {"encoder": False}),
        (["--gate", "0.2"], {}, {"gate": 0.2}),
        ([], {"DATELINE_ENCODER": "off"}, {"encoder": False}),
        ([], {"DATELINE_GATE": "0.3"}, {"gate": 0.3}),
        (["--encoder", "--gate", "0"], {"DATELINE_ENCODER": "off", "DATELINE_GATE": "0.3"}, {"gate": 0.0}),
    ],
)
@pytest.mark.parametrize("command", ["read", "add"])
def test_an_option_or_else_a_variable_says_how_the_reader_is_built(
    command: str, options: list[str], variables: dict[str, str], built: dict[str, Any],
    path: Path, gao: Path, chosen: dict[str, Any], dateline: Run, monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert dateline(command, gao, *options).status == 0
    assert chosen == built


@pytest.mark.parametrize("gate", ["1.2", "-0.1", "nan", "half"])
def test_a_gate_that_is_no_probability_is_refused(gate: str, gao: Path, dateline: Run) -> None:
    ended = dateline("read", gao, f"--gate={gate}")
    assert ended.status != 0
    assert ended.out == ""
    assert "gate" in ended.err


@pytest.mark.parametrize("command", ["read", "add"])
def test_a_gate_without_an_encoder_stops_the_run_with_words(command: str, path: Path, gao: Path, dateline: Run) -> None:
    ended = dateline(command, gao, "--gate", "0.2", "--no-encoder")
    assert (ended.status, ended.err) == (4, "error: a gate needs the encoder: give one of them up\n")


def test_read_counts_what_the_gate_kept_out_and_says_why(
    bread: Path, gao: Path, chosen: dict[str, Any], dateline: Run
) -> None:
    ended = dateline("read", bread, gao, "--gate", "0.2")
    assert ended.last == "1 report read, 0 claims, 1 kept out by the gate"
    assert f"Nothing is claimed of it: the report is {REASON}." in " ".join(ended.out.split())
    lines = [json.loads(line) for line in dateline("read", bread, gao, "--gate", "0.2", "--json").out.splitlines()]
    assert [line["silence"] for line in lines] == [REASON, None]


def test_add_keeps_what_the_gate_kept_out_with_a_note(
    path: Path, bread: Path, gao: Path, chosen: dict[str, Any], dateline: Run
) -> None:
    ended = dateline("add", bread, gao, "--gate", "0.2")
    assert ended.status == 0
    assert ended.err.splitlines() == [
        f"note on {bread}: not read: it is {REASON}",
        "2 new; the gate kept 1 from being read",
    ]
    assert notes(path) == {"bread": (f"not read: it is {REASON}",), "gao": ()}
    assert dateline("add", bread, gao, "--gate", "0.2").err == "2 unchanged\n"


def test_without_the_gate_it_is_read_after_all_and_the_note_is_gone(
    path: Path, bread: Path, chosen: dict[str, Any], dateline: Run
) -> None:
    dateline("add", bread, "--gate", "0.2")
    assert dateline("add", bread).err == "1 reread\n"
    assert notes(path) == {"bread": ()}


def notes(path: Path) -> dict[str, tuple[str, ...]]:
    with open_view(str(path)) as view:
        return {Path(report.source).stem: tuple(report.notes) for report in view.reports()}
