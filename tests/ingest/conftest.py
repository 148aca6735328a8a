"""Articles of our own, and the files made of them, that the tests of ingest share."""

from pathlib import Path

import pytest

from dateline.errors import ReportSkipped
from dateline.ingest import IngestOptions, collect
from dateline.model.report import Report

PARAGRAPHS = (
    "Fighters of the Valley Front entered the market town of Arlit before dawn on Monday, three residents said.",
    "The army withdrew to its barracks on the southern road and did not speak of its losses, a local official said.",
    "“We heard engines first and then the guns,” said a shopkeeper who asked that his name be kept out of the report.",
)


@pytest.fixture
def paragraphs() -> tuple[str, ...]:
    return PARAGRAPHS


class Taken:
    """What ``collect`` yields, apart by kind."""

    def __init__(self, *sources: str | Path, options: IngestOptions | None = None) -> None:
        items = list(collect([str(source) for source in sources], options or IngestOptions()))
        self.reports = [item for item in items if isinstance(item, Report)]
        self.skipped = [item for item in items if isinstance(item, ReportSkipped)]

    @property
    def report(self) -> Report:
        assert [str(item) for item in self.skipped] == []
        (report,) = self.reports
        return report

    @property
    def reason(self) -> str:
        assert self.reports == []
        (skipped,) = self.skipped
        assert "\n" not in skipped.reason
        return skipped.reason


@pytest.fixture
def take() -> type[Taken]:
    """``take(path, ..., options=...)`` collects and sorts."""
    return Taken
