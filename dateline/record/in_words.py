"""Facts in words for people, alike on the terminal and on pages: when, where, how many, who differs, how sure."""

from collections.abc import Sequence
from datetime import date

from dateline.export.country_list import listed_name
from dateline.export.facts.evidence import contradicting, standing, supporting
from dateline.facts.relations.kinds import DONE_ONCE
from dateline.model.date_span import DayRange, edtf_in_words
from dateline.model.fact import Disagreement, Event, Fact, Holds, Party, PlaceAt, Relation, Tally, Validity

SHOWN = 3
"""So many names are given before the others are only counted."""
_PRECISIONS = {"site": "site", "district": "district", "province": "province", "feature": "area", "sea": "sea"}
"""What is said of a place that is no town; "near" stands in its name."""


def marks(fact: Fact) -> list[str]:
    """What keeps a fact from being plainly so, in capitals: REJECTED, DENIED (somebody says that it is not so),
    CONFLICTING, ALLEGED, PLANNED, POSSIBLE.
    """
    found = ["REJECTED"] if fact.status == "rejected" else []
    denied = is_denied(fact)
    found += ["DENIED"] if denied else []
    if fact.status == "conflicting" and (supporting(fact) or not denied):
        found.append("CONFLICTING")
    return found + ([fact.modality.upper()] if fact.modality != "actual" else [])


def is_denied(fact: Fact) -> bool:
    """Whether a claim says that it is not so. A relation that was over later is not denied."""
    if contradicting(fact):
        return True
    return isinstance(fact, Relation) and fact.status == "conflicting" and not supporting(fact)


def when_words(fact: Fact) -> str:
    """When a relation holds, or when an event happened; for an event without a day, when it was reported."""
    if isinstance(fact, Relation):
        return validity_words(fact)
    if fact.possible is not None and (fact.possible.first or fact.possible.last):
        return edtf_in_words(fact.possible.edtf)
    reported = f", reported {edtf_in_words(fact.reported.edtf)}" if fact.reported else ""
    return f"no day given{reported}"


def validity_words(relation: Relation) -> str:
    """``since 2012-03-01 or before (certain to 2012-12-03), no end known``; several stretches joined by "; then"."""
    words = _done_words if relation.type in DONE_ONCE else _stretch_words
    return "; then ".join(map(words, relation.validity)) or "no day known"


def _stretch_words(stretch: Validity) -> str:
    certain, possible = stretch.certain, stretch.possible
    if certain is None or certain.first is None:
        return f"{_possibly(possible)}{_end_words(stretch)}"
    if possible.first is None:
        begun = f"since {certain.first} or before"
    elif possible.first < certain.first:
        begun = f"since some day from {possible.first} to {certain.first}"
    else:
        begun = f"since {certain.first}"
    sure = "that day" if certain.last == certain.first else f"to {certain.last}"
    return f"{begun} (certain {sure}){_end_words(stretch)}"


def _possibly(possible: DayRange) -> str:
    return f"possibly since {possible.first}, no day certain" if possible.first else "no day certain"


def _end_words(stretch: Validity) -> str:
    if stretch.possible.last is None:
        return ", no end known"
    why = f", {stretch.ended_by}" if stretch.ended_by else ""
    return f", until {stretch.possible.last} at the latest{why}"


def _done_words(stretch: Validity) -> str:
    """Of what begins with something done and never ends, as a split."""
    if stretch.certain is not None and stretch.certain.first is not None:
        return f"done by {stretch.certain.first}"
    return f"done {stretch.possible.first} or later" if stretch.possible.first else "no day known"


def holds_words(relation: Relation, day: date) -> str:
    """``certain on 2012-12-03``; ``presumed on 2012-12-03, last confirmed on 2012-11-20``."""
    holds: Holds = relation.on(day)
    words = f"{holds} on {day}" if holds != "no" else f"over by {day}"
    last = last_confirmed(relation, day) if holds == "presumed" else None
    return f"{words}, last confirmed on {last}" if last else words


def last_confirmed(relation: Relation, day: date) -> date | None:
    """The last day up to ``day`` for which claims vouch; None when there is none."""
    ends = [
        min(day, stretch.certain.last or day)
        for stretch in relation.validity
        if stretch.certain and (stretch.certain.first or date.min) <= day
    ]
    return max(ends, default=None)


