"""Mark page furniture: players, links, share buttons, captions, bylines, notices. Nothing is deleted.

The rules, with examples and counter-examples, are in ``languages/en/furniture.yaml``.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, get_args

from dateline.errors import DataFileError
from dateline.ingest.lines import Line
from dateline.languages.load import language_data
from dateline.model.report import Furniture, FurnitureKind

Where = Literal["line", "head", "tail", "within"]

_HEAD_LINES, _TAIL_LINES = 8, 10
"""How many of the first and last lines the rules for head and tail see."""
_LONGEST = 200
"""Most rules are not tried on a line with more characters than this: it is a paragraph of the report."""
_PARAGRAPH = 500
"""No rule for whole lines is tried on more characters than this."""
_MOST_LINES = 20_000
"""A text with more lines is no single report; its furniture is not looked for."""
_LIST_LINES, _LIST_LONGEST = 12, 120
"""How many lines a list of links may have, and how long each may be, in characters."""
_MACRO = re.compile(r"\{\{(\w+)\}\}")


@dataclass(frozen=True, slots=True)
class FurnitureRule:
    """One entry of ``furniture.yaml``."""

    id: str
    kind: FurnitureKind
    where: Where
    expression: str
    """A regular expression without capturing groups, its macros put in."""
    reason: str
    heads: bool
    longest: int
    """In characters."""
    needs: tuple[str, ...]
    """Of which a line must hold one; none when empty."""
    examples: tuple[str, ...]
    counter_examples: tuple[str, ...]

    @property
    def pattern(self) -> "re.Pattern[str]":
        """The expression by itself, compiled when first asked for. Raises DataFileError."""
        return _compiled(self.id, self.expression)


@cache
def furniture_rules() -> tuple[FurnitureRule, ...]:
    """All rules, in the order of the file. Raises DataFileError for an entry that cannot be used."""
    data = language_data("furniture")
    return tuple(_rule(entry, data["macros"]) for entry in data["rules"])


def find_furniture(lines: Sequence[Line]) -> tuple[Furniture, ...]:
    """The furniture among the lines of a text, by offset. A whole line is marked without the white space around it."""
    if len(lines) > _MOST_LINES:
        return ()
    found: list[Furniture] = []
    list_until = -1
    list_rule: FurnitureRule | None = None
    for number, line in enumerate(lines):
        rule = _whole_line_rule(line.text, number, len(lines))
        if rule is not None:
            list_until, list_rule = (number + _LIST_LINES, rule) if rule.heads else (list_until, list_rule)
        elif list_rule is not None and number <= list_until and _may_be_link(line):
            rule = list_rule
        else:
            list_until = -1
        found += [_mark(line.start, line.end, rule)] if rule else _within(line)
    return tuple(found)


def _whole_line_rule(words: str, number: int, count: int) -> FurnitureRule | None:
    if len(words) > _PARAGRAPH:
        return None
    for where, seen in (("line", True), ("head", number < _HEAD_LINES), ("tail", number >= count - _TAIL_LINES)):
        if not seen:
            continue
        pattern = _combined(where, len(words) > _LONGEST)
        match = pattern.fullmatch(words) if pattern else None
        if match and match.lastgroup:
            return _rules_by_id()[match.lastgroup]
    return _rule_with_needs(words)


def _rule_with_needs(words: str) -> FurnitureRule | None:
    for rule in furniture_rules():
        may_fit = rule.needs and len(words) <= rule.longest and any(part in words for part in rule.needs)
        if may_fit and rule.pattern.fullmatch(words):
            return rule
    return None


def _within(line: Line) -> list[Furniture]:
    if "(" not in line.text and "[" not in line.text and "diting by" not in line.text:
        return []
    pattern, rules = _combined("within", False), _rules_by_id()
    if pattern is None:
        return []
    return [
        _mark(line.start + match.start(), line.start + match.end(), rules[match.lastgroup])
        for match in pattern.finditer(line.text)
        if match.lastgroup
    ]


def _may_be_link(line: Line) -> bool:
    """Whether a line under the head of a list reads like a link: short, and no sentence."""
    return len(line.text) <= _LIST_LONGEST and not line.ends_sentence


def _mark(start: int, end: int, rule: FurnitureRule) -> Furniture:
    return Furniture(start=start, end=end, kind=rule.kind, reason=rule.reason)


@cache
def _rules_by_id() -> dict[str, FurnitureRule]:
    return {rule.id: rule for rule in furniture_rules()}


@cache
def _combined(where: str, long_line: bool) -> "re.Pattern[str] | None":
    """All rules for one position as one expression, so that a line is matched once; the last group names the rule.

    None when there are none. Rules with ``needs`` are tried one by one instead.
    """
    rules = [rule for rule in furniture_rules() if rule.where == where and not rule.needs]
    if long_line:
        rules = [rule for rule in rules if rule.longest > _LONGEST]
    if not rules:
        return None
    return _compiled(where, "|".join(f"(?P<{rule.id}>{rule.expression})" for rule in rules))


@cache
def _compiled(name: str, expression: str) -> "re.Pattern[str]":
    try:
        return re.compile(expression)
    except re.error as error:
        raise DataFileError(f"furniture.yaml: {name}: not a usable regular expression: {error}") from error


def _rule(entry: dict[str, Any], macros: dict[str, str]) -> FurnitureRule:
    name = str(entry.get("id"))
    if entry.get("kind") not in get_args(FurnitureKind) or entry.get("where") not in get_args(Where):
        raise DataFileError(f"furniture.yaml: {name}: unknown kind or where")
    try:
        expression = _expand("|".join(f"(?:{part})" for part in entry["matches"]), macros)
    except KeyError as error:
        raise DataFileError(f"furniture.yaml: {name}: nothing is called {error}") from error
    return FurnitureRule(
        id=name,
        kind=entry["kind"],
        where=entry["where"],
        expression=expression,
        reason=str(entry["reason"]),
        heads=bool(entry.get("heads", False)),
        longest=int(entry.get("longest", _LONGEST)),
        needs=tuple(entry.get("needs", ())),
        examples=tuple(entry["is"]),
        counter_examples=tuple(entry["not"]),
    )


def _expand(pattern: str, macros: dict[str, str]) -> str:
    """The pattern with its macros put in; macros may use macros."""
    while _MACRO.search(pattern):
        pattern = _MACRO.sub(lambda match: f"(?:{macros[match[1]]})", pattern)
    return pattern
