"""CAMEO's event codes as Dateline's claim types. The table is ``cameo_plover.yaml``."""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from dateline.errors import DataFileError
from dateline.languages.load import load_yaml

_CODE = re.compile(r"\d{2,4}")
_LONGEST = 4


@dataclass(frozen=True, slots=True)
class EventKind:
    """A claim type and its mode, None where the code says no more than the type."""

    type: str
    mode: str | None


def event_kind(code: str) -> EventKind | str:
    """What a CAMEO event code is, or the reason why it makes no event.

    The longest beginning of the code that the table lists decides. Raises DataFileError for what is no CAMEO event
    code.
    """
    table = _table()
    if not _CODE.fullmatch(code):
        raise DataFileError(f"{code!r} is no CAMEO event code: those have two to four figures, as 0841")
    for length in range(min(_LONGEST, len(code)), 1, -1):
        beginning = code[:length]
        if beginning in table["codes"]:
            name, _, mode = table["codes"][beginning].partition("/")
            return EventKind(name, mode or None)
        if beginning in table["makes_no_event"]:
            return str(table["makes_no_event"][beginning])
    raise DataFileError(f"CAMEO has no events {code[:2]}: they begin with 01 to 20")


@cache
def _table() -> Any:
    return load_yaml(Path(__file__).with_name("cameo_plover.yaml"))
