"""Questions to the record: facts as of any day, actors, the way from a fact to the sentences that state it."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from itertools import islice
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from dateline.errors import BadArgument
from dateline.facts.inputs import EntityId
from dateline.facts.signatures import Copy
from dateline.facts.standing import report_of, standing
from dateline.model.actor import Actor, Judgement
from dateline.model.decision import Decision
from dateline.model.fact import Event, Fact, Party, Relation, holds_on
from dateline.model.fact_record import actor_of_record, fact_of, stretches_of
from dateline.model.portion import Portion, ReportCard, SaidClaim
from dateline.record.collector import without_collector
from dateline.record.concluded import Concluded, chunks
from dateline.record.hydrate import actor_ids, party_of, with_names
from dateline.record.portions import cards_of, claims_of
from dateline.record.shelf_rows import judged_order, judgement_of_row
from dateline.record.up_to_date import is_up_to_date
from dateline.record.wanted import FactFilter
from dateline.store import View
from dateline.store import record_tables as t
from dateline.store.bytewise import bytewise
from dateline.store.name_words import words_of
from dateline.store.tables import claims as claims_table

if TYPE_CHECKING:
    from dateline.record.frames import TableKind

BATCH = 500


class Record:
    """The facts of a store. Every question may raise RunStopped when the database fails."""

    def __init__(self, view: View) -> None:
        self.view = view

    @property
    def up_to_date(self) -> bool:
        """Whether the facts reflect every report and decision in the store."""
        with self.view.connected() as connection:
            return is_up_to_date(connection)

    def facts(self, wanted: FactFilter | None = None) -> Iterator[Fact]:
        """Facts in the order of their days (the latest last), those without a day first; names put in."""
        wanted = wanted or FactFilter()
        query = sa.select(t.facts.c.record).where(*wanted.conditions())
        days = (t.facts.c.possible_last, t.facts.c.possible_first)
        query = query.order_by(*(day.nulls_first() for day in days), bytewise(t.facts.c.id))
        with (
            self.view.connected() as connection,
            closing(connection.scalars(query.execution_options(yield_per=BATCH))) as records,
        ):
            parts = records.partitions()
            while (batch := _next_batch(connection, parts, wanted)) is not None:
                yield from batch

    def events(self, wanted: FactFilter | None = None) -> Iterator[Event]:
        """The events among the facts."""
        return (fact for fact in self.facts(wanted) if isinstance(fact, Event))

    def relations(self, wanted: FactFilter | None = None) -> Iterator[Relation]:
        """The relations among the facts."""
        return (fact for fact in self.facts(wanted) if isinstance(fact, Relation))

    def fact(self, identifier: str) -> Fact:
        """The fact of an id, or of the beginning of one. Raises BadArgument when there is none, or several."""
        with self.view.connected() as connection:
            whole = connection.scalar(sa.select(t.facts.c.record).where(t.facts.c.id == identifier))
            if whole is not None:
                return named_facts(connection, [fact_of(whole)])[0]
        found = list(islice(self.facts(FactFilter(id=identifier)), 2))
        if len(found) != 1:
            many = "more than one fact has an id that begins so" if found else "there is no such fact"
            raise BadArgument(f"{identifier!r}: {many}. `dateline facts` and `dateline events` list ids")
        return found[0]

    def actors(self, name: str | None = None) -> list[Actor]:
        """The actors that bear a name, those that more reports name first; None for all.

        An actor whose whole name it is goes before those that have its words among others. Raises BadArgument for a
        name without a word.
        """
        query = sa.select(t.actors.c.record, t.actors.c.words).order_by(
            t.actors.c.reports.desc(), bytewise(t.actors.c.id)
        )
        if name is None:
            with self.view.connected() as connection:
                return [actor_of_record(row.record) for row in connection.execute(query)]
        words = words_of(name)
        if not words:
            raise BadArgument(f"{name!r} holds no word to look for: give a name, such as AQIM")
        query = query.where(*(t.actors.c.words.contains(f" {word} ") for word in words))
        with self.view.connected() as connection:
            rows = connection.execute(query).all()
        whole = " ".join(words)
        exact = [row for row in rows if whole in [part.strip() for part in row.words.split("|")]]
        return [actor_of_record(row.record) for row in (exact or rows)]

    def actor(self, identifier: str) -> Actor:
        """The actor of an id. Raises BadArgument when there is none."""
        with self.view.connected() as connection:
            record = connection.scalar(sa.select(t.actors.c.record).where(t.actors.c.id == identifier))
        if record is None:
            raise BadArgument(f"there is no actor {identifier!r} in the record")
        return actor_of_record(record)

    def named(self, name_or_id: str) -> list[Actor]:
        """The actor of that id, else the actors of that name. Raises BadArgument when there is none."""
        try:
            return [self.actor(name_or_id)]
        except BadArgument:
            found = self.actors(name_or_id)
        if not found:
            raise BadArgument(f"no actor in the record is called {name_or_id!r}: `dateline actors list` lists them")
        return found

    def every_actor(self, *, kind: str | None = None) -> Iterator[Actor]:
        """All actors, or those of a kind, one after another; those that more reports name first."""
        query = sa.select(t.actors.c.record).order_by(t.actors.c.reports.desc(), bytewise(t.actors.c.id))
        if kind is not None:
            query = query.where(t.actors.c.kind == kind)
        with self.view.connected() as connection:
            for record in connection.execution_options(yield_per=BATCH).scalars(query):
                yield actor_of_record(record)

    def actors_of(self, entities: Iterable[EntityId]) -> dict[EntityId, Actor]:
        """Whom the record takes entities of reports for; those that are not in it are left out."""
        with self.view.connected() as connection:
            shelf = Concluded(connection)
            members = shelf.members_at(entities)
            actors = shelf.actors({one.actor for one in members.values()})
        return {key: actors[one.actor] for key, one in members.items() if one.actor in actors}

    def reasons(self, actor: str) -> list[tuple[str, int]]:
        """Why entities are taken for this actor, the most frequent reason first, with how often."""
        table = t.judgements.c
        number = sa.func.count().label("number")
        query = (
            sa.select(table.reason, number)
            .where(table.verdict == "sure", table.left_actor == actor, table.right_actor == actor)
            .group_by(table.reason)
            .order_by(number.desc(), bytewise(table.reason))
        )
        with self.view.connected() as connection:
            return [(row.reason, row.number) for row in connection.execute(query)]

    def copies(self, reports: Iterable[str]) -> dict[str, Copy]:
        """What each of some reports is among its copies."""
        with self.view.connected() as connection:
            return Concluded(connection).copies(frozenset(reports))

    def judgements(self, actor: str | None = None, *, verdict: str | None = None) -> list[Judgement]:
        """Why entities are taken for one actor, or may be one; of one actor or of all. Each pair once, the surest.

        What may be one and is one for another reason is left out.
        """
        table = t.judgements.c
        query = sa.select(t.judgements)
        is_one = table.left_actor == table.right_actor
        query = query.where(sa.or_(sa.and_(table.verdict == "sure", is_one), sa.and_(table.verdict != "sure", ~is_one)))
        if actor is not None:
            query = query.where(sa.or_(table.left_actor == actor, table.right_actor == actor))
        if verdict is not None:
            query = query.where(table.verdict.in_((verdict, "apart")))
        with self.view.connected() as connection:
            rows = sorted(connection.execute(query), key=judged_order)
        apart = {frozenset((row.left_actor, row.right_actor)) for row in rows if row.verdict == "apart"}
        found: dict[tuple[object, ...], Judgement] = {}
        for row in rows:
            if row.verdict != "maybe" or frozenset((row.left_actor, row.right_actor)) not in apart:
                one = judgement_of_row(row).judgement
                found.setdefault((one.left, one.right), one)
        found = {pair: one for pair, one in found.items() if verdict in (None, one.verdict)}
        return list(found.values())

    def decisions(self) -> list[Decision]:
        """All decisions, in the order they were made."""
        with self.view.connected() as connection:
            return Concluded(connection).decisions()

    def portion(self, facts: Iterable[Fact]) -> Portion:
        """The facts with all that they rest on: actors, claims, reports."""
        held = list(facts)
        claims = {one.claim: one.report for fact in held for one in fact.evidence}
        with self.view.connected() as connection:
            said: dict[str, SaidClaim] = claims_of(connection, claims)
            wanted = {one for fact in held for one in actor_ids(fact)}
            wanted |= {one for claim in said.values() for one in _actors_of(claim)}
            actors = Concluded(connection).actors(wanted)
            reports: dict[str, ReportCard] = cards_of(connection, frozenset(claims.values()))
            bystanders = _bystanders(Concluded(connection), reports, actors)
        return Portion(
            events=tuple(fact for fact in held if isinstance(fact, Event)),
            relations=tuple(fact for fact in held if isinstance(fact, Relation)),
            actors=actors,
            claims=said,
            reports=reports,
            bystanders=bystanders,
        )

    def facts_of_claim(self, claim: str) -> list[Fact]:
        """The facts that a claim is evidence of."""
        of_claim = sa.select(t.fact_claims.c.fact_id).where(t.fact_claims.c.claim_id == claim)
        query = sa.select(t.facts.c.record).where(t.facts.c.id.in_(of_claim)).order_by(bytewise(t.facts.c.id))
        with self.view.connected() as connection:
            return named_facts(connection, [fact_of(record) for record in connection.scalars(query)])

    def evidence_of(self, claims: Iterable[str]) -> dict[str, tuple[str, str]]:
        """For claims that are evidence of a fact their report and one such fact."""
        query = sa.select(t.fact_claims.c.claim_id, t.fact_claims.c.report_id, t.fact_claims.c.fact_id)
        with self.view.connected() as connection:
            rows = [
                row
                for chunk in chunks(claims)
                for row in connection.execute(query.where(t.fact_claims.c.claim_id.in_(chunk)))
            ]
        return {row.claim_id: (row.report_id, row.fact_id) for row in rows}

    def claim(self, identifier: str) -> tuple[SaidClaim, ReportCard]:
        """A claim of a standing reading or one added by hand, and its report. Raises BadArgument for no such claim."""
        with self.view.connected() as connection:
            of_claim = sa.select(claims_table.c.report_id).where(claims_table.c.id == identifier)
            by_hand = sa.select(t.fact_claims.c.report_id).where(t.fact_claims.c.claim_id == identifier)
            report = connection.scalar(of_claim) or connection.scalar(by_hand) or _added_to(connection, identifier)
            said = claims_of(connection, {identifier: report}) if report is not None else {}
            cards = cards_of(connection, frozenset(one.report for one in said.values()))
        if identifier not in said:
            newer = "a newer reading of its report no longer makes it" if report else "there is no such claim"
            raise BadArgument(f"{identifier!r}: {newer}. `dateline claims` lists ids")
        return said[identifier], cards[said[identifier].report]

    def table(self, kind: "TableKind") -> Any:
        """The events, relations, actors or claims of facts as a ``pyarrow.Table``, columns as in the Parquet export.

        Raises RunStopped when pyarrow is not installed, BadArgument for another kind.
        """
        from dateline.record.frames import table

        return table(self, kind)


def _bystanders(concluded: Concluded, reports: Iterable[str], told: Collection[str]) -> dict[str, Actor]:
    """Whom some reports name beside those told of, and who is not public."""
    others = concluded.actors(concluded.actors_in(reports).difference(told))
    return {identifier: actor for identifier, actor in others.items() if actor.protection != "public"}


def _next_batch(
    connection: Connection, parts: Iterator[Sequence[Mapping[str, Any]]], wanted: FactFilter
) -> list[Fact] | None:
    """The facts wanted of the next part of the records; None after the last."""
    with without_collector():
        part = next(parts, None)
        if part is None:
            return None
        return named_facts(connection, [fact_of(record) for record in part if _holds(record, wanted)])


def _holds(record: Mapping[str, Any], wanted: FactFilter) -> bool:
    """Whether a fact holds on the day asked for: by its stretches, before anything else is read of it."""
    if wanted.as_of is None:
        return True
    if record["kind"] != "relation":
        return False
    answer = holds_on(stretches_of(record), wanted.as_of)
    return answer in {"certain", "presumed"} or (wanted.possible_too and answer == "possible")


def named_facts(connection: Connection, batch: Sequence[Fact]) -> list[Fact]:
    """Facts as they are stored, with the names that their actors have now."""
    ids = {one for fact in batch for one in actor_ids(fact)}
    parties: dict[str, Party] = {}
    query = sa.select(*(t.actors.c[name] for name in ("id", "name", "kind", "country")))
    for chunk in chunks(sorted(ids)):
        parties.update({row[0]: party_of(*row) for row in connection.execute(query.where(t.actors.c.id.in_(chunk)))})
    return [with_names(fact, parties) for fact in batch]


def _added_to(connection: Connection, claim: str) -> str | None:
    """The report of a claim added by hand on which no fact rests; None for no such claim."""
    decisions = Concluded(connection).decisions() if claim.startswith("h") else []
    added = [one for one in standing(decisions).about("claim", "add") if claim in one.targets]
    return report_of(added[-1]) if added else None


def _actors_of(claim: SaidClaim) -> list[str]:
    return [one for one in (claim.subject_actor, claim.object_actor, claim.said_by_actor) if one is not None]
