"""A small encoder without weights: a vocabulary of a few words and a network that is a table."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from dateline.encoder.heads import Heads
from dateline.encoder.model import Encoder, RunOptions
from dateline.encoder.windows import Floats
from dateline.encoder.wordpieces import IntArray, WordpieceCutter

WORDS = """[PAD] [UNK] [CLS] [SEP] . , gunmen of the red dawn front attacked a bridge guard ##s in car bomb ##ing rd ##f
said mayor that rain fell on monday cafe""".split()
HEADS = {
    "roles": {"kind": "spans", "labels": ["PerpInd", "PerpOrg", "Target", "Victim", "Weapon"]},
    "attribution": {"kind": "spans", "labels": ["source", "cue", "content"]},
    "filler_incident": {"kind": "pieces", "labels": ["attack", "bombing"]},
    "incident": {"kind": "window", "labels": ["attack", "bombing", "conflict"]},
    "event": {"kind": "sentence", "labels": ["ASSAULT", "AID"]},
}
Answer = dict[tuple[str, str], dict[str, float]]
"""Logits by head and label, then by wordpiece; for ``spans`` heads of the first wordpiece ("B ...") or an inner one."""


@pytest.fixture
def cutter(tmp_path: Path) -> WordpieceCutter:
    path = tmp_path / "vocabulary.txt"
    path.write_text("\n".join(WORDS) + "\n", encoding="utf-8")
    return WordpieceCutter(path)


@pytest.fixture
def heads() -> Heads:
    return Heads(HEADS)


@pytest.fixture
def encoder_of(cutter: WordpieceCutter, heads: Heads) -> Callable[..., Encoder]:
    """Makes an encoder whose answers depend on the wordpiece alone, as a table says."""

    def make(answer: Answer, **options: int) -> Encoder:
        table = _table(answer, heads)

        def network(ids: IntArray, mask: IntArray) -> Floats:
            return table[ids] * mask[..., None].astype(np.float32)

        return Encoder(network, cutter, heads, RunOptions(**options))

    return make


def _table(answer: Answer, heads: Heads) -> Floats:
    table = np.full((len(WORDS), heads.width), -6.0, dtype=np.float32)
    for head in heads:
        for column, label in enumerate(head.labels):
            said = answer.get((head.name, label), {})
            if head.kind == "spans":
                table[:, head.first + 3 * column] = 3.0
            for words, value in said.items():
                begins = words.startswith("B ")
                word = WORDS.index(words.removeprefix("B "))
                place = 3 * column + (1 if begins else 2) if head.kind == "spans" else column
                table[word, head.first + place] = value
    return table
