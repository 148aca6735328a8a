"""A reading comes back out of its record."""

import json
from pathlib import Path

import pytest

from dateline import Reader
from dateline.ingest import IngestOptions, collect
from dateline.model import Report
from dateline.model.from_record import reading_of
from dateline.model.record import to_record

EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.mark.parametrize("name", ["tibesti.txt", "catatumbo.txt", "quetta.html"])
def test_the_record_of_what_comes_back_is_the_record_that_went_in(name: str, rules: Reader) -> None:
    [report] = collect([str(EXAMPLES / name)], IngestOptions())
    assert isinstance(report, Report)
    record = json.loads(json.dumps(to_record(rules.read(report))))
    assert json.loads(json.dumps(to_record(reading_of(record)))) == record


def test_a_reading_comes_back_whole_but_for_bytes_and_head_words(rules: Reader) -> None:
    reading = rules.read("Rebels attacked Gao on 2 April 2012, the army said.", published="2012-04-03")
    back = reading_of(to_record(reading))
    assert back.claims == reading.claims
    assert back.report.raw == b""
    assert [one.text for one in back.mentions] == [one.text for one in reading.mentions]
