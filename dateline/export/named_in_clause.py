"""Whom else and which countries the clause of an event names, besides its doers: where coders look for a recipient."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from dateline.export.actor_codes import UNKNOWN, actor_codes, alpha3
from dateline.export.actor_countries import own_places
from dateline.model import ActorRef, Claim, Mention, Reading, Span

_TO = re.compile(r"\bto\s+(?:the\s+)?$")
JOINED = re.compile(r"(?:['’]s?)?\s*(?:,|and|or|,\s*and)\s*(?:the\s+)?", re.IGNORECASE)
"""What stands between the members of a list."""


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody, or a country, that a clause names."""

    span: Span
    codes: tuple[str, ...]
    is_bare_adjective: bool = False
    """Whether it is the "Israeli" of "Israeli shelling": a nation as adjective of a thing or an act."""
    joined: bool = False
    """Whether a comma or "and" joins it to the one before."""


def countries_of(codes: Iterable[str]) -> tuple[str, ...]:
    """The first three letters of the codes that have a country or stand above countries."""
    return tuple(dict.fromkeys(code[:3] for code in codes if not code.startswith(UNKNOWN)))


def others_named(reading: Reading, event_type: str, claims: list[Claim]) -> Iterator[Named]:
    """Whom and which countries the claims' clauses name after the doers, in order; without those who are cited."""
    span = (min(claim.evidence.start for claim in claims), max(claim.evidence.end for claim in claims))
    taken = _spans_taken(reading, claims)
    found = sorted(
        [*_mentions_within(reading, span), *_places_within(reading, span)],
        key=lambda named: (named.span[0], -named.span[1]),
    )
    free: list[Named] = []
    for named in found:
        if any(_overlap(named.span, other) for other in taken):
            continue
        taken.append(named.span)
        free.append(named)
    if event_type == "ACCUSE":
        free = [named for named in free if not _is_addressee(reading, named)] or free
    after = _after_doers(free, claims) or free
    for before, named in zip([None, *after], after, strict=False):
        joined = before is not None and bool(JOINED.fullmatch(reading.report.text, before.span[1], named.span[0]))
        yield replace(named, joined=joined)


def _after_doers(named: list[Named], claims: list[Claim]) -> list[Named]:
    ends = [claim.subject.span[1] for claim in claims if claim.subject and claim.subject.span]
    return [other for other in named if other.span[0] >= min(ends, default=0)]


def _is_addressee(reading: Reading, named: Named) -> bool:
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


def _mentions_within(reading: Reading, span: Span) -> Iterator[Named]:
    for mention in reading.mentions:
        if (
            span[0] <= mention.start
            and mention.end <= span[1]
            and mention.form != "pronoun"
            and mention.kind != "media"
        ):
            codes = actor_codes(reading, _ref(mention))
            if countries_of(codes):
                yield Named((mention.start, mention.end), codes)


def _places_within(reading: Reading, span: Span) -> Iterator[Named]:
    for place in own_places(reading):
        if span[0] <= place.start and place.end <= span[1] and place.country:
            yield Named((place.start, place.end), (alpha3(place.country),), is_bare_adjective=place.role == "origin")


def _ref(mention: Mention) -> ActorRef:
    return ActorRef(name=mention.text, entity=mention.entity, words=mention.text, span=(mention.start, mention.end))


def _overlap(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]
