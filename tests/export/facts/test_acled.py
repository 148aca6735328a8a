"""ACLED: 31 columns, its vocabulary, its figures."""

import csv
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from dateline.export.facts.acled import COLUMNS, DISORDER, why_not
from dateline.export.facts.acled_actors import interaction
from dateline.model.portion import Portion


def test_the_table_has_31_columns_and_acleds_words(export: Callable[..., Path]) -> None:
    with export("acled").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    assert len(COLUMNS) == 31
    assert len(rows) == 3
    killing, abduction, clash = rows
    assert (killing["event_type"], killing["sub_event_type"]) == ("Violence against civilians", "Attack")
    assert (killing["inter1"], killing["inter2"], killing["interaction"]) == ("2", "7", "27")
    assert (killing["civilian_targeting"], clash["civilian_targeting"]) == ("Civilian targeting", "")
    assert (clash["interaction"], clash["time_precision"], clash["geo_precision"]) == ("12", "2", "1")
    assert (abduction["time_precision"], abduction["geo_precision"], abduction["iso"]) == ("3", "3", "466")
    assert abduction["notes"].startswith("Alleged. ")
    assert "alleged" in abduction["tags"].split("; ")
    assert {row["disorder_type"] for row in rows} == {"Political violence"}
    assert set(DISORDER.values()) >= {"Political violence", "Demonstrations", "Strategic developments"}


@pytest.mark.parametrize(
    ("one", "other", "figure"), [(2, 1, 12), (1, None, 10), (None, 7, 70), (7, 7, 77), (None, None, None)]
)
def test_an_interaction_has_the_lower_figure_first(one: int | None, other: int | None, figure: int | None) -> None:
    assert interaction(one, other) == figure


def test_what_acled_has_no_place_for_is_left_out(portion: Portion) -> None:
    event = portion.events[2]
    assert event.place is not None
    assert why_not(event) is None
    assert why_not(replace(event, codes={})) == "ACLED has no type for it"
    country = replace(event.place, precision="country")
    assert why_not(replace(event, place=country)) == "no place sharper than a country or a sea"
    assert why_not(replace(event, status="rejected")) == "a person rejected it"
