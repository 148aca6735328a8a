"""The section on the workbench of ``docs/benchmarks.md``: how fast its screens answer."""

from typing import Any


def workbench_section(found: dict[str, Any] | None) -> str:
    """Median and 95th percentile by screen."""
    if not found:
        return "Not measured yet."
    lines = ["| screen | median, ms | 95 of 100 within, ms | asked |", "|---|---:|---:|---:|"]
    for name, held in found["screens"].items():
        lines.append(f"| {name} | {held['median']:.0f} | {held['p95']:.0f} | {held['asked']} |")
    return "\n".join(lines)
