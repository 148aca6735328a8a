"""Areas described around a named place: "northern Mali", "30 km north of Gao", "the border with Niger".

Each rule looks at the words on both sides of a name and, when it applies, gives one mention of the whole phrase.
"""

from collections.abc import Callable, Iterator, Sequence, Set
from dataclasses import dataclass, replace
from typing import TypeAlias

from dateline.gazetteer import Entry, Gazetteer
from dateline.gazetteer.entry import CITY, COUNTRY, DISTRICT, DIVISION
from dateline.gazetteer.names import border_key
from dateline.model import PlaceMention, PlacePrecision
from dateline.read.places.cues import Cues
from dateline.read.places.geometry import moved
from dateline.read.places.settle import Named
from dateline.read.places.words import Words

_PART_SHIFT = 0.4
_PART_RADIUS = 0.6
_NEAR_KM = 25.0
_POSSESSIVES = frozenset({"'s", "’s", "'", "’"})
_LARGE = frozenset({COUNTRY, DIVISION, DISTRICT})


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """A phrase from word ``first`` to word ``last`` (included), and the area it describes."""

    first: int
    last: int
    name: str
    lat: float | None
    lon: float | None
    radius_km: float | None
    precision: PlacePrecision
    country: str | None
    reason: str
    geonameid: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What the rules look at. ``main_countries`` are those of the report, most mentioned first."""

    words: Words
    cues: Cues
    gazetteer: Gazetteer
    main_countries: Sequence[str]


Rule: TypeAlias = Callable[[Surroundings, int, int, Entry, str], Area | None]


def described_areas(around: Surroundings, named: Sequence[Named]) -> Iterator[tuple[Area, int]]:
    """Areas around named places, each with the number of the name in it. A name takes part in one area at most."""
    for number, one in enumerate(named):
        if one.choice is None:
            continue
        for rule in _RULES:
            printed = one.name.text if around.words.has_case else one.choice.entry.name
            area = rule(around, one.name.first, one.name.last, one.choice.entry, printed)
            if area is not None:
                taken = {at for other in named for at in range(other.name.first, other.name.last + 1)}
                yield _of_its_own(area, around, taken) if rule in _DESCRIBING else area, number
                break


def _of_its_own(area: Area, around: Surroundings, taken: Set[int]) -> Area:
    """The place that an area describes, when one stands before it: "a village south of Gao", "Tamba, west of Gao".

    ``taken`` are the words of names that the gazetteer knows, which need no description.
    """
    words, at = around.words, area.first - 1
    if words.word(at) in around.cues.about:
        at -= 1
    if words.word(at) in around.cues.described:
        name = f"{words.word(at)} {words.text[words.start[at + 1] : words.end[area.last]]}"
        return replace(area, first=at, name=" ".join(name.split()))
    if words.word(at) not in {",", "("} or not words.is_capital(at - 1) or not words.noun[at - 1] or at - 1 in taken:
        return area
    first = at - 1
    while words.is_capital(first - 1) and words.noun[first - 1] and first - 1 not in taken:
        first -= 1
    name = words.text[words.start[first] : words.end[at - 1]]
    reason = f"“{name}” stands in no gazetteer; the words beside it say where it is. {area.reason}"
    return replace(area, first=first, name=name, precision="settlement", reason=reason)


def mention_of(area: Area, words: Words) -> PlaceMention:
    """The mention of an area's whole phrase."""
    start, end = words.start[area.first], words.end[area.last]
    return PlaceMention(
        start=start,
        end=end,
        text=words.text[start:end],
        name=area.name,
        lat=area.lat,
        lon=area.lon,
        country=area.country,
        geonameid=area.geonameid,
        precision=area.precision,
        radius_km=area.radius_km,
        role="location",
        reason=area.reason,
    )


# Rules. Each takes the surroundings, the first and last word of the name, the place and the name as printed.


def _at_distance(around: Surroundings, first: int, last: int, entry: Entry, text: str) -> Area | None:
    """ "30 km north of Gao", "20 miles from Mosul", "40 kilometres outside Kabul"."""
    words, cues = around.words, around.cues
    at = first - 1
    if words.word(at) not in {"of", "from", "outside"}:
        return None
    bearing: float | None = None
    begin = _direction_start(around, at - 1)
    if begin is not None:
        bearing, at = float(cues.directions[_direction_text(words, begin, at - 1)]), begin
    at -= 1 if words.word(at - 1) not in {"away", "or"} else 2
    per_unit = cues.units_km.get(words.word(at).strip("()"))
    if words.word(at) == ")" or per_unit is None:
        return None
    number = _number(words, at - 1, cues)
    if number is None:
        return None
    distance = number * per_unit
    if not 0.0 < distance <= 2000.0:
        return None
    lat, lon = (entry.lat, entry.lon) if bearing is None else moved(entry.lat, entry.lon, bearing, distance)
    radius = distance + entry.radius_km if bearing is None else max(3.0, 0.25 * distance)
    where = "around" if bearing is None else f"in direction {bearing:.0f}° from"
    return Area(
        first=at - 1,
        last=last,
        name=words.text[words.start[at - 1] : words.end[last]],
        lat=lat,
        lon=lon,
        radius_km=round(radius, 1),
        precision="near",
        country=entry.country,
        reason=f"{distance:g} km {where} {entry.name}, as the words say.",
    )


