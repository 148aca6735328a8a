"""The words with which a language describes actors: ranks, armed men, ministries, villagers, weapons, titles.

The lists are ``languages/<language>/actor_words.yaml``, which explains them.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, TypeVar, cast, get_args

from dateline.errors import DataFileError
from dateline.knowledge.spelling import NameKey, name_key, token_key, tokens_key
from dateline.languages.load import language_data
from dateline.model import EntityKind

StandsFor = Literal["person", "body", "people"]
"""One person, one body, or several people."""

_Value = TypeVar("_Value")


@dataclass(frozen=True, slots=True)
class Head:
    """A noun on which the description of an actor rests, in one of its two numbers."""

    words: str
    """As the list has it, such as ``deputy mayor`` or ``gunmen``."""
    kind: EntityKind
    stands_for: StandsFor
    """For a plural too it says what one of them is: ``gunmen`` are persons, ``militias`` bodies."""
    plural: bool
    group: str
    """The list it stands in, such as ``kinship``."""


@dataclass(frozen=True, slots=True)
class Thing:
    """A weapon or vehicle."""

    words: str
    group: str
    """The list it stands in, such as ``heavy``."""
    plover_mode: str | None
    """The mode of PLOVER's ASSAULT that its use makes; None for vehicles."""


@dataclass(frozen=True, slots=True)
class HeadFound:
    """A head and where it stands: index of its first token and of the token after it."""

    start: int
    end: int
    head: Head


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorWords:
    """All the lists, by key as ``spelling.token_key`` makes it: lower case, hyphens and spelling variants gone."""

    heads: Mapping[NameKey, Head]
    containers: frozenset[NameKey]
    """Nouns that only measure what follows "of"."""
    modifiers: Mapping[NameKey, EntityKind]
    """What an adjective or noun before a neutral head makes of it."""
    titles: Mapping[NameKey, str]
    """Title to its group. With the full stop and without; in text they have a capital."""
    name_particles: frozenset[str]
    """Lower case: ``bin``, ``ould``, ``de la``."""
    name_suffixes: frozenset[str]
    name_heads: Mapping[NameKey, EntityKind]
    """The word of a capitalised name that tells what bears it."""
    name_modifiers: Mapping[NameKey, EntityKind]
    weapons: Mapping[NameKey, Thing]
    vehicles: Mapping[NameKey, Thing]
    after_head: frozenset[NameKey]
    """Words that a noun phrase's head stands before."""

    def head_at(self, tokens: Sequence[str], start: int) -> HeadFound | None:
        """The longest head that begins at a token; None when none does."""
        end = longest_match(self.heads, tokens, start)
        if end is None:
            return None
        return HeadFound(start, end, self.heads[tokens_key(tokens[start:end])])

    def head_of(self, phrase: Sequence[str]) -> HeadFound | None:
        """The head of a noun phrase by word order alone, without a parse: the last before a word of ``after_head``."""
        last: HeadFound | None = None
        start = 0
        while start < len(phrase):
            found = self.head_at(phrase, start)
            if found is None and token_key(phrase[start]) in self.after_head:
                break
            last = found or last
            start = found.end if found else start + 1
        return last


def longest_match(keys: Mapping[NameKey, object], tokens: Sequence[str], start: int, *, limit: int = 8) -> int | None:
    """The end of the longest run of at most ``limit`` tokens from ``start`` whose key is among the keys, or None."""
    key = token_key(tokens[start])
    if not key:
        return None
    best = start + 1 if key in keys else None
    for end in range(start + 1, min(start + limit, len(tokens))):
        part = token_key(tokens[end])
        key += part
        if part and key in keys:
            best = end + 1
    return best


@cache
def actor_words(language: str = "en") -> ActorWords:
    """The lists of a language, read once a process. Raises DataFileError when two lists contradict each other."""
    return read_actor_words(language_data("actor_words", language))


