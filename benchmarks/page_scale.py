"""``docs/scale.md``: what a million articles cost, reckoned from the figures of ``benchmarks.batch``."""

import math
from pathlib import Path
from string import Template
from typing import Any

from benchmarks.cost import instructions

TEMPLATE = Path(__file__).with_name("scale.md")
MILLION = 1_000_000
DAYS = 3652
HOUR, DAY = 3600, 86_400
HALF_DAY = DAY / 2
"""In which a day's crawl should be read."""
GATED, UNGATED = "with the gate", "without the gate"
ROOM = 1.1
"""Memory of a worker, and a little more."""


def write_scale(target: Path, found: dict[str, Any]) -> None:
    """Fill the template from a result of ``benchmarks.batch``."""
    units = _units(found)
    both = {GATED: _cost(units, gate=True), UNGATED: _cost(units, gate=False)}
    memory = round(ROOM * max(size for _, size in found["memory"]), -1)
    values = {
        "units": _unit_table(units),
        "million": _million(both, units),
        "daily": _daily(both),
        "decade": _decade(both),
        "memory": f"{memory:.0f}",
        "processor": instructions(),
    }
    target.write_text(Template(TEMPLATE.read_text(encoding="utf-8")).substitute(values), encoding="utf-8")


def _units(found: dict[str, Any]) -> dict[str, float]:
    """Processor-seconds of each stage for an article that comes to it, shares, and kilobytes written."""
    full, whole, small = (found["runs"][name] for name in ("full", "whole", "two"))
    counts = full["counts"]
    left = counts["read"] + counts["kept out"]
    return {
        "clean": small["worked"]["clean"] / small["counts"]["records"],
        "gate": 1 / found["gate"],
        "read": whole["worked"]["read"] / whole["counts"]["read"],
        "copies": 1 - left / counts["records"],
        "read_share": counts["read"] / left,
        "kilobytes": full["bytes"] / counts["records"] / 1000,
    }


def _cost(units: dict[str, float], *, gate: bool) -> float:
    """Processor-seconds for an article of a crawl."""
    reading = units["gate"] + units["read_share"] * units["read"] if gate else units["read"]
    return units["clean"] + (1 - units["copies"]) * reading


def _unit_table(units: dict[str, float]) -> str:
    named = {
        "clean": "clean, processor-seconds",
        "gate": "gate, processor-seconds",
        "read": "read, processor-seconds (with the encoder, 400 words)",
    }
    rows = [f"| {words} | {units[name]:.3f} |" for name, words in named.items()]
    rows += [
        f"| copies | {units['copies']:.2f} |",
        f"| read_share | {units['read_share']:.2f} |",
        f"| written, kB for each article | {units['kilobytes']:.1f} |",
    ]
    return "\n".join(["| | measured |", "|---|---:|", *rows])


def _million(both: dict[str, float], units: dict[str, float]) -> str:
    rows = [
        f"| {name} | {seconds * MILLION / HOUR:,.0f} | {seconds * MILLION / DAY / 2:,.1f} | "
        f"{seconds * MILLION / HOUR / 64:,.1f} | {_written(units, name)} |"
        for name, seconds in both.items()
    ]
    head = "| | processor-hours | days on 2 processors | hours on 64 | GB written |"
    return "\n".join([head, "|---|---:|---:|---:|---:|", *rows])


def _written(units: dict[str, float], name: str) -> str:
    """Gigabytes for a million articles; without the gate more, which was not measured."""
    return f"{units['kilobytes']:,.1f}" if name == GATED else "not measured"


def _daily(both: dict[str, float]) -> str:
    rows = [
        f"| {name} | {seconds * MILLION / HOUR:,.0f} | {math.ceil(seconds * MILLION / HALF_DAY):,} | "
        f"{math.ceil(seconds * MILLION / HALF_DAY / 16):,} |"
        for name, seconds in both.items()
    ]
    head = "| | processor-hours a day | processors to be done in twelve hours | nodes of 16 |"
    return "\n".join([head, "|---|---:|---:|---:|", *rows])


def _decade(both: dict[str, float]) -> str:
    rows = [
        f"| {name} | {seconds * MILLION * DAYS / HOUR:,.0f} | {seconds * MILLION * DAYS / DAY / 1024:,.0f} |"
        for name, seconds in both.items()
    ]
    head = f"| {DAYS:,} million articles | processor-hours | days on 1,024 processors |"
    return "\n".join([head, "|---|---:|---:|", *rows])
