"""Produce every number in ``docs/benchmarks.md``: ``make bench``, or ``python -m benchmarks.bench --eval FOLDER``.

Accuracy on the evaluation pack's development sets and on the reports that ship with Dateline; cost as ratios measured
in one run, since machines differ and are noisy.
"""

import argparse
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from benchmarks import agreement, calibration, cases, cost, own_reports, page, record, workbench
from benchmarks.predict import predict
from dateline import Reader

ROOT = Path(__file__).resolve().parents[1]
OUT = ROOT / "benchmarks" / "out"
TASK_FILES = {
    "muc4": "muc4.dev.jsonl",
    "re3d": "re3d.dev.jsonl",
    "polnear": "polnear.dev.jsonl",
    "geo": "geo.dev.jsonl",
    "timex": "timex.dev.jsonl",
    "plover": "plover.dev.jsonl",
    "gold": "seed.gold.json",
}


LEARNED_FROM = ("re3d", "plover")
"""Sets that the shipped encoder has learned from: read without it here, and with weights that have not seen the
document in ``training/encoder/measure.py``."""


def scores(task: str, folder: Path) -> dict[str, Any]:
    """Predict one task on its development set and score it with the pack's own scorer."""
    gold, predictions = folder / "data" / TASK_FILES[task], OUT / f"{task}.jsonl"
    predict(task, gold, predictions, encoder=task not in LEARNED_FROM)
    scorer = [folder / "score_gold.py"] if task == "gold" else [folder / "score.py", task]
    command = [sys.executable, *map(str, scorer), "--gold", str(gold), "--pred", str(predictions)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    result: dict[str, Any] = json.loads(done.stdout)
    return result


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--eval", type=Path, default=ROOT.parent / "shared" / "eval", help="the evaluation pack")
    parser.add_argument("--tasks", nargs="*", default=list(TASK_FILES), choices=list(TASK_FILES))
    parser.add_argument("--no-cost", action="store_true", help="accuracy only; the cost figures on the page stay")
    arguments = parser.parse_args()
    if not (arguments.eval / "data").is_dir():
        parser.error(f"no evaluation pack at {arguments.eval}: give its folder with --eval")
    OUT.mkdir(parents=True, exist_ok=True)
    for task in arguments.tasks:
        print(f"scoring {task}", file=sys.stderr)
        save(f"score.{task}", scores(task, arguments.eval))
    save("score.own", own_reports.scores())
    save("score.own_rules", own_reports.scores(encoder=False))
    save("score.own_second", agreement.scores())
    save("calibration", calibration.table(Reader()))
    save("cases", cases.measure(arguments.eval))
    print("joining made-up worlds", file=sys.stderr)
    worlds = OUT / "worlds"
    worlds.mkdir(exist_ok=True)
    save("record", record.measure(worlds))
    if not arguments.no_cost:
        print("measuring cost", file=sys.stderr)
        save("cost", cost.measure(arguments.eval / "data" / "muc4.train.jsonl"))
        save("record_speed", record.measure_speed(worlds))
        save("workbench", workbench.measure_all(worlds))
    page.write(ROOT / "docs" / "benchmarks.md", OUT)
    print("docs/benchmarks.md is written", file=sys.stderr)


def save(name: str, result: dict[str, Any]) -> None:
    """Keep a result, so that the page can be written from the last run of each part."""
    (OUT / f"{name}.json").write_text(json.dumps(result, indent=1, sort_keys=True) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
