"""Run the shipped weights with onnxruntime: texts in, scores out. Loaded at first use and then kept."""

import logging
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np

from dateline.encoder.heads import Heads
from dateline.encoder.scores import EncoderScores
from dateline.encoder.windows import Floats, Window, joined, windows
from dateline.encoder.wordpieces import IntArray, Pieces, WordpieceCutter
from dateline.errors import RunStopped
from dateline.languages.load import load_yaml

logger = logging.getLogger(__name__)
FOLDER = Path(__file__).parent / "data"
WEIGHTS, VOCABULARY, DESCRIPTION = "encoder.onnx", "vocabulary.txt", "encoder.yaml"

Network = Callable[[IntArray, IntArray], Floats]
"""Wordpiece numbers and mask (windows x positions) to columns (windows x positions x columns)."""


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
    ) -> None:
        """``settings``: from where an answer counts, handed on with the scores."""
        self.network, self.cutter, self.heads, self.settings = network, cutter, heads, settings or {}
        self.options = options or RunOptions()

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
                len(pieces), width, [(window, rows[1:-1]) for window, rows in zip(found, answers, strict=True)]
            ),
            windows=tuple(found),
            window_columns=np.array([rows[0] for rows in answers], dtype=np.float32).reshape(len(found), width),
            settings=self.settings,
        )

    def read_many(self, texts: Iterable[str]) -> list[EncoderScores]:
        """The scores of texts, in their order."""
        return [self.read(text) for text in texts]

    def _answers(self, pieces: Pieces, window: Window) -> Floats:
        """One row per wordpiece of the window between those of [CLS] and [SEP]."""
        ids = np.concatenate([[self.cutter.first], pieces.ids[window.first : window.last], [self.cutter.last]])
        ids = ids.astype(np.int64)[None]
        rows: Floats = self.network(ids, np.ones_like(ids))[0]
        return rows


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


@cache
def _loaded(folder: Path, options: RunOptions) -> Encoder:
    known = description(folder)
    logger.debug("loading the encoder from %s", folder)
    network, cutter = _network(folder / WEIGHTS, options.threads), WordpieceCutter(folder / VOCABULARY)
    return Encoder(network, cutter, Heads(known["heads"]), options, known)


@cache
def description(folder: Path = FOLDER) -> dict[str, Any]:
    """What the weights answer and from where an answer counts. Raises DataFileError."""
    found: dict[str, Any] = load_yaml(folder / DESCRIPTION)
    return found


def _network(weights: Path, threads: int) -> Network:
    import onnxruntime

    settings = onnxruntime.SessionOptions()
    settings.intra_op_num_threads = threads
    settings.inter_op_num_threads = 1
    settings.use_deterministic_compute = True
    try:
        session = onnxruntime.InferenceSession(str(weights), settings, providers=["CPUExecutionProvider"])
    except Exception as error:  # onnxruntime has a dozen kinds of error, and no name for them all.
        raise RunStopped(f"the encoder's weights ({weights}) cannot be loaded: {error}") from error

    def run(ids: IntArray, mask: IntArray) -> Floats:
        columns: Floats = session.run(None, {"input_ids": ids, "attention_mask": mask})[0]
        return columns

    return run
