"""Points at a distance from a place, on a sphere."""

import math

from dateline.gazetteer.areas import EARTH_RADIUS_KM


def moved(lat: float, lon: float, bearing: float, km: float) -> tuple[float, float]:
    """The point that lies ``km`` from another (degrees, WGS84) along a bearing in degrees clockwise from north."""
    phi, lam, theta, angle = math.radians(lat), math.radians(lon), math.radians(bearing), km / EARTH_RADIUS_KM
    there = math.asin(math.sin(phi) * math.cos(angle) + math.cos(phi) * math.sin(angle) * math.cos(theta))
    across = math.sin(theta) * math.sin(angle) * math.cos(phi)
    along = math.cos(angle) - math.sin(phi) * math.sin(there)
    turned = math.degrees(lam + math.atan2(across, along))
    return round(math.degrees(there), 4), round((turned + 180.0) % 360.0 - 180.0, 4)
