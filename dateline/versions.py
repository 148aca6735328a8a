"""What a reading is marked with, so that a store knows which claims a newer reader would make anew."""

import hashlib
import importlib.metadata
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from dateline import __version__
from dateline.gazetteer import folder as places_folder
from dateline.knowledge.user_files import files_digest

PACKAGE = Path(__file__).parent
DATA_SUFFIXES = {".yaml", ".csv", ".json", ".npz", ".txt"}
DATA_FOLDERS = ("ontology", "languages", "knowledge", "gazetteer", "claims", "read", "encoder")
WITHOUT_ENCODER = "without the encoder"
"""Stands in the version of a reader whose readings owe nothing to the encoder."""


@cache
def data_digest() -> str:
    """The first 8 hex digits of a SHA-256 over every data file that reading depends on, as it is in the sources."""
    digest = hashlib.sha256()
    for folder in DATA_FOLDERS:
        for path in sorted((PACKAGE / folder).rglob("*")):
            if path.suffix in DATA_SUFFIXES and not path.name.endswith(".yaml.json") and path.is_file():
                digest.update(path.relative_to(PACKAGE).as_posix().encode())
                digest.update(path.read_bytes())
    return digest.hexdigest()[:8]


def reader_version(
    model: str,
    actors: Sequence[str] = (),
    ontology: Sequence[str] = (),
    *,
    encoder: bool | str = True,
    gate: float | None = None,
) -> str:
    """Dateline's version, the language model's, the digest of the data and those of a user's own places, actors and
    claim types, if there are any: ``dateline 0.1.0, x 3.8.0, data 1a2b3c4d, actors 5e6f7a8b, ontology 9c0d1e2f``; also
    "without the encoder" when it does not read or its weights are not installed, the digest of other weights than the
    shipped ones, and the gate.

    Raises DataFileError for a file of the user that cannot be read.
    """
    from dateline.encoder.model import shipped

    parts = [_shipped_version(model)]
    if dumps := sorted(map(str, places_folder.user_folder().glob("*.npz"))):
        parts.append(f"places {files_digest(dumps)}")
    if isinstance(encoder, str):
        parts.append(f"encoder {files_digest([str(Path(encoder) / 'encoder.yaml')])}")
    elif not encoder or not shipped():
        parts.append(WITHOUT_ENCODER)
    if gate is not None:
        parts.append(f"gate {gate:g}")
    if actors:
        parts.append(f"actors {files_digest(actors)}")
    if ontology:
        parts.append(f"ontology {files_digest(ontology)}")
    return ", ".join(parts)


@cache
def _shipped_version(model: str) -> str:
    try:
        found = importlib.metadata.version(model)
    except importlib.metadata.PackageNotFoundError:
        found = "missing"
    return f"dateline {__version__}, {model} {found}, data {data_digest()}"
