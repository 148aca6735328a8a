"""The training loop: from a start to a checkpoint, taken up again where it was broken off."""

import copy
import logging
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import torch

from dateline.encoder.heads import Heads
from training.encoder.batches import Batch, BatchPlan, Window, batch_of, epoch, hidden
from training.encoder.documents import Document
from training.encoder.network import Network, kept_loss, loss_of

logger = logging.getLogger(__name__)


def share_of_rate(step: int, steps: int, warmup: int, fall: float) -> float:
    """The part of the full rate at a step (from 0): it rises over ``warmup`` steps and sinks over the last ``fall``."""
    risen = min(1.0, (step + 1) / warmup) if warmup else 1.0
    return risen * min(1.0, (steps - step) / max(1.0, fall * steps))


def optimiser_of(
    network: torch.nn.Module, body_rate: float, other_rate: float, weight_decay: float
) -> torch.optim.Optimizer:
    """AdamW with a rate for the body and one for what reads it; biases and norms are not decayed. Each group has its
    full rate under ``full``.
    """
    groups: dict[tuple[float, float], list[torch.nn.Parameter]] = {}
    for name, parameter in network.named_parameters():
        if parameter.requires_grad:
            rate = body_rate if name.startswith(("body", "apart")) else other_rate
            groups.setdefault((rate, weight_decay if parameter.ndim > 1 else 0.0), []).append(parameter)
    return torch.optim.AdamW(
        [{"params": found, "lr": rate, "full": rate, "weight_decay": decay} for (rate, decay), found in groups.items()],
        fused=True,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """How a training goes: rates rise over ``warmup`` batches and sink in a line to zero over the last ``fall``."""

    batches: int
    warmup: int
    fall: float
    plan: BatchPlan
    body_rate: float
    head_rate: float
    weight_decay: float
    clip: float
    seed: int
    checkpoint_every: int
    loss_weights: dict[str, float]
    rises: dict[str, float]
    """Heads whose weight rises from zero over the first part of the course, with that part."""
    masked: float
    """Share of wordpieces hidden behind [MASK]."""
    kept: dict[str, float] = field(default_factory=dict)
    """Heads whose answers are held to those from before the course, with the weight of that."""
    half: bool = False
    """Whether to use bfloat16: half again as fast on processors that have it, eight times slower on others."""

    def share(self, step: int) -> float:
        """The part of the full rate at a step (from 0)."""
        return share_of_rate(step, self.batches, self.warmup, self.fall)

    def weights_at(self, step: int) -> dict[str, float]:
        """The heads' weights in the loss at a step."""
        risen = {head: min(1.0, step / (part * self.batches)) for head, part in self.rises.items() if part > 0}
        return {head: weight * risen.get(head, 1.0) for head, weight in self.loss_weights.items()}


class Learner:
    """Trains a network on documents."""

    def __init__(self, network: Network, heads: Heads, ends: tuple[int, int], mask_id: int) -> None:
        """``ends``: the numbers of [CLS] and [SEP]; ``mask_id``: that of [MASK]."""
        self.network, self.heads, self.ends, self.mask_id = network, heads, ends, mask_id

    def learn(self, documents: Sequence[Document], course: Course, checkpoint: Path) -> None:
        """Run the course, or the rest of it when ``checkpoint`` holds a part; at the end it holds the whole."""
        optimiser = self._optimiser(course)
        before = copy.deepcopy(self.network).eval() if course.kept else None
        step = resume(checkpoint, self.network, optimiser)
        self.network.train()
        shown, began, pieces = 0.0, time.monotonic(), 0
        for windows in self._from(documents, course, step):
            torch.manual_seed(course.seed * 100_003 + step)
            batch = batch_of(windows, self.heads, *self.ends)
            shown += self._step(batch, course, step, optimiser, before)
            pieces += batch.ids.size
            step += 1
            if step % 20 == 0:
                speed = pieces / (time.monotonic() - began)
                logger.info("%d/%d loss %.3f, %.0f wordpieces/s", step, course.batches, shown / 20, speed)
                shown = 0.0
            if step % course.checkpoint_every == 0 or step == course.batches:
                save(checkpoint, self.network, optimiser, step)

    def _from(self, documents: Sequence[Document], course: Course, done: int) -> Iterator[list[Window]]:
        """The batches of the course after the first ``done``, over as many epochs as that takes.

        Raises ValueError when an epoch takes none of the documents.
        """
        step, number = 0, 0
        while step < course.batches:
            found = epoch(documents, course.plan, course.seed + number)
            if not found:
                raise ValueError(f"an epoch takes none of the {len(documents)} documents: see the course's repeats")
            for windows in found:
                if step == course.batches:
                    return
                if step >= done:
                    yield windows
                step += 1
            number += 1

    def _step(
        self, batch: Batch, course: Course, step: int, optimiser: torch.optim.Optimizer, before: Network | None
    ) -> float:
        for group in optimiser.param_groups:
            group["lr"] = group["full"] * course.share(step)
        ids = hidden(batch, course.masked, self.mask_id, np.random.default_rng(course.seed * 100_003 + step))
        with torch.autocast("cpu", dtype=torch.bfloat16, enabled=course.half):
            columns = self.network(torch.from_numpy(ids), torch.from_numpy(batch.mask))
        loss = loss_of(columns.float(), batch, self.heads, course.weights_at(step))
        if before is not None:
            with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16, enabled=course.half):
                old = before(torch.from_numpy(batch.ids), torch.from_numpy(batch.mask))
            loss = loss + kept_loss(columns.float(), old.float(), batch, self.heads, course.kept)
        optimiser.zero_grad(set_to_none=True)
        loss.backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_(self.network.parameters(), course.clip)
        optimiser.step()
        return float(loss.detach())

    def _optimiser(self, course: Course) -> torch.optim.Optimizer:
        return optimiser_of(self.network, course.body_rate, course.head_rate, course.weight_decay)


def resume(checkpoint: Path, network: torch.nn.Module, optimiser: torch.optim.Optimizer) -> int:
    """Take up what a checkpoint holds; how many batches are done, 0 where there is none."""
    if not checkpoint.exists():
        return 0
    kept: dict[str, Any] = torch.load(checkpoint, weights_only=True)
    network.load_state_dict(kept["network"])
    optimiser.load_state_dict(kept["optimiser"])
    logger.info("taken up again at batch %d of %s", kept["step"], checkpoint.name)
    return int(kept["step"])


def save(
    checkpoint: Path, network: torch.nn.Module, optimiser: torch.optim.Optimizer, step: int, **beside: Any
) -> None:
    """Write a checkpoint after so many batches, whole or not at all; ``beside``: what else it holds."""
    part = checkpoint.with_suffix(".part")
    torch.save({"network": network.state_dict(), "optimiser": optimiser.state_dict(), "step": step, **beside}, part)
    part.replace(checkpoint)


def load_network(network: Network, checkpoint: Path) -> None:
    """Give the network the weights of a finished course, and the layers apart that it has."""
    kept = torch.load(checkpoint, weights_only=True)["network"]
    numbers = {name.split(".")[1] for name in kept if name.startswith("apart.")}
    if numbers:
        network.part(len(numbers), (0, 0))
    network.load_state_dict(kept)
