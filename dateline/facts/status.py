"""Status and number of sources of a fact, alike for events and relations."""

from collections.abc import Sequence

from dateline.facts.told import Told
from dateline.model.claim import Modality
from dateline.model.fact import Status

TWO = 2


def independent(told: Sequence[Told]) -> int:
    """How many independent sources vouch for the claims."""
    return len({one.source for one in told})


def status_of(supporting: Sequence[Told], *, contradicted: bool, verdict: Status | None) -> Status:
    """A person's verdict goes first; then what contradicts; then the number of sources."""
    if verdict is not None:
        return verdict
    if any(one.claim.accepted for one in supporting):
        return "accepted"
    if contradicted or not supporting:
        return "conflicting"
    return "corroborated" if independent(supporting) >= TWO else "reported"


def modality_of(told: Sequence[Told]) -> Modality:
    """What the plainest of the claims says: actual before alleged before possible."""
    said = {one.claim.modality for one in told}
    ranked: tuple[Modality, ...] = ("actual", "alleged", "possible", "planned")
    return next((modality for modality in ranked if modality in said), "actual")
