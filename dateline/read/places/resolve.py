"""Choose among the places of one name with the help of the other places of the report.

Each name starts from what its candidates are worth by themselves (size, kind, how the name belongs to them). Then
candidates support one another: two that are close, or in the same division or country, make each other likelier, in a
few rounds of belief updating (as in loopy belief propagation; weights set on one half of LGL and GeoVirus).
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from dateline.gazetteer import Entry, Match
from dateline.gazetteer.entry import CITY, COUNTRY, DISTRICT, DIVISION

_EARTH_RADIUS_KM = 6371.009
_MOST_CANDIDATES = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """How much each consideration counts, on a scale where 1 is a factor of e. Set on the even lines of ``geo.dev``."""

    population: float = 0.9
    """For each factor of ten."""
    kinds: Mapping[str, float] = field(default_factory=lambda: {COUNTRY: 7.0, DIVISION: 1.0, DISTRICT: -1.5, CITY: 0.0})
    own_list: float = 7.0
    """For places of Dateline's own list, which have no population."""
    links: Mapping[str, float] = field(
        default_factory=lambda: {"name": 0.0, "alternative": -1.5, "short": -4.0, "abbreviation": 0.5}
    )
    famous: int = 1_000_000
    """Cities of so many people are as well known by their other names: "New York" for New York City."""
    capital: float = 2.0
    namesake: float = 1.5
    """Taken from a division that bears the name of a town in it: "in Gao" means the town."""
    typed: float = 5.0
    contained: float = 6.0
    support: float = 8.0
    near_km: float = 100.0
    """Distance at which the support between two places falls to 1/e."""
    same_country: float = 0.25
    same_division: float = 0.35
    same_district: float = 0.6
    rounds: int = 3
    first_temperature: float = 3.0
    """Above 1, small places keep a chance in the first round, until their neighbours have spoken."""


DEFAULT = Weights()


