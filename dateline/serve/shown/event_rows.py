"""Events as a page of a table, as points of a map and as counts over time: as little of each as the screen needs."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

import sqlalchemy as sa

from dateline.export.html_overview import tone_of
from dateline.model.date_span import DayRange, edtf_in_words
from dateline.model.fact_record import fact_of
from dateline.record.part import Part
from dateline.record.record import Record, named_facts
from dateline.record.wanted import Condition
from dateline.serve.asked.event_query import Meant, Order
from dateline.store import View
from dateline.store import record_tables as t

Json = dict[str, Any]
_facts = t.facts.c
_day = sa.func.coalesce(_facts.possible_last, _facts.possible_first, _facts.reported_last)
_latest = (_day.desc().nulls_last(), _facts.id)
_ORDERS: dict[Order, tuple[sa.ColumnElement[Any], ...]] = {
    "latest": _latest,
    "earliest": (sa.func.coalesce(_facts.possible_first, _facts.possible_last).asc().nulls_last(), _facts.id),
    "killed": (_facts.record[("counts", "killed", "best")].as_integer().desc().nulls_last(), *_latest),
    "sources": (_facts.sources.desc(), *_latest),
}


def no_place() -> Condition:
    """No report says where."""
    return _facts.place_words == ""


def conditions_of(meant: Meant) -> list[Condition]:
    """In SQL."""
    off_map = sa.or_(no_place(), _facts.record[("place", "lat")].as_float().is_(None))
    return [*meant.wanted.conditions(), *([off_map] if meant.off_map else [])]


def page_of(record: Record, meant: Meant, order: Order, *, limit: int, offset: int = 0) -> Part:
    """A stretch of the events in an order. Raises RunStopped when the store fails."""
    conditions = conditions_of(meant)
    ids = sa.select(_facts.id).where(*conditions).order_by(*_ORDERS[order]).limit(limit).offset(offset)
    count = sa.select(sa.func.count()).select_from(t.facts).where(*conditions)
    with record.view.connected() as connection:
        total = connection.scalar(count) or 0
        wanted = connection.scalars(ids).all()  # sorted without the records, which are long
        rows = connection.execute(sa.select(_facts.id, _facts.record).where(_facts.id.in_(wanted)))
        held = {row.id: fact_of(row.record) for row in rows}
        facts = named_facts(connection, [held[one] for one in wanted if one in held])
    return Part(facts=tuple(facts), total=total, offset=offset)


def ids_of(view: View, conditions: Sequence[Condition]) -> frozenset[str]:
    """The ids of the events under some conditions."""
    with view.connected() as connection:
        return frozenset(connection.scalars(sa.select(_facts.id).where(*conditions)))


def number_without_place(view: View, meant: Meant) -> int:
    """How many of the events no report gives a place."""
    query = sa.select(sa.func.count()).select_from(t.facts).where(*conditions_of(meant), no_place())
    with view.connected() as connection:
        return connection.scalar(query) or 0


def types_of(view: View) -> list[tuple[str, str | None]]:
    """The types and modes of the events of a store."""
    query = sa.select(_facts.type, _facts.mode).where(_facts.kind == "event").distinct()
    with view.connected() as connection:
        return sorted(
            ((row.type, row.mode) for row in connection.execute(query)), key=lambda one: (one[0], one[1] or "")
        )


def features_of(view: View, meant: Meant) -> Iterator[Json]:
    """The events that have a point as lean GeoJSON features: what a map draws, and nothing else."""
    columns = (_facts.id, _facts.type, _facts.mode, _facts.dated, _facts.possible_first, _facts.possible_last)
    killed = _facts.record[("counts", "killed", "best")].as_integer()
    query = sa.select(
        *columns, _facts.status, _facts.modality, _facts.sources, _facts.record["place"].label("place"), killed
    ).where(*conditions_of(meant), ~no_place())
    with view.connected() as connection:
        for row in connection.execute(query).tuples():
            if (place := row[9]) is not None and place["lat"] is not None and place["lon"] is not None:
                yield _feature(row, place)


def _feature(row: Sequence[Any], place: Json) -> Json:
    identifier, type_, mode, dated, first, last, status, modality, sources, _, killed = row
    properties = {
        "id": identifier,
        "type": f"{type_}/{mode}" if mode else type_,
        "family": tone_of(type_),
        "days": edtf_in_words(DayRange(first=first, last=last).edtf) if dated and (first or last) else "no day given",
        "place": place["name"],
        "precision": place["precision"],
        "radius_km": place["radius_km"],
        "state": state_of(status, modality),
        "sources": sources,
        "killed": killed,
    }
    point = {"type": "Point", "coordinates": [round(place["lon"], 4), round(place["lat"], 4)]}
    return {"type": "Feature", "geometry": point, "properties": properties}


def state_of(status: str, modality: str) -> str:
    """What the shape of an event says: ``rejected``, ``planned``, ``alleged`` (or only possible), ``conflicting``,
    ``told``.
    """
    if status == "rejected" or modality == "planned":
        return "rejected" if status == "rejected" else "planned"
    if modality in ("alleged", "possible"):
        return "alleged"
    return "conflicting" if status == "conflicting" else "told"


def day_groups(view: View, meant: Meant, letters: int) -> Counter[tuple[str, str | None, str | None]]:
    """How many dated events there are by family, first and last possible day, the days cut to so many letters."""
    first, last = (
        sa.func.substr(sa.cast(day, sa.String), 1, letters).label(name)
        for day, name in ((_facts.possible_first, "first"), (_facts.possible_last, "last"))
    )
    query = sa.select(_facts.type, first, last, sa.func.count())
    query = query.where(*conditions_of(meant), _facts.dated).group_by(_facts.type, first, last)
    found: Counter[tuple[str, str | None, str | None]] = Counter()
    with view.connected() as connection:
        for type_, begins, ends, number in connection.execute(query).tuples():
            found[tone_of(type_), begins, ends] += number
    return found


def number_of(view: View, meant: Meant) -> int:
    """How many events there are, dated or not."""
    query = sa.select(sa.func.count()).select_from(t.facts).where(*conditions_of(meant))
    with view.connected() as connection:
        return connection.scalar(query) or 0
