"""The two sides of an event, as UCDP names them."""

from dataclasses import dataclass
from typing import Any

from dateline.export.facts.states import country_name, gleditsch_ward
from dateline.model.fact import Event, Party

STATE_KINDS = frozenset({"military", "police", "government"})
CIVILIAN_KINDS = frozenset({"civilians", "media", "person"})
NO_SIDE_KNOWN = frozenset({"clash"})
"""Modes in which either side may have lost people."""


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a dyad."""

    name: str
    party: Party
    is_state: bool

    @property
    def gleditsch_ward(self) -> int | None:
        return gleditsch_ward(self.party.country) if self.is_state else None


def type_of_violence(event: Event) -> int | None:
    """1 state-based, 2 non-state, 3 one-sided; None where UCDP has no code for the event."""
    code = event.codes.get("UCDP", "")[:1]
    return int(code) if code in ("1", "2", "3") else None


def sides(event: Event) -> tuple[Side, Side | None] | None:
    """Side A and side B; B is None in one-sided violence, where it is civilians. None: a side has no organised actor
    with a name. In state-based violence the state comes first, whoever attacked.
    """
    kind = type_of_violence(event)
    doers = [side for party in event.actors if (side := _side(party))]
    others = [side for party in event.recipients if (side := _side(party))]
    if not doers or kind is None:
        return None
    if kind == 3:
        return doers[0], None
    if not others:
        return None
    first, second = doers[0], others[0]
    return (second, first) if kind == 1 and second.is_state and not first.is_state else (first, second)


def _side(party: Party) -> Side | None:
    """An organised actor: a named armed group, or the forces of a state whose country is known."""
    if party.kind in STATE_KINDS and party.country:
        return Side(f"Government of {country_name(party.country)}", party, True)
    is_organised = party.actor is not None and party.kind in {"armed_group", *STATE_KINDS}
    return Side(party.name, party, False) if is_organised else None


def side_columns(event: Event) -> dict[str, Any]:
    """Type, conflict, dyad and sides. What a state and a group fight over is not known, so that the name of a
    state-based conflict is the country alone, without UCDP's ": Government" or ": Territory".
    """
    found, kind = sides(event), type_of_violence(event)
    assert found is not None
    side_a, side_b = found
    name_b = side_b.name if side_b else "Civilians"
    dyad = f"{side_a.name} - {name_b}"
    states = [side for side in found if side and side.is_state]
    is_between_states = len(states) == 2
    country = country_name(states[0].party.country) if states else None
    return {
        "type_of_violence": kind,
        "conflict_name": country if kind == 1 and country and not is_between_states else dyad,
        "dyad_name": dyad,
        "side_a": side_a.name,
        "side_b": name_b,
        "gwnoa": side_a.gleditsch_ward,
        "gwnob": side_b.gleditsch_ward if side_b else None,
    }


def whose_deaths(event: Event) -> str:
    """The column that an event's dead belong to: that of those it befell, ``deaths_unknown`` when that is not said."""
    kind, found = type_of_violence(event), sides(event)
    kinds = {party.kind for party in event.recipients}
    if kind == 3 or (kinds and kinds <= CIVILIAN_KINDS):
        return "deaths_civilians"
    if found is None or event.mode in NO_SIDE_KNOWN or kinds & CIVILIAN_KINDS:
        return "deaths_unknown"
    side_a, _ = found
    return "deaths_a" if side_a.party in event.recipients else "deaths_b"
