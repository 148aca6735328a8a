import dataclasses
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from dateline.model import Reading
from dateline.record.places import country_codes
from dateline.store import open_store

Run = Callable[..., Any]


def test_claims_are_listed_with_the_words_of_the_report(filled: Path, dateline: Run) -> None:
    ended = dateline("claims")
    assert ended.status == 0
    assert "“Idriss Kélé left the Northern Front in April, a local official said.”" in ended.out
    assert ended.last == "2 claims"
    assert max(map(len, ended.out.splitlines())) <= 100


def test_json_gives_one_claim_a_line_with_its_report(
    filled: Path, dateline: Run, make_reading: Callable[..., Reading]
) -> None:
    records = [json.loads(line) for line in dateline("claims", "--json").out.splitlines()]
    assert [record["id"] for record in records] == ["c000000000001", "c000000000002"]
    assert {record["report_id"] for record in records} == {make_reading().report.id}
    assert records[1]["location"]["country"] == "YE"


@pytest.mark.parametrize(
    ("arguments", "ids"),
    [
        (["--actor", "idriss"], [1]),
        (["--type", "assault/raid"], [2]),
        (["--place", "Yemen"], [2]),
        (["--place", "Sanaa"], [2]),
        (["--place", "Mali"], []),
        (["--from", "2012-12"], [2]),
        (["--to", "2012-04"], [1]),
        (["--speaker", "official"], [1]),
    ],
)
def test_claims_are_filtered(filled: Path, dateline: Run, arguments: list[str], ids: list[int]) -> None:
    ended = dateline("claims", "--json", *arguments)
    assert ended.status == 0
    assert [json.loads(line)["id"] for line in ended.out.splitlines()] == [f"c{number:012}" for number in ids]


def test_superseded_claims_are_given_when_asked_for(
    filled: Path, dateline: Run, make_reading: Callable[..., Reading]
) -> None:
    with open_store(str(filled)) as store:
        store.add(make_reading(reader="hand 2"))
    assert dateline("claims").last == "2 claims"
    ended = dateline("claims", "--superseded")
    assert ended.last == "4 claims"
    assert "(superseded)" in " ".join(ended.out.split())


@pytest.mark.parametrize("arguments", [["--from", "last week"], ["--actor", "?"], ["--from", "2013", "--to", "2012"]])
def test_what_cannot_be_meant_is_told_in_one_line(filled: Path, dateline: Run, arguments: list[str]) -> None:
    ended = dateline("claims", *arguments)
    assert (ended.status, ended.out) == (4, "")
    assert len(ended.err.splitlines()) == 1
    assert ended.err.startswith("error: ")


def test_countries_are_found_under_their_names() -> None:
    assert country_codes("yemen") == {"YE"}
    assert country_codes("Gao") == frozenset()


@pytest.mark.parametrize(
    ("wanted", "words"), [("ASSAULTS", "there is no claim type"), ("ASSAULT/nonsense", "has no mode 'nonsense'")]
)
def test_a_type_that_does_not_exist_is_no_empty_answer(filled: Path, dateline: Run, wanted: str, words: str) -> None:
    ended = dateline("claims", "--type", wanted)
    assert ended.status == 4
    assert words in ended.err


@pytest.mark.parametrize("report", ["zzz", "r0", "other.txt"])
def test_a_report_that_is_not_there_is_refused(filled: Path, dateline: Run, report: str) -> None:
    ended = dateline("claims", "--report", report)
    assert (ended.status, ended.out) == (4, "")
    assert ended.last == f"error: there is no report {report!r} in the store: `dateline reports` lists those there are"


def test_a_type_of_the_users_own_is_found_when_the_store_holds_it(
    filled: Path, dateline: Run, make_reading: Callable[..., Reading]
) -> None:
    reading = make_reading(reader="hand 2")
    claims = (dataclasses.replace(reading.claims[0], type="VACCINATE"), *reading.claims[1:])
    with open_store(str(filled)) as store:
        store.add(dataclasses.replace(reading, claims=claims))
    assert dateline("claims", "--type", "vaccinate").last == "1 claim"
    assert dateline("claims", "--type", "inoculate").status == 4
