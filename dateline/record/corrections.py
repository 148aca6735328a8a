"""What a person may put right in a claim, and claims added by hand, checked before they are written down."""

import hashlib
import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, get_args

from dateline.errors import BadArgument
from dateline.facts.from_records import CORRECTABLE, PARTIES
from dateline.model.claim import Counts, Modality, Polarity
from dateline.model.date_span import DayRange
from dateline.model.mention import EntityKind
from dateline.ontology.load import load_ontology

_CHOICES: Mapping[str, tuple[str, ...]] = {
    "polarity": get_args(Polarity),
    "modality": get_args(Modality),
    **{f"{part}_kind": get_args(EntityKind) for part in PARTIES},
}
COUNTED = tuple(Counts.__dataclass_fields__)
_BESIDE = frozenset({"location", *(f"{part}_kind" for part in PARTIES)})
"""What may be said beside the fields themselves: where a place is, what kind of actor a name stands for."""
_NUMBER = re.compile(r"(?P<low>\d{1,9})(?:-(?P<high>\d{1,9})|(?P<more>\+))?")
_DAY = r"\d{4}(?:-\d\d(?:-\d\d)?)?"
_WHEN = re.compile(rf"(?P<first>{_DAY}|\.\.)(?:/(?P<last>{_DAY}|\.\.))?")
_WHEN_HELP = "write 2012-04-03, 2012-04, 2012, 2012-04-01/2012-04-05, 2012-04/.. (since) or ../2012-04 (by)"


def checked_changes(changes: Mapping[str, Any]) -> dict[str, Any]:
    """The changes in the form of a claim's record. Raises BadArgument for a field or value that cannot be."""
    if not changes:
        raise BadArgument(f"nothing to put right: give a field and its value, of {_fields()}")
    found = {name: _checked(name, value) for name, value in changes.items()}
    if found.get("type") and found.get("mode"):
        _check_mode(found["type"], found["mode"])
    if found.get("place") and "location" not in found:
        found["place"], found["location"] = _located(found["place"])
    return found


def fitting(changes: Mapping[str, Any], now: Mapping[str, Any]) -> dict[str, Any]:
    """Changes made to fit the claim as it is ``now`` (its type and mode): a mode that the new type lacks goes, and
    the object of a relation to a place is its place. Raises BadArgument for a mode that the type lacks.
    """
    found = dict(changes)
    claim_type = found.get("type") or now["type"]
    if found.get("mode"):
        _check_mode(claim_type, found["mode"])
    elif "mode" not in found and now["mode"] and now["mode"] not in _modes(claim_type):
        found["mode"] = None
    if not _has_place_as_object(claim_type):
        return found
    if "object" in found and "place" not in found:
        place, location = _located(found["object"]) if found["object"] else (None, None)
        return {**found, "object": place, "place": place, "location": location}
    return {**found, "object": found["place"]} if "place" in found else found


def _checked(name: str, value: Any) -> Any:
    if name not in CORRECTABLE | _BESIDE:
        raise BadArgument(f"{name!r} is no field to put right: take one of {_fields()}")
    if name in _CHOICES and value not in _CHOICES[name]:
        raise BadArgument(f"{name} is one of {', '.join(_CHOICES[name])}, not {value!r}")
    checks: Mapping[str, Callable[[Any], Any]] = {"type": _type, "when": _when, "counts": _counts}
    return checks[name](value) if name in checks else value or None


def _fields() -> str:
    return ", ".join([*sorted(CORRECTABLE - {"counts"}), *COUNTED, *sorted(_BESIDE - {"location"})])


def _type(value: str) -> str:
    types = load_ontology().types
    fitting_name = next((name for name in (value, value.upper(), value.lower()) if name in types), None)
    if fitting_name is None:
        raise BadArgument(f"{value!r} is no type of claim: `dateline ontology list` has them")
    return fitting_name


def _modes(claim_type: str) -> Mapping[str, Any]:
    known = load_ontology().types.get(claim_type)
    return known.modes if known else {}


def _check_mode(claim_type: str, mode: str) -> None:
    modes = _modes(claim_type)
    if mode not in modes:
        known = f"its modes are {', '.join(modes)}" if modes else "it has no modes"
        raise BadArgument(f"{claim_type} has no mode {mode!r}: {known}")


def _has_place_as_object(claim_type: str) -> bool:
    known = load_ontology().types.get(claim_type)
    return known is not None and known.place_object


