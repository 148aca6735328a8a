"""What the gazetteer knows of one place, and of the name by which it was found."""

from dataclasses import dataclass

COUNTRY, DIVISION, DISTRICT, CITY = "country", "division", "district", "city"

KINDS: tuple[str, ...] = (
    COUNTRY,
    DIVISION,
    DISTRICT,
    CITY,
    "continent",
    "region",
    "desert",
    "sea",
    "gulf",
    "strait",
    "lake",
    "river",
    "canal",
    "range",
    "mountain",
    "valley",
    "forest",
    "island",
    "peninsula",
    "border",
    "camp",
    "site",
    "settlement",
    "disputed",
    "former",
)
"""Stored by position: append only. The last 21 are the kinds of Dateline's own list (``data/regions.csv``)."""

LINKS: tuple[str, ...] = ("name", "alternative", "short", "abbreviation")
"""How a name belongs to a place, stored by position. "short": a second-order division without its type word
("Rapides" for Rapides Parish). "abbreviation": counts only in its own capitals, or after a place and a comma."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One place. Degrees are WGS84."""

    row: int
    """Its number in the loaded gazetteer; not stable between versions."""
    name: str
    kind: str
    """One of ``KINDS``."""
    lat: float
    lon: float
    countries: tuple[str, ...]
    """ISO 3166-1 alpha-2; empty for seas and continents, several for what crosses borders."""
    division: str | None
    """GeoNames code of the first-order division it lies in or is, such as ``ML.09``."""
    district: str | None
    """GeoNames code of the second-order division it lies in or is, such as ``US.LA.079``; None where unknown."""
    population: int
    """0 when unknown."""
    radius_km: float
    """The place lies within this distance of its point, roughly."""
    geonameid: int | None
    capital: bool
    """Whether it is the capital of its country."""

    @property
    def country(self) -> str | None:
        """Its country when it lies in one only."""
        return self.countries[0] if len(self.countries) == 1 else None


@dataclass(frozen=True, slots=True)
class Match:
    """A place that bears the name asked for."""

    entry: Entry
    link: str
    """One of ``LINKS``."""
