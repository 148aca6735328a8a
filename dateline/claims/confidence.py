"""How often claims of this make turn out right: a logistic model over what the words gave the claim.

The weights are in ``languages/en/confidence.yaml``; ``benchmarks/calibration.py`` fits them on annotated reports and
measures whether they keep what they promise.
"""

from functools import cache
from math import exp
from typing import Final

from dateline.claims.learned.seen import LEARNED, seen_features
from dateline.encoder.scores import EncoderScores
from dateline.languages.load import language_data
from dateline.model import ActorRef, Claim, Passage
from dateline.read.mentions.find import PRONOUNS

LIKELY, UNLIKELY = 0.5, 0.1
"""From and below which probability the encoder's word on an event counts."""
ENCODER_SAYS: Final = {"yes": "The encoder sees it too.", "no": "The encoder does not see it."}
EVEN = 0.5
"""A claim with less confidence is kept, and marked as weak in its reason."""


@cache
def _weights(kind: str) -> dict[str, float]:
    """``alone``: by the patterns; ``beside``: where the network for claims has its word too."""
    weights: dict[str, float] = language_data("confidence")[kind]
    return weights


def features_of(claim: Claim, pos: str) -> dict[str, float]:
    """What is known of a claim and its trigger's part of speech (verb, noun, role, adjective), by name: 1 for what
    holds, and the network's numbers.
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
    found.update(f"encoder:{verdict}" for verdict, words in ENCODER_SAYS.items() if words in claim.reason)
    seen = seen_features(claim.reason)
    if seen:
        found.add(f"type:{claim.type}")
    if LEARNED in claim.reason:
        found.add("learned")
    return dict.fromkeys(sorted(found), 1.0) | seen


def encoder_says(scores: EncoderScores | None, claim_type: str, sentence: Passage) -> str:
    """What the encoder makes of an event of a type in the sentence that states it, for the reason of the claim; empty
    where it was not asked, knows no such type, or is in two minds.
    """
    if scores is None or "event" not in scores.heads or claim_type not in scores.heads["event"].labels:
        return ""
    likely = scores.of_sentence("event", sentence.start, sentence.end)[claim_type]
    return ENCODER_SAYS["yes"] if likely >= LIKELY else ENCODER_SAYS["no"] if likely < UNLIKELY else ""


def _standing(actor: ActorRef | None) -> str:
    """Whether nobody stands in a slot, words that mean no actor, or somebody known, and by what words."""
    if actor is None:
        return "none"
    if not actor.entity:
        return "words"
    words = actor.words.split()
    if len(words) == 1 and words[0].lower() in PRONOUNS:
        return "pronoun"
    return "name" if words and words[-1][:1].isupper() else "description"


def confidence(claim: Claim, pos: str, ceiling: float | None = None) -> float:
    """The share of such claims that are right, 0 to 1; never over ``ceiling``, which a weak pattern sets."""
    found = features_of(claim, pos)
    weights = _weights("beside" if "word" in found else "alone")
    score = sum(weights.get(name, 0.0) * value for name, value in found.items())
    value = 1 / (1 + exp(-score))
    return round(value if ceiling is None else min(value, ceiling), 2)


def with_confidence(reason: str, value: float) -> str:
    """The reason of a claim, marked when the claim is weak."""
    return reason if value >= EVEN else f"{reason} Weak: such claims are wrong more often than right."
