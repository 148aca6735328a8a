"""How well the trained encoder does, alone and with the rules, on what it has not learned from.

    python -m training.encoder.measure --pack FOLDER --out FOLDER

MUC-4 and PolNeAR have dev parts of their own. re3d and PLOVER have not: there each document is read with the weights
of the fold that held it out. Writes ``measured.json`` beside this file, from which ``docs/benchmarks.md`` quotes.
"""

import argparse
import json
import logging
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch

from benchmarks.tasks import PREDICTORS, Question
from dateline import Reader
from dateline.encoder.heads import Heads
from dateline.encoder.model import DESCRIPTION, FOLDER, Encoder, description, load_encoder
from dateline.encoder.relevance import relevance
from dateline.encoder.windows import Floats
from dateline.encoder.wordpieces import IntArray, WordpieceCutter
from dateline.ingest import report_from_text
from training.encoder.documents import records
from training.encoder.export import write_description
from training.encoder.learn import load_network
from training.encoder.network import Network, starting_folder
from training.encoder.reliability import bins, diagram, judged
from training.encoder.run import CONFIG, WHOLE, load_config
from training.encoder.scored import SCORERS, Measured, scorer

logger = logging.getLogger(__name__)
MEASURED = Path(__file__).with_name("measured.json")
ORDINARY = Path(__file__).parents[2] / "benchmarks" / "reports" / "ordinary.jsonl"
PICTURE = Path(__file__).parents[2] / "docs" / "pictures" / "reliability.svg"
TASKS = ("muc4", "polnear", "re3d", "plover")
HEADS_OF_TASKS = {"muc4": "roles", "polnear": "attribution", "re3d": "mentions"}
Records = list[dict[str, Any]]
Figures = dict[str, Any]


class Parts:
    """The documents of a set, in parts that one set of weights has not learned from."""

    def __init__(self, task: str, pack: Path, out: Path, config: Mapping[str, Any]) -> None:
        self.task, self.pack = task, pack
        self.records: Records = list(records(pack / "data" / f"{task}.dev.jsonl"))
        self.parts: list[tuple[Path, Records]] = [(FOLDER, self.records)]
        if task in ("re3d", "plover"):
            self.parts = [
                (out / f"fold-{number}", [record for record in self.numbered() if record["group"] in groups])
                for number, groups in enumerate(config["folds"])
            ]

    def numbered(self) -> Iterator[dict[str, Any]]:
        """The records with the group that a fold holds out."""
        for number, record in enumerate(self.records):
            yield {**record, "group": record["source"] if self.task == "re3d" else f"plover {number % 3}"}

    def scored(self, predicted: Iterable[dict[str, Any]]) -> Figures:
        """The pack's figures over the whole set."""
        score = getattr(scorer(self.pack), SCORERS[self.task])
        gold = {record["docid"]: record for record in self.records}
        figures: Figures = score(gold, {item["docid"]: item for item in predicted})
        return figures


def rules(parts: Parts) -> Figures:
    """The reader without the encoder."""
    return parts.scored(_read(parts.task, Reader(encoder=False), parts.records))


def both(parts: Parts) -> Figures:
    """The reader with the encoder, for each part that with weights which have not learned from it."""
    return parts.scored(
        item
        for folder, part in parts.parts
        for item in _read(parts.task, Reader(encoder=True if folder == FOLDER else folder), part)
    )


def alone(parts: Parts, encoder_of: Callable[[Path], Encoder] = load_encoder) -> Figures:
    """The encoder without rules: its tags turned into predictions as they are."""
    predicted: Records = []
    for folder, part in parts.parts:
        encoder = encoder_of(folder)
        measured = Measured(parts.task, part, encoder, parts.pack)
        predicted += [measured.predicted(record["docid"], encoder.settings) for record in part]
    return parts.scored(predicted)


def _read(task: str, reader: Reader, part: Records) -> Iterator[dict[str, Any]]:
    for record in part:
        question = Question(id=record["docid"], text=record["text"], published=None, sentences=())
        yield PREDICTORS[task](question, reader.read(report_from_text(record["text"], source=record["docid"])))


