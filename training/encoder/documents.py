"""Texts with what is marked in them, from the named sets, in one form.

Every head's answers stand in one array with a column for each label; -1 or a weight of zero means that the set says
nothing about it. Offsets are code points.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import product
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from dateline.encoder.heads import Heads
from dateline.encoder.relations import UNDIRECTED
from dateline.encoder.wordpieces import Pieces, WordpieceCutter

Floats = npt.NDArray[np.float32]
Span = tuple[int, int]
FILES = {
    "muc4": "muc4.train.jsonl",
    "polnear": "polnear.train.jsonl",
    "re3d": "re3d.dev.jsonl",
    "plover": "plover.dev.jsonl",
}
"""The parts that may be learned from; re3d and PLOVER have no train part, see the folds of the settings."""
SILVER = "silver.jsonl"
"""What the rules find in the training texts, in the folder of the checkpoints; see ``silver.py``."""
ROLES = ("PerpInd", "PerpOrg", "Target", "Victim", "Weapon")
TIES = [
    ("PerpInd", "PerpOrg", "BelongsTo"),
    *((perpetrator, hurt, "FightingAgainst") for perpetrator in ROLES[:2] for hurt in ("Target", "Victim")),
]
"""How the fillers of an incident are related, in re3d's words."""


@dataclass(slots=True)
class Document:
    """One text cut into wordpieces, with its answers.

    ``answers[head]``: float32, one row per wordpiece, one column per label. Heads of kind ``spans`` hold 0 outside,
    1 at the first wordpiece and 2 inside; the others 0 or 1. ``weights[head]`` has the same shape.
    """

    id: str
    set: str
    group: str
    """What cross-validation keeps together: the source of a text, or its turn."""
    pieces: Pieces
    answers: dict[str, Floats] = field(default_factory=dict)
    weights: dict[str, Floats] = field(default_factory=dict)
    mentions: list[Span] = field(default_factory=list)
    """First wordpiece and wordpiece after the last of each mention, in order."""
    relations: dict[tuple[int, int], list[int]] = field(default_factory=dict)
    """Labels of the relations between two mentions, by their places in ``mentions``."""
    whole: dict[str, Floats] = field(default_factory=dict)
    """Heads of kind ``window``: what holds for the whole text, one number per label; -1: not said."""


