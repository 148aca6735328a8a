"""The Security Force Monitor's tables: headers, UUIDs, who is under whom, no date beyond publication."""

import csv
import uuid
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from dateline.export.facts.sfm import FILES
from dateline.export.facts.sfm.claims import _ranges
from dateline.model.portion import Portion


def table(folder: Path, name: str) -> list[dict[str, str]]:
    with (folder / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def test_headers_follow_the_import_tables(export: Callable[..., Path]) -> None:
    folder = export("sfm")
    widths = {}
    for name in FILES:
        with (folder / name).open(encoding="utf-8", newline="") as lines:
            rows = list(csv.reader(lines))
        widths[name] = len(rows[0])
        assert {len(row) for row in rows} == {len(rows[0])}
        assert len(set(rows[0])) == len(rows[0])
    assert (widths["units.csv"], widths["persons.csv"], widths["incidents.csv"], widths["sources.csv"]) == (
        74,
        47,
        31,
        20,
    )


def test_ids_are_uuids_and_lead_from_table_to_table(export: Callable[..., Path]) -> None:
    folder = export("sfm")
    units, persons = table(folder, "units.csv"), table(folder, "persons.csv")
    ids = {row["unit:id:admin"] for row in units}
    posted = [row for row in persons if row["person:posting_unit_id:admin"]]
    assert {row["person:posting_unit_id:admin"] for row in posted} <= ids
    assert all(uuid.UUID(identifier).version == 5 for identifier in ids)
    points = {row["source:access_point_id:admin"] for row in table(folder, "sources.csv")}
    assert {row["person:posting_role:source"] for row in posted} <= points
    cited = {row["citation:id"] for row in table(folder, "citations.csv")}
    claims = table(folder, "claims.csv")
    assert {row[":claim/citation:refs"] for row in claims if row[":claim/citation:refs"]} <= cited


def test_a_unit_under_another_is_the_child(portion: Portion, export: Callable[..., Path]) -> None:
    under = replace(portion.relations[4], status="accepted")
    folder = export("sfm", given=replace(portion, relations=(under,)))
    row = next(row for row in table(folder, "units.csv") if row["unit:relation_type"])
    assert (row["unit:name"], row["unit:related_unit"], row["unit:relation_type"]) == (
        "Salt Front",
        "Malian army",
        "child",
    )
    assert row["unit:status:admin"] == "3"
    claim = next(row for row in table(folder, "claims.csv") if row[":claim/type"] == "relation")
    assert claim[":assertion/relation:types"] == "child-of"
    assert claim[":claim/statuses"] == "accepted"


def test_only_accepted_facts_may_be_imported_and_doubt_is_low_confidence(export: Callable[..., Path]) -> None:
    folder = export("sfm")
    incidents = table(folder, "incidents.csv")
    assert [row["incident:status:admin"] for row in incidents] == ["", "", "3"]
    member = next(row for row in table(folder, "persons.csv") if row["person:posting_role"] == "member")
    assert member["person:posting_role:confidence"] == "Low"
    assert "alleged" in member["person:comments:admin"]
    notes = [row[":meta/public-notes"] for row in table(folder, "claims.csv")]
    assert any(note.startswith("the source says that it is not so") for note in notes)


@pytest.mark.parametrize(
    ("certain", "possible", "precise", "imprecise"),
    [
        (
            ["2005-06-01", "2005-06-03"],
            ["2005-05-01", "2005-06-03"],
            "2005-06-01..2005-06-03",
            "2005-05-01..2005-05-31",
        ),
        (None, [None, "2005-04-01"], "..", "since_beginning_of_time..2005-04-01"),
        (None, ["2005-05-20", None], "..", "2005-05-20..2005-06-03"),
        (None, ["2005-07-01", "2005-07-31"], "..", ".."),
    ],
)
def test_ranges_are_whole_days_and_end_with_publication(
    certain: list[str | None] | None, possible: list[str | None], precise: str, imprecise: str
) -> None:
    when = {"certain": certain, "possible": possible, "edtf": "", "basis": "", "reason": ""}
    columns, _ = _ranges(when, date(2005, 6, 3))  # type: ignore[arg-type]
    found = [
        f"{columns.get(f':range-{kind}/first', '')}..{columns.get(f':range-{kind}/last', '')}"
        for kind in ("precise", "imprecise")
    ]
    assert found == [precise, imprecise]
