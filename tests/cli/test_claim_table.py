import dataclasses
import io
from collections.abc import Callable
from datetime import date

import pytest
from rich.cells import cell_len
from rich.console import Console

from dateline.cli.claim_table import claims_of_report, column_widths
from dateline.model import Claim, DayRange, Reading
from dateline.model.record import claim_record
from dateline.store import StoredClaim


def stored(claim: Claim, *, superseded: bool = False) -> StoredClaim:
    return StoredClaim(
        record=claim_record(claim),
        report_id="r55732f1c5b845d4e",
        report_title="Front, [bold]divided[/]",
        report_published=date(2012, 12, 5),
        report_publisher="The River Post",
        report_source="a.txt",
        report_url=None,
        reader="hand 1",
        superseded=superseded,
    )


def printed(*claims: StoredClaim, width: int = 100) -> list[str]:
    screen = Console(file=io.StringIO(), width=width, highlight=False)
    for line in claims_of_report(list(claims), width):
        screen.print(line, soft_wrap=True)
    assert isinstance(screen.file, io.StringIO)
    return screen.file.getvalue().splitlines()


def test_a_claim_says_who_did_what_where_when_and_who_says_so(make_reading: Callable[..., Reading]) -> None:
    lines = printed(*map(stored, make_reading().claims))
    assert lines[0].split(" · ") == ["r55732f1c5b845d4e", "2012-12-05", "The River Post", "Front, [bold]divided[/]"]
    assert lines[2].split() == [
        "c000000000001",
        "split_from",
        "Idriss",
        "Kélé",
        "Northern",
        "Front",
        "2012-04",
        "a",
        "local",
    ]
    assert "“Idriss Kélé left the Northern Front in April, a local official said.”" in lines[4]


def test_a_denial_is_marked(make_reading: Callable[..., Reading]) -> None:
    raid = make_reading().claims[1]
    assert "NOT" in "".join(printed(stored(raid)))
    assert "NOT" not in "".join(printed(stored(dataclasses.replace(raid, polarity="asserted"))))


@pytest.mark.parametrize("modality", ["planned", "possible", "alleged"])
def test_what_has_not_plainly_happened_is_marked(make_reading: Callable[..., Reading], modality: str) -> None:
    claim = dataclasses.replace(make_reading().claims[0], modality=modality)
    assert modality.upper() in "".join(printed(stored(claim)))


def test_days_are_not_cut_in_two(make_reading: Callable[..., Reading]) -> None:
    claim = make_reading().claims[0]
    assert claim.when
    possible = DayRange(first=date(2009, 1, 2), last=date(2012, 12, 5))
    when = dataclasses.replace(claim.when, possible=possible)
    lines = printed(stored(dataclasses.replace(claim, when=when)))
    assert "2009-01-02" in lines[2]
    assert "2012-12-05" in "".join(lines[2:5])


def test_a_superseded_claim_says_so(make_reading: Callable[..., Reading]) -> None:
    assert "(superseded)" in "".join(printed(stored(make_reading().claims[0], superseded=True)))


@pytest.mark.parametrize("width", [60, 80, 100, 200])
def test_a_table_fits_its_screen_and_ids_stay_whole(make_reading: Callable[..., Reading], width: int) -> None:
    claim = make_reading().claims[0]
    evidence = dataclasses.replace(claim.evidence, quote="word " * 60)
    long = stored(dataclasses.replace(claim, mode="with_a_very_long_name", evidence=evidence))
    lines = printed(dataclasses.replace(long, report_title="Title " * 60, report_publisher="部" * 200), width=width)
    assert max(map(cell_len, lines)) <= width
    assert any("c000000000001" in line for line in lines)


def test_columns_share_a_wider_screen() -> None:
    assert sum(column_widths(100).values()) == 75
    assert all(
        wide > narrow for wide, narrow in zip(column_widths(160).values(), column_widths(100).values(), strict=True)
    )


def test_a_terminal_is_not_steered_by_a_report(make_reading: Callable[..., Reading]) -> None:
    claim = make_reading().claims[0]
    quote = dataclasses.replace(claim.evidence, quote="before \x1b[2J after")
    assert "\x1b" not in "".join(printed(stored(dataclasses.replace(claim, evidence=quote))))
