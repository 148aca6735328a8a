"""The nouns of the ontology: claim types, and the patterns that say which words state them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, get_args

from dateline.model import EntityKind, Modality, Polarity

TriggerPos = Literal["verb", "noun", "role", "adjective"]
KIND_GROUPS: dict[str, frozenset[str]] = {
    "armed": frozenset({"armed_group", "military", "police"}),
    "group": frozenset(
        {"armed_group", "military", "police", "government", "intergovernmental", "organisation", "media", "other"}
    ),
    "state": frozenset({"government", "military", "police", "intergovernmental"}),
    "political": frozenset({"armed_group", "military", "police", "government", "intergovernmental", "leader"}),
    "people": frozenset({"person", "civilians"}),
    "actor": frozenset(get_args(EntityKind)) - {"weapon"},
    "place": frozenset({"place"}),
}
"""Short names for sets of kinds. "leader" is a person with a political or military role; "place" any place."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pattern:
    """One way of stating a claim: a trigger word and where its participants stand."""

    type: str
    pos: TriggerPos
    lemma: str
    mode: str | None = None
    subject: tuple[str, ...] = ()
    """Slots in order of preference; the first that is filled counts."""
    object: tuple[str, ...] = ()
    needs: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Slot to lemmas, one of which must head the slot: ``obj: hostage`` for "took hostage"."""
    unless: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Slot to lemmas, none of which may head the slot."""
    particle: frozenset[str] = frozenset()
    subject_kinds: frozenset[str] = frozenset()
    """Kinds the subject may have; empty: any."""
    object_kinds: frozenset[str] = frozenset()
    required: frozenset[str] = frozenset()
    """"subject" and "object" where the claim is nothing without."""
    modality: Modality | None = None
    polarity: Polarity | None = None
    passive: bool | None = None
    """Only in the passive (True), only in the active (False), or either (None)."""
    complement: bool = False
    """Only with a clause as complement, as in "agreed to withdraw"."""
    company: bool = False
    """Only in a report that tells of violence in other words too: "six died" is no attack by itself."""
    known: bool = False
    """Only with participants of a kind that is known, not with names that may be anything."""
    former: bool = False
    """The words say that it was over by then: of who "was replaced as leader"."""
    confidence: float | None = None
    origin: str = ""
    """For a pattern that a user brought: the file and the entry, as in ``mine.yaml, pattern 2``."""
    cameo: str | None = None
    """The CAMEO code that a dictionary gives the pattern."""
    asked: tuple[frozenset[str], ...] = field(init=False)
    """Sets of words of which the sentence must hold one each: what is asked of words, without their places."""

    def __post_init__(self) -> None:
        words = [lemmas for lemmas in self.needs.values() if "*" not in lemmas]
        words += [self.particle] if self.particle else []
        object.__setattr__(self, "asked", (*words, *self._prepositions()))

    def _prepositions(self) -> Iterator[frozenset[str]]:
        """The prepositions that lead to what must be there."""
        sought = [(slot,) for slot in self.needs]
        sought += [getattr(self, name) for name in ("subject", "object") if name in self.required]
        for slots in sought:
            leading = [_preposition(slot) for slot in slots]
            if leading and all(leading):
                yield frozenset(word for words in leading for word in words)

    @property
    def specificity(self) -> int:
        """How much the pattern asks of the words; of two that fit, the more specific is taken."""
        words = 2 * len(self.needs) + 2 * bool(self.particle)
        return words + bool(self.object_kinds) + bool(self.mode) + self.complement

    def may_stand_among(self, words: frozenset[str]) -> bool:
        """Whether a sentence with these words and lemmas, in lower case, holds what the pattern asks for: a quick look
        that spares most sentences the search for arguments.
        """
        for asked in self.asked:  # noqa: SIM110 - a loop, since this is asked a hundred times a sentence
            if asked.isdisjoint(words):
                return False
        return True


def _preposition(slot: str) -> tuple[str, ...]:
    """The words one of which leads to a slot; none when it may be filled without any."""
    first, _, name = slot.partition(">")[0].partition(":")
    if first != "prep" or name == "agent":
        return ()
    return ("in", "where") if name == "in" else (name,)  # "the town where the group is based"


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimType:
    """One relation or event type with its modes and examples."""

    name: str
    kind: Literal["relation", "event"]
    definition: str
    modes: Mapping[str, Mapping[str, Any]]
    symmetric: bool
    place_object: bool
    """Whether the object is a place, as for operates_in."""
    absorbs: bool
    """Whether an event stated in its complement is part of it: "threatened to attack" is one THREATEN."""
    political: bool
    """Whether a participant must be a political or armed actor, so that football yields nothing."""
    says_it: tuple[Mapping[str, Any], ...]
    does_not: tuple[str, ...]
    quad: int | None
    score: float | None


class PatternIndex:
    """The patterns of one trigger by the words they ask of a sentence, since most sentences hold none of them."""

    __slots__ = ("asking", "free", "patterns", "words")

    def __init__(self, patterns: tuple[Pattern, ...]) -> None:
        self.patterns = patterns
        self.free = [number for number, pattern in enumerate(patterns) if not pattern.asked]
        self.asking: dict[str, list[int]] = {}
        for number, pattern in enumerate(patterns):
            for word in min(pattern.asked, key=len, default=frozenset()):
                self.asking.setdefault(word, []).append(number)
        self.words = frozenset(self.asking)

    def among(self, words: frozenset[str]) -> list[Pattern]:
        """The patterns that may stand in a sentence with these words and lemmas, the most specific first."""
        here = self.words & words
        if not here:
            return [self.patterns[number] for number in self.free]
        numbers = {number for word in here for number in self.asking[word]}
        found = [self.patterns[number] for number in sorted({*self.free, *numbers})]
        return [pattern for pattern in found if pattern.may_stand_among(words)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ontology:
    """All claim types, and all patterns by the lemma of their trigger."""

    types: Mapping[str, ClaimType]
    triggers: Mapping[str, tuple[Pattern, ...]]
    index: Mapping[str, PatternIndex] = field(init=False)
    """The same, to be asked by the words of a sentence."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "index", {lemma: PatternIndex(found) for lemma, found in self.triggers.items()})

    def modes(self, name: str) -> frozenset[str]:
        """The names of the modes of a type. Raises KeyError for an unknown type."""
        return frozenset(self.types[name].modes)
