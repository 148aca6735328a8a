"""Read the data files of a language."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from dateline.errors import DataFileError

FOLDER = Path(__file__).parent
_PACKAGE = FOLDER.parent
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


COMPILED = ".json"
"""Ends the name of what the build makes of a data file: a list of its documents, read some fifteen times faster."""


def load_yaml(path: Path) -> Any:
    """The content of a YAML data file of one document. Raises DataFileError, naming the line, when it is not YAML."""
    if (found := _compiled(path)) is not None:
        return found[0]
    with _faults(path):
        return yaml.load(path.read_text(encoding="utf-8"), Loader=_Loader)


def load_yaml_documents(path: Path) -> list[Any]:
    """The documents of a YAML file, parted by lines of ``---``. Raises DataFileError as ``load_yaml`` does."""
    if (found := _compiled(path)) is not None:
        return found
    with _faults(path):
        return list(yaml.load_all(path.read_text(encoding="utf-8"), Loader=_Loader))


def _compiled(path: Path) -> list[Any] | None:
    """What the build made of a data file of the package; None for other files, and for one edited since."""
    if not path.is_relative_to(_PACKAGE):
        return None
    made = path.with_name(path.name + COMPILED)
    try:
        if made.stat().st_mtime < path.stat().st_mtime:
            return None
        documents: list[Any] = json.loads(made.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return None
    return documents


@contextmanager
def _faults(path: Path) -> Iterator[None]:
    try:
        yield
    except (OSError, yaml.YAMLError, UnicodeDecodeError) as error:
        raise DataFileError(f"{path}: not a readable YAML file: {error}") from error


@cache
def language_words(name: str, language: str = "en") -> frozenset[str]:
    """The words of ``languages/<language>/<name>.txt``, one a line, without lines that begin with ``#``."""
    lines = (FOLDER / language / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))


@cache
def language_data(name: str, language: str = "en") -> Any:
    """The content of ``languages/<language>/<name>.yaml``, read once a process. Treat it as read-only."""
    return load_yaml(FOLDER / language / f"{name}.yaml")
