"""Libraries that only some exports need."""

import importlib
from typing import Any

from dateline.errors import RunStopped


def library(name: str) -> Any:
    """A module of an optional library. Raises RunStopped, saying how to install it, when it is not there."""
    try:
        return importlib.import_module(name)
    except ModuleNotFoundError as error:
        needed = name.split(".")[0]
        raise RunStopped(f"{needed} is not installed. Install it with: pip install 'dateline[export]'") from error
