"""Build the packaged index: ``python -m dateline.gazetteer.build``. The same sources give the same bytes."""

import logging
import math
import re
import sys
from collections import defaultdict
from pathlib import Path

import pycountry

from dateline.gazetteer.areas import centre_and_radius, distance_to_most
from dateline.gazetteer.borders import border_drafts
from dateline.gazetteer.cities import city_names, city_radius_km, is_useful
from dateline.gazetteer.entry import CITY, COUNTRY, DISTRICT, DIVISION
from dateline.gazetteer.index import Draft, Index, add_name
from dateline.gazetteer.lookup import PACKAGED
from dateline.gazetteer.names import fold
from dateline.gazetteer.sources import (
    City,
    Division,
    read_cities,
    read_divisions,
    read_json,
    read_table,
    split_names,
)

logger = logging.getLogger(__name__)

Points = dict[str, list[tuple[float, float]]]

_OTHER_SCRIPTS = frozenset(
    re.findall(
        r"\w+",
        "ar fa ps ku uk ru be bg sr mk ka hy am ti he my km lo th ur hi bn ne si ta dv kk ky tg mn zh ko ja el",
    )
)
_LARGE = 100_000
_TYPE_WORDS = re.compile(
    r"^(?:state|province|region|department|governorate|republic|county|prefecture|oblast|municipality|commune|"
    r"city) of (?:the )?|"
    r"[ -](?:state|province|region|district|department|governorate|county|parish|prefecture|oblast|raion|rayon|hromada|"
    r"municipality|commune|borough|krai|census area|city and borough|wilayat|city|region|zone|division|canton|"
    r"territorial hromada|urban okrug|municipal district)$",
    re.IGNORECASE,
)


def build() -> Index:
    """The index of all places that ship with the package."""
    divisions = read_divisions()
    cities = read_cities(divisions)
    by_area: Points = defaultdict(list)
    people: dict[str, int] = defaultdict(int)
    for city in cities:
        for code in (city.country, city.division, city.district):
            if code:
                by_area[code].append((city.lat, city.lon))
                people[code] += city.population
    borders = border_drafts(read_json("countries.json"), by_area)
    drafts = [*_countries(by_area), *_divisions(divisions, by_area, people), *_regions(), *borders, *_cities(cities)]
    logger.info("%d places, %d names", len(drafts), sum(len(draft.names) for draft in drafts))
    return Index.of(drafts)


def _countries(by_area: Points) -> list[Draft]:
    own = {row["code"]: row for row in read_table("countries.csv")}
    drafts = []
    for code, row in sorted(read_json("countries.json").items()):
        ours = own.get(code)
        if ours is None and code not in by_area:
            continue
        lat, lon = (float(ours["lat"]), float(ours["lon"])) if ours else centre_and_radius(by_area[code])[:2]
        names: dict[str, int] = {}
        add_name(names, row["name"], "name")
        for name in (*_official_names(code), *split_names(ours["aliases"] if ours else "")):
            add_name(names, name, "abbreviation" if _is_abbreviation(name) else "alternative")
        drafts.append(
            Draft(
                name=row["name"],
                kind=COUNTRY,
                lat=lat,
                lon=lon,
                countries=(code,),
                population=int(row["population"]),
                radius_km=math.sqrt(max(float(row["areakm2"] or 0), 1.0) / math.pi) * 1.3,
                geonameid=int(row["geonameid"]),
                names=names,
            )
        )
    return drafts


def _official_names(code: str) -> list[str]:
    country = pycountry.countries.get(alpha_2=code)
    if country is None:
        return []
    names = [getattr(country, field, None) for field in ("name", "official_name", "common_name")]
    return [name for name in names if name and "," not in name]


def _is_abbreviation(name: str) -> bool:
    return (len(name) <= 5 and name.isupper()) or name.endswith(".") or (name.count(".") > 1)


