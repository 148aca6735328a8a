"""The section on batches of ``docs/benchmarks.md``."""

from typing import Any

TITLES = {
    "one": "1 worker",
    "two": "2 workers",
    "ray": "Ray, 2 nodes of one processor",
    "whole": "2 workers, conflict only, no gate",
    "full": "2 workers, the whole crawl",
}
EARLY = 2000
"""Records; the memory of workers is compared before and after."""


def batch_section(found: dict[str, Any] | None) -> str:
    """Runs, ratios, rates of the stages, memory and growth."""
    if not found:
        return "Not measured yet."
    runs = found["runs"]
    lines = ["| run | records | read | claims | s | records a second |", "|---|---:|---:|---:|---:|---:|"]
    lines += [_row(TITLES[name], run) for name, run in runs.items()]
    return "\n".join([*lines, "", *_ratios(found), "", *_rates(found), "", *_memory(found)])


def _row(title: str, run: dict[str, Any]) -> str:
    counts, seconds = run["counts"], run["seconds"]
    numbers = f"{counts['records']:,} | {counts['read']:,} | {counts['claims']:,} | {seconds:,.0f}"
    return f"| {title} | {numbers} | {counts['records'] / seconds:.1f} |"


def _ratios(found: dict[str, Any]) -> list[str]:
    runs = found["runs"]
    base = found["sizes"][0]
    steps = ", ".join(_step(one, base) for one in found["sizes"][1:])
    with_start, staged = runs["two"]["seconds"] / runs["ray"]["seconds"], _staged(runs["two"]) / _staged(runs["ray"])
    return [
        f"- Two workers do {runs['one']['seconds'] / runs['two']['seconds']:.2f} times as much as one.",
        f"- Ray on two nodes does {with_start:.2f} of what two workers do without it; its start left out {staged:.2f}.",
        f"- {steps}.",
    ]


def _step(run: dict[str, Any], base: dict[str, Any]) -> str:
    size = run["counts"]["records"] / base["counts"]["records"]
    return f"{size:.0f} times the input takes {run['seconds'] / base['seconds']:.2f} times as long"


def _staged(run: dict[str, Any]) -> float:
    return sum(float(seconds) for seconds in run["stages"].values())


def _rates(found: dict[str, Any]) -> list[str]:
    runs, whole = found["runs"], found["runs"]["whole"]
    cleaned = runs["two"]["counts"]["records"] / runs["two"]["worked"]["clean"]
    hourly = 3600 * whole["counts"]["read"] / whole["stages"]["read"]
    a_report = runs["full"]["bytes"] / runs["full"]["counts"]["records"] / 1000
    return [
        f"- Articles a second and processor: {cleaned:.0f} cleaned, {found['gate']:.0f} kept out by the gate.",
        f"- Read whole, with the encoder, on two processors: {hourly:,.0f} reports an hour.",
        f"- Written: {a_report:.1f} kB of Parquet for each record.",
    ]


def _memory(found: dict[str, Any]) -> list[str]:
    if not found["memory"]:
        return []
    run = found["runs"]["full"]
    rate = run["counts"]["records"] / run["seconds"]
    early = [size for seconds, size in found["memory"] if seconds * rate <= EARLY]
    largest = max(size for _, size in found["memory"])
    return [f"- The largest worker holds {max(early)} MB after {EARLY:,} records, and {largest} MB at most."]
