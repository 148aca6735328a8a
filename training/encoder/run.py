"""From the named data to trained weights: ``python -m training.encoder.run --data FOLDER --out FOLDER``.

First the courses on the sets with a train part, one from where the other ended, then for each fold the last course
(``LAST``) without it, then the last on everything. A run that was broken off goes on from its last checkpoint.
"""

import argparse
import logging
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import torch
import yaml

from dateline.encoder.heads import Heads
from dateline.encoder.wordpieces import WordpieceCutter
from training.encoder.batches import BatchPlan
from training.encoder.documents import FILES, SILVER, Document, DocumentMaker, records
from training.encoder.learn import Course, Learner, load_network
from training.encoder.network import Network, start_at_rates, starting_folder

logger = logging.getLogger(__name__)
CONFIG = Path(__file__).parent / "config.yaml"
WHOLE = "encoder"
"""Name of the run that is shipped; runs with a fold held out are ``fold-0``, ``fold-1``…"""
PUPIL = "pupil"
"""Name of what the course after those leaves (``pupil.py``)."""
LAST = "small"
"""The course that adds the sets without a train part; those before it in the configuration run once, in their order."""


def load_config(path: Path = CONFIG) -> dict[str, Any]:
    """The settings of a training; what a file of one's own leaves out is as in ``CONFIG``."""
    settings: dict[str, Any] = yaml.safe_load(CONFIG.read_text(encoding="utf-8"))
    return settings if path == CONFIG else {**settings, **yaml.safe_load(path.read_text(encoding="utf-8"))}


def course_of(config: dict[str, Any], name: str) -> Course:
    """A course that the settings describe."""
    own = config["courses"][name]
    shared = ("weight_decay", "clip", "seed", "checkpoint_every", "masked")
    return Course(
        plan=BatchPlan(config["window"], config["batch"], config["silent_share"], own["repeats"]),
        loss_weights={head: item["weight"] for head, item in config["heads"].items()} | own.get("weights", {}),
        rises={head: item["rise"] for head, item in config["heads"].items() if "rise" in item},
        **{key: own[key] for key in ("batches", "warmup", "fall", "body_rate", "head_rate")},
        **{key: config[key] for key in shared},
        kept=own.get("kept", {}),
        half=knows_half(),
    )


def knows_half() -> bool:
    """Whether the processor reckons in bfloat16: half again as fast there, several times slower elsewhere."""
    return bool(getattr(torch.cpu, "get_capabilities", dict)().get("avx512_bf16", False))


def read_sets(
    data: Path, cutter: WordpieceCutter, config: dict[str, Any], names: Sequence[str], silver: Path | None = None
) -> list[Document]:
    """The documents of the named sets, with the rules' answers where there are any."""
    known = {record["docid"]: record for record in records(silver)} if silver is not None and silver.exists() else {}
    maker = DocumentMaker(cutter, Heads(config["heads"]), config["later_weight"], known)
    return [document for name in names for document in maker.read(name, data / FILES[name])]


class Trainer:
    """Runs the courses of a configuration and keeps their checkpoints in one folder."""

    def __init__(self, data: Path, out: Path, config: dict[str, Any]) -> None:
        self.config, self.out = config, out
        self.heads = Heads(config["heads"])
        self.large_courses = [name for name in config["courses"] if name != LAST]
        self.cutter = WordpieceCutter(starting_folder() / "vocab.txt")
        self.documents = read_sets(data, self.cutter, config, list(FILES), out / SILVER)

    def run(self, names: Sequence[str]) -> None:
        """Train the courses on the large sets and the named runs of the last."""
        checkpoint: Path | None = None
        for name in self.large_courses:
            checkpoint = self.large(name, checkpoint)
        for name in names:
            self.small(name, () if name == WHOLE else self.config["folds"][int(name.removeprefix("fold-"))])

    def large(self, name: str, start: Path | None) -> Path:
        """A course on the sets with a train part: from the checkpoint of the one before, or from MiniLM's weights."""
        own = self.config["courses"][name]
        network, documents = self._network(), self._of(own["repeats"])
        if start is None:
            start_at_rates(network, self.heads, documents)
        else:
            load_network(network, start)
        if "apart" in own:
            columns = self.heads[own["apart"]["head"]].columns
            network.part(own["apart"]["layers"], (columns.start, columns.stop))
        network.keep_still(own.get("still", ()))
        return self._learn(network, documents, name, name)

    def small(self, name: str, held_out: Sequence[str] = ()) -> Path:
        """On from there with the small sets but for the groups held out."""
        network = self._network()
        load_network(network, self.out / f"{self.large_courses[-1]}.pt")
        documents = self._of(self.config["courses"][LAST]["repeats"])
        start_at_rates(network, self.heads, documents, only=("mentions",))
        kept = [document for document in documents if document.group not in held_out]
        return self._learn(network, kept, LAST, name)

    def _network(self) -> Network:
        """The body as its package gives it, and heads that know nothing."""
        torch.manual_seed(self.config["seed"])
        return Network(self.heads, self.config["dropout"], starting_folder(), body_dropout=self.config["body_dropout"])

    def _of(self, repeats: Mapping[str, float]) -> list[Document]:
        return [document for document in self.documents if document.set in repeats]

    def _learn(self, network: Network, documents: Sequence[Document], course: str, name: str) -> Path:
        logger.info("%s: %d documents, %d wordpieces", name, len(documents), sum(len(d.pieces) for d in documents))
        checkpoint = self.out / f"{name}.pt"
        learner = Learner(network, self.heads, (self.cutter.first, self.cutter.last), self.cutter.mask)
        learner.learn(documents, course_of(self.config, course), checkpoint)
        return checkpoint


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="the folder with the sets")
    parser.add_argument("--out", type=Path, required=True, help="where checkpoints go")
    parser.add_argument("--config", type=Path, default=CONFIG)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--runs", nargs="*", help="runs of the last course; without it all")
    arguments = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    torch.set_num_threads(arguments.threads)
    arguments.out.mkdir(parents=True, exist_ok=True)
    config = load_config(arguments.config)
    names = [f"fold-{number}" for number in range(len(config["folds"]))] + [WHOLE]
    Trainer(arguments.data, arguments.out, config).run(names if arguments.runs is None else arguments.runs)


if __name__ == "__main__":
    main()
