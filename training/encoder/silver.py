"""What the rules find in the training texts: answers for the heads that no set of others answers.

    python -m training.encoder.silver --data FOLDER --out FOLDER

Kinds of mentions and event types of sentences, read by Dateline without its encoder (self-training). The rules look at
capitals, the encoder does not, so that it learns to find without capitals what the rules find with them. Written to
``silver.jsonl``; texts that stand there already are not read again.
"""

import argparse
import json
import logging
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from dateline import Reader
from dateline.ingest import report_from_text
from dateline.knowledge.words import actor_words
from dateline.model import Reading
from training.encoder.documents import FILES, SILVER, records

logger = logging.getLogger(__name__)
SETS = ("muc4", "polnear")
UNNAMED = frozenset({"pronoun"})
"""Forms of mentions that are no answer: what a pronoun stands for is not in its words."""
BATCH = 20


def answers(reading: Reading) -> dict[str, Any]:
    """Mentions with their kinds, and sentences with their event types. ``events`` is None where nothing is claimed of
    a report because it seems to be about something else.
    """
    spans = [[m.start, m.end, m.kind] for m in reading.mentions if m.form not in UNNAMED and m.kind != "other"]
    spans += [[place.start, place.end, "place"] for place in reading.places if place.role == "location"]
    spans += things(reading)
    events = None
    if reading.silence is None:
        found = [(claim.evidence.start, claim.type) for claim in reading.claims if claim.type.isupper()]
        events = [
            [start, end, sorted({kind for place, kind in found if start <= place < end})]
            for start, end in reading.sentences
        ]
    return {"mentions": sorted(spans), "events": events}


def things(reading: Reading) -> list[list[Any]]:
    """Weapons and vehicles, by the words of the lists."""
    words = actor_words()
    text = reading.report.text.lower()
    found = []
    for kind, listed in (("weapon", words.weapons), ("vehicle", words.vehicles)):
        for thing in sorted({thing.words.lower() for thing in listed.values()}):
            begin = text.find(thing)
            while begin >= 0:
                end = begin + len(thing)
                if not (text[begin - 1 : begin].isalnum() or text[end : end + 1].isalnum()):
                    found.append([begin, end, kind])
                begin = text.find(thing, end)
    return found


def read_all(data: Path, out: Path) -> None:
    """Read the train parts; goes on after the last text that the file holds."""
    path = out / SILVER
    known = {record["docid"] for record in records(path)} if path.exists() else set()
    reader = Reader(encoder=False)
    waiting = [record for name in SETS for record in records(data / FILES[name]) if record["docid"] not in known]
    logger.info("%d texts read before, %d to read", len(known), len(waiting))
    with path.open("a", encoding="utf-8") as lines:
        for begin in range(0, len(waiting), BATCH):
            for line in _lines(reader, waiting[begin : begin + BATCH]):
                lines.write(line)
            lines.flush()


def _lines(reader: Reader, part: list[dict[str, Any]]) -> Iterator[str]:
    reports = [report_from_text(record["text"], source=record["docid"]) for record in part]
    for record, reading in zip(part, reader.read_many(reports), strict=True):
        yield json.dumps({"docid": record["docid"], **answers(reading)}) + "\n"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="the folder with the sets")
    parser.add_argument("--out", type=Path, required=True, help="where silver.jsonl goes")
    arguments = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    arguments.out.mkdir(parents=True, exist_ok=True)
    read_all(arguments.data, arguments.out)


if __name__ == "__main__":
    main()
