"""From whom to whom: the actor codes on both sides of an event, as coders of PLOVER and CAMEO write them.

Claims say who acts on whom where the sentence says it outright. Coders go on: an act without a named recipient is
coded against whomever the clause names next ("threatened sanctions against German goods" is against Germany), one
without a named doer as done where it happened, and one that names nobody else at home.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from dateline.export.actor_codes import UNKNOWN, actor_codes, alpha3
from dateline.export.named_in_clause import JOINED, Named, countries_of, others_named
from dateline.model import ActorRef, Claim, Reading

MUTUAL = frozenset({"AGREE", "CONSULT", "COOPERATE"})
"""Without direction: all parties are sources, and there is no target."""
UNIDENTIFIED = "UAF"
"""PLOVER's sector for unidentified armed forces."""
FORCES = frozenset({"MIL", "COP", "GOV", "REB", "PRM"})
"""Sectors of those who can be taken for the doer of a violent act that names none."""
PARTIES = FORCES | {"OPP", "PTY", "CVL"}
"""Sectors of those whom an act at home may be done to."""
INTRANSITIVE = frozenset({"resign", "disarm"})
"""Modes of acts that are done to nobody."""


@dataclass(frozen=True, slots=True)
class Dyad:
    """The codes of those who act and of those acted on; either may be empty."""

    source: tuple[str, ...]
    target: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Event:
    """What the words say of an event; codes whose country they leave open begin with ``---``."""

    type: str
    source: tuple[str, ...]
    target: tuple[str, ...]
    others: tuple[Named, ...]
    """Whom else its clause names."""
    where: tuple[str, ...]
    """Codes of the countries where it happened."""

    @property
    def is_mutual(self) -> bool:
        """Whether doers of several countries act on each other: "Chad and Niger agreed", "… signed a pact"."""
        own = countries_of(self.source)
        return len(own) > 1 and not self.target and (self.type in MUTUAL or not _foreign(self.others, own))


def dyad_of(reading: Reading, event_type: str, claims: list[Claim]) -> Dyad:
    """Source and target of the claims of one type in one clause, which are one event with several actors."""
    event = _with_source(_event_of(reading, event_type, claims))
    is_done_to_nobody = all(claim.mode in INTRANSITIVE for claim in claims)
    if event.is_mutual or is_done_to_nobody or countries_of(event.target):
        return Dyad(event.source, event.target)
    return Dyad(event.source, _with_country(event.target, _found_target(event)))


def _event_of(reading: Reading, event_type: str, claims: list[Claim]) -> _Event:
    source = _codes(reading, (claim.subject for claim in claims))
    target = _codes(reading, (claim.object for claim in claims))
    others = list(others_named(reading, event_type, claims))
    partners = _partners(reading, claims, others)
    source += tuple(code for other in partners for code in other.codes if code not in source)
    others = [other for other in others if other not in partners]
    if event_type in MUTUAL and len(countries_of(source)) > 1:
        target = tuple(code for code in target if code[:3] not in countries_of(source))
    return _Event(event_type, source, target, tuple(others), _countries_of_places(reading, claims))


def _with_source(event: _Event) -> _Event:
    """The event with the doers' country, if it had to be found."""
    if countries_of(event.source):
        return event
    found = _found_source(event)
    source = _with_country(event.source, found)
    if event.type == "ASSAULT":
        source = tuple(code if len(code) > 3 else code + UNIDENTIFIED for code in source)
    others = tuple(other for other in event.others if event.source or other.codes != found)
    target = event.target or (found if event.source and not event.where else ())
    return replace(event, source=source, target=target, others=others)


def _found_source(event: _Event) -> tuple[str, ...]:
    """Where the doers belong if the words for them don't say it: where it happened, or where those are whom they act
    on, unless they fight or deal with them.
    """
    found = (() if event.source else _doers(event.others, event.target)) or event.where
    if found or event.type == "ASSAULT" or event.type in MUTUAL:
        return found
    return countries_of(event.target) or (_recipients(event.others, ()) if event.source else ())


def _found_target(event: _Event) -> tuple[str, ...]:
    """Where those belong whom the act is done to, if the words for them don't say it.

    Those who are talked to are from elsewhere; a president or a crowd that is told, tried or hurt is where it happens
    or where the doer is. An act on nobody is against whoever is named next, and else stays at home.
    """
    named = _recipients(event.others, countries_of(event.source))
    home = event.where or countries_of(event.source)
    if event.target and event.type == "ASSAULT":
        return event.where or named or home
    if event.target and event.type not in MUTUAL:
        return home or named
    return named or home


def _partners(reading: Reading, claims: list[Claim], others: list[Named]) -> list[Named]:
    """Those whom commas and "and" join to the doer, where the parse took a list for an apposition: "Chad, Niger and
    Mali met".
    """
    ends = {claim.subject.span[1] for claim in claims if claim.subject and claim.subject.span}
    first = next(iter(others), None)
    text = reading.report.text
    if first is None or not any(JOINED.fullmatch(text, end, first.span[0]) for end in ends if end < first.span[0]):
        return []
    length = _length_joined(others)
    return others[:length] if length > 1 or re.search(r"\band\b", text[max(ends) : first.span[0]]) else []


def _codes(reading: Reading, refs: Iterable[ActorRef | None]) -> tuple[str, ...]:
    """The codes of the participants; those without a country only where none has one."""
    codes = dict.fromkeys(code for ref in refs if ref is not None for code in actor_codes(reading, ref))
    return tuple(code for code in codes if not code.startswith(UNKNOWN)) or tuple(codes)


def _with_country(codes: tuple[str, ...], found: tuple[str, ...]) -> tuple[str, ...]:
    """Sectors that are known, in a country that had to be found: "---CVL" killed in Kenya are KENCVL."""
    sector = next((code[3:] for code in codes if len(code) > 3), None)
    return tuple(code[:3] + sector for code in found) if sector and found else found or codes


def _countries_of_places(reading: Reading, claims: list[Claim]) -> tuple[str, ...]:
    """The countries where the event took place, as far as the claims say."""
    found: dict[str, None] = {}
    for claim in claims:
        if claim.place is None:
            continue
        country = claim.place.country or next(
            (p.country for p in reading.places if p.name == claim.place.name or p.text in claim.place.basis), None
        )
        if country:
            found[alpha3(country)] = None
    return tuple(found)


def _recipients(others: Sequence[Named], own: tuple[str, ...]) -> tuple[str, ...]:
    """Whom the clause names first, with those joined to him; a country counts only if it is not the doer's own."""
    is_actor_first = bool(others) and others[0].codes[0][3:6] in PARTIES
    chosen = others if is_actor_first else _foreign(others, own) or others
    return tuple(dict.fromkeys(code for other in chosen[: _length_joined(chosen)] for code in other.codes))


def _foreign(others: Sequence[Named], own: tuple[str, ...]) -> list[Named]:
    """Those of other countries than the doers."""
    return [other for other in others if not set(own) & set(countries_of(other.codes))]


def _length_joined(named: Sequence[Named]) -> int:
    """How many of the first are one list: "Iran and Turkey"."""
    length = min(1, len(named))
    while length < len(named) and named[length].joined:
        length += 1
    return length


def _doers(others: Sequence[Named], target: tuple[str, ...]) -> tuple[str, ...]:
    """The nation that an adjective of the act names: the Israeli of "killed in Israeli shelling"; else a force."""
    foreign = _foreign(others, countries_of(target))
    found = [other for other in foreign if other.is_bare_adjective] or [
        other for other in foreign if other.codes[0][3:6] in FORCES
    ]
    return found[0].codes if found else ()
