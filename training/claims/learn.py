"""Train the network for claims: ``python -m training.claims.learn --out FOLDER``; goes on from its last checkpoint."""

import argparse
import json
import logging
import random
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
import yaml

from dateline import Reader
from dateline.encoder.windows import Window, windows
from dateline.encoder.wordpieces import WordpieceCutter
from training.claims.documents import Lesson, LessonMaker, Stated
from training.claims.network import ClaimsNet, known_values, role_loss, type_loss
from training.encoder.learn import optimiser_of, resume, save, share_of_rate
from training.encoder.network import starting_folder
from training.encoder.run import knows_half

logger = logging.getLogger(__name__)
CONFIG = Path(__file__).parent / "config.yaml"
REPORTS = Path(__file__).resolve().parents[2] / "benchmarks" / "reports"
CHECKPOINT = "claims.pt"
LIKE_LONG = 48
"""Windows that are sorted by length together before they are cut into batches."""

Seen = tuple[Lesson, Window]


def load_config(path: Path = CONFIG) -> dict[str, Any]:
    """The settings of a training."""
    settings: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return settings


def lessons_of(config: dict[str, Any], cutter: WordpieceCutter) -> list[Lesson]:
    """What the annotated reports teach, read by the rules and the encoder."""
    maker = LessonMaker(Reader(), cutter, config["optional"])
    lines = [
        line
        for name in config["sets"]
        for line in (REPORTS / f"{name}.jsonl").read_text(encoding="utf-8").split("\n")
        if line.strip()
    ]
    return [maker.lesson(json.loads(line)) for line in lines]


def epoch(lessons: Sequence[Lesson], config: dict[str, Any], number: int) -> Iterator[list[Seen]]:
    """The batches of one epoch, in an order of its own; windows of like length together."""
    order = random.Random(config["seed"] * 1009 + number)
    seen = [
        (lesson, window)
        for lesson in lessons
        for window in windows(len(lesson.pieces), config["window"] - 2, config["shared"])
    ]
    order.shuffle(seen)
    batches: list[list[Seen]] = []
    for first in range(0, len(seen), LIKE_LONG):
        batches.append([])
        for one in sorted(seen[first : first + LIKE_LONG], key=lambda pair: len(pair[1])):
            if (len(one[1]) + 2) * (len(batches[-1]) + 1) > config["batch"] and batches[-1]:
                batches.append([])
            batches[-1].append(one)
    order.shuffle(batches)
    yield from batches


