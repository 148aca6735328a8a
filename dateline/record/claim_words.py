"""A claim's fields in words for people, each as sharp as it was said."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from dateline.model.claim import Counts
from dateline.model.date_span import DayRange, edtf_in_words
from dateline.model.fact import PlaceAt
from dateline.model.record_types import ClaimRecord, CountRecord, WhenRecord
from dateline.record.in_words import place_words

MODALITIES: Mapping[str, str] = {
    "actual": "as something that is or was so",
    "planned": "as something planned",
    "possible": "as something possible",
    "alleged": "as something alleged",
}
COUNTED = tuple(Counts.__dataclass_fields__)


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldWords:
    """One field of a claim."""

    field: str
    """As in the claim's record; "counts" for all of them."""
    name: str
    words: str
    """Empty where the passage does not say."""
    detail: str = ""
    """On what words of the report it rests, and how sharp it is."""


def claim_fields(record: ClaimRecord) -> list[FieldWords]:
    """Who, whom, where, when, how many, on whose word and how surely, in this order; all of them, said or not."""
    where, at = _where(record)
    when, certain = when_of(record["when"])
    counts = "; ".join(count_words(kind, count) for kind, count in sorted(record["counts"].items()))
    cue = ", ".join(f"“{word}”" for word in record["governed_by"])
    said = record["said_by"] or "the report, in its own voice"
    return [
        FieldWords(field="subject", name="who", words=record["subject"] or ""),
        FieldWords(field="object", name="whom or what", words=record["object"] or ""),
        FieldWords(field="place", name="where", words=where, detail=at),
        FieldWords(field="when", name="when", words=when, detail=certain),
        FieldWords(field="counts", name="how many", words=counts),
        FieldWords(field="weapon", name="weapon", words=record["weapon"] or ""),
        FieldWords(field="role", name="office", words=record["role"] or ""),
        FieldWords(
            field="said_by", name="said by", words=said, detail=f"{record['speech']} speech" if record["speech"] else ""
        ),
        FieldWords(field="polarity", name="says", words=polarity_words(record), detail=cue),
        FieldWords(field="modality", name="how", words=MODALITIES[record["modality"]]),
    ]


def polarity_words(record: ClaimRecord) -> str:
    """``that it is so``, ``that it is not so``."""
    return "that it is so" if record["polarity"] == "asserted" else "that it is not so"


def claim_marks(record: ClaimRecord) -> list[str]:
    """What keeps a claim from saying plainly that it is so: ``DENIED``, ``PLANNED``, ``POSSIBLE``, ``ALLEGED``."""
    negated = ["DENIED"] if record["polarity"] == "negated" else []
    return negated + ([record["modality"].upper()] if record["modality"] != "actual" else [])


def when_of(when: WhenRecord | None) -> tuple[str, str]:
    """The possible days in words, and which of them are certain, with the words of the report."""
    if when is None:
        return "", "the passage gives no day"
    basis = f", from “{when['basis']}”" if when["basis"] else ""
    certain = when["certain"]
    if certain is None:
        sure = "on some day of these; none is certain"
    elif certain == when["possible"]:
        first, last = certain
        sure = "certain" if first == last else "certain on every one of these days"
    else:
        sure = f"possible; certain {edtf_in_words(_days(certain).edtf)}"
    return edtf_in_words(when["edtf"]), f"{sure}{basis}"


def count_words(kind: str, count: CountRecord) -> str:
    """``killed 12``, ``killed 10 to 15``, ``killed 10 or more``."""
    if count["high"] is None:
        return f"{kind} {count['low']:,} or more"
    return (
        f"{kind} {count['low']:,}" if count["low"] == count["high"] else f"{kind} {count['low']:,} to {count['high']:,}"
    )


def values_of(record: ClaimRecord) -> dict[str, Any]:
    """The fields as a person writes them to put them right, in the form that ``corrections`` reads."""
    plain = ("type", "mode", "subject", "object", "said_by", "place", "polarity", "modality", "role", "weapon")
    counts = {kind: _count_text(record["counts"].get(kind)) for kind in COUNTED}
    when = _days(record["when"]["possible"]).edtf if record["when"] else ""
    fields: Mapping[str, Any] = record
    return {**{name: fields[name] or "" for name in plain}, "when": when, **counts}


def _count_text(count: CountRecord | None) -> str:
    if count is None:
        return ""
    low, high = count["low"], count["high"]
    return f"{low}+" if high is None else str(low) if low == high else f"{low}-{high}"


def _days(ends: list[str | None]) -> DayRange:
    first, last = (date.fromisoformat(day) if day else None for day in ends)
    return DayRange(first=first, last=last)


def _where(record: ClaimRecord) -> tuple[str, str]:
    """The place, and its coordinates with how far around them it may be."""
    if record["place"] is None:
        return "", "the passage names no place"
    at: Any = record["location"]
    if at is None or at["lat"] is None:
        return record["place"], "not in the gazetteer: no coordinates"
    names = ("lat", "lon", "country", "geonameid", "precision", "radius_km")
    place = PlaceAt(name=record["place"], **{name: at[name] for name in names})
    around = f", within {at['radius_km']:,.0f} km" if at["radius_km"] else ""
    basis = f", from “{at['basis']}”" if at["basis"] else ""
    return place_words(place), f"{at['lat']:.2f}, {at['lon']:.2f}{around}{basis}"
