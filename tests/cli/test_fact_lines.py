from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from rich.cells import cell_len

from dateline.cli.actor_view import actor_view
from dateline.cli.fact_lines import fact_lines
from dateline.model.fact import Party
from dateline.record import FactFilter, open_record
from dateline.record.actor_file import actor_file
from dateline.record.command import chart

Run = Callable[..., Any]


@pytest.mark.parametrize("width", [60, 80, 100, 200])
def test_no_line_is_wider_than_the_screen(read_record: Path, width: int) -> None:
    from datetime import date

    from dateline.cli.chart_view import chart_lines

    with open_record(str(read_record)) as record:
        lines = list(fact_lines(record.facts(FactFilter(described_too=True)), width))
        lines += fact_lines(record.events(), width, dated=True)
        (front,) = record.actors("Salt Front")
        lines += actor_view(actor_file(record, front), width)
        top = Party(actor=front.id, name=front.name, kind=front.kind, country=front.country)
        lines += chart_lines(chart(record, top, date(2012, 11, 21)), date(2012, 11, 21), width)
    assert max(cell_len(line.plain) for line in lines) <= width
    assert any("CONFLICTING" in line.plain for line in lines)
    assert any("allegiance_to" in line.plain for line in lines)


def test_facts_are_laid_out_as_they_come(read_record: Path) -> None:
    with open_record(str(read_record)) as record:
        facts = record.facts()
        lines = fact_lines(facts, 100)
        assert next(lines).plain.split()[0] == "fact"
        assert next(facts, None) is not None
