"""The value of a number that is written in figures or words: "3,500", "two thousand", "thirty-one"."""

import re
from typing import Any

from dateline.claims.words import Word
from dateline.languages.load import language_data

HYPHENS = frozenset("-‐‑")
_DIGITS = re.compile(r"^\d{1,3}(?:,\d{3})+$|^\d+$")


def _data() -> dict[str, Any]:
    data: dict[str, Any] = language_data("counts")
    return data


def number_words(token: Word) -> list[Word]:
    """A number's word with those before it that belong to it: "two" of "two thousand", "thirty" of "thirty-one"."""
    at = token.i
    before = [child for child in token.lefts if child.dep_ in ("compound", "nummod") and child.i == at - 1]
    if not before and at - token.sent.start >= 2 and token.nbor(-1).text in HYPHENS and token.nbor(-2).like_num:
        before = [token.nbor(-2)]
    return [*before, token]


def number_value(token: Word) -> int | None:
    """The value of a number token with the number words that belong to it; None for what is no number."""
    total, current = 0, 0
    scales = _data()["scales"]
    for word in number_words(token):
        if word.lower_ in scales:
            current = max(current, 1) * scales[word.lower_]
            total, current = total + current, 0
            continue
        value = word_value(word.lower_)
        if value is None:
            return None
        current += value
    head = token.head
    if token.dep_ in ("nummod", "compound") and head.lower_ in scales:
        return (total + current) * int(scales[head.lower_])
    return total + current


def word_value(word: str) -> int | None:
    if _DIGITS.match(word):
        return int(word.replace(",", ""))
    numbers: dict[str, int] = _data()["numbers"]
    if word in numbers:
        return numbers[word]
    if "-" in word:
        parts = [numbers.get(part) for part in word.split("-")]
        if all(part is not None for part in parts):
            return sum(part for part in parts if part is not None)
    return None
