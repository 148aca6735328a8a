"""Which entities fill a role: every reading of the encoder's tags as a candidate, and how likely each is.

The tags alone draw spans too long or too short; so spans are drawn at several thresholds, those that may name one
entity are joined, and a logistic model over what the encoder sees of the entity chooses its words and says how likely
it is. The weights are in the encoder's description, fitted by ``training/encoder/judge.py``. Without weights an entity
is as likely as its best span.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from dateline.encoder.scores import EncoderScores
from dateline.encoder.spans import ScoredSpan, tagged_spans
from dateline.encoder.windows import Floats

_ARTICLE = re.compile(r"^(?:the|a|an)\s+")
_NOT_WORD = re.compile(r"[^\w\s]")
_WORD = re.compile(r"[^\s,;:()]+")
_LOOSE = frozenset("a an and at by for from in of on or that the to was were when which who with".split())
LEAST = 1e-3
"""Probabilities are kept this far from 0 and 1 before their log-odds are taken."""
FURTHER = (0.3, 0.5)
"""Thresholds of a wordpiece at which spans are drawn as well, besides that of the settings."""
Judge = Mapping[str, Mapping[str, float]]
"""Weights by role and feature."""


@dataclass(frozen=True, slots=True)
class Filler:
    """An entity in a role: the places that name it, the best first."""

    role: str
    spans: tuple[ScoredSpan, ...]
    words: str
    """The words of the best place, without article."""
    kinds: Mapping[str, float]
    """How well the filler fits an incident of each kind, 0 to 1."""
    score: float
    """How likely the entity fills the role, 0 to 1."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """An entity that may fill a role, under one of its names."""

    role: str
    words: str
    spans: tuple[ScoredSpan, ...]
    """The places of these words, the best first, then those of its other names."""
    features: Mapping[str, float]


def candidates(scores: EncoderScores, text: str, piece: float, split: float) -> list[list[Candidate]]:
    """For each entity in each role its candidates, one for each of its names. ``piece``: lowest probability of a
    wordpiece in a span; ``split``: see ``tagged_spans``.
    """
    labels = scores.heads["roles"].labels
    drawn = {
        (span.label, span.start, span.end): span
        for least in sorted({piece, *(bar for bar in FURTHER if bar > piece)})
        for span in (
            _trimmed(found, text) for found in tagged_spans(scores, "roles", dict.fromkeys(labels, least), text, split)
        )
    }
    told = _told(scores)
    probabilities = scores.spans("roles")
    found = []
    for column, role in enumerate(labels):
        groups = same_entity([span for key, span in sorted(drawn.items()) if key[0] == role], text)
        tops = [max(span.score for span in group) for group in groups]
        for group, top in zip(groups, tops, strict=True):
            shared = told | {
                "top": odds(top),
                "behind": odds(max(tops)) - odds(top),
                "names": float(np.log(len(group))),
                "rivals": float(np.log1p(len(groups))),
            }
            found.append(_names(scores, probabilities[:, column], role, group, shared, text))
    return [group for group in found if group]


def _names(
    scores: EncoderScores,
    column: Floats,
    role: str,
    group: Sequence[ScoredSpan],
    shared: Mapping[str, float],
    text: str,
) -> list[Candidate]:
    by_words: dict[str, list[ScoredSpan]] = {}
    for span in group:
        by_words.setdefault(plain(text[span.start : span.end]), []).append(span)
    found = []
    for words, spans in by_words.items():
        seen = [(_edges(scores, column, span), span) for span in spans]
        seen.sort(key=lambda pair: (-sum(pair[0][name] for name in ("inside", "begins", "ends")), pair[1].start))
        edges, best = seen[0]
        places = {(span.start, span.end): span for span in (*(span for _, span in seen), *group)}
        own = {
            "bias": 1.0,
            "places": float(np.log(len(spans))),
            "late": best.start / max(1, len(text)),
            "long": float(np.log1p(len(words.split()))),
            "figure": float(words[0].isdigit()),
            "fit": float(scores.of_pieces("filler_incident")[best.first : best.last].mean(axis=0).max()),
        }
        found.append(Candidate(role, words, tuple(places.values()), {**edges, **own, **shared}))
    return found


def _edges(scores: EncoderScores, column: Floats, span: ScoredSpan) -> dict[str, float]:
    """How sure the encoder is of a span's wordpieces and of its two ends."""
    first, last = scores.pieces.within(span.start, span.end)
    inner = [odds(1.0 - float(value)) for value in column[first:last, 0]]
    return {
        "inside": float(np.mean(inner)),
        "weakest": min(inner),
        "begins": _log(column[first, 1]),
        "before": _log(column[first - 1, 0]) if first else 0.0,
        "ends": _log(1.0 - column[last, 2]) if last < len(column) else 0.0,
    }