@dataclass(slots=True, kw_only=True)
class Ask:
    """One name of the report to resolve, with all its mentions together."""

    text: str
    matches: tuple[Match, ...]
    mentions: float = 1.0
    """How often it is named, each mention counted by how likely it means a place."""
    container: Entry | None = None
    """The country or division printed after it ("Paris, Texas")."""
    typed: str | None = None
    """The kind of entry that a word after it demands ("region": a division)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """The place chosen for a name; ``share`` is how much of the belief it holds, ``reason`` a sentence."""

    entry: Entry
    share: float
    reason: str
    support: float = 0.0
    """How much the other names of the report speak for this place: 0 for none, about 1 for a neighbour."""


@dataclass(slots=True)
class _Field:
    """All candidates of all names, as arrays with one row a candidate."""

    asks: Sequence[Ask]
    entries: list[Entry] = field(default_factory=list)
    owner: list[int] = field(default_factory=list)
    prior: list[float] = field(default_factory=list)


def resolve(asks: Sequence[Ask], country_cues: Mapping[str, float], weights: Weights = DEFAULT) -> list[Choice | None]:
    """A choice for each name, or None where it has no candidates. ``country_cues`` says how
    much the report speaks of a country without naming it."""
    table = _Field(asks)
    for number, ask in enumerate(asks):
        worths = [(_prior(match, ask, country_cues, weights), match.entry) for match in ask.matches]
        ranked = sorted(worths, key=lambda pair: -pair[0])
        for worth, entry in ranked[:_MOST_CANDIDATES]:
            table.entries.append(entry)
            table.owner.append(number)
            table.prior.append(worth)
    if not table.entries:
        return [None] * len(asks)
    owner = np.array(table.owner)
    prior: Any = np.array(table.prior)
    kernel = _kernel(table.entries, owner, weights)
    weight = np.array([_voice(ask.mentions) for ask in asks])
    belief = _softmax_by_owner(prior / weights.first_temperature, owner, len(asks))
    for _ in range(weights.rounds):
        support = kernel @ (belief * weight[owner])
        belief = _softmax_by_owner(prior + weights.support * np.log1p(support), owner, len(asks))
    support = kernel @ (belief * weight[owner])
    return [_choice(table, number, belief, kernel, support) for number in range(len(asks))]


def _voice(mentions: float) -> float:
    """How much a name counts for others: the less the less likely it means a place, a little more when repeated."""
    return min(1.0, mentions) + 0.3 * min(3.0, max(0.0, mentions - 1.0))


def _prior(match: Match, ask: Ask, country_cues: Mapping[str, float], weights: Weights) -> float:
    """What a candidate is worth by itself."""
    entry = match.entry
    score = weights.population * math.log10(entry.population + 10.0)
    score += weights.kinds.get(entry.kind, weights.own_list)
    if match.link != "alternative" or entry.kind == DIVISION or entry.population < weights.famous:
        score += weights.links[match.link]
    if entry.capital:
        score += weights.capital
    if ask.typed is not None:
        score += weights.typed if entry.kind == ask.typed else 0.0
    elif entry.kind == DIVISION and any(lies_in(other.entry, entry) for other in ask.matches):
        score -= weights.namesake
    if ask.container is not None:
        score += weights.contained if lies_in(entry, ask.container) else -weights.contained / 2
    return score + sum(country_cues.get(country, 0.0) for country in entry.countries)


def lies_in(entry: Entry, area: Entry) -> bool:
    """Whether a place lies in a country or division; a place does not lie in itself."""
    if entry.row == area.row:
        return False
    if area.kind == COUNTRY:
        return area.countries[0] in entry.countries
    if area.kind == DIVISION:
        return entry.division == area.division
    if area.kind == DISTRICT:
        return entry.district == area.district
    return False


def _kernel(entries: Sequence[Entry], owner: Any, weights: Weights) -> Any:
    """How much two candidates support each other, 0 to 1; nothing between two of one name. float64, square."""
    lat = np.radians(np.array([entry.lat for entry in entries]))
    lon = np.radians(np.array([entry.lon for entry in entries]))
    unit: Any = np.stack([np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)], axis=1)
    squared = np.maximum(0.0, 2.0 - 2.0 * (unit @ unit.T))
    distance: Any = _EARTH_RADIUS_KM * np.sqrt(squared)
    spread = np.array([_reach_km(entry) for entry in entries])
    kernel: Any = np.exp(-distance / (weights.near_km + np.minimum(spread[:, None], spread[None, :])))
    country = _codes([entry.country for entry in entries])
    division = _codes([entry.division for entry in entries])
    kernel += weights.same_country * _same(country) + weights.same_division * _same(division)
    kernel += weights.same_district * _same(_codes([entry.district for entry in entries]))
    row = np.array([entry.row for entry in entries])
    kernel[(owner[:, None] == owner[None, :]) | (row[:, None] == row[None, :])] = 0.0
    return kernel


def _reach_km(entry: Entry) -> float:
    return min(300.0, entry.radius_km) if entry.kind in {COUNTRY, DIVISION} else 0.0


def _codes(labels: Sequence[str | None]) -> Any:
    numbers: dict[str | None, int] = {None: -1}
    return np.array([numbers.setdefault(label, len(numbers)) for label in labels])


def _same(codes: Any) -> Any:
    return (codes[:, None] == codes[None, :]) & (codes[:, None] >= 0)


def _softmax_by_owner(score: Any, owner: Any, names: int) -> Any:
    top = np.full(names, -np.inf)
    np.maximum.at(top, owner, score)
    raised = np.exp(score - top[owner])
    return raised / np.bincount(owner, weights=raised, minlength=names)[owner]


def _choice(table: _Field, number: int, belief: Any, kernel: Any, support: Any) -> Choice | None:
    rows = [row for row, owner in enumerate(table.owner) if owner == number]
    if not rows:
        return None
    best = max(rows, key=lambda row: (belief[row], table.prior[row]))
    entry, ask = table.entries[best], table.asks[number]
    return Choice(
        entry=entry,
        share=float(belief[best]),
        reason=_reason(table, ask, best, rows, belief, kernel),
        support=float(support[best]),
    )


def _reason(table: _Field, ask: Ask, best: int, rows: list[int], belief: Any, kernel: Any) -> str:
    """One sentence: what the place is, of how many, and what spoke for it."""
    entry = table.entries[best]
    what = describe(entry)
    if ask.container is not None and lies_in(entry, ask.container):
        return f"{what}, because the report adds “{ask.container.name}”."
    if len(rows) == 1:
        return f"{what}, the only place of that name in the gazetteer."
    helper = int(np.argmax(kernel[best] * belief))
    if kernel[best][helper] * belief[helper] > 0.2:
        company = table.entries[helper].name
        return f"{what}, of {len(rows)} places of that name the one that fits “{company}” in the same report."
    return f"{what}, the most prominent of {len(rows)} places of that name."


def describe(entry: Entry) -> str:
    """A place in a few words, such as "Gao (city in ML)"."""
    where = f" in {', '.join(entry.countries[:3])}" if entry.countries and entry.kind != COUNTRY else ""
    return f"{entry.name} ({entry.kind}{where})"
