"""How often claims of this make turn out right: a logistic model over what the words gave the claim, and over what the
encoder makes of it where one has read the report.

The weights are in ``languages/en/confidence.yaml``; ``benchmarks/calibration.py`` fits them on annotated reports and
measures whether they keep what they promise.
"""

from collections.abc import Iterator
from functools import cache
from math import exp
from typing import Final

from dateline.claims.vouched import participant_probability, statement_probability
from dateline.encoder.scores import EncoderScores
from dateline.languages.load import language_data
from dateline.model import ActorRef, Claim

LIKELY, UNLIKELY = 0.5, 0.1
"""From and below which probability the encoder's word on a claim is told."""
ENCODER_SAYS: Final = {"yes": "The encoder sees it too.", "no": "The encoder does not see it."}
SEEN = "The encoder sees"
"""How the reason begins of a claim that no pattern states."""
EVEN = 0.5
"""A claim with less confidence is kept, and marked as weak in its reason."""
STATED = (0.02, 0.1, 0.3, 0.6, 0.85)
"""Borders between the bins of how likely the encoder finds a claim."""
TAKES_PART = (0.1, 0.5)
"""The same for somebody's part in it."""
PRONOUNS = frozenset(
    {"he", "him", "his", "she", "her", "hers", "it", "its", "they", "them", "their", "who", "whom", "whose"}
)
"""The encoder has learned from names and nouns who takes part, and is not asked of these."""


@cache
def _weights(section: str) -> dict[str, float]:
    weights: dict[str, float] = language_data("confidence")[section]
    return weights


def features_of(claim: Claim, pos: str, scores: EncoderScores | None = None) -> frozenset[str]:
    """What is known of a claim and its trigger's part of speech (verb, noun, role, adjective), as names of features.

    ``scores``: what the encoder answers about the report.
    """
    found = {"bias", f"trigger:{pos}", "event" if claim.type.isupper() else "relation"}
    found.add(f"subject:{_standing(claim.subject)}")
    found.add(f"object:{_standing(claim.object)}")
    if claim.modality != "actual":
        found.add("modality:not actual")
    if claim.polarity == "negated":
        found.add("polarity:negated")
    if claim.said_by is not None:
        found.add("said")
    if claim.place is not None:
        found.add("place")
    if claim.mode is not None:
        found.add("mode")
    if len(claim.governed_by) > 1:
        found.add("governed twice")
    found.update(_encoder_features(claim, scores))
    return frozenset(found)


def _encoder_features(claim: Claim, scores: EncoderScores | None) -> Iterator[str]:
    stated = statement_probability(scores, claim.type, claim.evidence.start, claim.evidence.end)
    if scores is None or stated is None:
        return
    yield f"encoder:{_bin(stated, STATED)}"
    if claim.reason.startswith(SEEN):
        yield f"seen:{_bin(stated, STATED)}"
    for slot, actor in (("subject", claim.subject), ("object", claim.object)):
        if actor is not None and actor.words.lower() in PRONOUNS:
            continue
        span = (actor.span if actor is not None else None) or (claim.evidence.start, claim.evidence.end)
        likely = participant_probability(scores, claim.type, slot, *span)
        yield f"{slot} {'seen' if actor is not None else 'missed'}:{_bin(likely, TAKES_PART)}"


def _bin(value: float, borders: tuple[float, ...]) -> int:
    return sum(value >= border for border in borders)


def encoder_says(scores: EncoderScores | None, claim: Claim) -> str:
    """What the encoder makes of a claim that patterns state, for its reason; empty where it was not asked, knows no
    such type, or is in two minds.
    """
    likely = statement_probability(scores, claim.type, claim.evidence.start, claim.evidence.end)
    if likely is None or claim.reason.startswith(SEEN):
        return ""
    return ENCODER_SAYS["yes"] if likely >= LIKELY else ENCODER_SAYS["no"] if likely < UNLIKELY else ""


def _standing(actor: ActorRef | None) -> str:
    """Whether nobody stands in a slot, somebody whom the report knows, or words that mean no actor."""
    if actor is None:
        return "none"
    return "known" if actor.entity else "words"


def confidence(claim: Claim, pos: str, ceiling: float | None = None, scores: EncoderScores | None = None) -> float:
    """The share of such claims that are right, 0 to 1; never over ``ceiling``, which a weak pattern sets."""
    features = features_of(claim, pos, scores)
    asked = any(name.startswith("encoder:") for name in features)
    weights = _weights("with_encoder" if asked else "rules")
    score = sum(weights.get(name, 0.0) for name in sorted(features))
    value = 1 / (1 + exp(-score))
    return round(value if ceiling is None else min(value, ceiling), 2)


def with_confidence(reason: str, value: float) -> str:
    """The reason of a claim, marked when the claim is weak."""
    return reason if value >= EVEN else f"{reason} Weak: such claims are wrong more often than right."