def place_words(place: PlaceAt | None) -> str:
    """``Gao, ML``, ``near Gao, ML``, ``northern Mali (area)``, ``Mali (country)``: never sharper than what is said."""
    if place is None:
        return ""
    country = listed_name(place.country)
    words = place.name
    if place.precision == "near" and not words.casefold().startswith(("near ", "outside ", "around ")):
        words = f"near {words}"
    if place.precision == "country":
        return f"{words} (country)"
    if place.country and country.casefold() not in words.casefold():
        words += f", {place.country}"
    kind = _PRECISIONS.get(place.precision)
    return f"{words} ({kind})" if kind else words


def tally_words(kind: str, tally: Tally) -> str:
    """``killed 12 (10 to 30)``, ``killed 12``, ``killed 7 (7 or more)``."""
    if tally.high is None:
        return f"{kind} {tally.best:,} ({tally.low:,} or more)"
    if tally.low == tally.high:
        return f"{kind} {tally.best:,}"
    return f"{kind} {tally.best:,} ({tally.low:,} to {tally.high:,})"


def disagreement_words(one: Disagreement) -> str:
    """``killed: 12, says the army; 30, say a doctor and a resident``."""
    versions = []
    for version in one.versions:
        value = edtf_in_words(version.value) if one.field == "day" else version.value
        say = "says" if len(version.said_by) == 1 else "say"
        versions.append(f"{value}, {say} {listed(version.said_by, last=' and ')}" if version.said_by else value)
    return f"{one.field}: {'; '.join(versions)}"


def sources_words(fact: Fact) -> str:
    """``corroborated: 3 reports, 2 sources``, the independent ones. The status is left out where a mark says it."""
    held = len({evidence.report for evidence in standing(fact)})
    if not held:
        return "told only by an earlier version of a report" if fact.evidence else "no claim"
    if not fact.sources and not supporting(fact):
        return f"{held:,} report{'' if held == 1 else 's'}, none of which says that it is so"
    sources = f"{fact.sources:,} source{'' if fact.sources == 1 else 's'}"
    status = "" if fact.status in ("conflicting", "rejected") else f"{fact.status}: "
    return f"{status}{held:,} report{'' if held == 1 else 's'}, {sources}"


def party_words(parties: Sequence[Party]) -> str:
    """The names, the most supported first; two actors of one name with their ids."""
    names = [party.name for party in parties]
    told = [f"{one.name} ({one.actor})" if one.actor and names.count(one.name) > 1 else one.name for one in parties]
    return listed(told, parted="; ")


def listed(names: Sequence[str], *, parted: str = ", ", last: str = "") -> str:
    """``a, b, c and 4 more``."""
    if len(names) > SHOWN + 1:
        return f"{parted.join(names[:SHOWN])} and {len(names) - SHOWN:,} more"
    if last and len(names) > 1:
        return f"{parted.join(names[:-1])}{last}{names[-1]}"
    return parted.join(names)


def kind_words(fact: Fact) -> str:
    """``ASSAULT/abduct``, ``leads``."""
    return f"{fact.type}/{fact.mode}" if isinstance(fact, Event) and fact.mode else fact.type


def sides(fact: Fact) -> tuple[str, str]:
    """Who, and whom. The object of a relation to a place is where it holds, and so is given once."""
    if isinstance(fact, Event):
        return party_words(fact.actors), party_words(fact.recipients)
    return fact.subject.name, "" if fact.object.kind == "place" else fact.object.name


def where_words(fact: Fact) -> str:
    """The place of a fact; of a relation to a place that place."""
    if isinstance(fact, Relation) and fact.object.kind == "place" and fact.place is None:
        return fact.object.name
    return place_words(fact.place)


def one_line(fact: Fact) -> str:
    """``ASSAULT: Salt Front → traders, Tessalit, 2012-11-19``."""
    who, whom = sides(fact)
    parties = " → ".join(part for part in (who or "(nobody named)", whom) if part)
    return ", ".join(part for part in (f"{kind_words(fact)}: {parties}", where_words(fact), when_words(fact)) if part)
