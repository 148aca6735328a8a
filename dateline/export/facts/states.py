"""Countries as the datasets of the field number and name them."""

import csv
from functools import cache
from pathlib import Path

from dateline.export.country_list import country_codes
from dateline.gazetteer.lookup import load_gazetteer

FOLDER = Path(__file__).parent
_REGIONS = ((200, "Americas"), (400, "Europe"), (630, "Africa"), (700, "Middle East"), (1000, "Asia"))
"""UCDP's regions follow the Gleditsch-Ward numbers: each holds the numbers below its bound (Egypt is 651, and
Oceania is counted with Asia).
"""


@cache
def _numbers() -> dict[str, int]:
    with (FOLDER / "state_numbers.csv").open(encoding="utf-8", newline="") as rows:
        return {row["alpha2"]: int(row["gleditsch_ward"]) for row in csv.DictReader(rows)}


def gleditsch_ward(country: str | None) -> int | None:
    """The number of an independent state by its ISO 3166-1 alpha-2 code, as K. S. Gleditsch and M. D. Ward list them
    for today; None for microstates, territories and None.
    """
    return _numbers().get(country or "")


def ucdp_region(country: str | None) -> str | None:
    """Africa, Americas, Asia, Europe or Middle East; None for a country without a number."""
    number = gleditsch_ward(country)
    return next((region for bound, region in _REGIONS if number < bound), None) if number is not None else None


def country_name(country: str | None) -> str | None:
    """The name in common use; None for None, the code itself when it is not known."""
    if not country:
        return None
    area = load_gazetteer().area(country)
    return area.name if area else country_codes().get(country, {}).get("name", country)


def first_order_division(name: str, geonameid: int | None) -> str | None:
    """The name of the first-order division that a place of the gazetteer lies in or is; None when it is not there."""
    if geonameid is None:
        return None
    gazetteer = load_gazetteer()
    entry = next((match.entry for match in gazetteer.find(name) if match.entry.geonameid == geonameid), None)
    area = gazetteer.area(entry.division) if entry and entry.division else None
    return area.name if area else None