class Trainer:
    """Trains one network and keeps its checkpoint."""

    def __init__(self, lessons: Sequence[Lesson], config: dict[str, Any], cutter: WordpieceCutter, out: Path) -> None:
        torch.manual_seed(config["seed"])
        self.lessons, self.config, self.cutter = lessons, config, cutter
        self.checkpoint, self.half = out / CHECKPOINT, knows_half()
        self.values = known_values(lessons, config["least"], config["most"])
        self.rows = {name: {value: row for row, value in enumerate(found, 1)} for name, found in self.values.items()}
        self.network = ClaimsNet(self.values, dropout=config["dropout"], scorer_dropout=config["scorer_dropout"])
        rates = (config["body_rate"], config["head_rate"], config["weight_decay"])
        self.optimiser = optimiser_of(self.network, *rates)

    def run(self) -> None:
        """All epochs, or the rest of them."""
        plan = [batch for number in range(self.config["epochs"]) for batch in epoch(self.lessons, self.config, number)]
        done, began = resume(self.checkpoint, self.network, self.optimiser), time.monotonic()
        logger.info("%d reports, %d batches", len(self.lessons), len(plan))
        self.network.train()
        shown = np.zeros(2)
        for step in range(done, len(plan)):
            shown += self._step(plan[step], step, len(plan))
            if (step + 1) % 20 == 0:
                pace = (time.monotonic() - began) / (step + 1 - done)
                logger.info("%d/%d types %.3f roles %.3f, %.2f s a batch", step + 1, len(plan), *(shown / 20), pace)
                shown[:] = 0.0
            if (step + 1) % self.config["checkpoint_every"] == 0 or step + 1 == len(plan):
                save(self.checkpoint, self.network, self.optimiser, step + 1, values=self.values)

    def _step(self, batch: list[Seen], step: int, steps: int) -> tuple[float, float]:
        torch.manual_seed(self.config["seed"] * 100_003 + step)
        for group in self.optimiser.param_groups:
            group["lr"] = group["full"] * share_of_rate(step, steps, self.config["warmup"], self.config["fall"])
        ids, mask = self._tensors(batch)
        hidden = (torch.rand(ids.shape) < self.config["masked"]) & mask.bool()
        hidden &= (ids != self.cutter.first) & (ids != self.cutter.last)
        vectors = self.network.vectors(torch.where(hidden, self.cutter.mask, ids))
        with torch.autocast("cpu", dtype=torch.bfloat16, enabled=self.half):
            columns = self.network(vectors, mask)
        columns = columns.float()
        stated = [list(_in_window(lesson, window)) for lesson, window in batch]
        types, roles = type_loss(columns, mask, stated), self._roles(columns, batch, stated)
        self.optimiser.zero_grad(set_to_none=True)
        (types + roles).backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_(self.network.parameters(), self.config["clip"])
        self.optimiser.step()
        return float(types.detach()), float(roles.detach())

    def _roles(
        self, columns: torch.Tensor, batch: list[Seen], stated: Sequence[Sequence[tuple[int, Stated]]]
    ) -> torch.Tensor:
        """The mean loss of the roles."""
        parts = []
        for row, ((_, window), found) in enumerate(zip(batch, stated, strict=True)):
            for position, one in found:
                places = [_position(piece, window) for piece in one.candidate_pieces]
                loss = role_loss(
                    self.network.scorer(columns[row, position], columns[row, places], self._rows(one), one), one
                )
                if loss is not None:
                    parts.append(loss / 2)
        return torch.stack(parts).mean() if parts else columns.sum() * 0.0

    def _rows(self, one: Stated) -> torch.Tensor:
        rows = [[known.get(value, 0) for known, value in zip(self.rows.values(), f, strict=True)] for f in one.features]
        return torch.tensor(rows, dtype=torch.long).reshape(len(rows), len(self.rows))

    def _tensors(self, batch: list[Seen]) -> tuple[torch.Tensor, torch.Tensor]:
        longest = max(len(window) for _, window in batch) + 2
        ids, mask = (
            torch.zeros(len(batch), longest, dtype=torch.long),
            torch.zeros(len(batch), longest, dtype=torch.long),
        )
        for row, (lesson, window) in enumerate(batch):
            inner = torch.from_numpy(lesson.pieces.ids[window.first : window.last].astype("int64"))
            ids[row, 0], ids[row, len(inner) + 1] = self.cutter.first, self.cutter.last
            ids[row, 1 : len(inner) + 1] = inner
            mask[row, : len(inner) + 2] = 1
        return ids, mask


def _in_window(lesson: Lesson, window: Window) -> Iterator[tuple[int, Stated]]:
    """What is stated in a window, with its position there."""
    for one in lesson.stated:
        if window.first <= one.piece < window.last:
            yield one.piece - window.first + 1, one


def _position(piece: int, window: Window) -> int:
    """Where a wordpiece stands in a window; that of [CLS] for one outside it."""
    return piece - window.first + 1 if window.first <= piece < window.last else 0


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, required=True, help="where the checkpoint goes")
    parser.add_argument("--config", type=Path, default=CONFIG)
    parser.add_argument("--threads", type=int, default=2)
    arguments = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    torch.set_num_threads(arguments.threads)
    arguments.out.mkdir(parents=True, exist_ok=True)
    config, cutter = load_config(arguments.config), WordpieceCutter(starting_folder() / "vocab.txt")
    Trainer(lessons_of(config, cutter), config, cutter, arguments.out).run()


if __name__ == "__main__":
    main()
