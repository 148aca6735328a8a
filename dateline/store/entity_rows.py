"""Who is in a report, out of its reading: the rows of ``entities``."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from dateline.model.mention import word_entity
from dateline.model.record_types import ClaimRecord, EntityRecord, ReadingRecord

Row = dict[str, Any]

_PARTIES = ("subject", "object", "said_by")
_SHORT = 3
"""Letters of a word that may be without a capital in a name: "of", "and", "de"."""


def entity_rows(record: ReadingRecord, claims: Sequence[ClaimRecord]) -> list[Row]:
    """A row for each entity that has a name or takes part in a claim, and for each name in a claim that is no entity.

    The rows lack ``reading_id`` and ``report_id``.
    """
    texts = {mention["id"]: mention for mention in record["mentions"]}
    taking_part = {claim[f"{part}_entity"] for claim in claims for part in _PARTIES}  # type: ignore[literal-required]
    rows: dict[str, Row] = {}
    for entity in record["entities"]:
        row = _row(entity, texts)
        if row["names"] or entity["id"] in taking_part:
            rows[entity["id"]] = row
    states = {place["name"]: place["country"] for place in record["places"] if place["precision"] == "country"}
    for name in _names_alone(claims):
        rows.setdefault(word_entity(name), _named_row(name, states.get(name)))
    return list(rows.values())


def _row(entity: EntityRecord, texts: Mapping[str, Any]) -> Row:
    mentions = [texts[one] for one in entity["mentions"] if one in texts]
    return {
        "id": entity["id"],
        "name": entity["name"],
        "kind": entity["kind"],
        "country": entity["country"],
        "known": entity["actor"],
        "plural": entity["plural"],
        "names": list(dict.fromkeys(one["text"] for one in mentions if one["form"] == "name")),
        "descriptions": list(dict.fromkeys(one["text"] for one in mentions if one["form"] == "description")),
    }


def _names_alone(claims: Sequence[ClaimRecord]) -> Iterator[str]:
    for claim in claims:
        for part in _PARTIES:
            name, entity = claim[part], claim[f"{part}_entity"]  # type: ignore[literal-required]
            at_place = part == "object" and claim["type"] in {"operates_in", "controls", "based_in"}
            if name and entity is None and not at_place and _is_name(name):
                yield name


def _is_name(name: str) -> bool:
    """Whether words are printed as a name: a capital on each that is not short, and on more than the first."""
    words = name.split()
    capitals = [word for word in words if word[0].isupper()]
    return all(word[0].isupper() for word in words if len(word) > _SHORT) and (len(capitals) > 1 or len(words) == 1)


def _named_row(name: str, country: str | None) -> Row:
    """``country``: the code of the state that the name is, told by its adjective ("a Russian airstrike")."""
    return {
        "id": word_entity(name),
        "name": name,
        "kind": "government" if country else "organisation",
        "country": country,
        "known": None,
        "plural": False,
        "names": [name],
        "descriptions": [],
    }
