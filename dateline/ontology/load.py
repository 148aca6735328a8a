"""Read the claim types and their patterns, those that ship with Dateline and those that a user brings.

A document describes one claim type. Its ``patterns`` say which words state a claim of the type and where the
participants stand; ``docs/ontology.md`` explains every key. Its examples are tests: ``says_it`` must give the claim,
``does_not`` must not. A user may also bring a verb dictionary of PETRARCH or TABARI.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, cast

from dateline.errors import DataFileError
from dateline.ontology.claim_types import KIND_GROUPS, ClaimType, Ontology, Pattern, TriggerPos
from dateline.ontology.documents import (
    TRIGGERS,
    Document,
    check_name,
    kinds,
    numbered,
    particles,
    read_documents,
    slots,
    words_by_slot,
)
from dateline.ontology.petrarch_patterns import dictionary_patterns
from dateline.ontology.petrarch_verbs import is_verb_dictionary, read_verb_dictionary

__all__ = ["FOLDER", "KIND_GROUPS", "ClaimType", "Ontology", "Pattern", "TriggerPos", "load_ontology"]

FOLDER = Path(__file__).parent

_DEFAULT_SUBJECT = {"verb": "subj", "noun": "poss prep:by subj", "role": "holder", "adjective": "subj"}
_DEFAULT_OBJECT = {
    "verb": "obj",
    "noun": "prep:of prep:on prep:against obj",
    "role": "prep:of poss compound",
    "adjective": "prep:to",
}


def load_ontology(*extra: Path) -> Ontology:
    """The ontology that ships with Dateline, with a user's own files: YAML, or verb dictionaries of PETRARCH.

    A user's file may add a type, or modes and patterns to a type that is there; of patterns that ask the same of the
    words, the user's come first. Kept for as long as the files stay the same. Raises DataFileError naming file and
    entry.
    """
    return _with_extra(tuple((path, _content(path)) for path in extra)) if extra else _shipped()


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise DataFileError(f"{path}: could not be read: {error.strerror}. Check the name of the file") from error


@cache
def _shipped() -> Ontology:
    types: dict[str, ClaimType] = {}
    patterns: list[Pattern] = []
    for path in sorted(FOLDER.glob("*/*.yaml")):
        for document in read_documents(path):
            types[document.name], found = _understood(document, types)
            patterns += found
    return Ontology(types=types, triggers=_by_trigger(patterns))


@lru_cache(maxsize=4)
def _with_extra(files: tuple[tuple[Path, bytes], ...]) -> Ontology:
    shipped = _shipped()
    types, own = dict(shipped.types), []
    for path, _ in files:
        if is_verb_dictionary(path):
            own += dictionary_patterns(read_verb_dictionary(path)).patterns
            continue
        for document in read_documents(path):
            types[document.name], found = _understood(document, types, origin=path.name)
            own += found
    every = (pattern for patterns in shipped.triggers.values() for pattern in patterns)
    return Ontology(types=types, triggers=_by_trigger([*own, *every]))


def _by_trigger(patterns: Iterable[Pattern]) -> dict[str, tuple[Pattern, ...]]:
    """By the trigger's lemma, the most specific first; of equals, the one that came first."""
    triggers: dict[str, list[Pattern]] = {}
    for pattern in patterns:
        triggers.setdefault(pattern.lemma, []).append(pattern)
    return {lemma: tuple(sorted(found, key=lambda one: -one.specificity)) for lemma, found in triggers.items()}


def _understood(
    document: Document, types: Mapping[str, ClaimType], *, origin: str = ""
) -> tuple[ClaimType, list[Pattern]]:
    """The type as it is with the document, and the document's patterns. ``origin``: the name of a user's file."""
    claim_type = _claim_type(document, types.get(document.name))
    found: list[Pattern] = []
    for number, (where, entry) in enumerate(numbered(document), 1):
        named = f"{origin}, pattern {number}" if origin else ""
        found += _patterns(where, entry, document.content, claim_type, named)
    return claim_type, found


def _claim_type(document: Document, known: ClaimType | None) -> ClaimType:
    content = document.content
    definition = content.get("definition") or (known.definition if known else None)
    kind = content.get("kind") or (known.kind if known else "event")
    if not definition:
        raise DataFileError(
            f"{document.where}: the type {document.name!r} has no definition: say in a sentence what it means, or "
            "correct the name if you meant a type that is there"
        )
    if known and kind != known.kind:
        raise DataFileError(f"{document.where}: {document.name} is there already, and is a {known.kind}: drop 'kind'")
    check_name(document.where, document.name, kind)

    def value(key: str, otherwise: Any) -> Any:
        return content.get(key, getattr(known, key) if known else otherwise)

    return ClaimType(
        name=document.name,
        kind=kind,
        definition=definition,
        modes={**(known.modes if known else {}), **(content.get("modes") or {})},
        symmetric=value("symmetric", False),
        place_object=value("place_object", False),
        absorbs=value("absorbs", False),
        political=value("political", False),
        says_it=(*(known.says_it if known else ()), *(content.get("says_it") or ())),
        does_not=(*(known.does_not if known else ()), *(content.get("does_not") or ())),
        quad=value("quad", None),
        score=value("score", None),
    )


def _patterns(
    where: str, entry: dict[str, Any], content: Mapping[str, Any], claim_type: ClaimType, origin: str
) -> Iterator[Pattern]:
    pos = cast(TriggerPos, next(pos for pos in TRIGGERS if pos in entry))
    mode = entry.get("mode")
    if mode is not None and mode not in claim_type.modes:
        known = ", ".join(claim_type.modes) or "none"
        raise DataFileError(
            f"{where}: {claim_type.name} has no mode {mode!r}: its modes are {known}. Add yours under 'modes'"
        )
    for lemma in str(entry[pos]).split():
        yield Pattern(
            type=claim_type.name,
            pos=pos,
            lemma=lemma,
            mode=mode,
            subject=_participant_slots(where, entry, "subject", _DEFAULT_SUBJECT[pos]),
            object=_participant_slots(where, entry, "object", _DEFAULT_OBJECT[pos]),
            needs=words_by_slot(where, entry.get("needs")),
            unless=words_by_slot(where, entry.get("unless")),
            particle=particles(entry.get("particle")),
            subject_kinds=kinds(where, entry.get("subject_kinds", content.get("subject_kinds"))),
            object_kinds=kinds(where, entry.get("object_kinds", content.get("object_kinds"))),
            required=frozenset(str(entry.get("required", content.get("required", ""))).split()),
            modality=entry.get("modality"),
            polarity=entry.get("polarity"),
            passive=entry.get("passive"),
            complement=entry.get("complement", False),
            company=entry.get("company", False),
            known=entry.get("known", False),
            former=entry.get("former", False),
            confidence=entry.get("confidence", content.get("confidence")),
            origin=origin,
        )


def _participant_slots(where: str, entry: dict[str, Any], key: str, default: str) -> tuple[str, ...]:
    """The slots written in the entry; else the usual ones without those that ``needs`` fills with the pattern's own
    words.
    """
    if key in entry:
        return slots(where, default if entry[key] is None else str(entry[key]))
    found = tuple(slot for slot in slots(where, default) if slot not in (entry.get("needs") or {}))
    if not found and f"{key}_kinds" in entry:
        raise DataFileError(
            f"{where}: {key}_kinds asks something of a {key} that has no slot, since 'needs' fills it with words of "
            f"its own. Add '{key}: {default.split()[0]}' if those words are the {key} too"
        )
    return found
