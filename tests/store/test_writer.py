import dataclasses
from collections.abc import Callable
from datetime import date

import pytest
import sqlalchemy as sa

from dateline.errors import ReportSkipped, RunStopped
from dateline.model import Published, Reading, Report
from dateline.model.record import to_record
from dateline.store import ClaimFilter, Store, open_store
from dateline.store.tables import claims, readings, reports

MakeReading = Callable[..., Reading]


def count(store: Store, table: sa.Table) -> int:
    with store.engine.connect() as connection:
        return connection.scalar(sa.select(sa.func.count()).select_from(table)) or 0


def test_a_reading_comes_back_as_it_was_put_in(store: Store, make_reading: MakeReading) -> None:
    reading = make_reading()
    assert store.add(reading) == "new"
    assert store.reading(reading.report.id) == to_record(reading)


def test_raw_bytes_are_kept_unaltered(
    store: Store, make_report: Callable[..., Report], make_reading: MakeReading
) -> None:
    raw = bytes(range(256)) * 3
    reading = make_reading(report=make_report(raw=raw, text="A patrol left."))
    store.add(reading)
    assert store.raw(reading.report.id) == raw


def test_adding_the_same_again_changes_nothing(store: Store, make_reading: MakeReading) -> None:
    store.add(make_reading())
    before = list(store.reports())
    assert store.add(make_reading()) == "unchanged"
    assert list(store.reports()) == before
    assert (count(store, reports), count(store, readings), count(store, claims)) == (1, 1, 2)


def test_a_newer_reader_supersedes_the_older_reading_and_loses_none_of_it(
    store: Store, make_reading: MakeReading
) -> None:
    store.add(make_reading(reader="hand 1", confidence=0.25))
    assert store.add(make_reading(reader="hand 2", confidence=0.75)) == "reread"
    standing = list(store.claims())
    assert [(claim.reader, claim.superseded) for claim in standing] == [("hand 2", False)] * 2
    every = list(store.claims(ClaimFilter(include_superseded=True)))
    assert [(claim.reader, claim.superseded) for claim in every[:2]] == [("hand 1", True)] * 2
    assert [claim.record["confidence"] for claim in every] == [0.25, 0.5, 0.75, 0.5]


def test_a_superseded_reading_says_when_and_by_which(store: Store, make_reading: MakeReading) -> None:
    for reader in ("hand 1", "hand 2", "hand 1"):
        store.add(make_reading(reader=reader))
    with store.engine.connect() as connection:
        rows = connection.execute(sa.select(readings).order_by(readings.c.id)).all()
    assert [row.superseded_by for row in rows] == [rows[1].id, rows[2].id, None]
    assert [row.superseded_at for row in rows] == [rows[1].read_at, rows[2].read_at, None]


def test_another_day_of_publication_is_another_reading(store: Store, make_reading: MakeReading) -> None:
    store.add(make_reading(published=date(2012, 12, 5)))
    assert store.add(make_reading(published=date(2012, 12, 6))) == "reread"
    assert [report.published for report in store.reports()] == [date(2012, 12, 6)]


def test_a_rereading_leaves_bytes_and_first_source_alone(
    store: Store, make_report: Callable[..., Report], make_reading: MakeReading
) -> None:
    store.add(make_reading(report=make_report(source="first.txt")))
    store.add(make_reading(report=make_report(source="second.txt"), reader="hand 2"))
    assert [report.source for report in store.reports()] == ["first.txt"]


def test_a_day_that_a_person_gave_stays_until_a_person_gives_another(
    store: Store, make_report: Callable[..., Report], make_reading: MakeReading
) -> None:
    plain = make_report(published=None)
    given = Published(day=date(2012, 12, 3), basis="user", words="2012-12-03")
    store.add(make_reading(report=dataclasses.replace(plain, published=given)))
    assert store.with_known_date(plain).published == given
    other = dataclasses.replace(plain, published=dataclasses.replace(given, day=date(2013, 1, 1)))
    assert store.with_known_date(other) is other


def test_a_report_read_once_has_no_known_date_when_nobody_gave_one(store: Store, make_reading: MakeReading) -> None:
    reading = make_reading()
    store.add(reading)
    assert store.with_known_date(reading.report) is reading.report


def test_holds_only_the_reading_that_would_be_made_now(store: Store, make_reading: MakeReading) -> None:
    reading = make_reading()
    assert not store.holds(reading.report, "hand 1")
    store.add(reading)
    assert store.holds(reading.report, "hand 1")
    assert not store.holds(reading.report, "hand 2")
    assert not store.holds(dataclasses.replace(reading.report, text="Cleaned anew."), "hand 1")


def test_a_claim_made_twice_is_kept_once(store: Store, make_reading: MakeReading) -> None:
    reading = make_reading()
    store.add(dataclasses.replace(reading, claims=reading.claims * 2))
    assert [claim.record["id"] for claim in store.claims()] == [claim.id for claim in reading.claims]


@pytest.mark.parametrize("text", ["half a pair \ud83d", "a nul \0 byte"])
def test_a_text_that_no_database_holds_is_skipped(store: Store, make_reading: MakeReading, text: str) -> None:
    with pytest.raises(ReportSkipped, match="cannot be stored"):
        store.add(make_reading(text=text, raw=b"x"))
    assert list(store.reports()) == []


def test_two_reports_with_one_id_are_not_mixed(store: Store, make_reading: MakeReading) -> None:
    reading = make_reading()
    store.add(reading)
    impostor = dataclasses.replace(reading.report, sha256="0" * 64, raw=b"other", text="Other.")
    with pytest.raises(ReportSkipped, match="another report with the id"):
        store.add(dataclasses.replace(reading, report=impostor))
    assert store.reading(reading.report.id) == to_record(reading)


def test_a_failure_in_the_middle_leaves_nothing_of_the_reading(store: Store, make_reading: MakeReading) -> None:
    store.add(make_reading(reader="hand 1"))
    broken = make_reading(reader="hand 2")
    too_large = dataclasses.replace(broken.claims[1].evidence, end=2**70)
    bad = dataclasses.replace(broken.claims[1], evidence=too_large)
    with pytest.raises((OverflowError, RunStopped)):
        store.add(dataclasses.replace(broken, claims=(broken.claims[0], bad)))
    assert [claim.reader for claim in store.claims()] == ["hand 1"] * 2
    assert (count(store, readings), count(store, claims)) == (1, 2)


def test_a_report_that_another_program_stores_meanwhile_is_unchanged(
    address: str, make_reading: MakeReading, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on PostgreSQL, where two programs may both find that a report is new."""
    import dateline.store.writer as module

    with open_store(address) as store:
        store.add(make_reading())
        look = module._standing
        answers = iter([None])
        monkeypatch.setattr(module, "_standing", lambda *given: next(answers, look(*given)))
        monkeypatch.setattr(module, "_keep_report", lambda *_: False)
        assert store.add(make_reading()) == "unchanged"


def test_unknown_reports_are_key_errors(store: Store) -> None:
    with pytest.raises(KeyError):
        store.raw("r0")
    with pytest.raises(KeyError):
        store.reading("r0")
