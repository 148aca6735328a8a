"""Who is in a report: also those whom a claim names by words that are no mention."""

from dateline import Reader
from dateline.ingest import report_from_text
from dateline.model.record import to_record
from dateline.store.entity_rows import entity_rows


def test_a_state_told_by_its_adjective_is_a_state(rules: Reader) -> None:
    record = to_record(rules.read(report_from_text("A Russian airstrike killed three civilians in Saraqib on Friday.")))
    rows = {row["name"]: row for row in entity_rows(record, record["claims"])}
    assert (rows["Russia"]["kind"], rows["Russia"]["country"]) == ("government", "RU")
