"""Read the data files of a language."""

from functools import cache
from pathlib import Path
from typing import Any

import yaml

from dateline.errors import DataFileError

FOLDER = Path(__file__).parent
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def load_yaml(path: Path) -> Any:
    """The content of a YAML data file. Raises DataFileError, naming the line, when it is not YAML."""
    try:
        return yaml.load(path.read_text(encoding="utf-8"), Loader=_Loader)
    except (OSError, yaml.YAMLError, UnicodeDecodeError) as error:
        raise DataFileError(f"{path}: not a readable YAML file: {error}") from error


def load_yaml_documents(path: Path) -> list[Any]:
    """The documents of a YAML file, parted by lines of ``---``. Raises DataFileError as ``load_yaml`` does."""
    try:
        return list(yaml.load_all(path.read_text(encoding="utf-8"), Loader=_Loader))
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
