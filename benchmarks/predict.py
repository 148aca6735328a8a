"""Predict one evaluation task from text alone, through Dateline's public API.

    python benchmarks/predict.py TASK --in FILE --out FILE

TASK is muc4, re3d, polnear, geo, timex, plover, police or gold; the formats are those of the evaluation pack's README.
Only the fields a reader of the report would have are looked at: the text, when it was published (``published``,
``dct``)
and, for ``police``, where the sentences stand.
"""

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.tasks import PREDICTORS, Question
from dateline import Reader
from dateline.ingest import report_from_text
from dateline.model import Report
from dateline.model.days import parse_day


def questions(path: Path) -> Iterator[Question]:
    """The records of a JSONL file (or one JSON object), stripped of everything but what a reader would have."""
    for record in _records(path):
        published = record.get("published") or record.get("dct")
        yield Question(
            id=record.get("docid") or record["id"],
            text=record["text"],
            published=parse_day(published[:10]) if published and len(published) >= 10 else None,
            sentences=tuple((s["id"], s["start"], s["end"]) for s in record.get("sentences", ())),
        )


def _records(path: Path) -> Iterator[dict[str, Any]]:
    content = path.read_text(encoding="utf-8")
    try:
        whole = json.loads(content)
    except json.JSONDecodeError:
        yield from (json.loads(line) for line in content.split("\n") if line.strip())
    else:
        yield from whole if isinstance(whole, list) else [whole]


def report_of(question: Question) -> Report:
    """The report that a question's text is, with offsets as in the text."""
    return report_from_text(question.text, published=question.published, source=question.id)


def predict(task: str, source: Path, target: Path, *, encoder: bool = True) -> int:
    """Write one prediction for each record of ``source``; returns how many."""
    reader, predictor = Reader(encoder=encoder), PREDICTORS[task]
    asked = list(questions(source))
    with target.open("w", encoding="utf-8") as out:
        readings = reader.read_many(report_of(question) for question in asked)
        for question, reading in zip(asked, readings, strict=True):
            out.write(json.dumps(predictor(question, reading), ensure_ascii=False) + "\n")
    return len(asked)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("task", choices=sorted(PREDICTORS))
    parser.add_argument("--in", dest="source", type=Path, required=True, help="JSONL with texts")
    parser.add_argument("--out", dest="target", type=Path, required=True, help="where predictions go")
    parser.add_argument("--no-encoder", action="store_true", help="by the rules alone")
    arguments = parser.parse_args()
    count = predict(arguments.task, arguments.source, arguments.target, encoder=not arguments.no_encoder)
    print(f"{count} predictions for {arguments.task} in {arguments.target}", file=sys.stderr)


if __name__ == "__main__":
    main()