def _when(value: Any) -> Any:
    """A day, month or year, or two of them joined by ``/``, of which one may be open (``..``); empty for no date."""
    if not value or not isinstance(value, str):
        return value or None
    matched = _WHEN.fullmatch(value.strip())
    if matched is None:
        raise BadArgument(f"{value!r} is no date: {_WHEN_HELP}")
    first, last = matched["first"], matched["last"] or matched["first"]
    try:
        days = DayRange(first=_first(first), last=_last(last))
    except ValueError as error:
        raise BadArgument(f"{value!r} is no date: {_WHEN_HELP}") from error
    if days.first is None and days.last is None:
        raise BadArgument(f"{value!r} is no date: {_WHEN_HELP}; leave it empty for no date")
    ends = [days.first.isoformat() if days.first else None, days.last.isoformat() if days.last else None]
    certain = ends if days.first == days.last else None
    return {"certain": certain, "possible": ends, "edtf": days.edtf, "basis": "", "reason": "put right by a person"}


def _first(text: str) -> date | None:
    if text == "..":
        return None
    parts = [int(part) for part in text.split("-")]
    return date(parts[0], parts[1] if len(parts) > 1 else 1, parts[2] if len(parts) > 2 else 1)


def _last(text: str) -> date | None:
    if text == "..":
        return None
    parts = [int(part) for part in text.split("-")]
    if len(parts) == 3:
        return date(*parts)
    return (DayRange.month(parts[0], parts[1]) if len(parts) == 2 else DayRange.year(parts[0])).last


def _counts(value: Any) -> dict[str, dict[str, int | None] | None]:
    return {name: _count(name, number) for name, number in dict(value).items()}


def _count(name: str, number: Any) -> dict[str, int | None] | None:
    """``12``, ``10-15``, ``10+`` for at least ten; empty for none said."""
    if name not in COUNTED:
        raise BadArgument(f"{name!r} is nothing that is counted: take one of {', '.join(COUNTED)}")
    if number is None or number == "":
        return None
    if isinstance(number, Mapping):
        low, best, high = number.get("low"), number.get("best"), number.get("high")
        number = f"{low}-{high}" if high is not None else f"{low}+"
    else:
        low = best = high = None
    matched = _NUMBER.fullmatch(str(number).strip())
    if matched is None:
        raise BadArgument(f"{name} is a number such as 12, 10-15 or 10+, not {number!r}")
    low = int(matched["low"])
    high = None if matched["more"] else int(matched["high"] or low)
    best = low if best is None else int(best)
    if best < low or (high is not None and best > high):
        raise BadArgument(f"{name}: {number!r} ends before it starts")
    return {"low": low, "best": best, "high": high}


def hand_claim(
    report: str, text: str, quote: str, fields: Mapping[str, Any], near: int | None = None
) -> dict[str, Any]:
    """The record of a claim added by hand. Raises BadArgument when the report does not hold the words, or holds them
    more than once, and when no type or, of a relation, not both parties are given. ``near``: of several places with
    the words the one nearest to this offset is meant.
    """
    start, end = _passage(report, text, quote, near)
    if not fields.get("type"):
        raise BadArgument("a claim needs a type, such as type=ASSAULT or type=leads")
    checked = checked_changes(fields)
    given = fitting(checked, {"type": checked["type"], "mode": None})
    if not given["type"].isupper() and not (given.get("subject") and given.get("object")):
        raise BadArgument(f"{given['type']} is a relation of two: give subject=… and object=…")
    counts = {name: count for name, count in (given.pop("counts", None) or {}).items() if count is not None}
    told = repr(sorted((name, value) for name, value in {**given, "counts": counts}.items()))
    digest = hashlib.sha256("\0".join((report, text[start:end], told)).encode()).hexdigest()
    empty = dict.fromkeys(("mode", "place", "location", "when", "speech", "attribution", "role", "weapon"))
    parties = {f"{part}{end}": None for part in PARTIES for end in ("", "_entity", "_span")}
    return {
        "id": f"h{digest[:12]}",
        **empty,
        **parties,
        "polarity": "asserted",
        "modality": "actual",
        "evidence": [start, end],
        "quote": text[start:end],
        "governed_by": [],
        "codes": {},
        "confidence": 1.0,
        "reason": "added by hand",
        **given,
        "counts": counts,
    }


def _passage(report: str, text: str, quote: str, near: int | None) -> tuple[int, int]:
    """Where words stand in a text; line ends and spaces make no difference."""
    words = [re.escape(word) for word in quote.split()]
    found = list(re.finditer(r"\s+".join(words), text)) if words else []
    if not found:
        raise BadArgument(f"the report {report} does not hold the words {quote!r}: copy them out of it as they stand")
    if near is not None:
        return min(found, key=lambda one: abs(one.start() - near)).span()
    if len(found) > 1:
        raise BadArgument(
            f"the report {report} holds the words {quote!r} {len(found)} times: give more words around them"
        )
    return found[0].span()


def _located(words: str) -> tuple[str, dict[str, Any] | None]:
    """As ``located_place``, for which the gazetteer is imported only where a place is named."""
    from dateline.record.places import located_place

    return located_place(words)
