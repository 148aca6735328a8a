"""One side of a PETRARCH pattern, what stands before or after its verb, as conditions on the slots of a parse.

TABARI's patterns are words in their order in the sentence; PETRARCH-2's have ``(WITH KNIFE)`` for a phrase with a
preposition and ``{PEACE TALKS}`` for a noun with what modifies it. Dateline's engine asks a dependency parse instead.
What has no such form is refused with its reason, and never guessed.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import product
from pathlib import Path
from typing import Any

from dateline.languages.load import load_yaml

Synonyms = dict[str, list[str]]
_TOKEN = re.compile(r"\([^()]*\)|\{[^{}]*\}|[^\s(){}]+")
_MODIFIED_BY = ("compound", "amod")
_MOST_MODIFIERS = 2
BESIDE_OBJECT = ("with", "against", "to", "on", "for", "from", "in", "at", "into", "over")
"""Prepositions under which a target is looked for where the pattern's own words fill the object."""


class NotExpressed(Exception):  # noqa: N818 - the name says what happened
    """A pattern that asks for what the engine has no slot for; the message is the reason."""


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun by the dictionary forms that may stand for it, with words that modify it."""

    heads: frozenset[str]
    modifiers: tuple[frozenset[str], ...] = ()

    def needs(self, slot: str) -> Iterator[dict[str, frozenset[str]]]:
        """Each way to ask for the noun in a slot: a modifier is parsed as a compound or as an adjective."""
        for ways in product(_MODIFIED_BY, repeat=len(self.modifiers)):
            if len(set(ways)) == len(ways):
                under = {f"{slot}>{way}": words for way, words in zip(ways, self.modifiers, strict=True)}
                yield {slot: self.heads, **under}


@dataclass(slots=True)
class Side:
    """What one reading of a pattern asks of a sentence."""

    needs: dict[str, frozenset[str]] = field(default_factory=dict)
    particle: frozenset[str] = frozenset()
    source: tuple[str, ...] | None = None
    """Slots where ``$`` stands; None: not said."""
    target: tuple[str, ...] | None = None
    """Slots where ``+`` stands; None: not said."""
    passive: bool = False

    def asking(self, needs: dict[str, frozenset[str]]) -> "Side":
        """The same, and the needs. Raises NotExpressed when a slot is taken."""
        if taken := self.needs.keys() & needs.keys():
            raise NotExpressed(f"two words for one place in the sentence ({sorted(taken)[0]})")
        return replace(self, needs={**self.needs, **needs})


def before_verb(text: str, synonyms: Synonyms) -> list[Side]:
    """The readings of what stands before the verb. Raises NotExpressed."""
    sides = [Side()]
    is_filled = False
    for token in _tokens(text):
        if token == "+":
            sides = [replace(side, target=("obj",), passive=True) for side in sides]
        elif token in _silent():
            continue
        elif token.lower() in _words("auxiliaries"):
            sides = [side.asking({"aux": frozenset({token.lower()})}) for side in sides]
        elif token.startswith("("):
            raise NotExpressed("a phrase with a preposition before the verb")
        elif is_filled:
            raise NotExpressed("several phrases before the verb")
        else:
            noun, is_filled = _noun(token, synonyms), True
            sides = [side.asking(needs) for side in sides for needs in noun.needs("subj")]
    return sides


def after_verb(text: str, synonyms: Synonyms) -> list[Side]:
    """The readings of what stands after the verb. Raises NotExpressed."""
    reader = _After(synonyms)
    tokens = [token for token in _tokens(text) if token not in _silent() - {"$"}]
    while tokens:
        tokens = reader.take(tokens)
    return reader.sides


@dataclass(slots=True)
class _After:
    synonyms: Synonyms
    sides: list[Side] = field(default_factory=lambda: [Side()])
    has_object: bool = False
    has_target: bool = False

    def take(self, tokens: list[str]) -> list[str]:
        """Read one phrase; returns the tokens that are left."""
        token, rest = tokens[0], tokens[1:]
        word = token.lower()
        if token.startswith("(") or _begins_with_preposition(token):
            return self._parenthesis(token, rest)
        if token == "+":
            self._target(("obj",) if not self.has_object else ("iobj", "obj>prep:with", "obj>prep:against"))
        elif token == "$":
            raise NotExpressed("$ after the verb without BY")
        elif word in _words("particles") and not self.has_object and not self._opens_phrase(word, rest):
            self.sides = [replace(side, particle=frozenset({word})) for side in self.sides]
        elif word in _words("prepositions"):
            return self._preposition((word,), rest)
        else:
            self._object(_noun(token, self.synonyms))
        return rest

    def _opens_phrase(self, word: str, rest: list[str]) -> bool:
        """Whether a word that is a particle or a preposition takes what follows: ``OVER +``."""
        return word in _words("prepositions") and bool(rest) and rest[0] in ("+", "$")

    def _object(self, noun: Noun) -> None:
        if self.has_object:
            raise NotExpressed("several phrases after the verb without a preposition")
        self.sides = [side.asking(needs) for side in self.sides for needs in noun.needs("obj")]
        if self.has_target:
            self.sides = [replace(side, target=("iobj", "prep:to", "prep:for")) for side in self.sides]
        self.has_object = True

    def _target(self, slots: tuple[str, ...]) -> None:
        if self.has_target:
            raise NotExpressed("two targets")
        self.sides = [replace(side, target=slots) for side in self.sides]
        self.has_target = True

    def _parenthesis(self, token: str, rest: list[str]) -> list[str]:
        inner = _tokens(token[1:-1])
        first = inner[0].lower().split("/") if inner else []
        if not first:
            return rest
        if first[0] in _words("particles") - _words("prepositions"):
            self.sides = [replace(side, particle=frozenset(first)) for side in self.sides]
            self._object(_noun("{" + " ".join(inner[1:]) + "}", self.synonyms))
            return rest
        if not set(first) <= _words("prepositions"):
            self._object(_noun("{" + token[1:-1] + "}", self.synonyms))
            return rest
        left = self._preposition(tuple(first), [item for item in inner[1:] if item not in _silent() - {"$"}])
        if left:
            raise NotExpressed("more than one phrase in parentheses")
        return rest

    def _preposition(self, prepositions: tuple[str, ...], rest: list[str]) -> list[str]:
        """``ON +``, ``BY $``, ``WITH KNIFE``, or a preposition alone, which takes any words."""
        marks = rest[0] if rest else ""
        slots = tuple(slot for word in prepositions for slot in (f"prep:{word}", f"obj>prep:{word}"))
        if marks == "$":
            if prepositions != ("by",):
                raise NotExpressed("$ after the verb without BY")
            self.sides = [replace(side, source=("subj", "obj>prep:by")) for side in self.sides]
            return rest[1:]
        if marks == "+":
            self._target(slots)
            return rest[1:]
        if not rest or rest[0].startswith("(") or rest[0].lower() in _words("prepositions"):
            self._ask([{slot: frozenset({"*"})} for slot in slots])
            return rest
        noun = _noun(rest[0], self.synonyms)
        ways = [needs for slot in slots for needs in noun.needs(slot)]
        if prepositions == ("to",) and not noun.modifiers:
            ways.append({"complement": noun.heads})
        self._ask(ways)
        return rest[1:]

    def _ask(self, ways: Iterable[dict[str, frozenset[str]]]) -> None:
        self.sides = [side.asking(needs) for needs in ways for side in self.sides]


def _begins_with_preposition(token: str) -> bool:
    """Whether braces hold what others write in parentheses: ``{FOR WAR}``."""
    words = token.strip("{}").split()
    return token.startswith("{") and len(words) > 1 and words[0].lower() in _words("prepositions")


def _tokens(text: str) -> list[str]:
    """Phrases, marks and words. Raises NotExpressed for phrases within phrases of the same kind."""
    inside = re.sub(r"\([^()]*\)", lambda found: found[0].replace("{", "").replace("}", ""), text)
    tokens = _TOKEN.findall(inside)
    if re.sub(r"\s", "", "".join(tokens)) != re.sub(r"\s", "", inside):
        raise NotExpressed("brackets that do not close")
    for token in tokens:
        if "%" in token:
            raise NotExpressed("%, both sides in one phrase")
        if token.lower() in _words("denials"):
            raise NotExpressed("a word of denial, which Dateline reads from the sentence")
    return [token for token in tokens if token.lower() not in _words("articles")]


def _noun(token: str, synonyms: Synonyms) -> Noun:
    """The noun of ``HOSTAGE``, ``&WEAPON``, ``PEACE_TALKS`` or ``{PEACE TALKS}``; the last word is its head."""
    words = [token] if token.startswith("&") else re.split(r"[\s_]+", token.strip("{}()_ "))
    words = [word for word in words if word and word.lower() not in _words("articles")]
    if not words or any(word in ("+", "$", "*") for word in words):
        raise NotExpressed("a mark within a phrase")
    *modifiers, head = words
    if len(modifiers) > _MOST_MODIFIERS:
        raise NotExpressed("more than two words before a noun")
    return Noun(_forms(head, synonyms), tuple(_forms(word, synonyms) for word in modifiers))


def _forms(word: str, synonyms: Synonyms) -> frozenset[str]:
    """The dictionary forms that a word of a pattern may stand for; of a set of synonyms the single words."""
    if not word.startswith("&"):
        return frozenset(singulars(word.rstrip("_").lower()))
    name = word[1:].rstrip("_").upper()
    if name not in synonyms:
        raise NotExpressed(f"the set &{name}, which the file does not hold")
    members = [member.rstrip("_").lower() for member in synonyms[name]]
    forms = frozenset(form for member in members if "_" not in member for form in singulars(member))
    if not forms:
        raise NotExpressed(f"the set &{name}, which holds no single words")
    return forms


def singulars(word: str) -> set[str]:
    """A word as it stands and without the ending of a plural, since dictionaries hold both."""
    found = {word}
    if word.endswith("ies") and len(word) > 4:
        found.add(f"{word[:-3]}y")
    elif word.endswith(("ses", "xes", "zes", "ches", "shes", "oes")):
        found |= {word[:-2], word[:-1]}
    elif word.endswith("s") and not word.endswith("ss") and len(word) > 3:
        found.add(word[:-1])
    return found


def _silent() -> frozenset[str]:
    """Marks that ask for nothing: ``$`` before the verb is the subject, ``^`` skips words."""
    return frozenset({"$", "^"})


@cache
def _words(kind: str) -> frozenset[str]:
    data: Any = load_yaml(Path(__file__).with_name("petrarch_words.yaml"))
    return frozenset(data[kind])
