"""Cut documents into windows and windows into batches, the same way for the same seed."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from dateline.encoder.heads import Heads
from dateline.encoder.relations import REACH
from dateline.encoder.wordpieces import IntArray
from training.encoder.documents import Document, Floats, Span


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of a document's wordpieces."""

    document: Document
    first: int
    last: int

    def __len__(self) -> int:
        return self.last - self.first + 2


@dataclass(frozen=True, slots=True)
class Pairs:
    """The mentions of one window and how they are related."""

    spans: list[Span]
    """First position and position after the last, [CLS] counted."""
    answers: Floats
    """mentions x mentions x labels, 0 or 1."""
    near: npt.NDArray[np.bool_]
    """Which pairs are asked of: two mentions, not one in the other, no further apart than ``REACH``."""


@dataclass(frozen=True, slots=True)
class Batch:
    """Windows side by side. The first row of ``answers`` and ``weights`` is [CLS]; both are 0 where nothing is said."""

    ids: IntArray
    mask: IntArray
    answers: dict[str, Floats]
    weights: dict[str, Floats]
    pairs: list[Pairs]


@dataclass(frozen=True, slots=True)
class BatchPlan:
    """How an epoch is put together. ``size``: wordpieces in a batch, padding included."""

    window: int
    size: int
    silent_share: float
    repeats: Mapping[str, float]


def epoch(documents: Sequence[Document], plan: BatchPlan, seed: int) -> list[list[Window]]:
    """The windows of one epoch in batches of about one length, in random order."""
    random = np.random.default_rng(seed)
    windows = [
        window
        for document in documents
        for _ in range(_times(plan.repeats.get(document.set, 0.0), random))
        for window in cut(document, plan.window - 2, random)
        if not silent(window) or random.random() < plan.silent_share
    ]
    order = random.permutation(len(windows))
    batches: list[list[Window]] = []
    for begin in range(0, len(order), 64):
        batches += _packed(sorted((windows[i] for i in order[begin : begin + 64]), key=len), plan.size)
    return [batches[i] for i in random.permutation(len(batches))]


def cut(document: Document, longest: int, random: np.random.Generator | None = None) -> Iterator[Window]:
    """Windows end to end; with ``random`` the first of a long document is cut short, so that borders move."""
    count = len(document.pieces)
    begin = 0
    if random is not None and count > longest:
        begin = -int(random.integers(longest // 2))
    for first in range(begin, count, longest):
        if first + longest > 0:
            yield Window(document, max(first, 0), min(first + longest, count))


def silent(window: Window) -> bool:
    """Whether the window is of a MUC-4 document and holds no filler."""
    roles = window.document.answers.get("roles")
    return roles is not None and not roles[window.first : window.last].any()


def _times(repeats: float, random: np.random.Generator) -> int:
    whole = int(repeats)
    return whole + int(random.random() < repeats - whole)


def _packed(windows: Sequence[Window], size: int) -> Iterator[list[Window]]:
    """Consecutive windows (sorted by length) whose padded whole stays within ``size``."""
    packed: list[Window] = []
    for window in windows:
        if packed and len(window) * (len(packed) + 1) > size:
            yield packed
            packed = []
        packed.append(window)
    if packed:
        yield packed


def batch_of(windows: Sequence[Window], heads: Heads, first_id: int, last_id: int) -> Batch:
    """The arrays of a batch. ``first_id`` and ``last_id`` are the numbers of [CLS] and [SEP]."""
    rows, length = len(windows), max(map(len, windows))
    ids, mask = np.zeros((rows, length), dtype=np.int64), np.zeros((rows, length), dtype=np.int64)
    shapes = {head.name: (rows, length, len(head.labels)) for head in heads}
    answers = {name: np.zeros(shape, dtype=np.float32) for name, shape in shapes.items()}
    weights = {name: np.zeros(shape, dtype=np.float32) for name, shape in shapes.items()}
    for row, window in enumerate(windows):
        size = len(window)
        ids[row, 0], ids[row, size - 1] = first_id, last_id
        ids[row, 1 : size - 1] = window.document.pieces.ids[window.first : window.last]
        mask[row, :size] = 1
        for name, answer in window.document.answers.items():
            answers[name][row, 1 : size - 1] = answer[window.first : window.last]
            weights[name][row, 1 : size - 1] = window.document.weights[name][window.first : window.last]
        for name, whole in window.document.whole.items():
            said = whole_of(window, name, whole)
            answers[name][row, 0] = np.maximum(said, 0.0)
            weights[name][row, 0] = said >= 0
    return Batch(ids, mask, answers, weights, [pairs_of(window, heads) for window in windows])


def pairs_of(window: Window, heads: Heads) -> Pairs:
    """The mentions inside a window, moved to its positions, with their relations."""
    labels = len(heads["relation"].labels) if "relation" in heads else 0
    document = window.document
    inside = [n for n, (first, last) in enumerate(document.mentions) if window.first <= first and last <= window.last]
    spans = [(f - window.first + 1, e - window.first + 1) for f, e in (document.mentions[n] for n in inside)]
    answers = np.zeros((len(inside), len(inside), labels), dtype=np.float32)
    places = {number: place for place, number in enumerate(inside)}
    for (first, second), found in document.relations.items():
        if first in places and second in places:
            answers[places[first], places[second], found] = 1.0
    near = np.array([[apart(one, other) for other in spans] for one in spans], dtype=np.bool_)
    return Pairs(spans, answers, near.reshape(len(spans), len(spans)))


def apart(one: Span, other: Span) -> bool:
    """Whether two spans are apart, and near enough to be asked about."""
    return 0 <= max(one[0] - other[1], other[0] - one[1]) <= REACH


def hidden(batch: Batch, share: float, mask_id: int, random: np.random.Generator) -> IntArray:
    """The batch's wordpieces with a share of them behind [MASK], [CLS] and [SEP] and filling left alone."""
    if not share:
        return batch.ids
    return np.where(inner(batch) & (random.random(batch.ids.shape) < share), mask_id, batch.ids)


def inner(batch: Batch) -> npt.NDArray[np.bool_]:
    """Where wordpieces of the text stand: neither [CLS] nor [SEP] nor filling."""
    found: npt.NDArray[np.bool_] = np.equal(batch.mask, 1)
    found[np.arange(len(batch.mask)), batch.mask.sum(axis=1) - 1] = False
    found[:, 0] = False
    return found


def whole_of(window: Window, name: str, whole: Floats) -> Floats:
    """What holds for the window: what holds for its document, unless the window shows too little of it to say."""
    kinds = window.document.answers.get("filler_incident")
    if name != "incident" or kinds is None or len(window) - 2 == len(window.document.pieces):
        return whole
    shown = kinds[window.first : window.last].any(axis=0)
    placed = kinds.any(axis=0)
    said = whole.copy()
    count = len(placed)
    said[:count] = np.where((whole[:count] > 0) & placed & ~shown, -1.0, whole[:count])
    return said
