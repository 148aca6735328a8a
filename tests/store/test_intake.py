from collections.abc import Callable

import pytest

from dateline.errors import ReportSkipped, RunStopped
from dateline.model import Reading, Report
from dateline.store import Store, keep

MakeReading = Callable[..., Reading]
MakeReport = Callable[..., Report]


class StandIn:
    """Reads by hand, and remembers what it was asked to read."""

    def __init__(
        self, make_reading: MakeReading, version: str = "hand 1", failing: dict[str, Exception] | None = None
    ) -> None:
        self.version = version
        self.asked: list[str] = []
        self._make_reading = make_reading
        self._failing = failing or {}

    def read(self, report: Report) -> Reading:
        self.asked.append(report.source)
        if report.source in self._failing:
            raise self._failing[report.source]
        return self._make_reading(report=report, reader=self.version)


def reports(make_report: MakeReport, *names: str) -> list[Report]:
    return [make_report(text=f"{name} was quiet.", source=name) for name in names]


def test_what_is_there_is_not_read_again(store: Store, make_report: MakeReport, make_reading: MakeReading) -> None:
    list(keep(reports(make_report, "Gao", "Kidal"), store, StandIn(make_reading)))
    again = StandIn(make_reading)
    results = [outcome.result for outcome in keep(reports(make_report, "Gao", "Ber", "Kidal"), store, again)]
    assert results == ["unchanged", "new", "unchanged"]
    assert again.asked == ["Ber"]


def test_a_newer_reader_reads_all_again(store: Store, make_report: MakeReport, make_reading: MakeReading) -> None:
    list(keep(reports(make_report, "Gao"), store, StandIn(make_reading)))
    newer = StandIn(make_reading, "hand 2")
    assert [outcome.result for outcome in keep(reports(make_report, "Gao"), store, newer)] == ["reread"]


def test_the_same_report_twice_in_one_run_is_kept_once(
    store: Store, make_report: MakeReport, make_reading: MakeReading
) -> None:
    results = [outcome.result for outcome in keep(reports(make_report, "Gao") * 2, store, StandIn(make_reading))]
    assert results == ["new", "unchanged"]


def test_what_fails_is_told_and_the_others_are_kept(
    store: Store, make_report: MakeReport, make_reading: MakeReading
) -> None:
    failing: dict[str, Exception] = {"Gao": ReportSkipped("Gao", "no text"), "Ber": ValueError("a fault\nof ours")}
    items = [ReportSkipped("lost.pdf", "cut short"), *reports(make_report, "Gao", "Ber", "Kidal")]
    outcomes = list(keep(items, store, StandIn(make_reading, failing=failing)))
    assert [(outcome.source, outcome.result) for outcome in outcomes] == [
        ("lost.pdf", "skipped"),
        ("Gao", "skipped"),
        ("Ber", "skipped"),
        ("Kidal", "new"),
    ]
    assert [outcome.reason for outcome in outcomes[:2]] == ["cut short", "no text"]
    assert "a fault in Dateline (ValueError: a fault of ours)" in outcomes[2].reason
    assert [report.source for report in store.reports()] == ["Kidal"]


def test_a_stopped_run_keeps_what_came_before(store: Store, make_report: MakeReport, make_reading: MakeReading) -> None:
    reader = StandIn(make_reading, failing={"Ber": RunStopped("the language model is missing")})
    with pytest.raises(RunStopped):
        list(keep(reports(make_report, "Gao", "Ber", "Kidal"), store, reader))
    assert [report.source for report in store.reports()] == ["Gao"]
    assert reader.asked == ["Gao", "Ber"]
