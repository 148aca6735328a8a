"""Train a large network on sayings and write its answers for a small one to learn from.

    python -m training.encoder.large --data FOLDER --mpnet FOLDER --out FOLDER

``--mpnet``: the folder of all-mpnet-base-v2, which the package registry has in five parts (``docs/model-card.md``). Its
wordpieces are those of MiniLM, four numbers on, so that its answers fit the small one's pieces one to one.
"""

import argparse
import json
import logging
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import nn
from transformers import MPNetModel

from dateline.encoder.heads import Heads
from dateline.encoder.wordpieces import WordpieceCutter
from training.encoder.batches import BatchPlan
from training.encoder.documents import FILES, Document, DocumentMaker, Floats, records
from training.encoder.lean import Dropout, quicken
from training.encoder.learn import Course, Learner, load_network
from training.encoder.network import start_at_rates, starting_folder
from training.encoder.run import knows_half, load_config

logger = logging.getLogger(__name__)
ANSWERS = "large-answers.npz"
ASKED = ("attribution", "incident")
"""The heads that it has; the second only because a batch asks for one of windows."""
FURTHER_ON = 4
"""By how much the numbers of its wordpieces are higher."""
SPECIAL = {0: 1, 101: 0, 102: 2, 103: 30526}
"""Its numbers of [PAD], [CLS], [SEP] and [MASK]."""
STILL = 4
"""Layers, from the first, that stay as they are."""
INNER = 510
REPORTS = Path(__file__).resolve().parents[2] / "benchmarks" / "reports"
OWN = ("many", "more", "dev", "varied")


class LargeNetwork(nn.Module):
    """MPNet with a linear map for the heads; takes the numbers of MiniLM's wordpieces."""

    numbers: torch.Tensor

    def __init__(self, folder: Path, width: int) -> None:
        super().__init__()
        settings = {"attention_probs_dropout_prob": 0.0, "hidden_dropout_prob": 0.1}
        self.body = MPNetModel.from_pretrained(folder, add_pooling_layer=False, **settings)
        quicken(self.body, self.body.config)
        apart = self.body.encoder.relative_attention_bias
        for part in (self.body.embeddings, apart, *self.body.encoder.layer[:STILL]):
            part.requires_grad_(False)
        self.heads, self.dropout = nn.Linear(self.body.config.hidden_size, width), Dropout(0.1)
        numbers = torch.arange(30522) + FURTHER_ON
        for own, other in SPECIAL.items():
            numbers[own] = other
        self.register_buffer("numbers", numbers)

    def forward(self, input_ids: torch.Tensor, attention_mask: torch.Tensor) -> torch.Tensor:
        """Windows x positions x columns."""
        states = self.body(input_ids=self.numbers[input_ids], attention_mask=attention_mask).last_hidden_state
        columns: torch.Tensor = self.heads(self.dropout(states))
        return columns


def course(seed: int) -> Course:
    """540 batches of 2,048 wordpieces: 40 minutes of two cores with bfloat16."""
    return Course(
        batches=540,
        warmup=40,
        fall=0.95,
        plan=BatchPlan(INNER + 2, 2048, 0.5, {"polnear": 1.0}),
        body_rate=6e-5,
        head_rate=1e-3,
        weight_decay=0.01,
        clip=1.0,
        seed=seed,
        checkpoint_every=90,
        loss_weights={"attribution": 1.0, "incident": 0.0},
        rises={},
        masked=0.05,
        half=knows_half(),
    )


def texts(data: Path) -> Iterator[tuple[str, str]]:
    """What it answers, by name: PolNeAR's training texts, reports of our own, every second training text of MUC-4."""
    yield from ((f"polnear {record['docid']}", record["text"]) for record in records(data / FILES["polnear"]))
    for name in OWN:
        yield from ((f"own {record['id']}", record["text"]) for record in records(REPORTS / f"{name}.jsonl"))
    yield from ((f"muc4 {record['docid']}", record["text"]) for record in [*records(data / FILES["muc4"])][::2])


def answers(network: LargeNetwork, ids: Floats, ends: tuple[int, int], columns: slice) -> Floats:
    """Probabilities of outside, first and inside for each wordpiece and label: wordpieces x labels x 3."""
    found = np.zeros((len(ids), (columns.stop - columns.start) // 3, 3), dtype=np.float16)
    for border in range(0, max(1, len(ids)), INNER):
        first = max(0, min(border, len(ids) - INNER))
        part = ids[first : first + INNER]
        numbers = torch.tensor([[ends[0], *part.tolist(), ends[1]]])
        with torch.inference_mode(), torch.autocast("cpu", dtype=torch.bfloat16, enabled=knows_half()):
            logits = network(numbers, torch.ones_like(numbers)).float()[0, 1:-1, columns]
        found[first : first + INNER] = logits.reshape(len(part), -1, 3).softmax(-1).numpy()
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="the folder with the sets")
    parser.add_argument("--mpnet", type=Path, required=True, help="the folder of all-mpnet-base-v2")
    parser.add_argument("--out", type=Path, required=True, help="where its checkpoint and its answers go")
    parser.add_argument("--threads", type=int, default=2)
    arguments = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    torch.set_num_threads(arguments.threads)
    config: dict[str, Any] = load_config()
    torch.manual_seed(config["seed"])
    heads = Heads({name: config["heads"][name] for name in ASKED})
    cutter = WordpieceCutter(starting_folder() / "vocab.txt")
    maker = DocumentMaker(cutter, heads, config["later_weight"], {})
    documents: list[Document] = list(maker.read("polnear", arguments.data / FILES["polnear"]))
    network = LargeNetwork(arguments.mpnet, heads.width)
    start_at_rates(network, heads, documents)  # type: ignore[arg-type]
    learner = Learner(network, heads, (cutter.first, cutter.last), cutter.mask)  # type: ignore[arg-type]
    learner.learn(documents, course(config["seed"]), arguments.out / "large.pt")
    load_network(network, arguments.out / "large.pt")  # type: ignore[arg-type]
    network.eval()
    columns, ends = heads["attribution"].columns, (cutter.first, cutter.last)
    found = {}
    for name, text in texts(arguments.data):
        found[name] = answers(network, np.asarray(cutter.cut(text).ids), ends, columns)
    np.savez_compressed(arguments.out / ANSWERS, **found)
    (arguments.out / "large.json").write_text(json.dumps({"texts": len(found)}), encoding="utf-8")


if __name__ == "__main__":
    main()
