"""From whom to whom: the actor codes on both sides of an event, as coders of PLOVER and CAMEO write them.

Claims say who acts on whom where the sentence says it outright. Coders go on: an act without a named recipient is
coded against whomever the clause names next ("threatened sanctions against German goods" is against Germany), one
without a named doer as done where it happened, and one that names nobody else at home.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from dateline.export.actor_codes import UNKNOWN, actor_codes, alpha3
from dateline.export.actor_countries import own_places
from dateline.model import ActorRef, Claim, Mention, Reading, Span

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
_TO = re.compile(r"\bto\s+(?:the\s+)?$")
_JOINED = re.compile(r"(?:['’]s?)?\s*(?:,|and|or|,\s*and)\s*(?:the\s+)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Dyad:
    """The codes of those who act and of those acted on; either may be empty."""

    source: tuple[str, ...]
    target: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Named:
    """Somebody, or a country, that a clause names."""

    span: Span
    codes: tuple[str, ...]
    is_bare_adjective: bool = False
    """Whether it is the "Israeli" of "Israeli shelling": a nation as adjective of a thing or an act."""
    joined: bool = False
    """Whether a comma or "and" joins it to the one before."""


def dyad_of(reading: Reading, event_type: str, claims: list[Claim]) -> Dyad:
    """Source and target of the claims of one type in one clause, which are one event with several actors."""
    source = _codes(reading, (claim.subject for claim in claims))
    target = _codes(reading, (claim.object for claim in claims))
    where = _countries_of_places(reading, claims)
    others = list(_others(reading, event_type, claims))
    partners = _partners(reading, claims, others)
    source += tuple(code for other in partners for code in other.codes if code not in source)
    others = [other for other in others if other not in partners]
    if not _countries(source):
        found = _found_source(event_type, source, target, others, where)
        others = [other for other in others if other.codes != found]
        source = _with_country(source, found)
        if event_type == "ASSAULT":
            source = tuple(code if len(code) > 3 else code + UNIDENTIFIED for code in source)
    if event_type in MUTUAL and len(_countries(source)) > 1:
        target = tuple(code for code in target if code[:3] not in _countries(source))
    if _is_mutual(event_type, source, target, others) or all(claim.mode in INTRANSITIVE for claim in claims):
        return Dyad(source, target)
    if not _countries(target):
        target = _with_country(target, _found_target(event_type, source, target, others, where))
    return Dyad(source, target)


def _found_source(
    event_type: str, source: tuple[str, ...], target: tuple[str, ...], others: list["_Named"], where: tuple[str, ...]
) -> tuple[str, ...]:
    """Where the doers belong if the words for them don't say it: where it happened, or where those are whom they act
    on, unless they fight or deal with them.
    """
    nobody = () if source else _doers(others, target)
    if event_type == "ASSAULT" or event_type in MUTUAL:
        return nobody or where
    return nobody or where or _countries(target) or (_recipients(others, ()) if source else ())


def _partners(reading: Reading, claims: list[Claim], others: list["_Named"]) -> list["_Named"]:
    """Those whom commas and "and" join to the doer, where the parse took a list for an apposition: "Chad, Niger and
    Mali met".
    """
    ends = {claim.subject.span[1] for claim in claims if claim.subject and claim.subject.span}
    first = next(iter(others), None)
    text = reading.report.text
    if first is None or not any(_JOINED.fullmatch(text, end, first.span[0]) for end in ends if end < first.span[0]):
        return []
    length = _length_joined(others)
    return others[:length] if length > 1 or re.search(r"\band\b", text[max(ends) : first.span[0]]) else []


def _is_mutual(event_type: str, source: tuple[str, ...], target: tuple[str, ...], others: list["_Named"]) -> bool:
    """Whether doers of several countries act on each other: "Chad and Niger agreed", "Chad and Niger signed a pact"."""
    own = _countries(source)
    return len(own) > 1 and not target and (event_type in MUTUAL or not _foreign(others, own))


def _found_target(
    event_type: str, source: tuple[str, ...], target: tuple[str, ...], others: list["_Named"], where: tuple[str, ...]
) -> tuple[str, ...]:
    """Where those belong whom the act is done to, if the words for them don't say it.

    Those who are talked to are from elsewhere; a president or a crowd that is told, tried or hurt is where it happens
    or where the doer is. An act on nobody is against whoever is named next, and else stays at home.
    """
    named = _recipients(others, _countries(source))
    home = where or _countries(source)
    if target and event_type == "ASSAULT":
        return where or named or home
    if target and event_type not in MUTUAL:
        return home or named
    return named or home


def _codes(reading: Reading, refs: Iterable[ActorRef | None]) -> tuple[str, ...]:
    """The codes of the participants; those without a country only where none has one."""
    codes = dict.fromkeys(code for ref in refs if ref is not None for code in actor_codes(reading, ref))
    return tuple(code for code in codes if not code.startswith(UNKNOWN)) or tuple(codes)


def _countries(codes: Iterable[str]) -> tuple[str, ...]:
    """The first three letters of the codes that have a country or stand above countries."""
    return tuple(dict.fromkeys(code[:3] for code in codes if not code.startswith(UNKNOWN)))


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


def _recipients(others: list[_Named], own: tuple[str, ...]) -> tuple[str, ...]:
    """Whom the clause names first, with those joined to him; a country counts only if it is not the doer's own."""
    is_actor_first = bool(others) and others[0].codes[0][3:6] in PARTIES
    chosen = others if is_actor_first else _foreign(others, own) or others
    return tuple(dict.fromkeys(code for other in chosen[: _length_joined(chosen)] for code in other.codes))


