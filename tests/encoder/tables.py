"""A small encoder without weights: a vocabulary of a few words, and a table in the network's place."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from dateline.encoder.heads import PAIR_WIDTH, Head, Heads
from dateline.encoder.model import Encoder, RunOptions
from dateline.encoder.windows import Floats
from dateline.encoder.wordpieces import IntArray, WordpieceCutter

SPECIAL = ("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]")
Answer = Mapping[tuple[str, str], Mapping[str, float]]
"""Logits by head and label, then by wordpiece.

For heads of kind ``spans`` those of an inner wordpiece, or with "B " before it of the first one; for ``pairs`` the
length of the wordpiece's vector as the first ("1 ") or as the second ("2 ") of two mentions.
"""


def cutter_of(folder: Path, words: Sequence[str]) -> WordpieceCutter:
    """A cutter that knows the special pieces and ``words``."""
    path = folder / "vocabulary.txt"
    path.write_text("\n".join([*SPECIAL, *words]) + "\n", encoding="utf-8")
    return WordpieceCutter(path)


def table_encoder(
    cutter: WordpieceCutter, heads: Heads, answer: Answer, settings: Mapping[str, Any] | None = None, **options: int
) -> Encoder:
    """An encoder whose answers depend on the wordpiece alone, as ``answer`` says; elsewhere it answers "no"."""
    table = _table(cutter.tokenizer.get_vocab(), heads, answer)

    def network(ids: IntArray, mask: IntArray) -> tuple[Floats, None]:
        return table[ids] * mask[..., None].astype(np.float32), None

    return Encoder(network, cutter, heads, RunOptions(**options), settings)


def _table(numbers: Mapping[str, int], heads: Heads, answer: Answer) -> Floats:
    table = np.full((len(numbers), heads.width), -6.0, dtype=np.float32)
    for head in heads:
        if head.kind == "pairs":
            table[:, head.columns] = 0.0
        for number, label in enumerate(head.labels):
            if head.kind == "spans":
                table[:, head.first + 3 * number] = 3.0
            for words, value in answer.get((head.name, label), {}).items():
                mark, _, word = words.rpartition(" ")
                table[numbers[word], head.first + _column(head, number, mark)] = value
    return table


def _column(head: Head, number: int, mark: str) -> int:
    """Where the answer of a label stands among its head's columns."""
    if head.kind == "spans":
        return 3 * number + (1 if mark == "B" else 2)
    if head.kind == "pairs":
        return 2 * PAIR_WIDTH * number + (PAIR_WIDTH if mark == "2" else 0)
    return number
