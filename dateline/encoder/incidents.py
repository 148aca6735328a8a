"""From role tags to incidents: which entities fill which role, in which kind of incident."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from dateline.encoder.fillers import Filler, Judge, candidates, chosen
from dateline.encoder.scores import EncoderScores


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
    judge: Judge = field(default_factory=dict)
    """Weights that say how likely an entity fills a role; see ``fillers.py``."""

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> "IncidentThresholds":
        """From the section ``incidents`` of the encoder's description."""
        return cls(**data)


def incidents(scores: EncoderScores, text: str, thresholds: IncidentThresholds) -> list[Incident]:
    """The incidents of a text, one for each kind, the surest first."""
    return grouped(scores, fillers(scores, text, thresholds), thresholds)


def grouped(scores: EncoderScores, found: Sequence[Filler], thresholds: IncidentThresholds) -> list[Incident]:
    """The incidents that fillers make up."""
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
    groups = candidates(scores, text, thresholds.piece, thresholds.split)
    return chosen(scores, groups, thresholds.filler, thresholds.judge)


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
