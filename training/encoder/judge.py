"""Fit the weights that say how likely an entity fills a role, on MUC-4's dev part.

The encoder has learned from the train part and is too sure of itself there. Every document is judged by weights that
were fitted without it when thresholds are chosen and figures are given; those that are shipped are fitted on all.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import scipy.optimize

from benchmarks.encoder_tasks import Thresholds, template
from dateline.encoder.fillers import Candidate, candidates, chosen, plain
from dateline.encoder.incidents import IncidentThresholds, grouped
from training.encoder.scored import Measured

FOLDS = 5
SHARED, OWN = 3.0, 15.0
"""How strongly weights that all roles share, and what a role has beside them, are held near zero."""
Judge = dict[str, dict[str, float]]
Matrix = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Row:
    """A candidate of a document and whether annotators gave the role to an entity of that name."""

    docid: str
    candidate: Candidate
    right: bool


class Judged(Measured):
    """MUC-4's dev part, each document judged by weights fitted without it."""

    def prepare(self, thresholds: Thresholds) -> None:
        """Find the candidates and fit the weights; to be called once."""
        settings = IncidentThresholds.of(thresholds.get("incidents", {}))
        self.groups = {
            docid: candidates(self.scores[docid], record["text"], settings.piece, settings.split)
            for docid, record in self.gold.items()
        }
        self.folds = {docid: number % FOLDS for number, docid in enumerate(sorted(self.gold))}
        self.judges = [fit([row for row in self.rows() if self.folds[row.docid] != fold]) for fold in range(FOLDS)]

    def rows(self) -> Iterator[Row]:
        """All candidates with the annotators' verdict."""
        for docid, groups in self.groups.items():
            for candidate in (item for group in groups for item in group):
                entities = [entity for told in self.gold[docid]["templates"] for entity in told[candidate.role]]
                right = any(candidate.words == plain(words) for entity in entities for words in entity)
                yield Row(docid, candidate, right)

    def predicted(self, docid: str, thresholds: Thresholds) -> dict[str, Any]:
        """The incidents of one document."""
        settings, scores = IncidentThresholds.of(thresholds.get("incidents", {})), self.scores[docid]
        found = chosen(scores, self.groups[docid], settings.filler, self.judges[self.folds[docid]])
        return {"docid": docid, "templates": [template(item) for item in grouped(scores, found, settings)]}


def fit(rows: Sequence[Row]) -> Judge:
    """A logistic model for each role: weights that all share, and smaller ones of its own."""
    names = sorted({name for row in rows for name in row.candidate.features} - {"bias"})
    roles = sorted({row.candidate.role for row in rows})
    raw = np.array([[row.candidate.features[name] for name in names] for row in rows])
    mean, spread = raw.mean(axis=0), raw.std(axis=0) + 1e-6
    matrix = np.array(
        [
            _row((line - mean) / spread, roles.index(row.candidate.role), len(roles))
            for line, row in zip(raw, rows, strict=True)
        ]
    )
    right = np.array([float(row.right) for row in rows])
    held = np.concatenate(
        [np.full(len(roles), 0.01), np.full(len(names), SHARED), np.full(len(names) * len(roles), OWN)]
    )

    def loss(weights: Matrix) -> tuple[float, Matrix]:
        margin = matrix @ weights
        value = np.sum(np.logaddexp(0, margin) - right * margin) + np.sum(held * weights**2)
        return float(value), matrix.T @ (1 / (1 + np.exp(-margin)) - right) + 2 * held * weights

    found = scipy.optimize.minimize(loss, np.zeros(matrix.shape[1]), jac=True, method="L-BFGS-B").x
    return {role: _plain_weights(found, names, number, len(roles), mean, spread) for number, role in enumerate(roles)}


def _row(line: Matrix, role: int, roles: int) -> Matrix:
    """Which role, the features, and the features again in the role's own columns."""
    width = len(line)
    found = np.zeros(roles + width * (1 + roles))
    found[role] = 1.0
    found[roles : roles + width] = line
    found[roles + width * (1 + role) : roles + width * (2 + role)] = line
    return found


def _plain_weights(
    found: Matrix, names: Sequence[str], role: int, roles: int, mean: Matrix, spread: Matrix
) -> dict[str, float]:
    """One role's weights for features as they are, not centred and scaled."""
    width = len(names)
    own = found[roles + width * (1 + role) : roles + width * (2 + role)]
    weights = (found[roles : roles + width] + own) / spread
    bias = float(found[role] - weights @ mean)
    rounded: Mapping[str, float] = {name: round(float(value), 4) for name, value in zip(names, weights, strict=True)}
    return {"bias": round(bias, 4), **rounded}
