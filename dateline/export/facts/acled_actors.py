"""Who meets whom in an ACLED row, and ACLED's figures for what they are."""

from typing import Any

from dateline.export.facts.sectors import sector_of
from dateline.model.fact import Event, Party

STATE, REBELS, POLITICAL_MILITIA, RIOTERS, PROTESTERS, CIVILIANS, OTHERS = 1, 2, 3, 5, 6, 7, 8
"""ACLED's interaction codes; 4, identity militia, is never given, as nothing here tells it from the others."""
BY_SECTOR = {"REB": REBELS, "PRM": POLITICAL_MILITIA, "UAF": POLITICAL_MILITIA, "CRM": POLITICAL_MILITIA}
STATE_KINDS = frozenset({"military", "police", "government"})
CIVILIAN_KINDS = frozenset({"civilians", "media", "person", "organisation"})
VIOLENT = frozenset({"Battles", "Explosions/Remote violence", "Violence against civilians", "Riots"})
IN_THE_STREETS = {"Protests": PROTESTERS, "Riots": RIOTERS}


def actor_columns(event: Event, event_type: str) -> dict[str, Any]:
    """Both sides with their figures. The first of each is the actor, the others are associated with it."""
    first, second = event.actors[:1], event.recipients[:1]
    inter1 = inter(first[0], event, event_type) if first else None
    inter2 = inter(second[0], event, None) if second else None
    return {
        **_side(1, event.actors, inter1),
        **_side(2, event.recipients, inter2),
        "interaction": interaction(inter1, inter2),
    }


def _side(number: int, parties: tuple[Party, ...], code: int | None) -> dict[str, Any]:
    return {
        f"actor{number}": parties[0].name if parties else None,
        f"assoc_actor_{number}": "; ".join(party.name for party in parties[1:]),
        f"inter{number}": code,
    }


def interaction(one: int | None, other: int | None) -> int | None:
    """The lower figure first: 12; of one side alone 10, 20, …; None without any."""
    sides = sorted(code for code in (one, other) if code)
    if not sides:
        return None
    return sides[0] * 10 + (sides[1] if len(sides) > 1 else 0)


def inter(party: Party, event: Event, event_type: str | None) -> int:
    """What a party is. Forces of another state than the one where it happened are external."""
    if event_type in IN_THE_STREETS and party.kind not in STATE_KINDS:
        return IN_THE_STREETS[event_type]
    if party.kind in STATE_KINDS:
        here = event.place.country if event.place else None
        return OTHERS if party.country and here and party.country != here else STATE
    if party.kind == "armed_group":
        return BY_SECTOR.get(sector_of(party), REBELS)
    return CIVILIANS if party.kind in CIVILIAN_KINDS else OTHERS


def civilians_hit(event: Event, event_type: str) -> bool:
    """Whether civilians were the main target."""
    return event_type in VIOLENT and bool(event.recipients) and event.recipients[0].kind in CIVILIAN_KINDS
