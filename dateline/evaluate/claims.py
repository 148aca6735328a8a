"""Precision and recall of claims, and accuracy of each slot over the claims that match.

The measure is that of Dateline's evaluation pack (its ``score_gold.py``), so that users score their own annotated
reports with the figures of ``docs/benchmarks.md``. A predicted and an annotated claim can match when they have the same
type and the sentences that hold their evidence overlap; pairs are taken greedily, most slots right first.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dateline.errors import DataFileError
from dateline.evaluate.edtf_days import is_within
from dateline.evaluate.name_match import AnnotatedNames
from dateline.model import Span

Record = Mapping[str, Any]
SLOTS = ("subject", "object", "attribution", "polarity", "modality", "time", "time_left_null", "place", "mode")
_WEIGHTS = {"subject": 4, "object": 4, "attribution": 2, "polarity": 2, "modality": 1, "time": 1, "place": 1, "mode": 1}
_SYMMETRIC = frozenset({"allied_with", "opposes", "merged_with", "alias_of", "AGREE", "CONSULT", "COOPERATE"})
PLACE_OBJECT = frozenset({"operates_in", "controls", "based_in"})
"""Relations whose object is a place, repeated as the place."""
_SENTENCE_END = re.compile(r"(?<=[.!?])[\"'”’)\]]*(?P<gap>\s+)(?=[\"'“‘(\[]*[A-Z0-9])|(?P<blank>\n[ \t]*\n\s*)")


@dataclass(frozen=True, slots=True)
class Matched:
    """An annotated claim, the index of the prediction matched to it, and each slot's verdict (None: not graded)."""

    gold: Record
    predicted: int
    verdicts: Mapping[str, bool | None]


def score_claims(gold: Sequence[Record], predictions: Iterable[Record]) -> dict[str, Any]:
    """Scores of predicted documents against annotated ones, joined on ``id``.

    A document without a prediction counts as empty. Raises DataFileError when a document is predicted twice.
    """
    by_id: dict[str, Sequence[Record]] = {}
    for document in predictions:
        if document["id"] in by_id:
            raise DataFileError(f"the document {document['id']} is predicted twice")
        by_id[document["id"]] = document["claims"]
    total: Counter[Any] = Counter()
    for document in gold:
        total.update(_counts(document, by_id.get(document["id"], ())))
    return _figures(total)


def match_claims(document: Record, predicted: Sequence[Record]) -> list[Matched]:
    """One-to-one matches of a document's annotated claims with predicted ones."""
    names, text = AnnotatedNames(document), document["text"]
    pairs = sorted(_pairs(document, predicted, names, text), key=lambda pair: pair[0], reverse=True)
    matched: list[Matched] = []
    used_gold: set[int] = set()
    used_predictions: set[int] = set()
    for _, gold_index, index, verdicts in pairs:
        if gold_index not in used_gold and index not in used_predictions:
            used_gold.add(gold_index)
            used_predictions.add(index)
            matched.append(Matched(document["claims"][gold_index], index, verdicts))
    return matched


_Rank = tuple[int, bool, bool, int]


def _pairs(
    document: Record, predicted: Sequence[Record], names: AnnotatedNames, text: str
) -> Iterator[tuple[_Rank, int, int, Mapping[str, bool | None]]]:
    spans = [_sentences(text, claim["evidence"]) for claim in predicted]
    for gold_index, gold in enumerate(document["claims"]):
        span = _sentences(text, gold["evidence"])
        for index, claim in enumerate(predicted):
            if claim["type"] not in _answers(gold, "type") or not _shared(span, spans[index]):
                continue
            verdicts = _grade(gold, claim, names)
            points = sum(weight for slot, weight in _WEIGHTS.items() if verdicts[slot])
            near = _shared(gold["evidence"], claim["evidence"])
            rank = (points, not gold.get("optional"), claim["type"] == gold["type"], near)
            yield rank, gold_index, index, verdicts


