import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

Run = Callable[..., Any]


def test_events_come_by_day_with_numbers_places_and_sources(read_record: Path, dateline: Run) -> None:
    ended = dateline("events", "--in", "ML")
    out = ended.out
    assert out.splitlines()[0].split() == ["event", "when", "what", "who", "whom", "where"]
    assert out.index("2012-11-19") < out.index("2013-06") < out.index("2013-09-09")
    words = " ".join(out.split())
    assert "killed 30 (12 to 30) · 4 reports, 3 sources" in words
    assert "with air strike" in words
    assert "near Kidal, ML" in words
    assert "northern" in words
    assert "(area)" in words
    assert ended.last.endswith(" events")
    assert max(map(len, out.splitlines())) <= 100


def test_events_hold_no_relations_and_take_a_mode(read_record: Path, dateline: Run) -> None:
    lines = dateline("events", "--type", "assault/aerial", "--json").out.splitlines()
    (event,) = map(json.loads, lines)
    assert (event["kind"], event["type"], event["mode"]) == ("event", "ASSAULT", "aerial")
    assert dateline("events", "--type", "leads").last == "0 events"


def test_an_event_without_a_day_is_found_by_when_it_was_reported(read_record: Path, dateline: Run) -> None:
    ended = dateline("events", "--from", "2013-07", "--to", "2013-07")
    assert "no day given, reported 2013-07-01" in " ".join(ended.out.split())
