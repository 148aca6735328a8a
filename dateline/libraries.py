"""Libraries that only some of Dateline's work needs."""

from importlib import import_module
from typing import Any

from dateline.errors import RunStopped


def library(name: str, *, extra: str) -> Any:
    """A module of an optional library. Raises RunStopped, saying how to install it, when it is not there.

    ``extra``: what of Dateline brings it along.
    """
    try:
        return import_module(name)
    except ModuleNotFoundError as error:
        needed = name.partition(".")[0]
        raise RunStopped(f"{needed} is not installed. Install it with: pip install 'dateline[{extra}]'") from error
