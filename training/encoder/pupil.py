"""Teach the encoder what a large network answers about sayings, and hold all its other answers.

    python -m training.encoder.pupil --data FOLDER --out FOLDER

Knowledge distillation (Hinton, Vinyals and Dean 2015): for PolNeAR's training texts a mean of the annotators' answers
and of the large network's probabilities, for texts that nobody annotated the latter alone. What the encoder answered
before the course for all other heads is kept (learning without forgetting; Li and Hoiem, 2016).
"""

import argparse
import logging
import random
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, count, islice
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch.nn import functional

from dateline.encoder.heads import Heads
from dateline.encoder.wordpieces import WordpieceCutter
from training.encoder.documents import FILES, DocumentMaker, Floats
from training.encoder.large import ANSWERS, INNER, texts
from training.encoder.learn import load_network, optimiser_of, resume, save, share_of_rate
from training.encoder.network import Network, starting_folder
from training.encoder.run import PUPIL, WHOLE, knows_half, load_config

logger = logging.getLogger(__name__)
LIKE_LONG = 64
"""Windows that are sorted by length together before they are cut into batches."""


@dataclass(frozen=True, slots=True)
class Text:
    """One text with what is to be answered."""

    set: str
    ids: Floats
    answers: Floats
    """Wordpieces x labels x 3."""
    weights: Floats
    """Of each wordpiece; 0 where the annotators left open what it is."""


Seen = tuple[Text, int, int]


def read_texts(data: Path, out: Path, config: dict[str, Any], cutter: WordpieceCutter) -> list[Text]:
    """The texts that the large network has answered."""
    maker = DocumentMaker(cutter, Heads({name: config["heads"][name] for name in ("attribution", "incident")}), 0.5, {})
    annotated = iter(maker.read("polnear", data / FILES["polnear"]))
    share, found = config["pupil"]["share"], []
    with np.load(out / ANSWERS) as large:
        for name, text in texts(data):
            source, soft = name.split()[0], large[name].astype(np.float32)
            weights = np.ones(len(soft), dtype=np.float32)
            ids = np.asarray(cutter.cut(text).ids)
            if source == "polnear":
                document = next(annotated)
                hard = np.eye(3, dtype=np.float32)[document.answers["attribution"].astype(int)]
                soft, weights = share * soft + (1 - share) * hard, document.weights["attribution"][:, 0]
            found.append(Text(source, ids, soft, weights))
    return found


