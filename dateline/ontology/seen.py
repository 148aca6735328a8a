"""Where the participants stand of a claim that the encoder sees and no pattern's words state: ``seen.yaml``."""

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path

from dateline.errors import DataFileError
from dateline.languages.load import load_yaml
from dateline.ontology.claim_types import Pattern
from dateline.ontology.load import load_ontology, patterns_of

FILE = Path(__file__).parent / "seen.yaml"


@cache
def seen_patterns(path: Path = FILE) -> Mapping[str, tuple[Pattern, ...]]:
    """By claim type, in the order in which they are tried. Raises DataFileError for a type or key that is unknown."""
    types = load_ontology().types
    found: dict[str, tuple[Pattern, ...]] = {}
    for name, entries in load_yaml(path).items():
        if name not in types:
            raise DataFileError(f"{path.name}: there is no claim type {name!r}: its name is that of a file's 'type'")
        found[name] = tuple(
            replace(pattern, seen=True)
            for number, entry in enumerate(entries, 1)
            for pattern in patterns_of(f"{path.name}: {name} {number}", entry, {}, types[name], "")
        )
    return found
