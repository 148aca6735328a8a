import csv
import dataclasses
import io
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.export.as_csv import ACTORS, COLUMNS, COUNTED, FORMULA_STARTS, cell, flat, write_csv
from dateline.model import Claim, Code, Counts, Reading
from dateline.model.record import claim_record

REPORT = {
    "report_id": "r1",
    "report_title": "Front, divided",
    "report_published": "2012-12-05",
    "report_publisher": "=HYPERLINK(1)",
    "report_source": "a.txt",
    "report_url": None,
    "reader": "hand 1",
    "superseded": False,
}


def written(*claims: Claim) -> list[dict[str, str]]:
    out = io.StringIO(newline="")
    assert write_csv(({**claim_record(claim), **REPORT} for claim in claims), out) == len(claims)
    out.seek(0)
    return list(csv.DictReader(out))


def test_a_claim_is_a_row_and_every_value_has_its_column(make_reading: Callable[..., Reading]) -> None:
    split, raid = written(*make_reading().claims)
    assert split["subject"] == "Idriss Kélé"
    assert (split["possible_first"], split["possible_last"], split["certain_first"]) == ("2012-04-01", "2012-04-30", "")
    assert (split["place"], split["lat"], split["killed_best"]) == ("", "", "")
    assert (raid["lat"], raid["lon"], raid["country"], raid["place_precision"]) == (
        "15.35",
        "-44.2",
        "YE",
        "settlement",
    )
    assert (raid["killed_low"], raid["killed_best"], raid["killed_high"]) == ("3", "3", "")
    assert (raid["date"], raid["certain_first"]) == ("2012-12-03", "2012-12-03")
    assert (raid["evidence_start"], raid["evidence_end"], raid["superseded"]) == ("69", "125", "false")
    assert raid["report_publisher"] == "'=HYPERLINK(1)"


def test_nothing_of_a_claim_is_left_out(make_reading: Callable[..., Reading]) -> None:
    record = {**claim_record(make_reading().claims[1]), **REPORT}
    spread = {"location", "when", "evidence", "counts", "codes", *(f"{part}_span" for part in ACTORS)}
    assert set(record) - spread <= set(COLUMNS)


def test_a_record_of_an_older_version_has_empty_cells_for_what_came_later(
    make_reading: Callable[..., Reading],
) -> None:
    record = {**claim_record(make_reading().claims[0]), **REPORT}
    later = {"governed_by", *(f"{part}_span" for part in ACTORS)}
    out = io.StringIO(newline="")
    write_csv([{name: value for name, value in record.items() if name not in later}], out)
    out.seek(0)
    row = next(csv.DictReader(out))
    assert (row["subject"], row["subject_start"], row["governed_by"]) == ("Idriss Kélé", "", "")


def test_every_kind_of_count_has_columns() -> None:
    assert tuple(Counts.__dataclass_fields__) == COUNTED


def test_the_header_is_there_without_claims() -> None:
    out = io.StringIO()
    assert write_csv([], out) == 0
    assert out.getvalue() == ",".join(COLUMNS) + "\n"


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("=1+1", "'=1+1"),
        ("+1", "'+1"),
        ("-5", "'-5"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\tx", "'\tx"),
        ("\rx", "'\rx"),
        ("Gao", "Gao"),
        (-3.99, -3.99),
        (0, 0),
        (True, "true"),
        (None, ""),
        (["a", "b"], "a; b"),
        (["=a", "b"], "'=a; b"),
        ([], ""),
    ],
)
def test_a_cell_is_never_a_formula_and_a_number_stays_one(value: Any, expected: str | float) -> None:
    assert cell(value) == expected
    assert type(cell(value)) is type(expected)


@given(st.one_of(st.text(), st.lists(st.text())))
def test_no_text_whatever_begins_a_formula(value: str | list[str]) -> None:
    assert not str(cell(value)).startswith(FORMULA_STARTS)


def test_the_codes_of_other_codebooks_stand_in_columns_with_their_reasons(make_reading: Callable[..., Reading]) -> None:
    codes = (
        Code(scheme="PLOVER", code="ASSAULT", detail="abduct", reason="the type and mode of the claim"),
        Code(scheme="CAMEO", code="0841", detail=None, reason="made by hand"),
        Code(scheme="ACLED", code="Battles", detail="Armed clash", reason="two armed sides"),
        Code(scheme="UCDP", code=None, detail=None, reason="nobody died"),
    )
    row = flat({**claim_record(dataclasses.replace(make_reading().claims[1], codes=codes)), **REPORT})
    assert (row["plover_type"], row["plover_mode"], row["cameo"]) == ("ASSAULT", "abduct", "0841")
    assert (row["acled_event_type"], row["acled_sub_event_type"]) == ("Battles", "Armed clash")
    assert (row["ucdp_type_of_violence"], row["ucdp_reason"]) == (None, "nobody died")


def test_a_record_of_before_there_were_codes_leaves_their_columns_empty(make_reading: Callable[..., Reading]) -> None:
    record = {**claim_record(make_reading().claims[1]), **REPORT}
    del record["codes"]
    assert flat(record)["cameo"] is None
