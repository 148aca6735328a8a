"""What kind of actor a name stands for that a person gives: as the record knows it, else as the actor file does."""

from collections.abc import Mapping
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from dateline.facts.from_records import PARTIES
from dateline.knowledge.lookup import known_actors
from dateline.store import record_tables as t
from dateline.store.name_words import words_of


def with_kinds(connection: Connection, given: Mapping[str, Any]) -> dict[str, Any]:
    """The fields with kind, country and key of each party, where all who bear its name are of one kind."""
    found = dict(given)
    for part in PARTIES:
        if found.get(part) and f"{part}_kind" not in found:
            found |= {f"{part}_{name}": value for name, value in _kind_of(connection, found[part]).items()}
    return found


def _kind_of(connection: Connection, name: str) -> dict[str, str]:
    words = words_of(name)
    if not words:
        return {}
    query = sa.select(t.actors.c.kind, t.actors.c.words)
    query = query.where(*(t.actors.c.words.contains(f" {word} ") for word in words))
    whole = " ".join(words)
    rows = connection.execute(query)
    kinds = {row.kind for row in rows if whole in [part.strip() for part in row.words.split("|")]}
    if len(kinds) == 1:
        return {"kind": kinds.pop()}
    bearers = known_actors().bearers(name) if not kinds else ()
    if len(bearers) != 1:
        return {}
    actor = bearers[0]
    said = {"kind": actor.kind, "known": actor.key, "country": actor.country}
    return {key: value for key, value in said.items() if value}