def _grade(gold: Record, claim: Record, names: AnnotatedNames) -> dict[str, bool | None]:
    subject, object_ = _participants(gold, claim, names)
    place = claim.get("place") or (claim.get("object") if gold["type"] in PLACE_OBJECT else None)
    when, annotated_when = claim.get("when"), gold.get("when")
    timely = any(is_within(a, when) if a else not when for a in _answers(gold, "when"))
    said = any(names.means(answer, claim.get("said_by")) for answer in _answers(gold, "said_by"))
    return {
        "subject": subject,
        "object": object_,
        "attribution": said,
        "polarity": claim.get("polarity", "asserted") in _answers(gold, "polarity"),
        "modality": claim.get("modality", "actual") in _answers(gold, "modality"),
        "time": timely if annotated_when else None,
        "time_left_null": None if annotated_when else not when,
        "place": any(names.means(a, place) for a in _answers(gold, "place")) if gold.get("place") else None,
        "mode": (claim.get("mode") or None) in _answers(gold, "mode") if gold.get("mode") else None,
    }


def _participants(gold: Record, claim: Record, names: AnnotatedNames) -> tuple[bool, bool]:
    """Whether subject and object are right, the better way round for types without direction."""
    subject, object_ = claim.get("subject"), claim.get("object")
    if gold["type"] in PLACE_OBJECT:
        object_ = object_ or claim.get("place")

    def right(field: str, value: str | None) -> bool:
        return any(names.means(answer, value) for answer in _answers(gold, field))

    verdict = right("subject", subject), right("object", object_)
    if gold["object"] is None and gold.get("place") and object_ and not verdict[1]:
        verdict = verdict[0], names.means(gold["place"], object_)  # "attacked the village": the place as object
    if gold["type"] in _SYMMETRIC:
        verdict = max(verdict, (right("subject", object_), right("object", subject)), key=sum)
    return verdict


def _answers(gold: Record, field: str) -> list[Any]:
    return [gold.get(field), *gold.get("accept", {}).get(field, ())]


def _sentences(text: str, span: Sequence[int]) -> Span:
    """The span widened to whole sentences."""
    first, last = 0, len(text)
    for gap in _SENTENCE_END.finditer(text):
        if gap.end() <= span[0]:
            first = gap.end()
        elif gap.start(gap.lastgroup or 0) >= span[1]:
            last = gap.start(gap.lastgroup or 0)
            break
    return first, last


def _shared(one: Sequence[int], other: Sequence[int]) -> int:
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))


def _counts(document: Record, predicted: Sequence[Record]) -> Counter[Any]:
    counts: Counter[Any] = Counter(documents=1, predicted=len(predicted))
    counts["gold"] = sum(not claim.get("optional") for claim in document["claims"])
    for item in match_claims(document, predicted):
        if item.gold.get("optional"):
            counts["optional_matched"] += 1
            counts["predicted"] -= 1
            continue
        counts["type_right"] += 1
        counts["claim_right"] += bool(item.verdicts["subject"] and item.verdicts["object"])
        for slot in SLOTS:
            if item.verdicts[slot] is not None:
                counts[slot, "n"] += 1
                counts[slot, "right"] += bool(item.verdicts[slot])
    return counts


def _figures(counts: Counter[Any]) -> dict[str, Any]:
    figures: dict[str, Any] = {
        "documents": counts["documents"],
        "claim": _precision_recall(counts["claim_right"], counts["predicted"], counts["gold"]),
        "type_only": _precision_recall(counts["type_right"], counts["predicted"], counts["gold"]),
        "optional_matched": counts["optional_matched"],
    }
    for slot in SLOTS:
        n, right = counts[slot, "n"], counts[slot, "right"]
        figures[slot] = {"n": n, "right": right, "accuracy": round(right / n, 4) if n else None}
    return figures


def _precision_recall(right: int, predicted: int, gold: int) -> dict[str, float | int]:
    precision = right / predicted if predicted else 0.0
    recall = right / gold if gold else 0.0
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    rounded = {"p": round(precision, 4), "r": round(recall, 4), "f1": round(f1, 4)}
    return {**rounded, "right": right, "predicted": predicted, "gold": gold}