class DocumentMaker:
    """Turns records of the evaluation pack's formats into documents.

    ``silver``: what the rules find in a text, by its id; see ``silver.py``.
    """

    def __init__(
        self, cutter: WordpieceCutter, heads: Heads, later_weight: float, silver: Mapping[str, Any] | None = None
    ) -> None:
        self.cutter, self.heads, self.later_weight, self.silver = cutter, heads, later_weight, silver or {}

    def read(self, name: str, path: Path) -> list[Document]:
        """All documents of one set. ``name`` is muc4, polnear, re3d or plover."""
        make = {"muc4": self.muc4, "polnear": self.polnear, "re3d": self.re3d, "plover": self.plover}[name]
        return [make(record, number) for number, record in enumerate(records(path))]

    def muc4(self, record: dict[str, Any], _number: int) -> Document:
        """Role fillers wherever their strings occur, with the kinds of incident they belong to."""
        document = self._document(record, "muc4", "muc4")
        roles, kinds = self._empty(document, "roles"), self._empty(document, "filler_incident")
        kinds_known = np.zeros_like(kinds)
        weights = np.ones_like(roles)
        told: list[dict[str, set[Span]]] = []
        kind_columns = {kind: column for column, kind in enumerate(self.heads["filler_incident"].labels)}
        for template in record["templates"]:
            columns = [kind_columns[kind.strip()] for kind in template["incident_type"].split("/")]
            told.append({role: set() for role in ROLES})
            for role in ROLES:
                for place, (first, last) in self._places(record["text"], document.pieces, template[role]):
                    column = ROLES.index(role)
                    mark(roles, column, first, last, longer_wins=True)
                    weights[first:last, column] = 1.0 if place == 0 else self.later_weight
                    kinds[first:last, columns] = 1.0
                    kinds_known[first:last] = 1.0
                    told[-1][role].add((first, last))
        document.answers |= {"roles": roles, "filler_incident": kinds}
        document.weights |= {"roles": weights, "filler_incident": kinds_known}
        document.whole["incident"] = self._incident(record["templates"])
        self._ties(document, told)
        return document

    def _ties(self, document: Document, told: list[dict[str, set[Span]]]) -> None:
        """Relations between the fillers of one incident: who did it belongs to whose doing it was, and fights whom it
        befell. Fillers of different incidents are unrelated.
        """
        found = {span for roles in told for spans in roles.values() for span in spans}
        document.mentions = sorted(found) if "relation" in self.heads else []
        places = {span: place for place, span in enumerate(document.mentions)}
        for roles in told if places else ():
            for one, other, label in TIES:
                for pair in product(roles[one], roles[other]):
                    first, second = (places[span] for span in pair)
                    self._relate(document, first, second, label)

    def _relate(self, document: Document, first: int, second: int, name: str) -> None:
        """One relation between two mentions, in both directions where it has none; unknown ones are left out."""
        if name in self.heads["relation"].labels and first != second:
            label = self.heads["relation"].labels.index(name)
            for pair in ((first, second), (second, first))[: 2 if name in UNDIRECTED else 1]:
                if label not in document.relations.setdefault(pair, []):
                    document.relations[pair].append(label)

    def _incident(self, templates: list[dict[str, Any]]) -> Floats:
        labels = self.heads["incident"].labels
        said = {kind.strip() for template in templates for kind in template["incident_type"].split("/")}
        known = {"conflict": 1.0 if templates else -1.0}
        return np.array([known.get(label, float(label in said)) for label in labels], dtype=np.float32)

    def _places(self, text: str, pieces: Pieces, entities: list[list[str]]) -> Iterator[tuple[int, Span]]:
        """Number of the occurrence and its wordpieces, for each string of each entity."""
        for entity in entities:
            for words in entity:
                for number, found in enumerate(re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text)):
                    first, last = pieces.within(*found.span())
                    if last > first:
                        yield number, (first, last)

    def polnear(self, record: dict[str, Any], _number: int) -> Document:
        """Sources, cues and contents; a piece of a span in pieces begins anew."""
        document = self._document(record, "polnear", "polnear")
        labels = self.heads["attribution"].labels
        spans = [
            (labels.index(role), (start, end))
            for item in record["attributions"]
            for role in labels
            for start, end in item[role]
        ]
        self._spans(document, "attribution", spans)
        for start, end in record["discard"]:
            first, last = document.pieces.within(start, end)
            document.weights["attribution"][first:last] = 0.0
        document.whole["incident"] = self._only_conflict(0.0)
        return document

    def re3d(self, record: dict[str, Any], _number: int) -> Document:
        """Entities of the types that the head knows."""
        document = self._document(record, "re3d", record["source"])
        labels = self.heads["mentions"].labels
        spans = [
            (labels.index(item["type"]), (item["start"], item["end"]))
            for item in record["entities"]
            if item["type"] in labels
        ]
        self._spans(document, "mentions", spans)
        self._relations(document, record)
        document.whole["incident"] = self._only_conflict(1.0)
        return document

    def _relations(self, document: Document, record: dict[str, Any]) -> None:
        found = sorted({document.pieces.within(item["start"], item["end"]) for item in record["entities"]})
        document.mentions = [(first, last) for first, last in found if last > first]
        places = {span: place for place, span in enumerate(document.mentions)}
        for item in record["relations"]:
            first, second = (places.get(document.pieces.within(*item[side])) for side in ("source", "target"))
            if first is not None and second is not None:
                self._relate(document, first, second, item["type"])

    def plover(self, record: dict[str, Any], number: int) -> Document:
        """The event types of one sentence, asked of each of its wordpieces."""
        document = self._document(record, "plover", f"plover {number % 3}")
        self._events(document, [(0, len(record["text"]), {event["type"] for event in record["events"]})])
        return document

    def _document(self, record: dict[str, Any], name: str, group: str) -> Document:
        document = Document(record["docid"], name, group, self.cutter.cut(record["text"]))
        if found := self.silver.get(record["docid"]):
            labels = self.heads["kinds"].labels
            known = [(labels.index(kind), (start, end)) for start, end, kind in found["mentions"] if kind in labels]
            self._spans(document, "kinds", known, longer_wins=True)
            self._events(document, found["events"] or ())
        return document

    def _events(self, document: Document, sentences: Iterable[tuple[int, int, Iterable[str]]]) -> None:
        """What is said of each sentence: start, end and event types; nothing is asked outside them."""
        answers, labels = self._empty(document, "event"), self.heads["event"].labels
        said = np.zeros_like(answers)
        for start, end, types in sentences:
            first, last = document.pieces.within(start, end)
            answers[first:last, [labels.index(kind) for kind in types if kind in labels]] = 1.0
            said[first:last] = 1.0
        document.answers["event"], document.weights["event"] = answers, said

    def _empty(self, document: Document, head: str) -> Floats:
        return np.zeros((len(document.pieces), len(self.heads[head].labels)), dtype=np.float32)

    def _spans(
        self, document: Document, head: str, spans: Iterable[tuple[int, Span]], *, longer_wins: bool = False
    ) -> None:
        answers = self._empty(document, head)
        for column, span in sorted(spans, key=lambda item: (item[1][0], -item[1][1])):
            mark(answers, column, *document.pieces.within(*span), longer_wins=longer_wins)
        document.answers[head] = answers
        document.weights[head] = np.ones_like(answers)

    def _only_conflict(self, value: float) -> Floats:
        labels = self.heads["incident"].labels
        return np.array([value if label == "conflict" else -1.0 for label in labels], dtype=np.float32)


def mark(answers: Floats, column: int, first: int, last: int, *, longer_wins: bool) -> None:
    """Write one span into a column. With ``longer_wins`` a span inside one already there changes nothing."""
    if last <= first:
        return
    if longer_wins and answers[first:last, column].all():
        return
    answers[first:last, column] = 2.0
    if answers[first, column] == 2.0:
        answers[first, column] = 1.0


def records(path: Path) -> Iterator[dict[str, Any]]:
    """The records of a JSON-lines file."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                yield json.loads(line)
