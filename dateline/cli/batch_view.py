"""How far a batch is, and what it came to, in words."""

import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from dateline.cli.words import counted

if TYPE_CHECKING:
    from dateline.batch.run import Summary

OUTCOMES = {
    "read": "read",
    "kept out": "kept out by the gate",
    "near copy": "nearly the same as another",
    "copy": "the same bytes as another",
    "language": "in another language",
    "clean": "without a text that can be read",
    "record": "damaged in their file",
    "given up": "given up while reading",
}
"""Rows by what became of them, and how that is said."""


class Bar:
    """A bar on standard error where a person is watching: rate, share of each outcome, time left."""

    def __enter__(self) -> Self:
        self._began: dict[str, tuple[float, int]] = {}
        self._bar: Any = _bar() if sys.stderr.isatty() else None
        if self._bar is not None:
            self._bar.start()
            self._task = self._bar.add_task("", total=None, rate="", shares="")
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._bar is not None:
            self._bar.stop()

    def told(self, stage: str, done: int, total: int | None, counts: Mapping[str, int]) -> None:
        """As ``run_batch`` tells it."""
        if self._bar is None:
            return
        rows = counts.get("records", 0) if stage == "clean" else _rows(counts)
        began, before = self._began.setdefault(stage, (time.monotonic(), rows))
        rate = (rows - before) / max(time.monotonic() - began, 0.1)
        words = {"clean": "Cleaning", "read": "Reading"}[stage]
        shares = ", ".join(_shares(counts)) if stage == "read" else f"{rows:,} records"
        self._bar.update(
            self._task, description=words, completed=done, total=total, rate=f"{rate:,.1f}/s", shares=shares
        )


def _bar() -> Any:
    from rich.console import Console
    from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeRemainingColumn

    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(),
        TextColumn("{task.fields[rate]} {task.fields[shares]}"),
        TimeRemainingColumn(),
    )
    return Progress(*columns, console=Console(stderr=True), transient=True)


def _rows(counts: Mapping[str, int]) -> int:
    return sum(counts.get(outcome, 0) for outcome in OUTCOMES)


def _shares(counts: Mapping[str, int]) -> Iterator[str]:
    every = _rows(counts)
    for outcome in ("read", "kept out", "near copy"):
        if counts.get(outcome):
            yield f"{counts[outcome] / every:.0%} {outcome}"


def summary_lines(summary: "Summary", out: str, reasons: Sequence[tuple[str, int]]) -> Iterator[str]:
    """Each outcome with its number, the ``reasons`` for which most was skipped, each stage with its time, and where the
    tables are.
    """
    counts = summary.counts
    read = f"{counted(counts['read'], 'report')} read, {counted(counts['claims'], 'claim')}"
    yield f"{read}, of {counted(_rows(counts), 'record')}"
    for outcome, words in OUTCOMES.items():
        if outcome != "read" and counts[outcome]:
            yield f"  {counts[outcome]:,} {words}"
    for reason, number in reasons:
        yield f"    {number:,} because {reason}"
    if counts["undated"]:
        yield f"  {counts['undated']:,} of those read have no day of publication that could be told"
    if summary.resumed:
        yield f"  {counted(summary.resumed, 'piece')} of work were there from an earlier run"
    if summary.seconds:
        yield "time: " + ", ".join(f"{stage} {seconds:,.1f} s" for stage, seconds in summary.seconds.items())
    yield f"the tables are in {out}; manifest.json says what they hold"
