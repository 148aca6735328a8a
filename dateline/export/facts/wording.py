"""Facts as sentences, with all that keeps them from being plain: alleged, planned, contradicted, rejected."""

from dateline.export.facts.evidence import contradicting, speakers_of
from dateline.export.facts.states import country_name
from dateline.model.date_span import DayRange, edtf_in_words
from dateline.model.fact import Event, Fact, Party, PlaceAt, Relation, Tally


def doubts(fact: Fact) -> list[str]:
    """``alleged``, ``conflicting``, ``contradicted by 2 claims``; empty for what is said plainly and agreed."""
    said: list[str] = [fact.modality] if fact.modality != "actual" else []
    said += [fact.status] if fact.status in ("conflicting", "rejected") else []
    against = len(contradicting(fact))
    return [*said, *([f"contradicted by {against} claim{'' if against == 1 else 's'}"] if against else [])]


def standing_words(fact: Fact) -> str:
    """What every format says of how sure a fact is: ``alleged; conflicting; contradicted by 1 claim; 2 sources``.

    The status is always there, also when it is ``reported``.
    """
    words = doubts(fact)
    status = [] if fact.status in words else [fact.status]
    sources = f"{fact.sources} independent source{'' if fact.sources == 1 else 's'}"
    return "; ".join([*words, *status, sources])


def event_label(event: Event) -> str:
    """``ASSAULT/abduct: the Salt Front - victim 1 (alleged)``."""
    sides = " - ".join(part for part in (names(event.actors), names(event.recipients)) if part)
    label = f"{event_kind(event)}: {sides}" if sides else event_kind(event)
    return _marked(label, event)


def relation_label(relation: Relation) -> str:
    """``leads: Moussa - the Salt Front (alleged)``."""
    return _marked(f"{relation.type}: {relation.subject.name} - {relation.object.name}", relation)


def _marked(label: str, fact: Fact) -> str:
    marks = doubts(fact)
    return f"{label} ({'; '.join(marks)})" if marks else label


def event_kind(event: Event) -> str:
    return f"{event.type}/{event.mode}" if event.mode else event.type


def event_sentence(event: Event) -> str:
    """All of an event in one line: what, who, whom, where, when, how many, on whose word."""
    parts = [
        event_label(event),
        f"at {place_in_words(event.place)}" if event.place else "",
        days_in_words(event.possible),
        ", ".join(f"{kind}: {tally_in_words(tally)}" for kind, tally in sorted(event.counts.items())),
        f"with {event.weapon}" if event.weapon else "",
    ]
    said_by = speakers_of(event)
    source = f"Said by {', '.join(said_by)}" if said_by else "Said by the reports themselves"
    return f"{', '.join(part for part in parts if part)}. {source}. {standing_words(event)}."


def names(parties: tuple[Party, ...]) -> str:
    return "; ".join(party.name for party in parties)


def place_in_words(place: PlaceAt) -> str:
    """``Gossi, Mali (near, within 10 km)``."""
    name = ", ".join(dict.fromkeys(part for part in (place.name, country_name(place.country)) if part))
    radius = f", within {place.radius_km:g} km" if place.radius_km is not None else ""
    return f"{name} ({place.precision}{radius})"


def days_in_words(days: DayRange | None) -> str:
    """``by 2012-12-03``; empty for None."""
    return edtf_in_words(days.edtf) if days and (days.first or days.last) else ""


def tally_in_words(tally: Tally) -> str:
    """``3 to 5, best 4``, ``9 or more``."""
    if tally.high is None:
        return f"{tally.low} or more"
    return str(tally.best) if tally.low == tally.high else f"{tally.low} to {tally.high}, best {tally.best}"
