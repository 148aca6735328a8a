"""The section on the workbench of ``docs/benchmarks.md``: how fast its screens answer."""

from typing import Any

MISSING = "-"


def workbench_section(found: list[dict[str, Any]] | None) -> str:
    """Median and 95th percentile by screen, a column for each run."""
    if not found:
        return "Not measured yet."
    titles = [_title(run) for run in found]
    names = dict.fromkeys(name for run in found for name in run["screens"])
    rows = [f"| {name} | {' | '.join(_cell(run['screens'].get(name)) for run in found)} |" for name in names]
    return "\n".join([f"| screen | {' | '.join(titles)} |", "|---" + "|---:" * len(found) + "|", *rows])


def _title(run: dict[str, Any]) -> str:
    size = run["size"]
    what = "reading and judging" if run["judging"] else "reading"
    return f"{what}, {size['reports']:,} reports, {size['claims']:,} claims"


def _cell(held: dict[str, Any] | None) -> str:
    return f"{held['median']:.0f} / {held['p95']:.0f}" if held else MISSING
