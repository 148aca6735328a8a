"""The YAML files of the ontology as documents, and what each must hold: a fault is told with its place and its cure.

A file holds one document, or several parted by lines of ``---``.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any, get_args

from dateline.errors import DataFileError
from dateline.languages.load import load_yaml_documents
from dateline.model import EntityKind, Modality, Polarity
from dateline.ontology.claim_types import KIND_GROUPS, TriggerPos

SLOTS = frozenset(
    (
        "subj obj iobj poss compound self holder place attr none amod aux neg complement purpose appos condition "
        "bearer particle"
    ).split()
)
PATTERN_KEYS = frozenset(
    {
        *("verb", "noun", "role", "adjective", "mode", "subject", "object", "needs", "particle", "subject_kinds"),
        *("object_kinds", "modality", "polarity", "confidence", "unless", "required", "passive", "complement"),
        *("company", "known", "former"),
    }
)
TYPE_KEYS = frozenset(
    {
        *("type", "kind", "definition", "quad", "score", "modes", "political", "absorbs", "symmetric", "place_object"),
        *("subject_kinds", "object_kinds", "required", "confidence", "patterns", "says_it", "does_not"),
    }
)
EXAMPLE_KEYS = frozenset({"text", "mode", "subject", "object", "polarity", "modality"})
TRIGGERS = get_args(TriggerPos)
_FLAGS = ("political", "absorbs", "symmetric", "place_object")
_EVENT_NAME = re.compile(r"[A-Z][A-Z0-9_]*")
_RELATION_NAME = re.compile(r"[a-z][a-z0-9_]*")


@dataclass(frozen=True, slots=True)
class Document:
    """One claim type of a file, checked as far as it can be checked alone."""

    where: str
    """The file, and in a file of several documents which one."""
    content: Mapping[str, Any]

    @property
    def name(self) -> str:
        return str(self.content["type"])

    def entry(self, kind: str, number: int) -> str:
        """``mine.yaml: pattern 3``."""
        return f"{self.where}: {kind} {number}"


def read_documents(path: Path) -> list[Document]:
    """The documents of a file in order. Raises DataFileError with file, entry and what to do."""
    contents = [content for content in load_yaml_documents(path) if content is not None]
    if not contents:
        raise DataFileError(f"{path}: expected a mapping with the key 'type', but the file is empty")
    several = len(contents) > 1
    found = [
        Document(f"{path}, document {number}" if several else str(path), _mapping(path, content))
        for number, content in enumerate(contents, 1)
    ]
    for document in found:
        _check_type(document)
        for number, entry in enumerate(document.content.get("patterns") or [], 1):
            _check_pattern(document.entry("pattern", number), entry)
        _check_examples(document)
    return found


def _mapping(path: Path, content: Any) -> Mapping[str, Any]:
    if not isinstance(content, dict) or "type" not in content:
        raise DataFileError(
            f"{path}: expected a mapping with the key 'type', such as 'type: ASSAULT' to add words to a type that is "
            "there, or a name of your own"
        )
    return content


def _check_type(document: Document) -> None:
    where, content = document.where, document.content
    _refuse_unknown(where, content, TYPE_KEYS)
    if not isinstance(content["type"], str):
        raise DataFileError(f"{where}: the type's name must be a word, not {content['type']!r}")
    _one_of(where, "kind", content.get("kind"), ("event", "relation"))
    _one_of(where, "quad", content.get("quad"), (1, 2, 3, 4))
    for flag in _FLAGS:
        _one_of(where, flag, content.get(flag), (True, False))
    for key in ("patterns", "says_it", "does_not"):
        if content.get(key) is not None and not isinstance(content[key], list):
            raise DataFileError(f"{where}: {key!r} must be a list: write each entry on a line that begins with '- '")
    _check_modes(where, content.get("modes"))


def check_name(where: str, name: str, kind: str) -> None:
    """Raises DataFileError when a new type's name does not show what it is: events in capitals, relations in small
    letters.
    """
    is_event = kind == "event"
    if not (_EVENT_NAME if is_event else _RELATION_NAME).fullmatch(name):
        how = "capitals, as in VACCINATE" if is_event else "small letters, as in trades_with"
        raise DataFileError(f"{where}: the name of the {kind} {name!r} must be in {how}, with _ between words")


def _check_modes(where: str, modes: Any) -> None:
    if modes is None:
        return
    if not isinstance(modes, dict) or not all(isinstance(mode, dict) for mode in modes.values()):
        raise DataFileError(f"{where}: 'modes' must be a mapping: write 'modes: {{raid: {{definition: …}}}}'")
    for name, mode in modes.items():
        if not mode.get("definition"):
            raise DataFileError(f"{where}: mode {name!r} has no definition: say in a sentence what it means")


def _check_pattern(where: str, entry: Any) -> None:
    if not isinstance(entry, dict):
        raise DataFileError(f"{where}: expected a mapping such as {{verb: rustle}}, not {entry!r}")
    _refuse_unknown(where, entry, PATTERN_KEYS)
    if sum(pos in entry for pos in TRIGGERS) != 1:
        raise DataFileError(f"{where}: give exactly one of verb, noun, role, adjective")
    _one_of(where, "modality", entry.get("modality"), get_args(Modality))
    _one_of(where, "polarity", entry.get("polarity"), get_args(Polarity))
    for flag in ("passive", "complement", "former"):
        _one_of(where, flag, entry.get(flag), (True, False))
    for key in ("needs", "unless"):
        if entry.get(key) is not None and not isinstance(entry[key], dict):
            raise DataFileError(f"{where}: {key!r} maps slots to words: write '{key}: {{obj: hostage}}'")
    confidence = entry.get("confidence")
    if confidence is not None and not (isinstance(confidence, (int, float)) and 0 <= confidence <= 1):
        raise DataFileError(f"{where}: the confidence {confidence!r} must be a number from 0 to 1")
    wrong = set(str(entry.get("required") or "").split()) - {"subject", "object"}
    if wrong:
        raise DataFileError(f"{where}: required {sorted(wrong)[0]!r}: write subject, object or both")


def _check_examples(document: Document) -> None:
    for number, example in enumerate(document.content.get("says_it") or [], 1):
        where = document.entry("says_it", number)
        if not isinstance(example, dict) or not isinstance(example.get("text"), str):
            raise DataFileError(f"{where}: expected a mapping with the key 'text': write {{text: \"Gunmen left.\"}}")
        _refuse_unknown(where, example, EXAMPLE_KEYS)
    for number, text in enumerate(document.content.get("does_not") or [], 1):
        if not isinstance(text, str):
            where = document.entry("does_not", number)
            raise DataFileError(f"{where}: expected a sentence, not {text!r}; put one with a colon in quotes")


def _refuse_unknown(where: str, entry: Mapping[str, Any], known: frozenset[str]) -> None:
    unknown = next((key for key in entry if key not in known), None)
    if unknown is not None:
        raise DataFileError(f"{where}: unknown key {unknown!r}; {_meant(str(unknown), known)}")


def _one_of(where: str, key: str, value: Any, allowed: tuple[Any, ...]) -> None:
    if value is not None and value not in allowed:
        names = ", ".join(str(item).lower() if isinstance(item, bool) else str(item) for item in allowed)
        raise DataFileError(f"{where}: {key} {value!r}: write one of {names}")


def _meant(word: str, known: frozenset[str]) -> str:
    near = get_close_matches(word, known, n=1)
    asked = f"did you mean {near[0]!r}? " if near else ""
    return f"{asked}known are {', '.join(sorted(known))}"


def slots(where: str, text: str) -> tuple[str, ...]:
    """The slots that a text names. Raises DataFileError for an unknown one."""
    found = tuple(text.split())
    for slot in found:
        if any(part not in SLOTS and not part.startswith("prep:") for part in slot.split(">")):
            raise DataFileError(f"{where}: unknown slot {slot!r}; known are {', '.join(sorted(SLOTS))} and prep:WORD")
    return found


def kinds(where: str, entry: str | list[str] | None) -> frozenset[str]:
    """The kinds that a text or a list names, groups of kinds spelt out. Raises DataFileError for an unknown one."""
    found: set[str] = set()
    every = {*KIND_GROUPS, *get_args(EntityKind), "place", "leader"}
    for kind in entry.split() if isinstance(entry, str) else entry or []:
        if kind not in every:
            raise DataFileError(f"{where}: unknown kind {kind!r}; {_meant(str(kind), frozenset(every))}")
        found |= KIND_GROUPS.get(kind, frozenset({kind}))
    return frozenset(found)


def particles(entry: str | bool | None) -> frozenset[str]:
    """The particles of a pattern. YAML reads a bare ``off`` and ``on`` as false and true, which are meant as words."""
    words = {True: "on", False: "off"}.get(entry) if isinstance(entry, bool) else entry
    return frozenset(str(words or "").split())


def words_by_slot(where: str, entry: Mapping[str, Any] | None) -> dict[str, frozenset[str]]:
    """``needs`` and ``unless``: slot to words. Raises DataFileError for an unknown slot."""
    result = {}
    for slot, lemmas in (entry or {}).items():
        slots(where, str(slot))
        result[str(slot)] = frozenset(str(lemmas).split())
    return result


def numbered(document: Document) -> Iterator[tuple[str, dict[str, Any]]]:
    """The patterns of a document, each with where it stands."""
    for number, entry in enumerate(document.content.get("patterns") or [], 1):
        yield document.entry("pattern", number), entry
