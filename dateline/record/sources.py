"""Who vouches for the facts: outlets and speakers, and how often others bear them out or contradict them."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from dateline.record.concluded import chunks
from dateline.store import View
from dateline.store import record_tables as t
from dateline.store.tables import reports

Kind = Literal["outlet", "speaker", "unnamed"]
_KINDS: Mapping[str, Kind] = {"outlet": "outlet", "actor": "speaker", "copies": "unnamed"}
UNNAMED = "copies:"
"""All reports that name neither an agency nor a publisher, as one line: each is a source of its own."""


@dataclass(frozen=True, slots=True)
class Vouched:
    """A claim of a source, and how the fact that it tells of stands with the others."""

    fact: str
    claim: str
    report: str
    stance: str
    corroborated: bool
    """Another independent source supports the fact too."""
    contradicted: bool
    """Another source says that it is not so, or sources differ on it (status "conflicting")."""

    @property
    def supports(self) -> bool:
        return self.stance == "supports"

    @property
    def alone(self) -> bool:
        """No other independent source supports the fact."""
        return self.supports and not self.corroborated


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceTally:
    """An independent source, counted. ``facts`` and what follows count facts, not claims."""

    id: str
    """As in ``Evidence.source``; ``UNNAMED`` for those without a name."""
    kind: Kind
    name: str
    actor: str | None
    """Of a speaker."""
    reports: int
    claims: int
    facts: int
    """That it supports."""
    corroborated: int
    alone: int
    contradicted: int
    denied: int
    """Facts that it says are not so."""
    rejected: int
    """Facts it supports that a person rejected."""


class SourceBook:
    """All sources of a store at one time, and what each vouches for."""

    def __init__(self, tallies: Mapping[str, SourceTally], vouched: Mapping[str, Sequence[Vouched]]) -> None:
        self.tallies = tallies
        self._vouched = vouched

    def of_kind(self, kind: Kind) -> list[SourceTally]:
        return [one for one in self.tallies.values() if one.kind == kind]

    def vouched(self, source: str) -> Sequence[Vouched]:
        """The claims of a source, those of one fact together."""
        return self._vouched.get(source, ())


def source_book(view: View) -> SourceBook:
    """Counts anew, which looks at the evidence of every fact: 2 s for 50,000 claims. Raises RunStopped when the store
    fails.
    """
    held: dict[str, list[Vouched]] = defaultdict(list)
    rejected: Counter[str] = Counter()
    with view.connected() as connection:
        for identifier, status, evidence in _facts(connection):
            for source, one in _vouchers(identifier, status, evidence):
                held[source].append(one)
            if status == "rejected":
                rejected.update({_line_of(one["source"]) for one in evidence if one["stance"] == "supports"})
        outlets, actors = _outlet_names(connection), _actor_names(connection, held)
    tallies = {source: _tally(source, held[source], rejected[source], outlets, actors) for source in sorted(held)}
    return SourceBook(tallies, held)


def _facts(connection: Connection) -> Iterator[tuple[str, str, list[dict[str, Any]]]]:
    query = sa.select(t.facts.c.id, t.facts.c.status, t.facts.c.record["evidence"]).order_by(t.facts.c.id)
    for row in connection.execute(query.execution_options(yield_per=1000)):
        yield row[0], row[1], row[2]


def _vouchers(fact: str, status: str, evidence: list[dict[str, Any]]) -> Iterator[tuple[str, Vouched]]:
    """The claims of a fact by the line they are counted in. What no source vouches for any more is left out."""
    supporting = {one["source"] for one in evidence if one["stance"] == "supports"}
    against = {one["source"] for one in evidence if one["stance"] == "contradicts"}
    for one in evidence:
        source, stance = one["source"], one["stance"]
        if not source or stance in {"superseded", "rejected"}:
            continue
        others = supporting - {source}
        denied = bool(against - {source}) if stance == "supports" else bool(others)
        yield (
            _line_of(source),
            Vouched(
                fact=fact,
                claim=one["claim"],
                report=one["report"],
                stance=stance,
                corroborated=stance == "supports" and bool(others),
                contradicted=denied or status == "conflicting",
            ),
        )


def _line_of(source: str) -> str:
    return UNNAMED if source.startswith(UNNAMED) else source


def _tally(
    source: str, held: Sequence[Vouched], rejected: int, outlets: Mapping[str, str], actors: Mapping[str, str]
) -> SourceTally:
    word, _, key = source.partition(":")
    kind = _KINDS.get(word, "unnamed")
    name = {"outlet": outlets.get(key, key), "speaker": actors.get(key, key), "unnamed": "no publisher or agency named"}
    supported = {one.fact for one in held if one.supports}
    return SourceTally(
        id=source,
        kind=kind,
        name=name[kind],
        actor=key if kind == "speaker" else None,
        reports=len({one.report for one in held}),
        claims=len({one.claim for one in held}),
        facts=len(supported),
        corroborated=len({one.fact for one in held if one.corroborated}),
        alone=len({one.fact for one in held if one.alone}),
        contradicted=len({one.fact for one in held if one.supports and one.contradicted}),
        denied=len({one.fact for one in held if one.stance == "contradicts"}),
        rejected=rejected,
    )


def _outlet_names(connection: Connection) -> dict[str, str]:
    """Names as most reports write them, by their folded forms."""
    found: Counter[str] = Counter()
    for column in (reports.c.publisher, t.signatures.c.agency):
        query = sa.select(column, sa.func.count()).where(column.is_not(None)).group_by(column)
        for name, number in connection.execute(query):
            found[name] += number
    return {name.casefold(): name for name, _ in sorted(found.items(), key=lambda item: (item[1], item[0]))}


def _actor_names(connection: Connection, sources: Iterable[str]) -> dict[str, str]:
    ids = [one.removeprefix("actor:") for one in sources if one.startswith("actor:")]
    query = sa.select(t.actors.c.id, t.actors.c.name)
    return {
        row.id: row.name for chunk in chunks(ids) for row in connection.execute(query.where(t.actors.c.id.in_(chunk)))
    }
