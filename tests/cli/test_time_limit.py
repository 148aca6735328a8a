import signal
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from dateline.errors import ReportSkipped
from dateline.model import Reading, Report
from dateline.time_limit import TimeLimited

needs_timer = pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="the system has no timer for a program")


class Slow:
    """Reads by hand, and never ends on a text that speaks of a siege."""

    version = "hand 1"

    def __init__(self, make_reading: Callable[..., Reading]) -> None:
        self._make_reading = make_reading

    def read(self, report: Report) -> Reading:
        while "siege" in report.text:
            time.sleep(0.01)
        return self._make_reading(report=report, reader=self.version)


@needs_timer
def test_a_report_that_takes_too_long_is_given_up_by_name(
    make_report: Callable[..., Report], make_reading: Callable[..., Reading]
) -> None:
    reader = TimeLimited(Slow(make_reading), 0.05)
    with pytest.raises(ReportSkipped, match=r"a\.txt: it took longer than 0\.05 s to read; .* longer --time-limit"):
        reader.read(make_report(text="The siege went on."))
    assert reader.read(make_report(text="All was quiet.")).reader == reader.version
    assert signal.getitimer(signal.ITIMER_REAL) == (0, 0)


def test_without_a_limit_nothing_is_timed(
    make_report: Callable[..., Report], make_reading: Callable[..., Reading], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr(signal, "setitimer", raising=False)
    assert TimeLimited(Slow(make_reading), 0).read(make_report(text="All was quiet.")).reader == "hand 1"
    assert TimeLimited(Slow(make_reading), 5).read(make_report(text="All was quiet.")).reader == "hand 1"


@needs_timer
def test_add_names_the_report_and_goes_on(
    tmp_path: Path,
    path: Path,
    dateline: Callable[..., Any],
    make_reading: Callable[..., Reading],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "a.txt").write_text("The siege of the town went on.\n")
    (folder / "b.txt").write_text("The town was quiet on Monday.\n")
    monkeypatch.setattr("dateline.pipeline.Reader", lambda model="": Slow(make_reading))
    ended = dateline("add", folder, "--time-limit", "0.05")
    assert ended.status == 3
    assert ended.err.splitlines()[0].startswith(f"skipped {folder / 'a.txt'}: it took longer than 0.05 s")
    assert ended.last == "1 new, 1 skipped"
