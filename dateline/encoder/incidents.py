"""From role tags to incidents: which entities fill which role, in which kind of incident."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np

from dateline.encoder.scores import EncoderScores
from dateline.encoder.spans import ScoredSpan, tagged_spans

_ARTICLE = re.compile(r"^(?:the|a|an)\s+")
_NOT_WORD = re.compile(r"[^\w\s]")
_WORD = re.compile(r"[^\s,;:()]+")
_LOOSE = frozenset("a an and at by for from in of on or that the to was were when which who with".split())


@dataclass(frozen=True, slots=True)
class Filler:
    """An entity in a role: the places that name it, the surest first."""

    role: str
    spans: tuple[ScoredSpan, ...]
    words: str
    """The words of the surest place, without article."""
    kinds: Mapping[str, float]
    """How well the filler fits an incident of each kind, 0 to 1."""

    @property
    def score(self) -> float:
        """Probability of the surest place."""
        return self.spans[0].score


@dataclass(frozen=True, slots=True)
class Incident:
    """One incident that a text tells of."""

    kind: str
    score: float
    """Probability that the text tells of an incident of this kind."""
    fillers: tuple[Filler, ...] = ()

    def in_role(self, role: str) -> list[Filler]:
        """The fillers of a role, the surest first."""
        return [filler for filler in self.fillers if filler.role == role]


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentThresholds:
    """From which probability something counts. Chosen by ``training/encoder/tune.py``."""

    piece: float = 0.35
    """A wordpiece belongs to a filler."""
    split: float = 1.0
    """By how much "first" must be likelier than "inside" for a filler to begin right after another."""
    filler: Mapping[str, float] = field(default_factory=dict)
    """An entity is a filler of a role; 0.5 for roles not named."""
    kind: float = 0.5
    """The text tells of an incident of a kind."""
    kind_alone: float = 0.8
    """The same when no filler was found."""
    shared: float = 0.5
    """A filler also belongs to a second kind of incident."""

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> "IncidentThresholds":
        """From the section ``incidents`` of the encoder's description."""
        return cls(**data)


def incidents(scores: EncoderScores, text: str, thresholds: IncidentThresholds) -> list[Incident]:
    """The incidents of a text, one for each kind, the surest first."""
    found = fillers(scores, text, thresholds)
    likely = scores.of_text("incident")
    kinds = _kinds(likely, found, scores.heads["filler_incident"].labels, thresholds)
    groups: dict[str, list[Filler]] = {kind: [] for kind in kinds}
    for filler in found:
        for kind in _belongs(filler, kinds, thresholds):
            groups[kind].append(filler)
    made = [Incident(kind, likely[kind], tuple(group)) for kind, group in groups.items()]
    return sorted(made, key=lambda incident: (-incident.score, incident.kind))


def fillers(scores: EncoderScores, text: str, thresholds: IncidentThresholds) -> list[Filler]:
    """The entities in each role, in order of role and then of first place."""
    low = dict.fromkeys(scores.heads["roles"].labels, thresholds.piece)
    spans = [_trimmed(span, text) for span in tagged_spans(scores, "roles", low, text, thresholds.split)]
    kinds = scores.of_pieces("filler_incident")
    labels = scores.heads["filler_incident"].labels
    found = []
    for role in scores.heads["roles"].labels:
        for group in same_entity([span for span in spans if span.label == role], text):
            ordered = tuple(sorted(group, key=lambda span: (-span.score, span.start)))
            if ordered[0].score >= thresholds.filler.get(role, 0.5):
                pieces = np.concatenate([kinds[span.first : span.last] for span in group])
                fit = dict(zip(labels, map(float, pieces.mean(axis=0)), strict=True))
                found.append(Filler(role, ordered, plain(text[ordered[0].start : ordered[0].end]), fit))
    return found


def _trimmed(span: ScoredSpan, text: str) -> ScoredSpan:
    """The span without words at its ends that cannot end a name or description: "members of the"."""
    words = list(_WORD.finditer(text, span.start, span.end))
    while len(words) > 1 and words[-1].group().lower() in _LOOSE:
        words.pop()
    while len(words) > 1 and words[0].group().lower() in _LOOSE:
        words.pop(0)
    return replace(span, start=words[0].start(), end=words[-1].end()) if words else span


def same_entity(spans: Sequence[ScoredSpan], text: str) -> list[list[ScoredSpan]]:
    """Groups of spans with the same words, one inside the other, or one the initials of the other."""
    groups: list[tuple[set[str], list[ScoredSpan]]] = []
    for span in spans:
        words = plain(text[span.start : span.end])
        if not words:
            continue
        group = next((group for group in groups if any(alike(words, other) for other in group[0])), None)
        if group is None:
            group = (set(), [])
            groups.append(group)
        group[0].add(words)
        group[1].append(span)
    return [members for _, members in groups]


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


def _kinds(
    likely: Mapping[str, float], found: Sequence[Filler], labels: Sequence[str], thresholds: IncidentThresholds
) -> list[str]:
    """The kinds of incident that the text tells of; where fillers are sure but no kind is, the likeliest."""
    bar = thresholds.kind if found else thresholds.kind_alone
    kinds = [kind for kind in labels if likely[kind] >= bar]
    if kinds or not found:
        return kinds
    fit = {kind: likely[kind] + sum(filler.kinds[kind] for filler in found) / len(found) for kind in labels}
    return [max(labels, key=lambda kind: (fit[kind], kind))]


def _belongs(filler: Filler, kinds: Sequence[str], thresholds: IncidentThresholds) -> list[str]:
    """The likeliest of the kinds for a filler, and others that are likely too."""
    best = max(kinds, key=lambda kind: (filler.kinds[kind], kind))
    return [kind for kind in kinds if kind == best or filler.kinds[kind] >= thresholds.shared]
