"""The last step of an update: which relations hold when."""

from collections.abc import Iterable, Mapping, Sequence, Set

from dateline.facts.decided import verdicts_of
from dateline.facts.desk import Desk, Page
from dateline.facts.relations.holding import RelationKey, ends_for_subject, relation_key
from dateline.facts.relations.relation_facts import Claimed, Surroundings, relation_id, relations_of
from dateline.facts.shelf import Ids, RelationRow
from dateline.facts.telling import telling_of
from dateline.facts.told import Told
from dateline.model.fact import Relation

ENDS = "ends"
"""Type of the row of a claim that may end relations of its subject."""


def bring_relations(desk: Desk, dirty: Ids) -> None:
    """Make the relations that claims of ``dirty`` reports bear on anew."""
    shelf = desk.shelf
    told = _told(desk, dirty)
    rows = _rows(told)
    if dirty is None:
        relations = _relations(desk, rows, {one.claim.id: one for one in told})
        shelf.put_relations([], [], rows, relations)
        return
    old = shelf.relation_rows(dirty)
    groups = _groups([*old, *rows]) | _ended_groups(desk, [*old, *rows])
    replaced = {row.claim for row in old}
    kept = [row for row in shelf.relation_rows_of(groups) if row.report not in dirty]
    chosen = [*kept, *(row for row in rows if (row.object, row.type) in groups)]
    subjects = {row.subject for row in chosen}
    endings = [row for row in shelf.relation_rows_by(subjects) if row.type == ENDS and row.report not in dirty]
    own_endings = [row for row in rows if row.type == ENDS and row.subject in subjects]
    reports = frozenset(row.report for row in (*kept, *endings)) | dirty
    bearing = [*chosen, *endings, *own_endings]
    every = {one.claim.id: one for one in _told(desk, reports, {row.claim for row in bearing})}
    relations = _relations(desk, bearing, every)
    gone = {relation_id(_key(row)) for row in (*old, *kept, *rows) if row.type != ENDS}
    shelf.put_relations(replaced, gone, rows, relations)


def _told(desk: Desk, reports: Ids, only: Set[str] | None = None) -> list[Told]:
    """The claims of reports, in the order of adding. ``only``: the ids of those wanted; None for all."""
    pages: Mapping[str, Page] = desk.pages(reports)
    telling = telling_of(desk, pages)
    return [telling.told(claim) for page in pages.values() for claim in page.claims if only is None or claim.id in only]


def _rows(told: Iterable[Told]) -> list[RelationRow]:
    rows: list[RelationRow] = []
    for one in told:
        key = relation_key(one)
        if key is not None:
            rows.append(_row(one, key.type, key.subject, key.object, planned=key.planned))
        if (ended := ends_for_subject(one)) is not None:
            rows.append(_row(one, ENDS, ended[0], "", planned=False))
    return rows


def _row(told: Told, type_: str, subject: str, target: str, *, planned: bool) -> RelationRow:
    claim = told.claim
    return RelationRow(claim=claim.id, report=claim.report, type=type_, subject=subject, object=target, planned=planned)


def _key(row: RelationRow) -> RelationKey:
    return RelationKey(type=row.type, subject=row.subject, object=row.object, planned=row.planned)


def _groups(rows: Iterable[RelationRow]) -> set[tuple[str, str]]:
    return {(row.object, row.type) for row in rows if row.type != ENDS}


def _ended_groups(desk: Desk, rows: Iterable[RelationRow]) -> set[tuple[str, str]]:
    """The groups of relations that claims of the rows may end."""
    subjects = {row.subject for row in rows if row.type == ENDS}
    return _groups(desk.shelf.relation_rows_by(subjects)) if subjects else set()


def _relations(desk: Desk, rows: Sequence[RelationRow], told: Mapping[str, Told]) -> list[Relation]:
    """All relations that rows tell of, each group together."""
    by_key: dict[RelationKey, list[Told]] = {}
    endings: dict[str, list[Told]] = {}
    for row in rows:
        if row.type == ENDS:
            endings.setdefault(row.subject, []).append(told[row.claim])
        else:
            by_key.setdefault(_key(row), []).append(told[row.claim])
    groups: dict[tuple[str, str], list[Claimed]] = {}
    for key, held in by_key.items():
        ordered = tuple(sorted(held, key=lambda one: (one.order, one.claim.id)))
        groups.setdefault((key.type, key.object), []).append(Claimed(key=key, told=ordered))
    around = Surroundings(
        endings={one: sorted(held, key=lambda told: told.order) for one, held in endings.items()},
        verdicts=verdicts_of(desk.standing.about("relation")),
    )
    found: list[Relation] = []
    for group in groups.values():
        found += relations_of(sorted(group, key=lambda one: one.told[0].order), around)
    return found
