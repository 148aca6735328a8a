"""Cut a text's wordpieces into windows that fit the encoder, and put what it answers together again."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Window:
    """Wordpieces ``first..last`` of a text; answers count for ``kept_first..kept_last`` only."""

    first: int
    last: int
    kept_first: int
    kept_last: int

    def __len__(self) -> int:
        return self.last - self.first


def windows(count: int, longest: int, shared: int) -> list[Window]:
    """Windows over ``count`` wordpieces, at most ``longest`` each; neighbours share at least ``shared``.

    Every wordpiece is kept by one window, that where it stands further from the border. The windows are of even
    length, so that the last is not a scrap. Raises ValueError unless ``longest`` is larger than ``shared``.
    """
    if longest <= shared:
        raise ValueError(f"windows of {longest} wordpieces cannot share {shared}")
    if count <= longest:
        return [Window(0, count, 0, count)] if count else []
    number = -(-(count - shared) // (longest - shared))
    starts = [round(place * (count - longest) / (number - 1)) for place in range(number)]
    borders = [0, *((left + longest + right) // 2 for left, right in pairwise(starts)), count]
    return [
        Window(start, start + longest, kept_first, kept_last)
        for start, (kept_first, kept_last) in zip(starts, pairwise(borders), strict=True)
    ]


def joined(count: int, width: int, parts: Sequence[tuple[Window, Floats]]) -> Floats:
    """One row per wordpiece from the windows' rows (without [CLS] and [SEP])."""
    whole = np.zeros((count, width), dtype=np.float32)
    for window, rows in parts:
        kept = slice(window.kept_first - window.first, window.kept_last - window.first)
        whole[window.kept_first : window.kept_last] = rows[kept]
    return whole
