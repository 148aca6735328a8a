"""The network for claims in torch: a body, what it says of each wordpiece, and the scorer of participants; the loss."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt

import torch
from torch import nn
from torch.nn import functional
from transformers import BertModel
from transformers.masking_utils import create_bidirectional_mask

from dateline.claims.learned.features import FEATURES, SCENE_FEATURES
from dateline.encoder.claims import COLUMNS, ROLE_WIDTH, ROLES, TYPES
from training.claims.documents import Lesson, Stated
from training.encoder.lean import NAME, Dropout, quicken
from training.encoder.network import starting_folder

TABLE_WIDTHS = dict(zip(FEATURES, (24, 32, 12, 6, 8, 8, 6, 4, 2, 6, 6), strict=True))
TYPE_WIDTH, CANDIDATE_HIDDEN, NOBODY_HIDDEN = 16, 128, 32
RARE = -5.0
"""The first bias of the types: hardly any wordpiece states any."""
SPARSE = frozenset({"slot", "path"})
"""Features of which rare values are left unknown."""

Values = dict[str, list[str]]
"""Of each feature the values that the scorer knows, in the order of the rows of its table, from row 1."""


def known_values(lessons: Iterable[Lesson], least: int, most: int) -> Values:
    """The commonest values of each feature."""
    counts: dict[str, Counter[str]] = {name: Counter() for name in FEATURES}
    for lesson in lessons:
        for stated in lesson.stated:
            for features in stated.features:
                for name, value in zip(FEATURES, features, strict=True):
                    counts[name][value] += 1
    return {
        name: [value for value, times in found.most_common(most) if times >= (least if name in SPARSE else 1)]
        for name, found in counts.items()
    }


class Scorer(nn.Module):
    """Scores candidates by how they stand and by the vectors of the wordpieces."""

    def __init__(self, values: Mapping[str, Sequence[str]], dropout: float) -> None:
        super().__init__()
        self.tables = nn.ModuleDict(
            {name: nn.Embedding(len(values[name]) + 1, TABLE_WIDTHS[name]) for name in FEATURES}
        )
        about = TYPE_WIDTH + SCENE_FEATURES
        self.types = nn.Embedding(len(TYPES), TYPE_WIDTH)
        self.asked = nn.Embedding(len(TYPES), len(ROLES) * ROLE_WIDTH)
        nn.init.normal_(self.asked.weight, 0.0, 0.02)
        self.candidate_in = nn.Linear(sum(TABLE_WIDTHS.values()) + about, CANDIDATE_HIDDEN)
        self.candidate_out = nn.Linear(CANDIDATE_HIDDEN, len(ROLES))
        self.nobody_in = nn.Linear(about, NOBODY_HIDDEN)
        self.nobody_out = nn.Linear(NOBODY_HIDDEN, len(ROLES))
        self.dropout = nn.Dropout(dropout)

    def forward(self, trigger: torch.Tensor, offered: torch.Tensor, rows: torch.Tensor, one: Stated) -> torch.Tensor:
        """Logits, (candidates + 1) x roles.

        ``trigger``: the columns of the trigger's wordpiece; ``offered``: those of the candidates' (candidates x
        columns); ``rows``: of the tables (candidates x features).
        """
        kind = torch.tensor(one.type)
        about = torch.cat([self.types(kind), torch.tensor(one.scene)])
        nobody = self.nobody_out(functional.relu(self.nobody_in(about))) + trigger[-len(ROLES) :]
        tables = [self.tables[name](rows[:, place]) for place, name in enumerate(FEATURES)]
        known = self.dropout(torch.cat([*tables, about.expand(len(rows), -1)], dim=-1))
        hidden = self.dropout(functional.relu(self.candidate_in(known)))
        width, first = len(ROLES) * ROLE_WIDTH, len(TYPES)
        asked = (trigger[first : first + width] + self.asked(kind)).view(len(ROLES), ROLE_WIDTH)
        offers = offered[:, first + width : first + 2 * width].reshape(-1, len(ROLES), ROLE_WIDTH)
        fits = torch.einsum("rd,crd->cr", asked, offers) / sqrt(ROLE_WIDTH)
        return torch.cat([self.candidate_out(hidden) + fits, nobody[None]])


class ClaimsNet(nn.Module):
    """Wordpieces to columns (``COLUMNS``), and a scorer beside it. The table of wordpieces is the encoder's."""

    def __init__(self, values: Values, *, dropout: float, scorer_dropout: float) -> None:
        super().__init__()
        settings = {"attention_probs_dropout_prob": 0.0, "hidden_dropout_prob": dropout}
        self.body = BertModel.from_pretrained(
            starting_folder(), add_pooling_layer=False, attn_implementation=NAME, **settings
        )
        quicken(self.body)
        self.body.embeddings.word_embeddings.weight.requires_grad_(False)
        self.heads = nn.Linear(self.body.config.hidden_size, COLUMNS)
        nn.init.constant_(self.heads.bias[: len(TYPES)], RARE)
        self.dropout, self.scorer = Dropout(dropout), Scorer(values, scorer_dropout)

    def forward(self, word_vectors: torch.Tensor, attention_mask: torch.Tensor) -> torch.Tensor:
        """float32, windows x positions x columns."""
        states = self.body.embeddings(inputs_embeds=word_vectors)
        mask = create_bidirectional_mask(self.body.config, states, attention_mask)
        for layer in self.body.encoder.layer:
            states = layer(states, mask)
        columns: torch.Tensor = self.heads(self.dropout(states))
        return columns

    def vectors(self, ids: torch.Tensor) -> torch.Tensor:
        """The first vectors of wordpieces, from their numbers."""
        found: torch.Tensor = self.body.embeddings.word_embeddings(ids)
        return found


@dataclass(frozen=True, slots=True)
class Losses:
    """The two parts of the loss of a batch."""

    types: torch.Tensor
    roles: torch.Tensor


def type_loss(
    columns: torch.Tensor, mask: torch.Tensor, stated: Sequence[Sequence[tuple[int, Stated]]]
) -> torch.Tensor:
    """Cross-entropy of all types at all wordpieces, for each stated type.

    ``stated``: for each window the words that state something, with their positions.
    """
    logits = columns[..., : len(TYPES)]
    wanted, weights = torch.zeros_like(logits), mask[..., None].float().expand_as(logits).clone()
    for window, found in enumerate(stated):
        for position, one in found:
            wanted[window, position, one.type] = 1.0
            weights[window, position, one.type] = one.weight
        for position, one in found:
            for other in one.others:
                if not wanted[window, position, other]:
                    weights[window, position, other] = 0.0
    loss = functional.binary_cross_entropy_with_logits(logits, wanted, reduction="none")
    return (loss * weights).sum() / max(1, sum(map(len, stated)))


def role_loss(logits: torch.Tensor, one: Stated) -> torch.Tensor | None:
    """How far the scorer is from the right candidates of each role; None where none of them is right."""
    right, shares = torch.from_numpy(one.right), logits.log_softmax(0)
    parts = [torch.logsumexp(shares[right[:, role], role], 0) for role in range(len(ROLES)) if right[:, role].any()]
    return -one.weight * torch.stack(parts).sum() if parts else None