def read_actor_words(data: Mapping[str, Any]) -> ActorWords:
    """The lists, checked. Raises DataFileError for a missing list, an unknown kind, a word with two meanings."""
    try:
        weapons = {group: (entry["words"], entry["plover_mode"]) for group, entry in data["weapons"].items()}
        vehicles = {group: (data["vehicles"][group], None) for group in ("civilian", "military")}
        words = ActorWords(
            heads=_gather("heads", _heads(data["heads"])),
            containers=frozenset(name_key(form) for word in data["containers"]["words"] for form in _forms(word)),
            modifiers=_gather("modifiers", _by_kind(data["modifiers"])),
            titles=_gather("titles", _titles(data["titles"])),
            name_particles=frozenset(data["name_particles"]),
            name_suffixes=frozenset(data["name_suffixes"]),
            name_heads=_gather("name_heads", _by_kind(data["name_heads"])),
            name_modifiers=_gather("name_modifiers", _by_kind(data["name_modifiers"])),
            weapons=_gather("weapons", _things(weapons)),
            vehicles=_gather("vehicles", _things(vehicles)),
            after_head=frozenset(name_key(word) for word in data["after_head"]),
        )
    except (KeyError, TypeError, AttributeError) as error:
        raise DataFileError(f"actor_words: a list is missing or has the wrong shape: {error!r}") from error
    _check_apart(words)
    return words


def plural_of(noun: str) -> str:
    """The regular English plural of the last word."""
    if noun.endswith(("s", "x", "ch", "sh", "z")):
        return f"{noun}es"
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return f"{noun[:-1]}ies"
    return f"{noun}s"


def _forms(word: str) -> tuple[str, ...]:
    """Singular and plural of an entry such as ``rebel``, ``gunman/gunmen`` or ``police/-``."""
    singular, slash, plural = word.partition("/")
    if plural == "-":
        return (singular,)
    return singular, plural if slash else plural_of(singular)


def _heads(groups: Mapping[str, Any]) -> Iterator[tuple[str, Head]]:
    for group, entry in groups.items():
        kind, stands_for = entry["kind"], entry["stands_for"]
        plural_kind = entry.get("plural_kind", kind)
        if stands_for not in get_args(StandsFor):
            raise DataFileError(f"actor_words, heads, {group}: stands_for is {stands_for!r}")
        for each in (kind, plural_kind):
            _check_kind(each, f"heads, {group}")
        for word in entry["words"]:
            if stands_for == "people":
                yield word, Head(word, kind, stands_for, plural=True, group=group)
                continue
            singular, *plural = _forms(word)
            yield singular, Head(singular, kind, stands_for, plural=singular in plural, group=group)
            for form in plural:
                yield form, Head(form, plural_kind, stands_for, plural=True, group=group)


def _by_kind(lists: Mapping[str, Any]) -> Iterator[tuple[str, EntityKind]]:
    for kind, words in lists.items():
        if kind == "examples":
            continue
        yield from ((word, _check_kind(kind, "a list by kind")) for word in words)


def _titles(lists: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    return ((title, group) for group, titles in lists.items() if group != "examples" for title in titles)


def _things(groups: Mapping[str, tuple[list[str], str | None]]) -> Iterator[tuple[str, Thing]]:
    for group, (words, mode) in groups.items():
        yield from ((form, Thing(form, group, mode)) for word in words for form in _forms(word))


def _gather(where: str, pairs: Iterator[tuple[str, _Value]]) -> dict[NameKey, _Value]:
    """The pairs by key. Variants of spelling may repeat a key in one list; to stand in two lists is an error."""
    found: dict[NameKey, _Value] = {}
    for word, value in pairs:
        key = name_key(word)
        other = found.setdefault(key, value)
        if _meaning(other) != _meaning(value):
            lists = f"{_meaning(other)}, {_meaning(value)}"
            raise DataFileError(f"actor_words, {where}: {word!r} stands in two lists: {lists}")
    return found


def _meaning(value: object) -> object:
    return value.group if isinstance(value, Head | Thing) else value


def _check_kind(kind: str, where: str) -> EntityKind:
    if kind not in get_args(EntityKind):
        raise DataFileError(f"actor_words, {where}: {kind!r} is no kind of entity")
    return cast(EntityKind, kind)


def _check_apart(words: ActorWords) -> None:
    """Actors, weapons and vehicles share no word."""
    lists: list[tuple[str, Mapping[NameKey, object]]] = [
        ("heads", words.heads),
        ("weapons", words.weapons),
        ("vehicles", words.vehicles),
    ]
    for i, (name, keys) in enumerate(lists):
        for other_name, other_keys in lists[:i]:
            if both := keys.keys() & other_keys.keys():
                raise DataFileError(f"actor_words: both in {other_name} and {name}: {sorted(both)}")
