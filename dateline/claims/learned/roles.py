"""Who takes part in what a word states: a small scorer over the network's vectors and how the candidates stand.

The weights are in ``encoder/data/roles.npz``, written by ``training/claims/export.py``: a table of vectors for each
feature, and two layers over all of them side by side.
"""

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, Final

import numpy as np

from dateline.claims.drafts import Draft
from dateline.claims.learned.candidates import Scene
from dateline.claims.learned.features import FEATURES, features_of, scene_features
from dateline.encoder.claims import ROLE_WEIGHTS, ROLE_WIDTH, ROLES, TYPES, ClaimScores
from dateline.encoder.scores import softmax
from dateline.encoder.windows import Floats

UNKNOWN: Final = 0
"""The row of a table for what was not met in training."""


class RoleScorer:
    """Scores the candidates of a scene."""

    def __init__(self, arrays: Mapping[str, Any]) -> None:
        """``arrays``: by name, as ``training/claims/export.py`` writes them."""
        self.arrays = {name: arrays[name] for name in arrays}
        self.rows = {
            name: {str(value): row for row, value in enumerate(arrays[f"values_{name}"], 1)} for name in FEATURES
        }

    def shares(self, scene: Scene, claim_type: str, told: Sequence[Draft], scores: ClaimScores) -> Floats:
        """How likely each candidate fills each role, and last nobody: (candidates + 1) x roles, columns sum to 1."""
        weights, kind = self.arrays, TYPES.index(claim_type)
        trigger = scores.encoder.pieces.at(scene.trigger.idx)
        about = np.concatenate([weights["types"][kind], np.array(scene_features(scene, told), dtype=np.float32)])
        nobody = _layers(weights, "nobody", about) + scores.nobody(trigger)
        if not scene.candidates:
            return softmax(nobody[None].T).T
        told_of = [features_of(scene, candidate, told) for candidate in scene.candidates]
        tables = [
            weights[f"table_{name}"][[self.rows[name].get(values[place], UNKNOWN) for values in told_of]]
            for place, name in enumerate(FEATURES)
        ]
        known = np.concatenate([*tables, np.tile(about, (len(told_of), 1))], axis=1)
        asked = scores.asked(trigger) + weights["asked"][kind].reshape(len(ROLES), ROLE_WIDTH)
        offered = scores.offered([scores.encoder.pieces.at(candidate.word.idx) for candidate in scene.candidates])
        fits = np.einsum("rd,crd->cr", asked, offered) / np.sqrt(ROLE_WIDTH)
        logits = np.concatenate([_layers(weights, "candidate", known) + fits, nobody[None]])
        return softmax(logits.T.astype(np.float32)).T


def _layers(weights: Mapping[str, Any], name: str, values: Floats) -> Floats:
    """Two linear layers with what is below zero cut off between them."""
    hidden = np.maximum(values @ weights[f"{name}_in"] + weights[f"{name}_in_bias"], 0.0)
    found: Floats = hidden @ weights[f"{name}_out"] + weights[f"{name}_out_bias"]
    return found


@cache
def load_role_scorer(folder: Path) -> RoleScorer:
    """The scorer of a folder with weights. Loaded once."""
    with np.load(folder / ROLE_WEIGHTS, allow_pickle=False) as arrays:
        return RoleScorer(arrays)
