"""What a person may put right in a claim, and claims added by hand, checked before they are written down."""

import hashlib
from collections.abc import Mapping
from datetime import date
from typing import Any, get_args

from dateline.errors import BadArgument
from dateline.facts.from_records import CORRECTABLE
from dateline.model.claim import Modality, Polarity
from dateline.model.date_span import DayRange
from dateline.ontology.load import load_ontology

_CHOICES = {"polarity": get_args(Polarity), "modality": get_args(Modality)}
_KINDS = ("subject_kind", "object_kind", "said_by_kind", "location")
COUNTED = ("killed", "injured", "abducted", "arrested", "displaced", "crowd")


def checked_changes(changes: Mapping[str, Any]) -> dict[str, Any]:
    """The changes in the form of a claim's record. Raises BadArgument for a field or value that cannot be."""
    if not changes:
        raise BadArgument(f"nothing to put right: give a field and its value, of {', '.join(sorted(CORRECTABLE))}")
    return {name: _checked(name, value) for name, value in changes.items()}


def _checked(name: str, value: Any) -> Any:
    if name not in CORRECTABLE and name not in _KINDS:
        raise BadArgument(f"{name!r} is no field to put right: take one of {', '.join(sorted(CORRECTABLE))}")
    if name in _CHOICES and value not in _CHOICES[name]:
        raise BadArgument(f"{name} is one of {', '.join(_CHOICES[name])}, not {value!r}")
    if name == "type":
        return _type(value)
    if name == "when":
        return _when(value) if isinstance(value, str) else value
    if name == "counts":
        return {part: _count(part, number) for part, number in dict(value).items()}
    return value or None


def _type(value: str) -> str:
    if value not in load_ontology().types:
        raise BadArgument(f"{value!r} is no type of claim: `dateline ontology list` has them")
    return value


def _when(value: str) -> dict[str, Any] | None:
    """``2012-04-03``, ``2012-04``, ``2012``, or two of them joined by ``/``; empty for no date."""
    if not value:
        return None
    first, _, last = value.partition("/")
    try:
        days = DayRange(first=_first(first), last=_last(last or first))
    except ValueError as error:
        raise BadArgument(f"{value!r} is no date: write 2012-04-03, 2012-04, 2012 or 2012-04-01/2012-04-05") from error
    ends = [days.first.isoformat() if days.first else None, days.last.isoformat() if days.last else None]
    certain = ends if days.first == days.last else None
    return {"certain": certain, "possible": ends, "edtf": days.edtf, "basis": "", "reason": "put right by a person"}


def _first(text: str) -> date:
    parts = [int(part) for part in text.split("-")]
    return date(parts[0], parts[1] if len(parts) > 1 else 1, parts[2] if len(parts) > 2 else 1)


def _last(text: str) -> date:
    parts = [int(part) for part in text.split("-")]
    if len(parts) == 3:
        return date(*parts)
    days = DayRange.month(parts[0], parts[1]) if len(parts) == 2 else DayRange.year(parts[0])
    assert days.last is not None
    return days.last


def _count(name: str, number: Any) -> dict[str, int | None]:
    if name not in COUNTED:
        raise BadArgument(f"{name!r} is nothing that is counted: take one of {', '.join(COUNTED)}")
    if isinstance(number, Mapping):
        return {"low": int(number["low"]), "best": int(number["best"]), "high": number["high"]}
    if not str(number).isdigit():
        raise BadArgument(f"{name} is a number, not {number!r}")
    return {"low": int(number), "best": int(number), "high": int(number)}


def hand_claim(report: str, text: str, quote: str, fields: Mapping[str, Any]) -> dict[str, Any]:
    """The record of a claim added by hand. Raises BadArgument when the report has no such words, or no type is given."""
    start = text.find(quote) if quote.strip() else -1
    if start < 0:
        raise BadArgument(f"the report {report} does not hold the words {quote!r}: copy them out of it as they stand")
    if not fields.get("type"):
        raise BadArgument("a claim needs a type, such as type=ASSAULT or type=leads")
    given = checked_changes(fields)
    digest = hashlib.sha256("\0".join((report, quote, repr(sorted(given.items())))).encode()).hexdigest()
    empty = dict.fromkeys(("mode", "place", "location", "when", "speech", "attribution", "role", "weapon"))
    parties = {f"{part}{end}": None for part in ("subject", "object", "said_by") for end in ("", "_entity", "_span")}
    return {
        "id": f"h{digest[:12]}",
        **empty,
        **parties,
        "polarity": "asserted",
        "modality": "actual",
        "evidence": [start, start + len(quote)],
        "quote": quote,
        "counts": {},
        "governed_by": [],
        "codes": {},
        "confidence": 1.0,
        "reason": "added by hand",
        **given,
    }