def _beside(around: Surroundings, first: int, last: int, entry: Entry, text: str) -> Area | None:
    """ "north of Gao" (without an article), for towns: the country to that side."""
    words = around.words
    if words.word(first - 1) != "of" or entry.kind in _LARGE:
        return None
    begin = _direction_start(around, first - 2)
    if begin is None or words.word(begin - 1) == "the":
        return None
    direction = _direction_text(words, begin, first - 2)
    lat, lon = moved(entry.lat, entry.lon, around.cues.directions[direction], entry.radius_km + 15.0)
    return Area(
        first=begin,
        last=last,
        name=f"{direction} of {text}",
        lat=lat,
        lon=lon,
        radius_km=entry.radius_km + _NEAR_KM,
        precision="near",
        country=entry.country,
        reason=f"The country {direction} of {entry.name}; the words give no distance, so about 40 km are taken.",
    )


def _part_before(around: Surroundings, first: int, last: int, entry: Entry, text: str) -> Area | None:
    """ "northern Mali", "the northern part of Mali", "the north of Mali"."""
    words, cues = around.words, around.cues
    at = first - 1
    if words.word(at) == "the":
        at -= 1
    if words.word(at) == "of":
        at -= 1
        if words.word(at) in cues.parts:
            at -= 1
    elif at != first - 1:
        return None
    begin = _direction_start(around, at)
    if begin is not None:
        return _part(around, begin, last, entry, text, _direction_text(words, begin, at))
    if words.word(at) in cues.middle:
        return _part(around, at, last, entry, text, words.word(at))
    return None


def _part_after(around: Surroundings, first: int, last: int, entry: Entry, text: str) -> Area | None:
    """ "Mali's lawless north", "Mali's northern half"."""
    words, cues = around.words, around.cues
    if words.word(last + 1) not in _POSSESSIVES:
        return None
    for at in range(last + 2, min(last + 5, len(words))):
        end = _direction_end(around, at)
        if end is not None:
            final = end + 1 if words.word(end + 1) in cues.parts else end
            is_noun = not _direction_text(words, at, end).endswith("ern")
            if final == end and (not is_noun or words.is_capital(end + 1)):
                return None
            return _part(around, first, final, entry, text, _direction_text(words, at, end))
        if not words.word(at).isalpha() or words.is_capital(at):
            return None
    return None


def _part(around: Surroundings, first: int, last: int, entry: Entry, text: str, direction: str) -> Area:
    """The part of a place to one side, or its middle: a smaller circle inside the place's own."""
    bearing = around.cues.directions.get(direction)
    lat, lon = entry.lat, entry.lon
    if bearing is not None:
        lat, lon = moved(lat, lon, bearing, _PART_SHIFT * entry.radius_km)
    adjective = direction if direction.endswith("ern") or bearing is None else f"{direction.removesuffix('ern')}ern"
    share = _PART_RADIUS if bearing is not None else 0.5
    return Area(
        first=first,
        last=last,
        name=f"{adjective} {text}",
        lat=lat,
        lon=lon,
        radius_km=round(max(3.0, share * entry.radius_km), 1),
        precision="feature" if entry.kind != CITY else "near",
        country=entry.country,
        reason=f"The {adjective} part of {entry.name}: a circle of {share:.0%} of its radius, moved to that side.",
    )


def _near(around: Surroundings, first: int, last: int, entry: Entry, text: str) -> Area | None:
    """ "near Gao", "on the outskirts of Aleppo", for towns and sites."""
    words, cues = around.words, around.cues
    if entry.kind in _LARGE:
        return None
    begin = None
    if words.word(first - 1) in cues.near_words:
        begin = first - 1
    else:
        before = " ".join(words.lower[max(0, first - 6) : first])
        phrase = next(
            (phrase for phrase in cues.near_phrases if before.endswith(f" {phrase}") or before == phrase), None
        )
        if phrase is not None:
            begin = first - len(phrase.split())
    if begin is None:
        return None
    return Area(
        first=begin,
        last=last,
        name=f"{words.text[words.start[begin] : words.end[last]]}",
        lat=entry.lat,
        lon=entry.lon,
        radius_km=entry.radius_km + _NEAR_KM,
        precision="near",
        country=entry.country,
        reason=f"Near {entry.name}: within about {entry.radius_km + _NEAR_KM:.0f} km of its centre.",
        geonameid=entry.geonameid,
    )


