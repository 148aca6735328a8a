"""Who vouches for a claim: twenty reprints of one agency, or ten papers that cite the army, are one source."""

from collections.abc import Mapping
from dataclasses import dataclass

from dateline.facts.background import entity_of
from dateline.facts.inputs import ClaimIn, EntityId


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlet:
    """Where a report comes from, as a source."""

    cluster: str
    """Of copies, that it is in."""
    name: str | None
    """The agency that the first of the copies credits, else its publisher."""


def source_of(claim: ClaimIn, outlets: Mapping[str, Outlet], actors: Mapping[EntityId, str]) -> str:
    """The independent source of a claim: a named speaker wherever cited, else the outlet, else the cluster of copies.

    Speakers without a name ("a resident") count with the outlet that cites them: nobody can tell two of them apart.
    """
    speaker = actors.get(entity_of(claim.report, claim.said_by) or ("", ""))
    if speaker is not None:
        return f"actor:{speaker}"
    outlet = outlets[claim.report]
    return f"outlet:{outlet.name.casefold()}" if outlet.name else f"copies:{outlet.cluster}"
