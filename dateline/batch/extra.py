"""Libraries that only batches need, and what to say where they are not installed."""

from importlib import import_module
from typing import Any

from dateline.errors import RunStopped


def library(name: str, extra: str = "batch") -> Any:
    """A module. Raises RunStopped, saying what to install, when it is not there."""
    try:
        return import_module(name)
    except ImportError as error:
        top = name.partition(".")[0]
        if error.name is None or error.name.partition(".")[0] != top:
            raise
        raise RunStopped(f'{top} is not installed: install it with pip install "dateline[{extra}]"') from error
