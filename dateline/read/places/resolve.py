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
_ROUNDS = 3
_SUPPORT = 4.0
_CONTAINED = 6.0
_COUNTRY_CUE = 1.0


@dataclass(slots=True, kw_only=True)
class Ask:
    """One name of the report to resolve, with all its mentions together."""

    text: str
    matches: tuple[Match, ...]
    mentions: int = 1
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


@dataclass(slots=True)
class _Field:
    """All candidates of all names, as arrays with one row a candidate."""

    asks: Sequence[Ask]
    entries: list[Entry] = field(default_factory=list)
    owner: list[int] = field(default_factory=list)
    prior: list[float] = field(default_factory=list)


def resolve(asks: Sequence[Ask], country_cues: Mapping[str, int]) -> list[Choice | None]:
    """A choice for each name, or None where it has no candidates. ``country_cues`` counts adjectives ("Malian": ML)."""
    table = _Field(asks)
    for number, ask in enumerate(asks):
        ranked = sorted(
            ((_prior(match, ask, country_cues), match.entry) for match in ask.matches), key=lambda pair: -pair[0]
        )
        for worth, entry in ranked[:_MOST_CANDIDATES]:
            table.entries.append(entry)
            table.owner.append(number)
            table.prior.append(worth)
    if not table.entries:
        return [None] * len(asks)
    owner = np.array(table.owner)
    prior: Any = np.array(table.prior)
    kernel = _kernel(table.entries, owner)
    weight = np.array([1.0 + 0.3 * min(3, ask.mentions - 1) for ask in asks])
    belief = _softmax_by_owner(prior, owner, len(asks))
    support = np.zeros_like(prior)
    for _ in range(_ROUNDS):
        support = _support(kernel, belief * weight[owner], owner, len(asks))
        belief = _softmax_by_owner(prior + _SUPPORT * np.log1p(support), owner, len(asks))
    return [_choice(table, number, belief, support, kernel) for number in range(len(asks))]


def _prior(match: Match, ask: Ask, country_cues: Mapping[str, int]) -> float:
    """What a candidate is worth by itself, on a scale where 1 is a factor of e."""
    entry = match.entry
    score = 0.9 * math.log10(entry.population + 10.0)
    score += {COUNTRY: 5.0, DIVISION: 1.0, DISTRICT: -1.5, CITY: 0.0}.get(entry.kind, 5.0)
    score += {"name": 0.0, "alternative": -1.5, "short": -4.0, "abbreviation": 0.5}[match.link]
    if entry.capital:
        score += 2.0
    if ask.typed is not None:
        score += 5.0 if entry.kind == ask.typed else 0.0
    if ask.container is not None:
        score += _CONTAINED if lies_in(entry, ask.container) else -_CONTAINED / 2
    cues = sum(country_cues.get(country, 0) for country in entry.countries)
    if cues:
        score += _COUNTRY_CUE * math.log1p(cues)
    return score


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


def _kernel(entries: Sequence[Entry], owner: Any) -> Any:
    """How much two candidates support each other, 0 to 1; nothing between two of the same name. float64, square."""
    lat = np.radians(np.array([entry.lat for entry in entries]))
    lon = np.radians(np.array([entry.lon for entry in entries]))
    unit: Any = np.stack([np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)], axis=1)
    squared = np.maximum(0.0, 2.0 - 2.0 * (unit @ unit.T))
    distance: Any = _EARTH_RADIUS_KM * np.sqrt(squared)
    spread = np.array([_reach_km(entry) for entry in entries])
    kernel: Any = np.exp(-distance / (60.0 + np.minimum(spread[:, None], spread[None, :])))
    country = _codes([entry.country for entry in entries])
    division = _codes([entry.division for entry in entries])
    kernel += 0.15 * _same(country) + 0.35 * _same(division)
    kernel[owner[:, None] == owner[None, :]] = 0.0
    return kernel


def _reach_km(entry: Entry) -> float:
    return min(300.0, entry.radius_km) if entry.kind in {COUNTRY, DIVISION} else 0.0


def _codes(labels: Sequence[str | None]) -> Any:
    numbers: dict[str | None, int] = {None: -1}
    return np.array([numbers.setdefault(label, len(numbers)) for label in labels])


def _same(codes: Any) -> Any:
    return (codes[:, None] == codes[None, :]) & (codes[:, None] >= 0)


def _support(kernel: Any, weighted: Any, owner: Any, names: int) -> Any:
    """For each candidate, the sum over the other names of the best support that one of their candidates gives it."""
    given = kernel * weighted[None, :]
    total: Any = np.zeros(len(owner))
    for number in range(names):
        columns = given[:, owner == number]
        if columns.shape[1]:
            total += columns.sum(axis=1)
    return total


def _softmax_by_owner(score: Any, owner: Any, names: int) -> Any:
    top = np.full(names, -np.inf)
    np.maximum.at(top, owner, score)
    raised = np.exp(score - top[owner])
    return raised / np.bincount(owner, weights=raised, minlength=names)[owner]


def _choice(table: _Field, number: int, belief: Any, support: Any, kernel: Any) -> Choice | None:
    rows = [row for row, owner in enumerate(table.owner) if owner == number]
    if not rows:
        return None
    best = max(rows, key=lambda row: (belief[row], table.prior[row]))
    entry, ask = table.entries[best], table.asks[number]
    return Choice(entry=entry, share=float(belief[best]), reason=_reason(table, ask, best, rows, belief, kernel))


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