def exact(out: Path, config: Mapping[str, Any]) -> Callable[[Path], Encoder]:
    """Makes an encoder of the float32 weights of a run, with the settings of its int8 ones."""

    def make(folder: Path) -> Encoder:
        shipped = load_encoder(folder)
        network = Network(Heads(config["heads"]), 0.0, starting_folder())
        load_network(network, out / f"{WHOLE if folder == FOLDER else folder.name}.pt")
        network.eval()

        def run(ids: IntArray, mask: IntArray) -> tuple[Floats, None]:
            with torch.inference_mode():
                answers = network(torch.from_numpy(ids), torch.from_numpy(mask)).numpy()
            return np.asarray(answers, dtype=np.float32), None

        cutter = WordpieceCutter(starting_folder() / "vocab.txt")
        return Encoder(run, cutter, Heads(config["heads"]), shipped.options, shipped.settings)

    return make


def gate(pack: Path) -> Figures:
    """Shares that the gate keeps: of reports on conflict, of an election, and of ordinary life."""
    encoder = load_encoder()
    conflict = [r for r in records(pack / "data" / "muc4.dev.jsonl") if r["templates"]]
    conflict += records(pack / "data" / "re3d.dev.jsonl")
    sets = {"kept": conflict, "others": records(pack / "data" / "polnear.dev.jsonl"), "ordinary": records(ORDINARY)}
    likely = {name: np.array([relevance(encoder, r["text"]) for r in found]) for name, found in sets.items()}
    return {
        str(bar): {name: float(np.mean(values >= bar)) for name, values in likely.items()}
        for bar in (0.05, 0.1, 0.2, 0.5)
    }


def reliability(
    pack: Path, out: Path, config: Mapping[str, Any], tasks: Sequence[str]
) -> dict[str, list[dict[str, float]]]:
    """The bins of each head that marks spans, of those that the tasks ask about."""
    found = {}
    for task, name in HEADS_OF_TASKS.items():
        if task not in tasks:
            continue
        parts = Parts(task, pack, out, config).parts
        found[name] = bins(
            pair for folder, part in parts for record in part for pair in judged(task, record, load_encoder(folder))
        )
    return found


def settle(folder: Path) -> None:
    """Give the weights of a fold the settings of the shipped ones."""
    own = description(folder)
    kept = {key: own[key] for key in ("heads", "weights_sha256")}
    write_description(folder / DESCRIPTION, {**description(), **kept})
    description.cache_clear()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pack", type=Path, required=True, help="the evaluation pack")
    parser.add_argument("--out", type=Path, required=True, help="where the trainings left their weights")
    parser.add_argument("--tasks", nargs="*", default=list(TASKS), help="the sets; none: the gate alone")
    arguments = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    config = load_config(CONFIG)
    for number in range(len(config["folds"])):
        if (arguments.out / f"fold-{number}" / DESCRIPTION).exists():
            settle(arguments.out / f"fold-{number}")
    known = json.loads(MEASURED.read_text(encoding="utf-8")) if MEASURED.exists() else {}
    for task in arguments.tasks:
        parts = Parts(task, arguments.pack, arguments.out, config)
        known[task] = {"rules": rules(parts), "encoder": alone(parts), "both": both(parts)}
        known[task]["encoder in float32"] = alone(parts, exact(arguments.out, config))
        logger.info("%s measured", task)
        MEASURED.write_text(json.dumps(known, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    known["gate"] = gate(arguments.pack)
    if not arguments.tasks:
        MEASURED.write_text(json.dumps(known, indent=1, sort_keys=True) + "\n", encoding="utf-8")
        return
    known["reliability"] = known.get("reliability", {}) | reliability(
        arguments.pack, arguments.out, config, arguments.tasks
    )
    diagram(known["reliability"], PICTURE)
    MEASURED.write_text(json.dumps(known, indent=1, sort_keys=True) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
