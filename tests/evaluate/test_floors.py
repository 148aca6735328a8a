"""Accuracy on the reports that ship with Dateline, which may not fall below ``dateline/evaluate/floors.json``."""

from pathlib import Path

import pytest

from dateline import Reader
from dateline.cli.evaluate import predictions
from dateline.evaluate.claims import score_claims
from dateline.evaluate.floors import digest, fallen, load_floors
from dateline.evaluate.records import read_gold

ROOT = Path(__file__).parents[2]
SETS = load_floors()
EXPECTED = {"claim.p", "claim.r", "type_only.f1"} | {
    f"{slot}.accuracy" for slot in ("attribution", "polarity", "modality", "time", "place")
}


@pytest.mark.parametrize("name", SETS)
def test_figures_are_not_below_their_floors(name: str, whole_reader: Reader) -> None:
    gold = [record for file in SETS[name]["files"] for record in read_gold(ROOT / file)]
    below = fallen(score_claims(gold, predictions(gold, whole_reader)), SETS[name]["floors"])
    assert not below, f"{name}: lower a floor only in a commit that says why: " + "; ".join(below)


@pytest.mark.parametrize("name", SETS)
def test_the_reports_measured_are_those_the_floors_were_set_on(name: str) -> None:
    found = digest(ROOT / file for file in SETS[name]["files"])
    assert found == SETS[name]["sha256"], "the annotated reports changed: measure again, then pin their new digest"


def test_every_measure_has_a_floor_in_each_set() -> None:
    assert set(SETS) == {"examples", "dev", "more"}
    for pinned in SETS.values():
        assert set(pinned["floors"]) == EXPECTED
        assert all(0.25 <= floor <= 1 for floor in pinned["floors"].values())


def test_a_figure_below_its_floor_is_named_and_one_on_it_is_not() -> None:
    figures = {"claim": {"p": 0.5, "r": 0.5}, "place": {"accuracy": None}}
    below = fallen(figures, {"claim.p": 0.5, "claim.r": 0.51, "place.accuracy": 0.1})
    assert below == ["claim.r is 0.5000, below its floor of 0.51", "place.accuracy is 0.0000, below its floor of 0.1"]


def test_a_digest_changes_with_any_file(tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    one.write_text("a")
    other.write_text("b")
    before = digest([one, other])
    other.write_text("c")
    assert digest([one, other]) != before
