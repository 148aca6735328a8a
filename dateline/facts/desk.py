"""Reports laid out for comparing: their entities, and their claims with people's decisions in them.

Each is fetched once.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, cast, get_args

from dateline.facts.background import bodies_among, scene_of
from dateline.facts.decided import carried, judged
from dateline.facts.from_records import bearers_of, spelt
from dateline.facts.inputs import ClaimIn, EntityId, EntityIn, ReportIn, Scene
from dateline.facts.shelf import Ids, Shelf
from dateline.facts.signatures import Copy
from dateline.facts.sources import Outlet
from dateline.facts.standing import Standing, report_of
from dateline.model.decision import Decision
from dateline.model.mention import EntityKind, word_entity

KINDS = frozenset(get_args(EntityKind))


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One report as facts are made of it."""

    report: ReportIn
    entities: dict[str, EntityIn]
    """By id; also those that only a decision names. Changed by ``bodies.take_for_bodies`` alone."""
    claims: tuple[ClaimIn, ...]
    """In the order of the text, rejected ones too."""
    scene: Scene
    moved: Mapping[str, str]
    astray: tuple[Decision, ...]


class Desk:
    """What has been fetched from a shelf for one update."""

    def __init__(self, shelf: Shelf, standing: Standing) -> None:
        self.shelf = shelf
        carried_over = carried(standing, shelf)
        self.standing = carried_over.standing
        self.astray = carried_over.astray
        """Decisions on facts of which no claim is left."""
        self._pages: dict[str, Page] = {}
        self._copies: dict[str, Copy] = {}
        self._asked: set[str] = set()
        self._outlets: dict[str, Outlet] = {}
        self._decided = _by_report(self.standing)
        self._has_all = False
        self.assigned: dict[EntityId, str] | None = None
        """The actors of all entities, where all are made anew; None where only some are."""
        self._agencies: dict[str, str | None] = {}

    def pages(self, ids: Ids) -> dict[str, Page]:
        """The pages of reports, in the order of adding. A report without a reading has none."""
        if ids is None:
            if not self._has_all:
                self._fetch(None)
                self._has_all = True
            return self._pages
        if missing := ids - self._pages.keys():
            self._fetch(frozenset(missing))
        kept = [self._pages[one] for one in ids if one in self._pages]
        return {page.report.id: page for page in sorted(kept, key=lambda page: page.report.order)}

    def entities_at(self, keys: Iterable[EntityId]) -> dict[EntityId, EntityIn]:
        """Some entities of reports, also those that only a decision names."""
        wanted = set(keys)
        found = self.shelf.entities_at(wanted)
        for report, decisions in self._decided.items():
            for entity in (made for decision in decisions for made in _made(decision, report)):
                if entity.key in wanted:
                    found.setdefault(entity.key, entity)
        return found

    def actors(self, ids: Ids) -> dict[EntityId, str]:
        """The actors of the entities of reports, as they stand now. Asked for only when they are up to date."""
        if self.assigned is not None:
            return self.assigned
        return {key: member.actor for key, member in self.shelf.members(ids).items()}

    def copies(self, ids: Iterable[str]) -> dict[str, Copy]:
        """What reports are among their copies, as it stands now."""
        wanted = set(ids)
        if missing := [one for one in wanted if one not in self._asked]:
            self._asked.update(missing)
            self._copies.update(self.shelf.copies(frozenset(missing)))
        return {one: self._copies[one] for one in wanted if one in self._copies}

    def outlets(self, ids: Iterable[str]) -> dict[str, Outlet]:
        """Where reports come from, as sources: by the first of their copies with an agency or a publisher."""
        wanted = set(ids)
        if missing := {one for one in wanted if one not in self._outlets}:
            copies = self.copies(missing)
            clusters = {copy.cluster for copy in copies.values()}
            members = self.shelf.reports_in_clusters(clusters)
            self._outlets.update(self._find_outlets(frozenset(members | missing)))
        return {one: self._outlets[one] for one in wanted}

    def _find_outlets(self, ids: frozenset[str]) -> dict[str, Outlet]:
        reports, copies = self.shelf.reports(ids), self.copies(ids)
        agencies = {one.report: one.agency for one in self.shelf.signatures(ids).values()}
        by_cluster: dict[str, list[ReportIn]] = {}
        for one in ids & reports.keys():
            by_cluster.setdefault(copies[one].cluster if one in copies else one, []).append(reports[one])
        found: dict[str, Outlet] = {}
        for cluster, held in by_cluster.items():
            held.sort(key=lambda report: (str(report.published or "9999"), report.order))
            agency = next((agencies.get(report.id) for report in held if agencies.get(report.id)), None)
            name = agency or next((report.publisher for report in held if report.publisher), None)
            found.update({report.id: Outlet(cluster=cluster, name=name) for report in held})
        return found

    def _fetch(self, ids: Ids) -> None:
        reports = self.shelf.reports(ids)
        entities, claims = self.shelf.entities(ids), self.shelf.claims(ids)
        self._agencies.update({one.report: one.agency for one in self.shelf.signatures(ids).values()})
        for report in sorted(reports.values(), key=lambda report: report.order):
            if report.id not in self._pages:
                self._pages[report.id] = self._page(report, entities.get(report.id, []), claims.get(report.id, []))

    def _page(self, report: ReportIn, entities: list[EntityIn], claims: list[ClaimIn]) -> Page:
        decisions = self._decided.get(report.id, [])
        by_id = {entity.id: entity for entity in entities}
        result = judged(claims, decisions, by_id)
        for entity in _named_by_people(decisions, result.claims, by_id):
            by_id[entity.id] = entity
        kept = [claim for claim in result.claims if not claim.rejected]
        by_id.update(bodies_among(by_id, kept, (report.publisher, self._agencies.get(report.id))))
        return Page(
            report=report,
            entities=by_id,
            claims=tuple(result.claims),
            scene=scene_of(kept, by_id.values()),
            moved=result.moved,
            astray=tuple(result.astray),
        )


def _by_report(standing: Standing) -> dict[str, list[Decision]]:
    found: dict[str, list[Decision]] = {}
    for one in standing.decisions:
        if (report := report_of(one)) is not None:
            found.setdefault(report, []).append(one)
    return found


def _named_by_people(
    decisions: Iterable[Decision], claims: Iterable[ClaimIn], entities: Mapping[str, EntityIn]
) -> list[EntityIn]:
    """Entities for those whom only a correction or a claim added by hand names, as long as a claim names them."""
    parties = [party for claim in claims for party in (claim.subject, claim.object, claim.said_by)]
    used = {party.entity for party in parties if party is not None} - entities.keys()
    bearers = bearers_of(entities)
    made = (one for decision in decisions if (report := report_of(decision)) for one in _made(decision, report))
    return list({one.id: one for one in made if one.id in used and spelt(one.name) not in bearers}.values())


def _made(decision: Decision, report: str) -> Iterable[EntityIn]:
    """Entities for the parties that a correction or a claim added by hand names."""
    record: Mapping[str, Any] = decision.after.get("record", decision.after)
    for part in ("subject", "object", "said_by"):
        name = record.get(part)
        if not name or record.get(f"{part}_entity"):
            continue
        kind = record.get(f"{part}_kind") or "organisation"
        yield EntityIn(
            report=report,
            id=word_entity(name),
            name=name,
            kind=cast(EntityKind, kind if kind in KINDS else "other"),
            country=record.get(f"{part}_country"),
            known=record.get(f"{part}_known"),
            plural=False,
            names=(name,),
            descriptions=(),
        )
