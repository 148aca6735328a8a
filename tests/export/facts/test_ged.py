"""UCDP GED: 49 columns, its rules of inclusion, its arithmetic."""

import csv
from collections.abc import Callable
from dataclasses import replace
from io import StringIO
from pathlib import Path
from types import SimpleNamespace

import pytest

from dateline.export.facts import ExportOptions
from dateline.export.facts.ged import COLUMNS, priogrid, why_not, write_ged
from dateline.model.date_span import DayRange
from dateline.model.portion import Portion


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def test_the_table_has_49_columns_in_every_row(export: Callable[..., Path]) -> None:
    with export("ucdp-ged").open(encoding="utf-8", newline="") as lines:
        assert {len(row) for row in csv.reader(lines)} == {49}
    assert len(set(COLUMNS)) == 49


def test_best_is_the_sum_of_the_deaths_and_lies_between_low_and_high(export: Callable[..., Path]) -> None:
    for row in rows(export("ucdp-ged")):
        sides = ("deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown")
        assert int(row["best"]) == sum(int(row[side]) for side in sides)
        assert int(row["low"]) <= int(row["best"]) <= int(row["high"])
        assert (row["date_prec"] == "1") == (row["date_start"] == row["date_end"])


def test_sides_are_named_as_ucdp_does_and_its_ids_are_not_invented(export: Callable[..., Path]) -> None:
    one_sided, state_based = rows(export("ucdp-ged"))
    assert (one_sided["side_a"], one_sided["side_b"], one_sided["type_of_violence"]) == ("Salt Front", "Civilians", "3")
    assert state_based["dyad_name"] == "Government of Mali - Salt Front"
    assert (state_based["conflict_name"], state_based["gwnoa"], state_based["gwnob"]) == ("Mali", "432", "")
    assert (state_based["country_id"], state_based["region"], state_based["adm_1"]) == ("432", "Africa", "Gao")
    assert {state_based[name] for name in ("id", "dyad_new_id", "side_b_dset_id")} == {"-1"}
    assert (state_based["where_prec"], state_based["date_prec"], state_based["deaths_unknown"]) == ("1", "2", "10")
    assert (one_sided["where_prec"], one_sided["deaths_civilians"], one_sided["source_original"]) == (
        "2",
        "3",
        "witness 1",
    )


def test_an_article_is_office_day_and_headline_and_no_headline_is_a_formula(export: Callable[..., Path]) -> None:
    row = rows(export("ucdp-ged"))[0]
    assert row["source_article"] == '"Sahel Post,2024-03-05,=[victim 1] killed, a town in fear"'
    assert row["source_headline"].startswith("'=")


def test_what_is_alleged_says_so(portion: Portion, options: ExportOptions) -> None:
    out = StringIO()
    event = replace(portion.events[2], modality="alleged")
    write_ged(replace(portion, events=(event,)), out, options)
    assert next(csv.DictReader(StringIO(out.getvalue())))["code_status"] == "alleged; accepted"


def test_events_outside_the_rules_are_left_out_with_the_rule(portion: Portion, handmade: SimpleNamespace) -> None:
    event = portion.events[2]
    assert why_not(event) is None
    assert why_not(portion.events[1]) == "no death is counted"
    assert why_not(replace(event, place=None)) == "no place with coordinates"
    assert why_not(replace(event, possible=DayRange(first=None, last=None))) == "no first or no last day"
    assert (
        why_not(replace(event, possible=handmade.days("2022-01-01", "2023-12-31"))) == "the days span more than a year"
    )
    assert why_not(replace(event, modality="planned")) == "not told as something that happened (planned)"
    gunmen = replace(event.actors[0], actor=None, name="gunmen")
    assert why_not(replace(event, actors=(gunmen,))) == "no organised actor is named on each side"


@pytest.mark.parametrize(("lat", "lon", "cell"), [(-90, -180, 1), (90, 180, 259200), (16.27, -0.04, 153000)])
def test_priogrid_counts_half_degrees_from_the_south_west(lat: float, lon: float, cell: int) -> None:
    assert priogrid(lat, lon) == cell
