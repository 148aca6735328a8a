"""Tables of ``docs/benchmarks.md`` that come from data files: the encoder's share, classes of errors, other cases."""

import json
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).resolve().parents[1]
MEASURED = ROOT / "training" / "encoder" / "measured.json"
ERRORS = Path(__file__).with_name("errors")
Keys = tuple[str, ...]

SHARES: tuple[tuple[str, str, Keys], ...] = (
    ("muc4", "role fillers F1 (ceaf_ree)", ("ceaf_ree", "micro", "f1")),
    ("muc4", "templates F1 (ceaf_rme_subset)", ("ceaf_rme_subset", "f1")),
    ("muc4", "templates F1 (gtt)", ("gtt_templates", "micro", "f1")),
    ("muc4", "incident type F1", ("incident_type", "f1")),
    ("muc4", "report has an incident F1", ("document_has_incident", "f1")),
    ("polnear", "source tokens F1", ("tokens", "source", "f1")),
    ("polnear", "cue tokens F1", ("tokens", "cue", "f1")),
    ("polnear", "content tokens F1", ("tokens", "content", "f1")),
    ("polnear", "content span F1", ("content_span", "f1")),
    ("polnear", "full link F1", ("full_link", "f1")),
    ("re3d", "entities overlap F1, all types", ("entities_overlap", "micro", "f1")),
    ("re3d", "entities overlap F1, Organisation, Person, Location", ("three", "f1")),
    ("re3d", "relations F1, core types", ("relations", "core_micro", "f1")),
    ("plover", "event type F1", ("type", "micro", "f1")),
)
"""What the encoder's part is measured by: set, words, where the figure stands in the scorer's answer."""
THREE = ("Organisation", "Person", "Location")
VARIANTS = ("rules", "encoder", "both", "encoder in float32")


def encoder_shares() -> str:
    """Rules alone, encoder alone, both, and the encoder before its weights became int8."""
    if not MEASURED.exists():
        return "Not measured yet."
    measured = json.loads(MEASURED.read_text(encoding="utf-8"))
    lines = ["| set | measure | rules | encoder | both | encoder in float32 |", "|---|---|---:|---:|---:|---:|"]
    for task, words, keys in SHARES:
        cells = " | ".join(_cell(measured.get(task, {}).get(name), keys) for name in VARIANTS)
        lines.append(f"| {task} | {words} | {cells} |")
    return "\n".join(lines)


def figure(measured: dict[str, Any] | None, keys: Keys) -> float | None:
    """One figure of a scorer's answer; ``three``: re3d's three types taken together."""
    if not measured:
        return None
    if keys[0] == "three":
        return three_types(measured["entities_overlap"])
    value: Any = measured
    for key in keys:
        value = value.get(key) if isinstance(value, dict) else None
    return value if isinstance(value, int | float) else None


def three_types(overlap: dict[str, Any]) -> float:
    """F1 over the counts of Organisation, Person and Location."""
    parts = [overlap[name] for name in THREE if name in overlap]
    right = sum(part["p"] * part["n_pred"] for part in parts)
    asked = sum(part["n_pred"] + part["n_gold"] for part in parts)
    return 2 * right / asked if asked else 0.0


def _cell(measured: dict[str, Any] | None, keys: Keys) -> str:
    value = figure(measured, keys)
    return "–" if value is None else f"{value:.3f}"


def gate_table() -> str:
    """How much of conflict reporting a gate lets through, and how much of other reporting."""
    measured = json.loads(MEASURED.read_text(encoding="utf-8")) if MEASURED.exists() else {}
    if "gate" not in measured:
        return "Not measured yet."
    lines = ["| gate | conflict reports read | reports of an election | of ordinary life |", "|---:|---:|---:|---:|"]
    lines += [
        f"| {bar} | {row['kept']:.3f} | {row['others']:.3f} | {row['ordinary']:.3f} |"
        for bar, row in measured["gate"].items()
    ]
    return "\n".join(lines)


def error_classes() -> str:
    """One table for each layer whose errors were sampled, read and classed by hand."""
    return "\n\n".join(
        _errors(yaml.safe_load(path.read_text(encoding="utf-8"))) for path in sorted(ERRORS.glob("*.yaml"))
    )


def _errors(found: dict[str, Any]) -> str:
    kinds = ("missed", "false", "wrong")
    ordered = sorted(found["classes"], key=lambda item: -sum(item.get(kind, 0) for kind in kinds))
    lines = [
        f"### {found['layer'].capitalize()}",
        f"{found['sampled']} errors on {found['set']}, sampled with seed {found['seed']} on {found['date']}.",
        "",
        "| class | missed | false | wrong | what |",
        "|---|---:|---:|---:|---|",
    ]
    for item in ordered:
        counts = " | ".join(
            str(item.get(kind, item.get(kind != "false", 0) if kind == "false" else 0)) for kind in kinds
        )
        lines.append(f"| {item['name']} | {counts} | {item['what']} |")
    return "\n".join(lines)


def case_table(found: dict[str, Any] | None) -> str:
    """Accuracy on the same texts in other cases."""
    if not found:
        return "Not measured yet."
    names = list(next(iter(found.values())))
    lines = ["| case | " + " | ".join(name.replace("_", " ") for name in names) + " |", "|---|" + "---:|" * len(names)]
    lines += [f"| {words} | " + " | ".join(f"{row[name]:.3f}" for name in names) + " |" for words, row in found.items()]
    return "\n".join(lines)


def calibration_table(found: dict[str, Any] | None) -> str:
    """How often claims of a confidence are right."""
    if not found:
        return "Not measured yet."
    lines = [
        "| set | claims | mean gap | confidence | claims in it | mean confidence | right |",
        "|---|---:|---:|---|---:|---:|---:|",
    ]
    for name, result in found["sets"].items():
        for row in result["bins"]:
            if row["claims"]:
                bounds = f"{row['from']:.1f} to {row['to']:.1f}"
                whole = f"| {name} | {result['claims']} | {result['calibration_error']:.3f} |"
                lines.append(f"{whole} {bounds} | {row['claims']} | {row['promised']:.3f} | {row['right']:.3f} |")
    return "\n".join(lines)