def _foreign(others: list[_Named], own: tuple[str, ...]) -> list[_Named]:
    return [other for other in others if not set(own) & set(_countries(other.codes))]


def _length_joined(named: list[_Named]) -> int:
    """How many of the first are one list: "Iran and Turkey"."""
    length = min(1, len(named))
    while length < len(named) and named[length].joined:
        length += 1
    return length


def _doers(others: list[_Named], target: tuple[str, ...]) -> tuple[str, ...]:
    """The nation that an adjective of the act names: the Israeli of "killed in Israeli shelling"; else a force."""
    foreign = _foreign(others, _countries(target))
    found = [other for other in foreign if other.is_bare_adjective] or [
        other for other in foreign if other.codes[0][3:6] in FORCES
    ]
    return found[0].codes if found else ()


def _others(reading: Reading, event_type: str, claims: list[Claim]) -> Iterator[_Named]:
    """Whom and which countries the claims' clauses name after the doers, in order; without those who are cited."""
    span = (min(claim.evidence.start for claim in claims), max(claim.evidence.end for claim in claims))
    taken = _spans_taken(reading, claims)
    found = sorted(
        [*_mentions_within(reading, span), *_places_within(reading, span)],
        key=lambda named: (named.span[0], -named.span[1]),
    )
    free: list[_Named] = []
    for named in found:
        if any(_overlap(named.span, other) for other in taken):
            continue
        taken.append(named.span)
        free.append(named)
    if event_type == "ACCUSE":
        free = [named for named in free if not _is_addressee(reading, named)] or free
    after = _after_doers(free, claims) or free
    for before, named in zip([None, *after], after, strict=False):
        joined = before is not None and bool(_JOINED.fullmatch(reading.report.text, before.span[1], named.span[0]))
        yield replace(named, joined=joined)


def _after_doers(named: list[_Named], claims: list[Claim]) -> list[_Named]:
    ends = [claim.subject.span[1] for claim in claims if claim.subject and claim.subject.span]
    return [other for other in named if other.span[0] >= min(ends, default=0)]


def _is_addressee(reading: Reading, named: _Named) -> bool:
    """Whether an accusation is but told to somebody: "complained to the United Nations"."""
    return bool(_TO.search(reading.report.text[: named.span[0]]))


def _spans_taken(reading: Reading, claims: list[Claim]) -> list[Span]:
    """Where the doers stand, under whatever name, and those who are cited."""
    doers = {claim.subject.entity for claim in claims if claim.subject and claim.subject.entity}
    spans = [(m.start, m.end) for m in reading.mentions if m.entity in doers]
    spans += [claim.subject.span for claim in claims if claim.subject and claim.subject.span]
    return spans + [span for source in _cited(reading, claims) for span in source]


def _cited(reading: Reading, claims: list[Claim]) -> Iterator[tuple[Span, ...]]:
    """The sources of the statements that the claims are part of."""
    for attribution in reading.attributions:
        for start, end in attribution.content:
            if any(start <= claim.evidence.start < end for claim in claims):
                yield attribution.source
                break


def _mentions_within(reading: Reading, span: Span) -> Iterator[_Named]:
    for mention in reading.mentions:
        if (
            span[0] <= mention.start
            and mention.end <= span[1]
            and mention.form != "pronoun"
            and mention.kind != "media"
        ):
            codes = actor_codes(reading, _ref(mention))
            if _countries(codes):
                yield _Named((mention.start, mention.end), codes)


def _places_within(reading: Reading, span: Span) -> Iterator[_Named]:
    for place in own_places(reading):
        if span[0] <= place.start and place.end <= span[1] and place.country:
            yield _Named((place.start, place.end), (alpha3(place.country),), is_bare_adjective=place.role == "origin")


def _ref(mention: Mention) -> ActorRef:
    return ActorRef(name=mention.text, entity=mention.entity, words=mention.text, span=(mention.start, mention.end))


def _overlap(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]
