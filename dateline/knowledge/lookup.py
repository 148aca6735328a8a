"""Find known actors in the words of a report."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import cache, lru_cache
from pathlib import Path

from dateline.errors import DataFileError
from dateline.knowledge.agents import Agent
from dateline.knowledge.load import KnownActor, read_actor_rows
from dateline.knowledge.spelling import NameKey, name_key, token_key, tokens_key

FOLDER = Path(__file__).with_name("actors")
_INITIALS = 3
"""An acronym of so many letters or fewer must be printed in capitals: "Ira" is a first name, "Eta" a letter."""
_ACRONYM = 6
"""A name in capitals of more letters is no acronym but a way of printing."""
_NO_CAPITALS = -1
_ARTICLES = frozenset({"The", "Al", "El"})
"""Printed with a capital or without."""


class Capitals(IntEnum):
    """How much of a name must be in capitals before it counts as that name. Greater is stricter."""

    SOME = 0
    """At least one letter: "al-Qaeda", "Free Syrian Army"."""
    FIRST = 1
    """The first letter, as papers print longer acronyms ("Farc"), and as tells the State Department from a state's."""
    SEVERAL = 2
    """At least two: "LeT" is Lashkar-e-Taiba and "Let" is not."""
    ALL = 3
    """Every letter: "UN", "ETA"."""


@dataclass(frozen=True, slots=True)
class Found:
    """Known actors that a run of tokens may name."""

    start: int
    """Index of the first token."""
    end: int
    """Index after the last token."""
    actors: tuple[KnownActor, ...]
    """One, or several that share the name; in the order of the actor files."""
    needs_support: bool
    """Whether the name also means something else, so that the report must name a country or a kindred actor."""


_Entry = tuple[KnownActor, str]
"""An actor and the name of it that gave the key."""


class KnownActors:
    """All known actors, by key and by any of their names."""

    def __init__(self, actors: Iterable[KnownActor], agents: Iterable[Agent] = ()) -> None:
        """Raises DataFileError when two actors share a name that is not listed as ambiguous for each of them.

        ``agents``: common nouns for actors that the user adds to those of the language.
        """
        self.agents = tuple(agents)
        self.by_key: Mapping[str, KnownActor] = {actor.key: actor for actor in actors}
        self._entries: dict[NameKey, list[_Entry]] = {}
        self._longest: dict[str, int] = {}
        for actor in self.by_key.values():
            self._add(actor)
        for key, entries in self._entries.items():
            if len(entries) > 1:
                _check_shared(key, entries)
            if len(key) > self._longest.get(key[0], 0):
                self._longest[key[0]] = len(key)

    def __len__(self) -> int:
        return len(self.by_key)

    def lookup(self, words: Sequence[str], *, any_case: bool = False) -> tuple[KnownActor, ...]:
        """The actors whose name is exactly these words, in whatever tokens; empty when there are none.

        ``any_case``: for text without capitals, or all in capitals: take "nato" for NATO, and also "who" for the WHO.
        """
        written = Capitals.ALL if any_case else _capitals(words)
        entries = self._entries.get(tokens_key(words), ())
        return tuple(actor for actor, name in entries if written >= _required_capitals(name))

    def scan(self, words: Sequence[str], *, any_case: bool = False) -> tuple[Found, ...]:
        """Every known name in a text's tokens, from left to right, the longest first, none overlapping another."""
        keys = [token_key(word) for word in words]
        found: list[Found] = []
        start = 0
        while start < len(words):
            longest = self._longest_at(words, keys, start, any_case=any_case)
            if longest:
                found.append(longest)
            start = longest.end if longest else start + 1
        return tuple(found)

    def ancestors(self, actor: KnownActor) -> tuple[KnownActor, ...]:
        """The parent, its parent, and so on."""
        line: list[KnownActor] = []
        while actor.parent is not None:
            actor = self.by_key[actor.parent]
            line.append(actor)
        return tuple(line)

    def bearers(self, name: str) -> tuple[KnownActor, ...]:
        """The actors that bear a name, whatever its capitals."""
        return tuple(actor for actor, _ in self._entries.get(name_key(name), ()))

    def _add(self, actor: KnownActor) -> None:
        for name in actor.names:
            key = name_key(name)
            if not key:
                raise DataFileError(f"{actor.source}, column aliases: {name!r} holds no letter or digit")
            entries = self._entries.setdefault(key, [])
            if not entries or entries[-1][0] is not actor:
                entries.append((actor, name))

    def _longest_at(self, words: Sequence[str], keys: Sequence[NameKey], start: int, *, any_case: bool) -> Found | None:
        limit = self._longest.get(keys[start][0], 0) if keys[start] else 0
        best: Found | None = None
        key: NameKey = ()
        for end in range(start, len(words)):
            key += keys[end]
            if len(key) > limit:
                break
            if keys[end] and key in self._entries:
                best = self._found(words, start, end + 1, self._entries[key], any_case=any_case) or best
        return best

    @staticmethod
    def _found(
        words: Sequence[str], start: int, end: int, entries: Sequence[_Entry], *, any_case: bool
    ) -> Found | None:
        written = Capitals.ALL if any_case else _capitals(words[start:end])
        fitting = [(actor, name) for actor, name in entries if written >= _required_capitals(name)]
        if not fitting:
            return None
        needs_support = any(name in actor.ambiguous for actor, name in fitting)
        return Found(start, end, tuple(actor for actor, _ in fitting), needs_support)


@cache
def known_actors() -> KnownActors:
    """The actors that Dateline ships, read once a process."""
    return read_actors(sorted(FOLDER.glob("*.csv")))


def read_actors(paths: Iterable[Path]) -> KnownActors:
    """The actors of some files in the columns of ``load.COLUMNS``. Raises DataFileError as ``read_actor_rows`` does."""
    return KnownActors(read_actor_rows(paths))


@lru_cache(maxsize=1 << 12)
def _required_capitals(name: str) -> Capitals:
    letters = [c for c in name if c.isalpha()]
    words = name.split()
    if len(words) == 2 and words[0] not in _ARTICLES and words[0][0].isupper():
        return Capitals.FIRST
    if len(letters) > _ACRONYM or len(words) > 1:
        return Capitals.SOME
    if name.isupper():
        return Capitals.ALL if len(letters) <= _INITIALS else Capitals.FIRST
    return Capitals.SEVERAL if sum(c.isupper() for c in letters) > 1 and name.isalpha() else Capitals.SOME


def _capitals(words: Sequence[str]) -> int:
    """How the words are printed, to compare with ``Capitals``; ``_NO_CAPITALS`` is less than each of them."""
    letters = [c for word in words for c in word if c.isalpha()]
    if all(c.isupper() for c in letters):
        return Capitals.ALL
    capitals = sum(c.isupper() for c in letters)
    if letters[0].isupper():
        return Capitals.SEVERAL if capitals > 1 else Capitals.FIRST
    return Capitals.SOME if capitals else _NO_CAPITALS


def _check_shared(key: NameKey, entries: Sequence[_Entry]) -> None:
    clear = [actor for actor, name in entries if name not in actor.ambiguous]
    if clear:
        others = ", ".join(actor.key for actor, _ in entries if actor is not clear[0])
        problem = f"{' '.join(key)!r} is also a name of {others}; list it as ambiguous for each"
        raise DataFileError(f"{clear[0].source}, column ambiguous: {problem}")
