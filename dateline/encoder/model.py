"""Run the shipped weights with onnxruntime: texts in, scores out. Loaded at first use and then kept."""

import hashlib
import logging
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np

from dateline.encoder.claims import ROLE_WEIGHTS, ClaimNetwork, load_claim_network
from dateline.encoder.claims import WEIGHTS as CLAIM_WEIGHTS
from dateline.encoder.heads import Heads
from dateline.encoder.scores import EncoderScores
from dateline.encoder.sessions import session_of
from dateline.encoder.windows import Floats, Window, joined, windows
from dateline.encoder.wordpieces import IntArray, Pieces, WordpieceCutter
from dateline.errors import RunStopped
from dateline.languages.load import load_yaml

logger = logging.getLogger(__name__)
FOLDER = Path(__file__).parent / "data"
WEIGHTS, VOCABULARY, DESCRIPTION = "encoder.onnx", "vocabulary.txt", "encoder.yaml"

WORD_VECTORS = "word_vectors"
"""The output of weights that give out the first vectors of the wordpieces too, for the network for claims."""

Network = Callable[[IntArray, IntArray], tuple[Floats, Floats | None]]
"""Wordpiece numbers and mask (windows x positions) to columns (windows x positions x columns), and where the weights
give them out, the wordpieces' first vectors (windows x positions x width).
"""
Answer = tuple[Floats, Floats | None]
"""The same for one window."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RunOptions:
    """How the encoder is run. Lengths in wordpieces."""

    window: int = 512
    """[CLS] and [SEP] included; the weights take up to 512, and have learned from windows of that length."""
    shared: int = 64
    """What neighbouring windows have in common."""
    threads: int = 1


class Encoder:
    """Answers the questions of its heads about texts.

    Windows are run one by one: int8 weights take the range of what runs together, so that in a batch the scores of one
    text would depend on the others; and on a CPU a batch is hardly faster.
    """

    def __init__(
        self,
        network: Network,
        cutter: WordpieceCutter,
        heads: Heads,
        options: RunOptions | None = None,
        settings: Mapping[str, Any] | None = None,
        claims: ClaimNetwork | None = None,
    ) -> None:
        """``settings``: from where an answer counts; handed on with the scores, as is the network for claims."""
        self.network, self.cutter, self.heads, self.settings = network, cutter, heads, settings or {}
        self.options, self.claims = options or RunOptions(), claims

    def read(self, text: str) -> EncoderScores:
        """The scores of one text."""
        pieces = self.cutter.cut(text)
        found = windows(len(pieces), self.options.window - 2, self.options.shared)
        answers = [self._answers(pieces, window) for window in found]
        width = self.heads.width
        return EncoderScores(
            heads=self.heads,
            pieces=pieces,
            columns=joined(
                len(pieces), width, [(window, rows[1:-1]) for window, (rows, _) in zip(found, answers, strict=True)]
            ),
            windows=tuple(found),
            window_columns=np.array([rows[0] for rows, _ in answers], dtype=np.float32).reshape(len(found), width),
            settings=self.settings,
            claims=self.claims,
            word_vectors=_word_vectors(len(pieces), found, [vectors for _, vectors in answers]),
        )

    def read_many(self, texts: Iterable[str]) -> list[EncoderScores]:
        """The scores of texts, in their order."""
        return [self.read(text) for text in texts]

    def _answers(self, pieces: Pieces, window: Window) -> Answer:
        """One row per wordpiece of the window between those of [CLS] and [SEP]."""
        ids = np.concatenate([[self.cutter.first], pieces.ids[window.first : window.last], [self.cutter.last]])
        ids = ids.astype(np.int64)[None]
        columns, vectors = self.network(ids, np.ones_like(ids))
        return columns[0], vectors[0] if vectors is not None else None


def _word_vectors(count: int, found: Sequence[Window], parts: Sequence[Floats | None]) -> Floats | None:
    """The first vectors of [CLS], of all wordpieces and of [SEP]; None where the weights do not give them out."""
    known = [(window, rows) for window, rows in zip(found, parts, strict=True) if rows is not None]
    if not known:
        return None
    first, last = known[0][1][:1], known[-1][1][-1:]
    inner = joined(count, first.shape[1], [(window, rows[1:-1]) for window, rows in known])
    return np.concatenate([first, inner, last])


def shipped(folder: Path = FOLDER) -> bool:
    """Whether the weights and what runs them are installed."""
    from importlib.util import find_spec

    return (folder / WEIGHTS).exists() and find_spec("onnxruntime") is not None


def load_encoder(folder: Path = FOLDER, options: RunOptions | None = None) -> Encoder:
    """The encoder of a folder with weights, vocabulary and description; the package's own by default. Loaded once.

    Raises RunStopped when the weights or onnxruntime are missing or the weights are broken, DataFileError for a broken
    description.
    """
    if not shipped(folder):
        raise RunStopped(
            f"the encoder cannot be run: its weights ({folder / WEIGHTS}) or onnxruntime are not installed"
        )
    return _loaded(folder, options or RunOptions())


def digest(folder: Path) -> str:
    """SHA-256 of all weights of a folder, by which readings of other weights are told apart."""
    found = hashlib.sha256()
    for name in (WEIGHTS, CLAIM_WEIGHTS, ROLE_WEIGHTS):
        if (folder / name).exists():
            found.update((folder / name).read_bytes())
    return found.hexdigest()


@cache
def _loaded(folder: Path, options: RunOptions) -> Encoder:
    known = description(folder)
    logger.debug("loading the encoder from %s", folder)
    network, cutter = _network(folder / WEIGHTS, options.threads), WordpieceCutter(folder / VOCABULARY)
    claims = load_claim_network(folder, options.threads)
    return Encoder(network, cutter, Heads(known["heads"]), options, known, claims)


@cache
def description(folder: Path = FOLDER) -> dict[str, Any]:
    """What the weights answer and from where an answer counts. Raises DataFileError."""
    found: dict[str, Any] = load_yaml(folder / DESCRIPTION)
    return found


def _network(weights: Path, threads: int) -> Network:
    session = session_of(weights, threads)

    def run(ids: IntArray, mask: IntArray) -> tuple[Floats, Floats | None]:
        columns, *vectors = session.run(None, {"input_ids": ids, "attention_mask": mask})
        return columns, vectors[0] if vectors else None

    return run