def _division(around: Surroundings, first: int, last: int, entry: Entry, text: str) -> Area | None:
    """ "Timbuktu region": the division of that name, else the one that the town lies in."""
    words = around.words
    kind = around.cues.division_words.get(words.word(last + 1))
    if kind is None or words.is_capital(last + 1) or entry.kind not in {CITY, DIVISION, DISTRICT}:
        return None
    area = entry
    if entry.kind == CITY:
        around_it = around.gazetteer.area(entry.division or "")
        if around_it is None:
            return None
        area = around_it
    printed = words.text[words.start[first] : words.end[last + 1]]
    return Area(
        first=first,
        last=last + 1,
        name=printed,
        lat=area.lat,
        lon=area.lon,
        radius_km=area.radius_km,
        precision="province" if area.kind == DIVISION else "district",
        country=area.country,
        reason=f"“{printed}” is the division {area.name}, with the middle of its towns as its point.",
        geonameid=area.geonameid,
    )


def _border(around: Surroundings, first: int, last: int, entry: Entry, text: str) -> Area | None:
    """ "the border with Niger", "the Mali border": the border with the report's country that is its neighbour."""
    words = around.words
    if entry.kind != COUNTRY:
        return None
    if words.word(first - 1) in {"with", "of"} and words.word(first - 2) in {"border", "frontier"}:
        begin, end = first - 2, last
    elif words.word(last + 1) in {"border", "frontier"}:
        begin, end = first, last + 1
    else:
        return None
    for other in around.main_countries:
        found = around.gazetteer.find(border_key(entry.countries[0], other)) if other not in entry.countries else ()
        if found:
            border = found[0].entry
            return Area(
                first=begin,
                last=end,
                name=border.name,
                lat=border.lat,
                lon=border.lon,
                radius_km=border.radius_km,
                precision="feature",
                country=None,
                reason=f"{border.name}: {entry.name} is named, and {other} is the report's country next to it.",
            )
    return None


def _capital(around: Surroundings, first: int, last: int, entry: Entry, text: str) -> Area | None:
    """ "Mali's capital"."""
    words = around.words
    if entry.kind != COUNTRY or words.word(last + 1) not in _POSSESSIVES or words.word(last + 2) != "capital":
        return None
    city = around.gazetteer.capital(entry.countries[0])
    if city is None or words.is_capital(last + 3):
        return None
    return Area(
        first=first,
        last=last + 2,
        name=city.name,
        lat=city.lat,
        lon=city.lon,
        radius_km=city.radius_km,
        precision="settlement",
        country=city.country,
        reason=f"{city.name} is the capital of {entry.name}.",
        geonameid=city.geonameid,
    )


def _feature(around: Surroundings, first: int, last: int, entry: Entry, text: str) -> Area | None:
    """ "Gao airport", "the Arauca river": a feature that bears the name of a town or division."""
    words = around.words
    kind = around.cues.feature_words.get(words.word(last + 1))
    if kind not in {"site", "natural"} or words.is_capital(last + 1) or entry.kind not in {CITY, DIVISION, DISTRICT}:
        return None
    printed = words.text[words.start[first] : words.end[last + 1]]
    if words.word(last + 1) in around.cues.same_place or around.gazetteer.find(printed):
        return None
    at_town = kind == "site" and entry.kind == CITY
    reason = (
        f"It bears the name of {entry.name}, and lies in or near it."
        if at_town
        else "The gazetteer has no point for it."
    )
    return Area(
        first=first,
        last=last + 1,
        name=printed,
        lat=entry.lat if at_town else None,
        lon=entry.lon if at_town else None,
        radius_km=entry.radius_km + _NEAR_KM if at_town else None,
        precision="site" if kind == "site" else "feature",
        country=entry.country,
        reason=f"“{printed}” is a feature by its last word. {reason}",
    )


_DESCRIBING: tuple[Rule, ...] = (_at_distance, _beside)
_RULES: tuple[Rule, ...] = (
    _at_distance,
    _beside,
    _part_before,
    _part_after,
    _capital,
    _border,
    _near,
    _division,
    _feature,
)


# Reading directions and numbers.


def _direction_start(around: Surroundings, at: int) -> int | None:
    """The first word of a direction that ends at a word ("north", or "north", "-", "eastern"); None without one."""
    words = around.words
    if at >= 2 and words.word(at - 1) == "-" and _direction_text(words, at - 2, at) in around.cues.directions:
        return at - 2
    return at if words.word(at) in around.cues.directions else None


def _direction_end(around: Surroundings, at: int) -> int | None:
    """The last word of a direction that begins at a word; None without one."""
    words = around.words
    if (
        words.word(at + 1) == "-"
        and at + 2 < len(words)
        and _direction_text(words, at, at + 2) in around.cues.directions
    ):
        return at + 2
    return at if words.word(at) in around.cues.directions else None


def _direction_text(words: Words, first: int, last: int) -> str:
    return "".join(words.lower[first : last + 1])


def _number(words: Words, at: int, cues: Cues) -> float | None:
    """The number printed at a word, in digits or letters; None when it is none."""
    word = words.word(at)
    digits = word.replace(",", "")
    if digits.replace(".", "", 1).isdigit():
        return float(digits)
    value = cues.number_words.get(word)
    return float(value) if value is not None else None