class Course:
    """The course of one network."""

    def __init__(self, network: Network, heads: Heads, cutter: WordpieceCutter, config: dict[str, Any]) -> None:
        self.network, self.heads, self.cutter = network, heads, cutter
        self.config, self.own, self.half = config, config["pupil"], knows_half()
        self.before = Network(heads, 0.0, starting_folder())
        self.before.load_state_dict(network.state_dict())
        self.before.eval()

    def run(self, all_texts: Sequence[Text], checkpoint: Path) -> None:
        """All batches, or the rest of them where ``checkpoint`` holds a part; at the end it holds the whole."""
        optimiser = optimiser_of(
            self.network, self.own["body_rate"], self.own["head_rate"], self.config["weight_decay"]
        )
        done, began = resume(checkpoint, self.network, optimiser), time.monotonic()
        self.network.train()
        for step, batch in enumerate(self._batches(all_texts)):
            if step < done:
                continue
            said, held = self._step(batch, step, optimiser)
            if (step + 1) % 20 == 0:
                pace = (time.monotonic() - began) / (step + 1 - done)
                logger.info("%d sayings %.3f held %.3f, %.2f s a batch", step + 1, said, held, pace)
            if (step + 1) % self.config["checkpoint_every"] == 0 or step + 1 == self.own["batches"]:
                save(checkpoint, self.network, optimiser, step + 1)

    def _batches(self, all_texts: Sequence[Text]) -> Iterator[list[Seen]]:
        """As many batches as the course has, over as many epochs as that takes; the same ones each time."""
        epochs = (self._epoch(all_texts, random.Random(self.config["seed"] * 1009 + number)) for number in count())
        return islice(chain.from_iterable(epochs), self.own["batches"])

    def _step(self, batch: Sequence[Seen], step: int, optimiser: torch.optim.Optimizer) -> tuple[float, float]:
        torch.manual_seed(self.config["seed"] * 100_003 + step)
        share = share_of_rate(step, self.own["batches"], self.own["warmup"], self.own["fall"])
        for group in optimiser.param_groups:
            group["lr"] = group["full"] * share
        said, held = self._loss(batch)
        optimiser.zero_grad(set_to_none=True)
        (said + held).backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_(self.network.parameters(), self.config["clip"])
        optimiser.step()
        return float(said.detach()), float(held.detach())

    def _loss(self, batch: Sequence[Seen]) -> tuple[torch.Tensor, torch.Tensor]:
        """How far the answers about sayings are from those wanted, and all others from those before."""
        ids, mask, wanted, weights = self._tensors(batch)
        hidden = (torch.rand(ids.shape) < self.own["masked"]) & (weights > 0)
        with torch.autocast("cpu", dtype=torch.bfloat16, enabled=self.half):
            columns = self.network(torch.where(hidden, self.cutter.mask, ids), mask).float()
            with torch.no_grad():
                old = self.before(ids, mask).float()
        found = columns[..., self.heads["attribution"].columns].reshape(wanted.shape).log_softmax(-1)
        said = (-(wanted * found).sum((-1, -2)) * weights).sum() / weights.sum().clamp(min=1)
        return self.own["weight"] * said, self._held(columns, old, weights)

    def _held(self, columns: torch.Tensor, old: torch.Tensor, weights: torch.Tensor) -> torch.Tensor:
        """The divergence of all other answers from those before, averaged over wordpieces and summed over heads."""
        total = columns.new_zeros(())
        for head in self.heads:
            new, kept = columns[..., head.columns], old[..., head.columns]
            if head.name == "attribution" or head.kind == "window":
                continue
            if head.kind == "spans":
                shape = (*weights.shape, len(head.labels), 3)
                probabilities = kept.reshape(shape).softmax(-1)
                gap = probabilities.clamp(min=1e-6).log() - new.reshape(shape).log_softmax(-1)
                each = (probabilities * gap).sum((-1, -2))
            elif head.kind == "pairs":
                each = self.own["pairs"] * (new - kept).pow(2).mean(-1)
            else:
                wanted = kept.sigmoid()
                each = functional.binary_cross_entropy_with_logits(new, wanted, reduction="none").sum(-1)
                each = each - functional.binary_cross_entropy_with_logits(kept, wanted, reduction="none").sum(-1)
            held = (each * weights).sum() / weights.sum().clamp(min=1)
            total = total + self.own["kept"].get(head.name, 1.0) * held
        return total

    def _epoch(self, all_texts: Sequence[Text], order: random.Random) -> Iterator[list[Seen]]:
        seen = [
            one for text in all_texts if order.random() < self.own["repeats"][text.set] for one in _cut(text, order)
        ]
        order.shuffle(seen)
        batches: list[list[Seen]] = []
        for border in range(0, len(seen), LIKE_LONG):
            batches.append([])
            for one in sorted(seen[border : border + LIKE_LONG], key=lambda window: window[2] - window[1]):
                if batches[-1] and (one[2] - one[1] + 2) * (len(batches[-1]) + 1) > self.config["batch"]:
                    batches.append([])
                batches[-1].append(one)
        order.shuffle(batches)
        yield from batches

    def _tensors(self, batch: Sequence[Seen]) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor]:
        longest, labels = max(last - first for _, first, last in batch) + 2, len(self.heads["attribution"].labels)
        ids, mask = torch.zeros(2, len(batch), longest, dtype=torch.long)
        wanted, weights = torch.zeros(len(batch), longest, labels, 3), torch.zeros(len(batch), longest)
        for row, (text, first, last) in enumerate(batch):
            inner = slice(1, last - first + 1)
            ids[row, 0], ids[row, inner.stop] = self.cutter.first, self.cutter.last
            ids[row, inner] = torch.from_numpy(text.ids[first:last].astype("int64"))
            mask[row, : inner.stop + 1] = 1
            wanted[row, inner], weights[row, inner] = (
                torch.from_numpy(text.answers[first:last]),
                torch.from_numpy(text.weights[first:last]),
            )
        return ids, mask, wanted, weights


def _cut(text: Text, order: random.Random) -> Iterator[Seen]:
    """The windows of a text, with borders at another place each time."""
    start = 0 if len(text.ids) <= INNER else -order.randrange(INNER // 2)
    for first in range(start, len(text.ids), INNER):
        yield text, max(0, first), min(len(text.ids), first + INNER)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="the folder with the sets")
    parser.add_argument(
        "--out", type=Path, required=True, help="where the checkpoint and the large network's answers are"
    )
    parser.add_argument("--threads", type=int, default=2)
    arguments = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    torch.set_num_threads(arguments.threads)
    config = load_config()
    torch.manual_seed(config["seed"])
    heads, cutter = Heads(config["heads"]), WordpieceCutter(starting_folder() / "vocab.txt")
    network = Network(heads, config["dropout"], starting_folder(), body_dropout=config["body_dropout"])
    load_network(network, arguments.out / f"{WHOLE}.pt")
    known = read_texts(arguments.data, arguments.out, config, cutter)
    Course(network, heads, cutter, config).run(known, arguments.out / f"{PUPIL}.pt")


if __name__ == "__main__":
    main()
