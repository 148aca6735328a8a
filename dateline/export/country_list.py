"""Countries by the list of ISO 3166-1 that ships with Dateline. It needs no gazetteer."""

import csv
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent


@cache
def country_codes() -> dict[str, dict[str, str]]:
    """The rows of the list by alpha-2 code."""
    with (FOLDER / "country_codes.csv").open(encoding="utf-8", newline="") as rows:
        return {row["alpha2"]: row for row in csv.DictReader(rows)}


def listed_name(country: str | None) -> str:
    """The name in the list of countries, for which no gazetteer is loaded; the code itself when it is not there."""
    return country_codes().get(country or "", {}).get("name", country or "")


def iso_number(country: str | None) -> int | None:
    """ISO 3166-1 numeric; None for Kosovo, which has none, and for None."""
    digits = country_codes().get(country or "", {}).get("numeric", "")
    return int(digits) if digits.isdigit() else None


def iso_alpha3(country: str | None) -> str | None:
    """ISO 3166-1 alpha-3; None when it is not known."""
    return country_codes().get(country or "", {}).get("alpha3") or None
