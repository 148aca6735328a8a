"""What annotated reports and the ontology's examples state: answers for the heads ``statement`` and ``participant``.

The reports are those of ``benchmarks/reports/many.jsonl``, written for this project; ``dev`` and ``more`` are kept for
fitting how far the answers are to be trusted, and the sets looked at only through scores for measuring. An annotation
says in which clause a claim is stated, not by which word: see ``network.stated_loss`` for how the word is found.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import numpy as np

from dateline.ontology.load import load_ontology
from training.encoder.documents import Document, DocumentMaker, Floats, records

LEARNED_FROM = Path(__file__).resolve().parents[2] / "benchmarks" / "reports" / "many.jsonl"
SET, EXAMPLES = "reports", "examples"
"""Names of the two sets in the ``repeats`` of a course."""
SLOTS = ("subject", "object")


def stating_documents(maker: DocumentMaker, path: Path = LEARNED_FROM) -> Iterator[Document]:
    """The annotated reports, then the ontology's examples."""
    for record in records(path):
        yield _report(maker, record)
    for number, (text, claim_type, is_stated) in enumerate(_examples()):
        yield _example(maker, f"example {number}", text, claim_type, is_stated)


def _examples() -> Iterator[tuple[str, str, bool]]:
    """Sentence, claim type, and whether the sentence states a claim of the type."""
    for claim_type in load_ontology().types.values():
        for entry in claim_type.says_it:
            yield entry["text"], claim_type.name, True
        for text in claim_type.does_not:
            yield text, claim_type.name, False


def _report(maker: DocumentMaker, record: Mapping[str, Any]) -> Document:
    document = Document(record["id"], SET, SET, maker.cutter.cut(record["text"]))
    labels = maker.heads["statement"].labels
    claims = [claim for claim in record["claims"] if claim["type"] in labels]
    answers, weights = _empty(document, len(labels)), np.ones((len(document.pieces), len(labels)), dtype=np.float32)
    for number, claim in enumerate(sorted(claims, key=lambda one: one["evidence"][0] - one["evidence"][1]), 1):
        first, last = document.pieces.within(*claim["evidence"])
        column = labels.index(claim["type"])
        answers[first:last, column] = number
        weights[first:last, column] = 0.0 if claim.get("optional") else 1.0
    document.answers["statement"], document.weights["statement"] = answers, weights
    document.answers["participant"], document.weights["participant"] = _participants(maker, document, record, claims)
    return document


def _example(maker: DocumentMaker, name: str, text: str, claim_type: str, is_stated: bool) -> Document:
    """One sentence, of which nothing is known but one type."""
    document = Document(name, EXAMPLES, EXAMPLES, maker.cutter.cut(text))
    labels = maker.heads["statement"].labels
    answers, weights = _empty(document, len(labels)), _empty(document, len(labels))
    if claim_type in labels:
        answers[:, labels.index(claim_type)] = float(is_stated)
        weights[:, labels.index(claim_type)] = 1.0
    document.answers["statement"], document.weights["statement"] = answers, weights
    return document


def _participants(
    maker: DocumentMaker, document: Document, record: Mapping[str, Any], claims: Iterable[Mapping[str, Any]]
) -> tuple[Floats, Floats]:
    """Who does it and whom it befalls, where a name of theirs stands in the clause; where none does, nothing is asked
    of the clause.
    """
    labels = maker.heads["participant"].labels
    names = {actor["id"]: actor["names"] for actor in record["actors"]}
    names |= {place["id"]: [place["name"]] for place in record["places"]}
    answers, weights = _empty(document, len(labels)), np.ones((len(document.pieces), len(labels)), dtype=np.float32)
    found = []
    for claim in claims:
        kind = "event" if claim["type"].isupper() else "relation"
        for slot in SLOTS:
            column = labels.index(f"{kind} {slot}")
            if claim.get(slot) is None:
                continue
            spans = _named(record["text"], claim["evidence"], names.get(claim[slot], []))
            found += [(column, document.pieces.within(*span)) for span in spans]
            if not spans:
                first, last = document.pieces.within(*claim["evidence"])
                weights[first:last, column] = 0.0
    for column, (first, last) in found:
        answers[first:last, column] = weights[first:last, column] = 1.0
    return answers, weights


def _named(text: str, evidence: tuple[int, int], names: Iterable[str]) -> list[tuple[int, int]]:
    """Where the longest of the names that stands in a clause does."""
    start, end = evidence
    for name in sorted(names, key=len, reverse=True):
        spans = [m.span() for m in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text[start:end], re.IGNORECASE)]
        if spans:
            return [(start + first, start + last) for first, last in spans]
    return []


def _empty(document: Document, labels: int) -> Floats:
    return np.zeros((len(document.pieces), labels), dtype=np.float32)
