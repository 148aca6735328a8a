"""Read CAMEO actor codes such as ``SYRREB``: a country or kind of body, then parts that say what the actor is.

The parts are ``cameo_codes.yaml``, after the CAMEO codebook (version 1.1b3, chapter 3) and the PLOVER manual v0.8.
"""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from dateline.knowledge.countries import alpha2
from dateline.languages.load import load_yaml
from dateline.model import EntityKind

_CODE = re.compile(r"(?:[A-Z0-9]{3})+")


@dataclass(frozen=True, slots=True)
class Coded:
    """What a code says."""

    kind: EntityKind | None
    """None: the code only names a country or region."""
    country: str | None
    """ISO 3166-1 alpha-2; None: none, or a region."""
    plover: str
    """PLOVER's sector; ``UNK`` when the code has none."""


def is_nothing(code: str) -> bool:
    """Whether a code says that the words name no actor."""
    return code in codes()["nothing"]


def decode(code: str) -> Coded | None:
    """What a code says; None for one that is not made of parts of three capitals or digits."""
    if not _CODE.fullmatch(code):
        return None
    parts = [code[start : start + 3] for start in range(0, len(code), 3)]
    said: dict[str, Any] = codes()["sectors"]
    sector = next((values for part, values in said.items() if part in parts), None)
    kind, plover = sector or (None, "UNK")
    return Coded(kind, None if _is_no_country(parts[0]) else alpha2(parts[0]), plover)


def _is_no_country(part: str) -> bool:
    return part in codes()["bodies"] or part in codes()["regions"]


@cache
def codes() -> Any:
    """The content of ``cameo_codes.yaml``. Treat it as read-only."""
    return load_yaml(Path(__file__).with_name("cameo_codes.yaml"))
