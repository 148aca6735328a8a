import dataclasses
from collections.abc import Callable
from datetime import date

import pytest

from dateline.errors import BadArgument
from dateline.model import DateSpan, DayRange, Reading, Report
from dateline.store import ClaimFilter, ReportFilter, Store

SPLIT, RAID = "c000000000001", "c000000000002"


def found(store: Store, **wanted: object) -> list[str]:
    return [claim.record["id"] for claim in store.claims(ClaimFilter(**wanted))]  # type: ignore[arg-type]


@pytest.fixture
def filled(store: Store, make_reading: Callable[..., Reading]) -> Store:
    store.add(make_reading())
    return store


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        ({}, [SPLIT, RAID]),
        ({"actor": "idriss"}, [SPLIT]),
        ({"actor": "KELE"}, [SPLIT, RAID]),
        ({"actor": "Kele Idriss"}, [SPLIT]),
        ({"actor": "northern front"}, [SPLIT]),
        ({"actor": "idriss front"}, []),
        ({"actor": "kel"}, []),
        ({"type": "ASSAULT"}, [RAID]),
        ({"type": "assault/RAID"}, [RAID]),
        ({"type": "ASSAULT/abduct"}, []),
        ({"place": "sanaa"}, [RAID]),
        ({"place": "YE"}, [RAID]),
        ({"place": "ye"}, [RAID]),
        ({"place": "ML"}, []),
        ({"place": "Yemen"}, []),
        ({"place": "Yemen", "countries": frozenset({"YE"})}, [RAID]),
        ({"speaker": "official"}, [SPLIT]),
        ({"speaker": "Kélé"}, []),
        ({"date_from": date(2012, 4, 30)}, [SPLIT, RAID]),
        ({"date_from": date(2012, 5, 1)}, [RAID]),
        ({"date_to": date(2012, 4, 1)}, [SPLIT]),
        ({"date_to": date(2012, 3, 31)}, []),
        ({"date_from": date(2012, 4, 10), "date_to": date(2012, 4, 12)}, [SPLIT]),
        ({"actor": "Kélé", "place": "Sana'a", "type": "ASSAULT"}, [RAID]),
    ],
)
def test_claims_are_those_for_which_all_that_is_asked_holds(
    filled: Store, wanted: dict[str, object], expected: list[str]
) -> None:
    assert found(filled, **wanted) == expected


def test_an_actor_is_found_through_the_other_names_of_its_entity(
    store: Store, make_reading: Callable[..., Reading]
) -> None:
    reading = make_reading()
    short = dataclasses.replace(reading.claims[0].subject, name="Kélé") if reading.claims[0].subject else None
    store.add(dataclasses.replace(reading, claims=(dataclasses.replace(reading.claims[0], subject=short),)))
    assert found(store, actor="Idriss") == [SPLIT]


@pytest.mark.parametrize(
    ("possible", "expected"),
    [
        (None, []),
        (DayRange(first=None, last=None), [SPLIT]),
        (DayRange(first=None, last=date(2012, 1, 1)), []),
        (DayRange(first=None, last=date(2012, 6, 1)), [SPLIT]),
        (DayRange(first=date(2012, 1, 1), last=None), [SPLIT]),
        (DayRange(first=date(2013, 1, 1), last=None), []),
    ],
)
def test_an_open_end_sets_no_limit_and_no_date_is_in_no_range(
    store: Store, make_reading: Callable[..., Reading], possible: DayRange | None, expected: list[str]
) -> None:
    reading = make_reading()
    when = DateSpan(certain=None, possible=possible, basis="", reason="made by hand") if possible else None
    store.add(dataclasses.replace(reading, claims=(dataclasses.replace(reading.claims[0], when=when),)))
    assert found(store, date_from=date(2012, 5, 1), date_to=date(2012, 7, 1)) == expected


def test_the_place_that_a_relation_holds_is_its_place(store: Store, make_reading: Callable[..., Reading]) -> None:
    reading = make_reading()
    store.add(dataclasses.replace(reading, claims=(dataclasses.replace(reading.claims[0], type="controls"),)))
    assert found(store, place="Northern Front") == [SPLIT]
    assert found(store, place="Idriss") == []


def test_a_report_is_found_by_id_beginning_source_and_url(
    store: Store, make_report: Callable[..., Report], make_reading: Callable[..., Reading]
) -> None:
    report = dataclasses.replace(make_report(source="folder/a_b.txt"), url="https://example.org/1")
    store.add(make_reading(report=report))
    store.add(make_reading(report=make_report(raw=b"other", text="Other.", source="folder/acb.txt")))
    for name in (report.id, report.id[:6], "folder/a_b.txt", "a_b.txt", "https://example.org/1"):
        assert len(found(store, report=name)) == 2
        assert [listed.id for listed in store.reports(ReportFilter(report=name))] == [report.id]
    assert found(store, report="b.txt") == []


def test_reports_are_filtered_by_publisher_and_day(filled: Store) -> None:
    def listed(**wanted: object) -> int:
        return len(list(filled.reports(ReportFilter(**wanted))))  # type: ignore[arg-type]

    assert listed(publisher="river") == 1
    assert listed(publisher="ri%er") == 0
    assert listed(date_from=date(2012, 12, 5), date_to=date(2012, 12, 5)) == 1
    assert listed(date_from=date(2012, 12, 6)) == 0


@pytest.mark.parametrize(
    "wanted",
    [
        ClaimFilter(actor="!"),
        ClaimFilter(place=" "),
        ClaimFilter(speaker=""),
        ClaimFilter(date_from=date(2013, 1, 1), date_to=date(2012, 1, 1)),
        ReportFilter(date_from=date(2013, 1, 1), date_to=date(2012, 1, 1)),
    ],
)
def test_a_filter_that_cannot_be_meant_is_a_bad_argument(wanted: ClaimFilter | ReportFilter) -> None:
    with pytest.raises(BadArgument):
        wanted.conditions()
