"""Country codes as dictionaries write them, made ISO 3166-1 alpha-2."""

import csv
from functools import cache
from pathlib import Path

COUNTRIES = Path(__file__).parents[1] / "export" / "country_codes.csv"
"""The package's one table of alpha-2 and alpha-3 codes."""
_FORMER = {"KSV": "XK", "XKX": "XK", "ROM": "RO", "TMP": "TL", "ZAR": "CD", "BUR": "MM", "PAL": "PS", "GAZ": "PS"}
"""Codes of older CAMEO dictionaries, and those in use for Kosovo."""


def alpha2(code: str) -> str | None:
    """The alpha-2 code of a two- or three-letter code in any case; None when it is no country's."""
    code = code.upper()
    return code if code in _two_letters() else _by_three_letters().get(code)


@cache
def _by_three_letters() -> dict[str, str]:
    with COUNTRIES.open(encoding="utf-8", newline="") as rows:
        return {row["alpha3"]: row["alpha2"] for row in csv.DictReader(rows)} | _FORMER


@cache
def _two_letters() -> frozenset[str]:
    return frozenset(_by_three_letters().values())
