"""Numbers in words and digits, as time expressions hold them."""

import re

from dateline.read.dates.grammar import Grammar

_HALF = re.compile(r"(?:[ -]1/2|[ -]and[ -]a[ -]half)$")
_TIMES = {"dozen": 12, "hundred": 100, "thousand": 1000}


def read_number(words: str, grammar: Grammar) -> float | None:
    """The number that lower-case words or digits name: 2.5 for "two and a half"; None for no exact number."""
    text = " ".join(words.split())
    extra = 0.5 if _HALF.search(text) else 0.0
    text = _HALF.sub("", text)
    if text[:1].isdigit():
        return float(text.replace(",", "")) + extra
    if text in ("half a dozen", "half an", "half a", "a half"):
        return 6.0 if text.endswith("dozen") else 0.5
    if text in ("a couple of", "a couple", "couple of", "a pair of"):
        return 2.0
    total = _sum(re.split(r"[ -]", text), grammar)
    return None if total is None else total + extra


def _sum(parts: list[str], grammar: Grammar) -> float | None:
    numbers = {**grammar.words["number"], **grammar.words["tens"], "a": 1, "an": 1}
    total = 0.0
    for part in parts:
        if part in _TIMES:
            total = max(total, 1.0) * _TIMES[part]
        elif part in numbers:
            total += numbers[part]
        elif part != "half":
            return _run_together(part, grammar)
    return total


def _run_together(word: str, grammar: Grammar) -> float | None:
    """A number such as "twentyone", written without its hyphen."""
    for tens, value in grammar.words["tens"].items():
        rest = grammar.words["number"].get(word.removeprefix(tens)) if word.startswith(tens) else None
        if rest is not None:
            return float(value + rest)
    return None


def read_year(words: str, grammar: Grammar) -> int | None:
    """A year in words, such as "nineteen ninety-seven"; None when there is no such year."""
    parts = re.split(r"[ -]", " ".join(words.split()))
    numbers = {**grammar.words["number"], **grammar.words["tens"]}
    if parts[:2] == ["two", "thousand"]:
        return 2000 + sum(int(numbers[part]) for part in parts[2:] if part != "and")
    if parts[-1] == "hundred":
        return int(numbers[parts[0]]) * 100
    rest = sum(int(numbers.get(part, -1000)) for part in parts[1:])
    return int(numbers[parts[0]]) * 100 + rest if 10 <= rest <= 99 else None
