"""Read the claim types and their patterns from YAML, and refuse what breaks the rules.

A file describes one claim type. Its ``patterns`` say which words state a claim of the type and where the participants
stand; ``docs/ontology.md`` explains every key. Its examples are tests: ``says_it`` must give the claim, ``does_not``
must not.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, Literal, cast, get_args

from dateline.errors import DataFileError
from dateline.languages.load import load_yaml
from dateline.model import EntityKind, Modality, Polarity

FOLDER = Path(__file__).parent
TriggerPos = Literal["verb", "noun", "role", "adjective"]
RELATIONS = frozenset({"relation"})
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

_SLOTS = frozenset("subj obj iobj poss compound self holder place attr none amod aux complement appos".split())
_PATTERN_KEYS = {
    *("verb", "noun", "role", "adjective", "mode", "subject", "object", "needs", "particle", "subject_kinds"),
    *("object_kinds", "modality", "polarity", "confidence", "unless", "required", "passive", "complement"),
}


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
    confidence: float | None = None

    @property
    def specificity(self) -> int:
        """How much the pattern asks of the words; of two that fit, the more specific is taken."""
        words = 2 * len(self.needs) + 2 * bool(self.particle)
        return words + bool(self.object_kinds) + bool(self.mode) + self.complement


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Ontology:
    """All claim types, and all patterns by the lemma of their trigger."""

    types: Mapping[str, ClaimType]
    triggers: Mapping[str, tuple[Pattern, ...]]

    def modes(self, name: str) -> frozenset[str]:
        """The names of the modes of a type. Raises KeyError for an unknown type."""
        return frozenset(self.types[name].modes)


@cache
def load_ontology(*extra: Path) -> Ontology:
    """The ontology that ships with Dateline, with a user's own files after it.

    A user's file may add a type, or modes and patterns to a type that is there. Raises DataFileError naming file and
    entry.
    """
    types: dict[str, ClaimType] = {}
    triggers: dict[str, list[Pattern]] = {}
    for path in [*sorted(FOLDER.glob("*/*.yaml")), *extra]:
        document = load_yaml(path)
        if not isinstance(document, dict) or "type" not in document:
            raise DataFileError(f"{path}: expected a mapping with the key 'type'")
        claim_type = _claim_type(path, document, types.get(document["type"]))
        types[claim_type.name] = claim_type
        for number, entry in enumerate(document.get("patterns", []), 1):
            for pattern in _patterns(f"{path}: pattern {number}", entry, document, claim_type):
                triggers.setdefault(pattern.lemma, []).append(pattern)
    ordered = {
        lemma: tuple(sorted(patterns, key=lambda pattern: -pattern.specificity)) for lemma, patterns in triggers.items()
    }
    return Ontology(types=types, triggers=ordered)


def _claim_type(path: Path, document: dict[str, Any], known: ClaimType | None) -> ClaimType:
    modes = dict(known.modes) if known else {}
    modes.update(document.get("modes") or {})
    definition = document.get("definition") or (known.definition if known else None)
    if not definition:
        raise DataFileError(f"{path}: the type {document['type']!r} has no definition")
    return ClaimType(
        name=document["type"],
        kind=document.get("kind") or (known.kind if known else "event"),
        definition=definition,
        modes=modes,
        symmetric=document.get("symmetric", known.symmetric if known else False),
        place_object=document.get("place_object", known.place_object if known else False),
        absorbs=document.get("absorbs", known.absorbs if known else False),
        political=document.get("political", known.political if known else False),
        says_it=(*(known.says_it if known else ()), *document.get("says_it", [])),
        does_not=(*(known.does_not if known else ()), *document.get("does_not", [])),
        quad=document.get("quad", known.quad if known else None),
        score=document.get("score", known.score if known else None),
    )


def _patterns(where: str, entry: dict[str, Any], document: dict[str, Any], claim_type: ClaimType) -> Iterable[Pattern]:
    unknown = set(entry) - _PATTERN_KEYS
    if unknown:
        known = ", ".join(sorted(_PATTERN_KEYS))
        raise DataFileError(f"{where}: unknown key {sorted(unknown)[0]!r}; known are {known}")
    positions = [pos for pos in get_args(TriggerPos) if pos in entry]
    if len(positions) != 1:
        raise DataFileError(f"{where}: give exactly one of verb, noun, role, adjective")
    pos = cast(TriggerPos, positions[0])
    mode = entry.get("mode")
    if mode is not None and mode not in claim_type.modes:
        raise DataFileError(f"{where}: {claim_type.name} has no mode {mode!r}")
    for lemma in str(entry[pos]).split():
        yield Pattern(
            type=claim_type.name,
            pos=pos,
            lemma=lemma,
            mode=mode,
            subject=_participant_slots(where, entry, "subject", _DEFAULT_SUBJECT[pos]),
            object=_participant_slots(where, entry, "object", _DEFAULT_OBJECT[pos]),
            needs=_lemmas_by_slot(where, entry.get("needs")),
            unless=_lemmas_by_slot(where, entry.get("unless")),
            particle=frozenset(str(entry.get("particle", "")).split()),
            subject_kinds=_kinds(where, entry.get("subject_kinds", document.get("subject_kinds"))),
            object_kinds=_kinds(where, entry.get("object_kinds", document.get("object_kinds"))),
            required=frozenset(str(entry.get("required", document.get("required", ""))).split()),
            modality=entry.get("modality"),
            polarity=entry.get("polarity"),
            passive=entry.get("passive"),
            complement=entry.get("complement", False),
            confidence=entry.get("confidence", document.get("confidence")),
        )


_DEFAULT_SUBJECT = {"verb": "subj", "noun": "poss prep:by subj", "role": "holder", "adjective": "subj"}
_DEFAULT_OBJECT = {
    "verb": "obj",
    "noun": "prep:of prep:on prep:against obj",
    "role": "prep:of poss compound",
    "adjective": "prep:to",
}


def _participant_slots(where: str, entry: dict[str, Any], key: str, default: str) -> tuple[str, ...]:
    """The slots written in the entry; else the usual ones without those that ``needs`` fills with the pattern's own
    words.
    """
    if key in entry:
        return _slots(where, entry[key], default)
    return tuple(slot for slot in _slots(where, None, default) if slot not in (entry.get("needs") or {}))


def _slots(where: str, text: str | None, default: str) -> tuple[str, ...]:
    slots = tuple((default if text is None else str(text)).split())
    for slot in slots:
        if any(part not in _SLOTS and not part.startswith("prep:") for part in slot.split(">")):
            raise DataFileError(f"{where}: unknown slot {slot!r}; known are {', '.join(sorted(_SLOTS))} and prep:WORD")
    return slots


def _lemmas_by_slot(where: str, entry: dict[str, Any] | None) -> dict[str, frozenset[str]]:
    result = {}
    for slot, lemmas in (entry or {}).items():
        _slots(where, slot, "")
        result[slot] = frozenset(str(lemmas).split())
    return result


def _kinds(where: str, entry: str | list[str] | None) -> frozenset[str]:
    kinds: set[str] = set()
    for kind in entry.split() if isinstance(entry, str) else entry or []:
        if kind in KIND_GROUPS:
            kinds |= KIND_GROUPS[kind]
        elif kind in get_args(EntityKind) or kind in ("place", "leader"):
            kinds.add(kind)
        else:
            raise DataFileError(f"{where}: unknown kind {kind!r}")
    return frozenset(kinds)
