"""What the cells of several tables share: sources, confidence, dates, who is a unit."""

from datetime import date
from typing import Any, Literal

from dateline.export.facts.evidence import reports_of
from dateline.export.facts.ids import uuid_of
from dateline.model.actor import Actor
from dateline.model.date_span import DayRange
from dateline.model.fact import Event, Fact, PlaceAt, Relation
from dateline.model.portion import Portion

UNIT_KINDS = frozenset({"armed_group", "military", "police", "government", "intergovernmental", "organisation"})
ACCEPTED = "3"
"""The only status that sfm-cms imports. It is given to facts that a person accepted; to others, none."""
BEGINNING = "since_beginning_of_time"
Confidence = Literal["Low", "Medium", "High"]


def is_unit(actor: Actor) -> bool:
    return actor.kind in UNIT_KINDS


def is_person(actor: Actor) -> bool:
    return actor.kind == "person"


def access_point(report: str) -> str:
    """The id of a report as a point of access."""
    return uuid_of("report", report)


def sources(portion: Portion, fact: Fact) -> str:
    """Access points of the reports that a fact rests on."""
    return ";".join(access_point(card.id) for card in reports_of(portion, fact))


def confidence(fact: Fact) -> Confidence:
    """Low when the claims differ or only allege it, High when independent sources or a person agree, else Medium."""
    if fact.modality != "actual" or fact.status in ("conflicting", "rejected"):
        return "Low"
    return "High" if fact.status in ("corroborated", "accepted") else "Medium"


def status(fact: Fact) -> str:
    return ACCEPTED if fact.status == "accepted" else ""


def cited(name: str, value: str | None, portion: Portion, fact: Fact) -> dict[str, Any]:
    """A value with its sources and confidence; nothing for None and for an empty one."""
    if not value:
        return {}
    return {name: value, f"{name}:source": sources(portion, fact), f"{name}:confidence": confidence(fact)}


def date_columns(name: str, value: str | None) -> dict[str, Any]:
    """A date ``2012``, ``2012-04`` or ``2012-04-03`` whole and in parts; nothing for None."""
    if not value:
        return {}
    parts = dict(zip(("year", "month", "day"), value.split("-"), strict=False))
    return {name: value, **{f"{name}_{part}": int(digits) for part, digits in parts.items()}}


def cited_date(name: str, value: str | None, portion: Portion, fact: Fact) -> dict[str, Any]:
    return {**cited(name, value, portion, fact), **date_columns(name, value)}


def last_published(portion: Portion, fact: Fact) -> date | None:
    """The last day of publication of the reports of a fact: no cited date goes beyond it."""
    return max((card.published for card in reports_of(portion, fact) if card.published), default=None)


def cited_days(days: DayRange | None, possible: DayRange | None, limit: date | None) -> tuple[str | None, str | None]:
    """The first and last cited date: those of the days on which it certainly was so; without any, the possible year,
    month or day if it is one. None where nothing is said or where it lies beyond ``limit``.
    """
    if days is None:
        words = possible.edtf if possible else ""
        is_known = bool(words) and "/" not in words and possible is not None
        if not is_known or (limit and possible and possible.last and possible.last > limit):
            return None, None
        return words, words
    first, last = before(days.first, limit), before(days.last, limit, cap=True)
    return (first.isoformat() if first else None), (last.isoformat() if last else None)


def before(day: date | None, limit: date | None, *, cap: bool = False) -> date | None:
    """The day if it is not beyond the limit; beyond it None, or with ``cap`` the limit."""
    if day is None or limit is None or day <= limit:
        return day
    return limit if cap else None


def place_text(place: PlaceAt) -> str:
    """``Name (source, point) <id>``, by GeoNames; the name alone when the place has no id."""
    return f"{place.name} (geonames, point) <{place.geonameid}>" if place.geonameid else place.name


def perpetrators(event: Event) -> list[str]:
    """UUIDs of the named actors of an event."""
    return [uuid_of("actor", party.actor) for party in event.actors if party.actor]


def ends(relation: Relation) -> list[str | None]:
    """The actor ids of both parties."""
    return [relation.subject.actor, relation.object.actor]
