"""Which countries the words for an actor speak of: "Hungarian and Romanian officials", "the US commander in Iraq".

A word before the noun says more than one after it, and a body that the words name says it too: "UN troops" are the
United Nations'. Bodies above states have no country but a code of their own.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise
from pathlib import Path

from dateline.knowledge.load import KnownActor
from dateline.knowledge.lookup import known_actors
from dateline.knowledge.nations import nation
from dateline.languages.load import load_yaml
from dateline.model import ActorRef, Entity, Mention, PlaceMention, Reading, Span

INTERNATIONAL_ARMED = "IMG"
"""PLOVER's code for armed groups of no one country, such as al-Qaeda."""

_NOT_THEIR_OWN = re.compile(
    r"\s*[-‐–](?:backed|linked|occupied|held|controlled|ruled|sponsored|supported|funded|inspired|allied|owned|based"
    r"|affiliated|trained|dominated|brokered|mediated|made|language|speaking|born)\b|\s?\$",
    re.IGNORECASE,
)
"""After a name: it says whose friend, prey or tongue somebody is, and not who. Not "-led": the leader acts."""
_TOWARDS = re.compile(r"\b(?:anti|pro|non|counter)\s*[-‐–]\s*$", re.IGNORECASE)
_PEOPLE = re.compile(r"\bethnic\s+$", re.IGNORECASE)
_JOINED = re.compile(r"(?:['’]s?)?\s*(?:,|and|or|,\s*and|/|-)\s*(?:the\s+)?", re.IGNORECASE)
_OF_NEXT = re.compile(r"\s*,?\s*(?:of|from)\s+(?:the\s+|neighbou?ring\s+)*")
_CAPITALS = re.compile(r"\b[A-Z][\w’']+")
_BEFORE_NOUN = re.compile(r"\s+[a-z]")
_FROM_WITHIN = re.compile(r"\b(?:of|from|in)\s+(?:[\w’'-]+\s+){0,4}$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Home:
    """What the words say about where an actor belongs."""

    countries: tuple[str, ...] = ()
    """ISO 3166-1 alpha-2 codes; several for officials of several countries; empty when the words name none."""
    above: str | None = None
    """``IGO``, ``NGO`` or ``IMG`` for a body above states; None otherwise."""

    def __bool__(self) -> bool:
        return bool(self.countries or self.above)


NOWHERE = Home()


def home_of(reading: Reading, ref: ActorRef) -> Home:
    """Where a claim's participant belongs by the words of the report; empty when they don't say."""
    entity = next((entity for entity in reading.entities if entity.id == ref.entity), None)
    if entity is None:
        return _home_of_words(reading, ref.span) if ref.span else NOWHERE
    return home_of_entity(reading, entity, ref.span)


def home_of_entity(reading: Reading, entity: Entity, span: Span | None = None) -> Home:
    """Where an entity belongs; the words at ``span``, if they are a mention of it, are asked first."""
    known = known_home(known_actors().by_key.get(entity.actor or ""))
    if known:
        return known
    mentions = [m for m in reading.mentions if m.entity == entity.id and m.form != "pronoun"]
    mentions.sort(key=lambda mention: (mention.start, mention.end) != span)
    homes = (_home_of_mention(reading, mention) for mention in mentions)
    found = next((home for home in homes if home), NOWHERE)
    if found:
        return found
    return Home(above="IGO") if entity.kind == "intergovernmental" else NOWHERE


def known_home(actor: KnownActor | None) -> Home:
    """Where a row of the actor file belongs; empty for None and for rows that leave it open."""
    if actor is None:
        return NOWHERE
    if actor.key in international_bodies():
        return Home(above="NGO")
    if actor.kind == "intergovernmental" or actor.plover == "IGO":
        return Home(above="IGO")
    if actor.country:
        return Home((actor.country,))
    return Home(above=INTERNATIONAL_ARMED) if actor.kind == "armed_group" else NOWHERE


@cache
def international_bodies() -> frozenset[str]:
    """Keys of bodies of citizens that work in many countries, so that the seat says nothing."""
    return frozenset(load_yaml(Path(__file__).with_name("international_bodies.yaml"))["international"])


def _home_of_mention(reading: Reading, mention: Mention) -> Home:
    """The words before the head, the bodies named, the words after it, then what stands around the mention."""
    span = (mention.start, mention.end)
    inside = [p for p in own_places(reading) if span[0] <= p.start and p.end <= span[1]]
    before = _joined([p for p in inside if p.start <= mention.head and not _follows_of(reading, p, span)], reading)
    after = _joined([p for p in inside if p.start > mention.head or _follows_of(reading, p, span)], reading)
    at_head = [p for p in inside if p.start <= mention.head < p.end]
    if at_head and after:  # "the Albanians of southern Serbia"
        return Home(after)
    if before:
        return Home(before)
    return (
        _home_of_named(reading, mention)
        or _nation_in_words(reading, mention)
        or (Home(after) if after else _around(reading, span))
    )


def _home_of_words(reading: Reading, span: Span) -> Home:
    """Of words that are no mention: the name they are part of, the places and bodies in them, what stands around."""
    words = reading.report.text[span[0] : span[1]]
    inside = _joined([p for p in own_places(reading) if span[0] <= p.start and p.end <= span[1]], reading)
    if inside:
        return Home(_with_next(reading, span, inside))
    for mention in _names_of_known(reading):
        is_part = span[0] <= mention.start and mention.end <= span[1]
        if is_part or (mention.start <= span[0] and span[1] <= mention.end):
            return _known_home_of(reading, mention)
    country = None if _is_of_others(reading.report.text, *span) else nation(words)
    return Home((country,)) if country else _around(reading, span)


def _with_next(reading: Reading, span: Span, countries: tuple[str, ...]) -> tuple[str, ...]:
    """For "French" of "French and Egyptian warships", the second too: the words of an adjective end before "and"."""
    places = [p for p in own_places(reading) if p.role == "origin" and p.precision == "country"]
    last = next((p for p in places if p.end == span[1] and p.start >= span[0]), None)
    if last is None:
        return countries
    joined = _joined([p for p in places if p.start >= last.start], reading)
    return tuple(dict.fromkeys((*countries, *joined)))


def _home_of_named(reading: Reading, mention: Mention) -> Home:
    """The last known body that the words before and at the head name: the Hezbollah of "Hezbollah guerrillas"."""
    text = reading.report.text
    for other in reversed(_names_of_known(reading)):
        is_part = mention.start <= other.start and other.end <= mention.end and other.id != mention.id
        if is_part and not _NOT_THEIR_OWN.match(text, other.end):
            return _known_home_of(reading, other)
    return NOWHERE


def _names_of_known(reading: Reading) -> list[Mention]:
    """The names of actors that the actor file says something of."""
    return [m for m in reading.mentions if m.form == "name" and _known_home_of(reading, m)]


def _known_home_of(reading: Reading, mention: Mention) -> Home:
    return known_home(known_actors().by_key.get(reading.entity(mention.entity).actor or ""))


def _nation_in_words(reading: Reading, mention: Mention) -> Home:
    """The nation in the words for a body that was not found as a place: the "Thai" of "Thai Maritime Court"."""
    if mention.kind == "person":  # "Chad" and "Jordan" are first names too
        country = nation(mention.text) if reading.entity(mention.entity).name == mention.text else None
        return Home((country,)) if country else NOWHERE
    text = reading.report.text
    words = list(_CAPITALS.finditer(text, mention.start, mention.end))
    for first, last in [*pairwise(words), *zip(words, words, strict=True)]:
        country = nation(text[first.start() : last.end()].removesuffix("'s").removesuffix("’s"))
        if country and not _is_of_others(text, first.start(), last.end()):
            return Home((country,))
    return NOWHERE


def _around(reading: Reading, span: Span) -> Home:
    """The nation right before the words, or the country that "of" adds to them: "King Idris of Libya"."""
    text = reading.report.text
    before = text[: span[0]].rstrip()
    following = _OF_NEXT.match(text, span[1])
    for place in own_places(reading):
        is_before = place.end == len(before) and place.precision == "country" and place.role == "origin"
        is_after = following is not None and place.start == following.end()
        if place.country and (is_before or is_after):
            return Home((place.country,))
    return NOWHERE


def own_places(reading: Reading) -> Iterator[PlaceMention]:
    """Places with a country that say whose somebody is: not those within the name of a body or a person, nor the
    Syria of "anti-Syria", the Iran of "Iran-backed", the Albania of "ethnic Albanians".
    """
    text = reading.report.text
    named = _spans_of_names(reading)
    for place in _with_toponyms(reading):
        is_other = _is_of_others(text, place.start, place.end)
        if place.country and not is_other and not any(_covers(span, place) for span in named):
            yield place


def _is_of_others(text: str, start: int, end: int) -> bool:
    """Whether the name of a nation says whose friend or prey somebody is, or what people, and not where he belongs."""
    return bool(
        _NOT_THEIR_OWN.match(text, end)
        or _TOWARDS.search(text[max(0, start - 9) : start])
        or _PEOPLE.search(text[max(0, start - 9) : start])
    )


def _with_toponyms(reading: Reading) -> Iterator[PlaceMention]:
    """The places; for areas without a country the names in them: the Niger of "the border with Niger"."""
    text = reading.report.text
    for place in reading.places:
        people = nation(place.text)
        if people and people != place.country and _BEFORE_NOUN.match(text, place.end):
            yield replace(place, country=people)  # the "Somali" of "Somali herders" is no region of Ethiopia
        elif place.country:
            yield place
        else:
            yield from (name for name in reading.toponyms if _covers((place.start, place.end), name))


def _spans_of_names(reading: Reading) -> list[Span]:
    """Spans of names of known actors, in which a place name is chance ("U.N.") or told by the actor ("Thai army")."""
    known = {entity.id for entity in reading.entities if entity.actor}
    towns = {(p.start, p.end) for p in reading.places if p.precision != "country"}
    return [
        (m.start, m.end)
        for m in reading.mentions
        if m.form == "name"
        and (m.entity in known or ((m.start, m.end) in towns and m.kind in ("media", "person", "organisation")))
    ]


def _covers(span: Span, place: PlaceMention) -> bool:
    return span[0] <= place.start and place.end <= span[1]


def _follows_of(reading: Reading, place: PlaceMention, span: Span) -> bool:
    """Whether a place inside a phrase stands after "of", "from" or "in"."""
    return bool(_FROM_WITHIN.search(reading.report.text[span[0] : place.start]))


def _joined(places: list[PlaceMention], reading: Reading) -> tuple[str, ...]:
    """The country of the first place, and of those that commas and "and" join to it."""
    text = reading.report.text
    found: dict[str, None] = {}
    end: int | None = None
    for place in places:
        if end is not None and not _JOINED.fullmatch(text, end, place.start):
            break
        if place.country:
            found[place.country] = None
        end = place.end
    return tuple(found)