def _divisions(divisions: list[Division], by_area: Points, people: dict[str, int]) -> list[Draft]:
    own = {row["code"]: row for row in read_table("divisions.csv")}
    drafts = []
    for division in divisions:
        if division.level not in (1, 2) or not division.code:
            continue
        ours = own.get(division.code)
        parent = ".".join(division.code.split(".")[:2])
        points = by_area.get(division.code) or by_area.get(parent) or by_area.get(division.code[:2])
        if not points:
            continue
        lat, lon, radius = centre_and_radius(points)
        if ours:
            lat, lon = float(ours["lat"]), float(ours["lon"])
            radius = max(radius, distance_to_most(points, (lat, lon)))
        drafts.append(
            Draft(
                name=division.name,
                kind=DIVISION if division.level == 1 else DISTRICT,
                lat=lat,
                lon=lon,
                countries=(division.code[:2],),
                division=parent,
                district=division.code if division.level == 2 else "",
                population=people.get(division.code, 0),
                radius_km=radius,
                geonameid=division.geonameid,
                names=_division_names(division, split_names(ours["aliases"]) if ours else []),
            )
        )
    return drafts


def _division_names(division: Division, own: list[str]) -> dict[str, int]:
    names: dict[str, int] = {}
    add_name(names, division.name, "name")
    for name in division.alternatives:
        if is_useful(name):
            add_name(names, name, "alternative")
    for name in own:
        add_name(names, name, "abbreviation" if _is_abbreviation(name) else "alternative")
    if division.type_word:
        add_name(names, f"{division.name} {division.type_word}", "alternative")
    short = "alternative" if division.level == 1 else "short"
    for name in (division.name, *division.alternatives):
        bare = _TYPE_WORDS.sub("", name)
        if is_useful(bare):
            folded = fold(bare)
            if division.level == 2 and folded != fold(division.name):
                names.pop(folded, None)
            add_name(names, bare, short)
    return names


def _regions() -> list[Draft]:
    drafts = []
    for row in read_table("regions.csv"):
        names: dict[str, int] = {}
        readable = row["name"].split(" (")[0]
        add_name(names, readable, "name")
        for name in split_names(row["aliases"]):
            add_name(names, name, "abbreviation" if _is_abbreviation(name) else "alternative")
        drafts.append(
            Draft(
                name=readable,
                kind=row["kind"],
                lat=float(row["lat"]),
                lon=float(row["lon"]),
                countries=tuple(split_names(row["countries"])),
                radius_km=float(row["radius_km"]),
                names=names,
            )
        )
    return drafts


def _cities(cities: list[City]) -> list[Draft]:
    countries = read_json("countries.json")
    capitals = {(code, fold(row["capital"])) for code, row in countries.items() if row["capital"]}
    keeps_all = _countries_whose_alternatives_matter(countries)
    return [
        Draft(
            name=city.name,
            kind=CITY,
            lat=city.lat,
            lon=city.lon,
            countries=(city.country,),
            division=city.division,
            district=city.district,
            population=city.population,
            radius_km=city_radius_km(city.population),
            geonameid=city.geonameid,
            capital=_is_capital(city, capitals),
            names=city_names(city.name, city.alternatives, city.population >= _LARGE or city.country in keeps_all),
        )
        for city in cities
    ]


def _is_capital(city: City, capitals: set[tuple[str, str]]) -> bool:
    return city.population > 1000 and any(
        (city.country, fold(name)) in capitals for name in (city.name, *city.alternatives)
    )


def _countries_whose_alternatives_matter(countries: dict[str, dict[str, str]]) -> set[str]:
    """Where names reach the news in several transliterations: countries of other scripts, and Africa."""
    keep = set()
    for code, row in countries.items():
        languages = {language.split("-")[0] for language in row["languages"].split(",")[:2]}
        if languages & _OTHER_SCRIPTS or row["continentcode"] == "AF":
            keep.add(code)
    return keep


def main(path: Path = PACKAGED) -> None:
    """Build the index into a file."""
    logging.basicConfig(level=logging.INFO, format="%(message)s", stream=sys.stderr)
    build().save(path)
    logger.info("%s: %.1f MB", path.name, path.stat().st_size / 1e6)


if __name__ == "__main__":
    main()
