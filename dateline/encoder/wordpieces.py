"""Cut text into the wordpieces that the encoder reads, keeping where each one stands."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
from tokenizers import Tokenizer
from tokenizers.models import WordPiece
from tokenizers.normalizers import BertNormalizer
from tokenizers.pre_tokenizers import BertPreTokenizer

from dateline.errors import DataFileError

IntArray = npt.NDArray[np.int64]
UNKNOWN = "[UNK]"
LONGEST_WORD = 100
"""Words longer than this (code points) become one unknown piece, as in BERT."""


@dataclass(frozen=True, slots=True)
class Pieces:
    """The wordpieces of one text, without [CLS] and [SEP]: three arrays of one length."""

    ids: IntArray
    starts: IntArray
    """Offset of each piece's first code point in the text."""
    ends: IntArray
    """Offset after each piece's last code point."""

    def __len__(self) -> int:
        return len(self.ids)

    def within(self, start: int, end: int) -> tuple[int, int]:
        """First piece and piece after the last of those that share a code point with ``start..end``."""
        first = int(np.searchsorted(self.ends, start, side="right"))
        last = int(np.searchsorted(self.starts, end, side="left"))
        return first, max(first, last)

    def at(self, offset: int) -> int:
        """The piece that a code point of the text belongs to; the nearest before it where it is between two."""
        return max(0, int(np.searchsorted(self.starts, offset, side="right")) - 1)


class WordpieceCutter:
    """Cuts as BERT's uncased tokenizer does: lower case, no accents, longest match first.

    Raises DataFileError when the vocabulary cannot be read or lacks a special piece.
    """

    def __init__(self, vocabulary: Path) -> None:
        try:
            words = vocabulary.read_text(encoding="utf-8").splitlines()
        except OSError as error:
            raise DataFileError(f"{vocabulary}: the encoder's vocabulary cannot be read: {error}") from error
        numbers = {word: number for number, word in enumerate(words)}
        try:
            self.unknown, self.first, self.last = numbers[UNKNOWN], numbers["[CLS]"], numbers["[SEP]"]
            self.mask = numbers["[MASK]"]
        except KeyError as error:
            raise DataFileError(f"{vocabulary}: the encoder's vocabulary lacks {error}") from error
        model = WordPiece(vocab=numbers, unk_token=UNKNOWN, max_input_chars_per_word=LONGEST_WORD)
        self.tokenizer = Tokenizer(model)
        self.tokenizer.normalizer = BertNormalizer(lowercase=True, strip_accents=True)
        self.tokenizer.pre_tokenizer = BertPreTokenizer()

    def cut(self, text: str) -> Pieces:
        """The wordpieces of a text, with offsets in code points."""
        encoded = self.tokenizer.encode(text, add_special_tokens=False)
        offsets = np.asarray(encoded.offsets, dtype=np.int64).reshape(-1, 2)
        return Pieces(np.asarray(encoded.ids, dtype=np.int64), offsets[:, 0], offsets[:, 1])
