"""From Dateline's claims to the event types that PLOVER's coding rules ask for.

Dateline keeps apart what PLOVER folds into the type: that an act is promised, threatened, refused or alleged. These
rules fold it back, after the PLOVER manual v0.8 and, where that is silent, the CAMEO codebook 1.1b3 that PLOVER's
table CAMEO2PLOVER (September 2021) builds on.
"""

from collections.abc import Collection, Iterable, Mapping

from dateline.model import Claim, Modality, Polarity

THREATENED: Mapping[str, str] = dict.fromkeys(("ASSAULT", "COERCE", "SANCTION", "PROTEST"), "THREATEN")
"""Hostile acts announced (CAMEO 13)."""
PROMISED: Mapping[str, str] = dict.fromkeys(("AID", "COOPERATE", "CONSULT", "SUPPORT", "CONCEDE", "RETREAT"), "AGREE")
"""Friendly acts announced (CAMEO 03). For retreats and concessions the manual's text asks for CONCEDE, but its table
maps CAMEO 034 and 035, the intent to reform or to yield, to AGREE; the table is followed."""
ANNOUNCING = frozenset(
    {"will", "would", "shall", "'ll", "’ll", "threaten", "vow", "pledge", "promise", "swear", "plan", "intend", "warn"}
)
REFUSABLE = frozenset({"AID", "COOPERATE", "CONSULT", "SUPPORT", "CONCEDE", "RETREAT", "AGREE"})
"""Friendly acts of which a refusal is an event of its own (CAMEO 12)."""

ACCUSING = frozenset(
    {
        "accuse",
        "accusation",
        "allege",
        "allegation",
        "blame",
        "charge",
        "indict",
        "implicate",
        "incriminate",
        "convict",
        "suspect",
        "suspicion",
    }
)
REFUSING = frozenset(
    {"refuse", "refusal", "decline", "reject", "rejection", "will", "would", "wo", "'ll", "’ll", "can"}
)
TRYING = frozenset(
    {
        "attempt",
        "try",
        "bid",
        "effort",
        "plot",
        "foil",
        "thwart",
        "avert",
        "abort",
        "fail",
        "failed",
        "attempted",
        "foiled",
        "thwarted",
        "botched",
        "aborted",
        "seek",
    }
)
ARRANGED = frozenset({"schedule", "due", "decide", "order", "direct", "instruct", "arrange"})
"""After these words a future act counts as under way: a scheduled summit, an ordered arrest."""
UNREAL = frozenset({"may", "might", "could", "if", "unless", "whether", "lest"})


def plover_type(
    claim_type: str,
    mode: str | None = None,
    polarity: Polarity = "asserted",
    modality: Modality = "actual",
    governors: Collection[str] = (),
) -> str | None:
    """The PLOVER type to report for an event claim, or None when PLOVER's rules drop it.

    ``governors`` are the lemmas of the words that set polarity and modality, as ``scope.Scope.words`` has them.
    """
    words = {word.lower() for word in governors}
    if modality == "alleged" and words & ACCUSING:
        return None  # the accusation is the event (CAMEO 112)
    if words & TRYING and claim_type == "ASSAULT":
        return "ASSAULT"  # an attempt counts as the act (CAMEO 185)
    if polarity == "negated":
        refused = claim_type in REFUSABLE and bool(words & REFUSING)
        return "REJECT" if refused else None
    if modality == "possible" and words & UNREAL:
        return None
    if claim_type == "ASSAULT" and mode == "destroy":
        claim_type = "COERCE"  # CAMEO 171, "seize or damage property", in the table
    if modality != "planned" or words & ARRANGED:
        return claim_type
    if claim_type == "PROTEST" and not words & ANNOUNCING:
        return claim_type  # "marched to protest"
    return THREATENED.get(claim_type) or PROMISED.get(claim_type) or claim_type


def main_events(claims: Iterable[Claim]) -> list[Claim]:
    """The event claims that a coder of whole sentences would code: those that the main clauses state.

    An event told in a clause within another event's clause is left out ("the army, which had seized the town,
    withdrew"), and so is the less sure of two in one clause ("condemned the attack").
    """
    events = [claim for claim in claims if claim.type.isupper()]
    return [claim for claim in events if not any(_outranks(other, claim) for other in events)]


def _outranks(other: Claim, claim: Claim) -> bool:
    outer, inner = other.evidence, claim.evidence
    if outer.span == inner.span:
        return _fullness(other) > _fullness(claim) and other.type != claim.type
    return outer.start <= inner.start and inner.end <= outer.end


def _fullness(claim: Claim) -> float:
    """How much the words state: a verb more than a noun, and both less for each participant that they leave out or
    don't say who it is.
    """
    missing = sum(ref is None for ref in (claim.subject, claim.object))
    vague = sum(ref is not None and ref.entity is None for ref in (claim.subject, claim.object))
    return (1.0 if claim.reason.startswith("The verb") else 0.0) - missing - 0.5 * vague
