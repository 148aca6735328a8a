"""How far accuracy falls in other forms of a text: small letters, CAPITALS, A Capital On Each Word, wrapped lines.

    python -m benchmarks.cases --eval FOLDER

Teletype, subtitles and transcripts come in one case, mails and old files in lines of 66 letters. Only letters whose
other case is a single letter change, and line ends stand for spaces, so that every offset of the annotation stays
right. Written to ``benchmarks/out/cases.json``.
"""

import argparse
import json
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from benchmarks import own_reports
from benchmarks.predict import predict
from dateline import Reader
from dateline.evaluate.claims import score_claims

ROOT = Path(__file__).resolve().parents[1]
OUT = ROOT / "benchmarks" / "out" / "cases.json"
SAMPLES = {"geo": 12, "timex": 4, "polnear": 8}
"""One document in so many is taken of each task."""
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")


def in_small_letters(text: str) -> str:
    """The text without capitals, as long as before."""
    return _changed(text, str.lower)


def in_capitals(text: str) -> str:
    """The text in capitals, as long as before."""
    return _changed(text, str.upper)


def as_headline(text: str) -> str:
    """The text with a capital on each word, as long as before."""
    return _WORD.sub(lambda word: in_capitals(word[0][0]) + word[0][1:], text)


def wrapped(text: str, width: int = 66) -> str:
    """The text with line ends for spaces where its lines would be longer than ``width``."""
    letters, begin, space = list(text), 0, -1
    for at, letter in enumerate(text):
        if letter not in " \n":
            continue
        if at - begin > width and space >= begin:
            letters[space] = "\n"
            begin = space + 1
        begin, space = (at + 1, -1) if letter == "\n" else (begin, at)
    return "".join(letters)


def _changed(text: str, change: Callable[[str], str]) -> str:
    return "".join(other if len(other := change(letter)) == 1 else letter for letter in text)


CASES: dict[str, Callable[[str], str]] = {
    "as printed": str,
    "small letters": in_small_letters,
    "capitals": in_capitals,
    "headline": as_headline,
    "wrapped lines": wrapped,
}


def measure(folder: Path) -> dict[str, dict[str, float]]:
    """Each figure in each case; ``folder`` is the evaluation pack's."""
    return {case: {**_tasks(folder, change), "own_dev_claim_f1": _own(change)} for case, change in CASES.items()}


def _tasks(folder: Path, change: Callable[[str], str]) -> dict[str, float]:
    found = {}
    with TemporaryDirectory() as scratch:
        for task, step in SAMPLES.items():
            gold, predictions = Path(scratch) / f"{task}.gold.jsonl", Path(scratch) / f"{task}.pred.jsonl"
            _write_sample(folder / "data" / f"{task}.dev.jsonl", gold, step, change)
            predict(task, gold, predictions)
            scorer = [str(folder / "score.py"), task, "--gold", str(gold), "--pred", str(predictions)]
            done = subprocess.run([sys.executable, *scorer], capture_output=True, text=True, check=True)
            found.update(_figures(task, json.loads(done.stdout)))
    return found


def _write_sample(source: Path, target: Path, step: int, change: Callable[[str], str]) -> None:
    """Every so manieth record with its text changed; the gold spans hold for the changed text as they are."""
    with source.open(encoding="utf-8") as lines, target.open("w", encoding="utf-8") as out:
        for number, line in enumerate(lines):
            if number % step == 0:
                record = json.loads(line)
                out.write(json.dumps({**record, "text": change(record["text"])}, ensure_ascii=False) + "\n")


def _figures(task: str, score: dict[str, Any]) -> dict[str, float]:
    if task == "geo":
        return {"geo_recognition_overlap_f1": score["all"]["recognition_overlap"]["f1"]}
    if task == "timex":
        return {"timex_relaxed_f1": score["relaxed"]["f1"], "timex_value_f1": score["value"]["f1"]}
    return {"polnear_full_link_f1": score["full_link"]["f1"]}


def _own(change: Callable[[str], str]) -> float:
    """F1 of claims on the development reports; names are compared without regard to case."""
    gold = own_reports.gold_sets()["dev"]
    changed = [{**document, "text": change(document["text"])} for document in gold]
    score = score_claims(changed, own_reports.predictions(changed, Reader()))
    return float(score["claim"]["f1"])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--eval", type=Path, default=ROOT.parent / "shared" / "eval", help="the evaluation pack")
    arguments = parser.parse_args()
    if not (arguments.eval / "data").is_dir():
        parser.error(f"no evaluation pack at {arguments.eval}: give its folder with --eval")
    found = measure(arguments.eval)
    OUT.parent.mkdir(parents=True, exist_ok=True)
    OUT.write_text(json.dumps(found, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    print(f"{OUT.relative_to(ROOT)} is written", file=sys.stderr)


if __name__ == "__main__":
    main()
