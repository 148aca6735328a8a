"""Names and extent of a city, for the packaged index and for users' dumps alike."""

import math
import re
from collections.abc import Callable

from dateline.gazetteer.index import add_name
from dateline.gazetteer.names import fold, without_article

_LATIN_NAME = re.compile(r"[^\W\d_][^\W\d_ .'’ʻ‘\-]*(?:[ .'’ʻ‘\-]+[^\W\d_]*)*")


def city_radius_km(population: int) -> float:
    """How far a city reaches: 2 km for a village, 25 km for ten million people."""
    return min(25.0, max(2.0, 2.0 + 0.007 * math.sqrt(population)))


def city_names(name: str, alternatives: tuple[str, ...], with_alternatives: bool) -> dict[str, int]:
    """The folded names of a city. Alternatives in other scripts, airport codes and notes are left out."""
    names: dict[str, int] = {}
    add_name(names, name, "name")
    bare = without_article(fold(name))
    if bare != fold(name):
        add_name(names, bare, "alternative")
    if with_alternatives:
        for other in alternatives:
            if is_useful(other):
                add_name(names, other, "alternative")
                add_name(names, without_article(fold(other)), "alternative")
    return names


def is_useful(name: str) -> bool:
    """Whether an alternative name may appear in English print: Latin letters, a capital first, no airport code."""
    is_name: Callable[[str], object] = _LATIN_NAME.fullmatch
    folded = fold(name)
    return (
        4 <= len(folded) <= 40
        and folded.replace(" ", "").isascii()
        and name[0].isupper()
        and not name.isupper()
        and bool(is_name(name))
    )