def _told(scores: EncoderScores) -> dict[str, float]:
    """What holds for the whole text."""
    likely = scores.of_text("incident")
    kinds = [value for kind, value in likely.items() if kind != "conflict"]
    return {"told": odds(max(kinds)), "conflict": odds(likely.get("conflict", 0.5))}


def chance(candidate: Candidate, judge: Judge) -> float:
    """How likely a candidate fills its role, 0 to 1."""
    weights = judge.get(candidate.role)
    if weights is None:
        return candidate.spans[0].score
    total = sum(weights.get(name, 0.0) * value for name, value in candidate.features.items())
    return float(1.0 / (1.0 + np.exp(-np.clip(total, -30.0, 30.0))))


def chosen(
    scores: EncoderScores, groups: Iterable[Sequence[Candidate]], bars: Mapping[str, float], judge: Judge
) -> list[Filler]:
    """The likeliest name of each entity that is likely enough for its role (0.5 for roles without a bar)."""
    kinds = scores.of_pieces("filler_incident")
    labels = scores.heads["filler_incident"].labels
    found = []
    for group in groups:
        likely, best = max(((chance(item, judge), item) for item in group), key=lambda pair: (pair[0], pair[1].words))
        if likely >= bars.get(best.role, 0.5):
            pieces = np.concatenate([kinds[span.first : span.last] for span in best.spans])
            fit = dict(zip(labels, map(float, pieces.mean(axis=0)), strict=True))
            found.append(Filler(best.role, best.spans, best.words, fit, likely))
    return found


def odds(probability: float) -> float:
    """Log-odds, no further from even than those of ``LEAST``."""
    kept = min(max(probability, LEAST), 1.0 - LEAST)
    return float(np.log(kept / (1.0 - kept)))


def _log(probability: float) -> float:
    return float(np.log(max(float(probability), LEAST)))


def _trimmed(span: ScoredSpan, text: str) -> ScoredSpan:
    """The span without words at its ends that cannot end a name or description: "members of the"."""
    words = list(_WORD.finditer(text, span.start, span.end))
    while len(words) > 1 and words[-1].group().lower() in _LOOSE:
        words.pop()
    while len(words) > 1 and words[0].group().lower() in _LOOSE:
        words.pop(0)
    return replace(span, start=words[0].start(), end=words[-1].end()) if words else span


def same_entity(spans: Sequence[ScoredSpan], text: str) -> list[list[ScoredSpan]]:
    """Groups of spans that overlap, have the same words, end in one another or are one another's initials."""
    groups: list[tuple[set[str], list[ScoredSpan]]] = []
    for span in spans:
        words = plain(text[span.start : span.end])
        if not words:
            continue
        group = next((group for group in groups if any(alike(words, other) for other in group[0])), None)
        group = group or next((group for group in groups if any(_overlap(span, other) for other in group[1])), None)
        if group is None:
            group = (set(), [])
            groups.append(group)
        group[0].add(words)
        group[1].append(span)
    return [members for _, members in groups]


def _overlap(one: ScoredSpan, other: ScoredSpan) -> bool:
    return one.start < other.end and other.start < one.end


def plain(words: str) -> str:
    """Lower case, without article, punctuation and doubled spaces."""
    return " ".join(_ARTICLE.sub("", _NOT_WORD.sub(" ", words.lower()).strip()).split())


def alike(first: str, second: str) -> bool:
    """Whether two names in plain words may mean one entity."""
    if first == second:
        return True
    shorter, longer = sorted((first.split(), second.split()), key=len)
    if len(shorter) == 1 and len(longer) > 1 and initials(longer) == shorter[0]:
        return True
    return longer[-len(shorter) :] == shorter and len(" ".join(shorter)) > 3


def initials(words: Iterable[str]) -> str:
    """First letters of the words that a name's initials are made of."""
    return "".join(word[0] for word in words if word not in ("of", "the", "and", "for", "de", "la", "del", "y"))
