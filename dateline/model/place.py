"""Where: words that name a place, what place they mean, and how precisely."""

from dataclasses import dataclass
from typing import Literal

PlacePrecision = Literal["site", "settlement", "near", "district", "province", "feature", "country", "sea"]
"""From sharp to vague, as in the precision crosswalk of ``docs/formats.md``. "feature": a landscape or a vague area,
such as "the north".
"""

PlaceRole = Literal["location", "actor", "origin"]
"""Location: where something is. Actor: the place's government or people act ("Paris condemned…"). Origin: an
adjective ("Malian").
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceMention:
    """Words that name a place, resolved as far as the report allows. Offsets as in ``Span``."""

    start: int
    end: int
    text: str
    name: str
    """The readable name, such as "Gao" or "northern Mali"; the words themselves when nothing was found."""
    lat: float | None
    """Degrees north, WGS84, of the point that stands for the place; None when unresolved."""
    lon: float | None
    """Degrees east, WGS84."""
    country: str | None
    """ISO 3166-1 alpha-2; None when the place is in no country, in several, or unknown."""
    geonameid: int | None
    """The GeoNames id; None for areas described in words and for entries of Dateline's own list."""
    precision: PlacePrecision
    radius_km: float | None
    """The place lies within this distance of the point; None when unresolved."""
    role: PlaceRole
    reason: str
    """One sentence on why this place and not another."""
