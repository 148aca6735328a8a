"""The dossier of an actor as its page shows it: each part is asked for by itself, and none of them is unbounded."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from dateline.facts.relations.kinds import DONE_ONCE
from dateline.model.actor import Actor, NameUse
from dateline.model.fact import Fact, Holds, Party, Relation
from dateline.record import Record
from dateline.record.actor_file import MaybeSame, maybe_same
from dateline.record.actor_rows import ReportName, report_names
from dateline.record.actor_sections import bond_words, in_sections, other_name, other_side
from dateline.record.command import SURENESS
from dateline.record.in_words import validity_words
from dateline.record.part import Part, part_of
from dateline.record.ties import turning_days
from dateline.record.wanted import FactFilter
from dateline.serve.asked.as_of import Slider, slider_of
from dateline.serve.drawing.time_chart import Axis, Piece, axis_of, last_known_day, pieces_of

MOST_RELATIONS = 200
"""The latest; the page says how many there are besides."""
SHOWN_LANES = 10
"""Of a section; the others are folded up below."""
SHOWN_NAMES = 12
MOST_NAMES = 60
EVENTS = 20
CONTRADICTED = 8
WITH_ROLES = {"leads", "member_of"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Lane:
    """A relation with who stands on its other side, and its bar."""

    relation: Relation
    other: Party
    name: str
    before: str
    """What is said before the name."""
    after: str
    roles: tuple[str, ...]
    pieces: tuple[Piece, ...]

    @property
    def is_done(self) -> bool:
        """Whether it begins with something done and never ends, as a split."""
        return self.relation.type in DONE_ONCE

    @property
    def when(self) -> str:
        """When it holds; of several stretches how many, and the last."""
        stretches = self.relation.validity
        last = validity_words(replace(self.relation, validity=stretches[-1:]))
        if self.is_done:  # done once, however often it is told of
            return validity_words(replace(self.relation, validity=stretches[:1]))
        return f"{len(stretches)} stretches, the last {last}" if len(stretches) > 1 else last


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """The relations of one heading."""

    heading: str
    lanes: tuple[Lane, ...]

    @property
    def shown(self) -> tuple[Lane, ...]:
        """Those that are seen at once."""
        return self.lanes[:SHOWN_LANES]

    @property
    def folded(self) -> tuple[Lane, ...]:
        """The others."""
        return self.lanes[SHOWN_LANES:]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ties:
    """The relations of an actor over time."""

    actor: Actor
    relations: tuple[Relation, ...]
    total: int
    """How many there are with others that are named; more than ``relations`` where only the latest are shown."""
    axis: Axis | None

    @property
    def day(self) -> date | None:
        """The last day that reports tell of; None when no day is known."""
        return last_known_day(self.relations)

    def sections(self) -> Sequence[Section]:
        """For the chart, in each section the latest first."""
        held = in_sections(self.relations, self.actor.id)
        return [Section(heading=heading, lanes=tuple(map(self._lane, ones))) for heading, ones in held]

    def slider(self, day: date) -> Slider | None:
        """For choosing a day on the chart; None without a chart."""
        if self.axis is None:
            return None
        return slider_of(day, self.axis.first, self.axis.last, turning_days(self.relations))

    def on(self, day: date) -> Sequence[tuple[str, Sequence[tuple[Lane, Holds]]]]:
        """What holds on a day, the surest of each heading first, and what had been done by it. Rejected relations are
        left out, and plans.
        """
        held = [one for one in self.relations if _is_told(one, day)]
        return [
            (heading, sorted(((self._lane(one), one.on(day)) for one in ones), key=_sureness))
            for heading, ones in in_sections(held, self.actor.id)
        ]

    def _lane(self, relation: Relation) -> Lane:
        before, after = bond_words(relation, self.actor.id)
        return Lane(
            relation=relation,
            other=other_side(relation, self.actor.id),
            name=other_name(relation, self.actor.id),
            before=before,
            after=after,
            roles=relation.roles if relation.type in WITH_ROLES else (),
            pieces=tuple(pieces_of(relation, self.axis)) if self.axis else (),
        )


def ties_of(record: Record, actor: Actor) -> Ties:
    """The latest relations of an actor with others that are named, and with places."""
    part = part_of(record, FactFilter(kind="relation", actors=frozenset({actor.id})), limit=MOST_RELATIONS)
    relations = tuple(one for one in part.facts if isinstance(one, Relation))
    return Ties(actor=actor, relations=relations, total=part.total, axis=axis_of(relations))


def described(record: Record, actor: Actor, named: int) -> int:
    """How many relations there are besides with people whom reports only describe."""
    wanted = FactFilter(kind="relation", actors=frozenset({actor.id}), described_too=True)
    return part_of(record, wanted, limit=0).total - named


def events_of(record: Record, actor: Actor, *, since: date | None, until: date | None, offset: int) -> Part:
    """A page of an actor's events, the latest first."""
    wanted = FactFilter(kind="event", actors=frozenset({actor.id}), date_from=since, date_to=until)
    return part_of(record, wanted, limit=EVENTS, offset=offset)


def contradicted(record: Record, actor: Actor) -> tuple[Sequence[Fact], int]:
    """The latest facts of an actor on which sources differ, and how many there are."""
    part = part_of(record, FactFilter(actors=frozenset({actor.id}), contradicted=True), limit=CONTRADICTED)
    return part.facts, part.total


def names_of(record: Record, actor: Actor) -> Sequence[tuple[NameUse, ReportName | None]]:
    """The names of an actor, each with the report that used it first."""
    names = actor.names[:MOST_NAMES]
    titles = report_names(record.view, [use.first_report for use in names])
    return [(use, titles.get(use.first_report)) for use in names]


def maybes_of(record: Record, actor: Actor) -> Iterator[tuple[MaybeSame, ReportName | None, ReportName | None]]:
    """Who an actor may be besides, with the reports whose names were compared."""
    found = maybe_same(record, actor)
    titles = report_names(record.view, [side[0] for one in found for side in (one.here, one.there)])
    return ((one, titles.get(one.here[0]), titles.get(one.there[0])) for one in found)


def _is_told(relation: Relation, day: date) -> bool:
    holds = relation.on(day)
    if holds == "no" or relation.status == "rejected" or relation.modality == "planned":
        return False
    later = holds == "possible" and any(stretch.certain for stretch in relation.validity)
    return not (later and relation.type in DONE_ONCE)


def _sureness(one: tuple[Lane, Holds]) -> tuple[int, int]:
    return SURENESS.index(one[1]), -one[0].relation.sources
