"""A fact field by field: what the record concludes, which claims say so, and where they differ."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from dateline.model.date_span import edtf_in_words
from dateline.model.fact import Disagreement, Event, Fact, Party, Relation
from dateline.model.portion import SaidClaim
from dateline.record.in_words import place_words, tally_words, when_words

Elsewhere = tuple[str, str, str]
"""A claim, its report, and a fact that it is evidence of."""

DENYING = {"happened": "whether it happened", "holds": "whether it holds", "holder": "who holds it"}


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherVersion:
    """One of the answers on which claims differ."""

    value: str
    said_by: tuple[str, ...]
    claims: tuple[int, ...]
    elsewhere: tuple[Elsewhere, ...] = ()
    """Claims that are no evidence of the fact, but of another."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldLine:
    """A field of a fact."""

    name: str
    value: str
    actor: str | None = None
    """The id of the actor, where the value is one."""
    claims: tuple[int, ...] = ()
    """Numbers of the claims that say so."""
    note: str = ""
    versions: tuple[OtherVersion, ...] = ()
    """What claims say instead, the most supported first; empty where none differ."""


Holds = Callable[[SaidClaim], bool]


class Fields:
    """The lines of one fact. ``numbers``: of its claims, by id. ``elsewhere``: the claims of other facts on which it
    differs.
    """

    def __init__(
        self,
        fact: Fact,
        said: Mapping[str, SaidClaim],
        numbers: Mapping[str, int],
        elsewhere: Mapping[str, Elsewhere],
    ) -> None:
        self._fact, self._said, self._numbers, self._elsewhere = fact, said, numbers, elsewhere
        self._told = {one.claim for one in fact.evidence if one.stance in ("supports", "contradicts")}
        self._differ = {one.field: one for one in fact.disagreements}
        self._shown = {"actors", "place", "day", *fact.counts} if isinstance(fact, Event) else set()
        """Disagreements that stand beside the field they are about."""

    def lines(self) -> list[FieldLine]:
        """Every field that is said, then what else claims differ on."""
        found = list(self._of_event(self._fact) if isinstance(self._fact, Event) else self._of_relation(self._fact))
        rest = (one for field, one in self._differ.items() if field not in self._shown)
        return [*found, *(self._line(DENYING.get(one.field, one.field), "", versions=one) for one in rest)]

    def _of_event(self, fact: Event) -> Iterator[FieldLine]:
        yield from self._parties("who", fact.actors, "subject")
        if "actors" in self._differ:
            yield self._line("who", "claims name different actors", versions=self._differ["actors"])
        yield from self._parties("to whom", fact.recipients, "object")
        if fact.place or "place" in self._differ:
            yield self._line("where", place_words(fact.place), _has("place"), self._differ.get("place"))
        yield self._line("when", when_words(fact), _has("when"), self._differ.get("day"))
        for kind, tally in fact.counts.items():
            line = self._line(kind, tally_words(kind, tally).removeprefix(f"{kind} "), None, self._differ.get(kind))
            yield FieldLine(
                name=line.name,
                value=line.value,
                claims=self._numbered(tally.claims),
                note=tally.rule,
                versions=line.versions,
            )
        if fact.weapon:
            yield self._line("weapon", fact.weapon, _has("weapon"))

    def _of_relation(self, fact: Relation) -> Iterator[FieldLine]:
        yield from self._parties("who", (fact.subject,), "subject")
        if fact.object.kind != "place":
            yield from self._parties("whom", (fact.object,), "object")
        for role in fact.roles:
            yield self._line("as", role, lambda one, role=role: one.record["role"] == role)  # type: ignore[misc]
        if fact.place or fact.object.kind == "place":
            yield self._line("where", place_words(fact.place) or fact.object.name, _has("place"))
        yield self._line("when", when_words(fact), _has("when"))

    def _parties(self, name: str, parties: Sequence[Party], part: str) -> Iterator[FieldLine]:
        for party in parties:
            claims = self._where(lambda one, party=party: _names(one, part, party))  # type: ignore[misc]
            yield FieldLine(name=name, value=party.name, actor=party.actor, claims=claims, note=_kind(party))

    def _line(
        self, name: str, value: str, holds: Holds | None = None, versions: Disagreement | None = None
    ) -> FieldLine:
        told = (
            OtherVersion(
                value=edtf_in_words(one.value) if versions and versions.field == "day" else one.value,
                said_by=one.said_by,
                claims=self._numbered(one.claims),
                elsewhere=tuple(self._elsewhere[claim] for claim in one.claims if claim in self._elsewhere),
            )
            for one in (versions.versions if versions else ())
        )
        claims = self._where(holds) if holds else ()
        return FieldLine(name=name, value=value, claims=claims, versions=tuple(told))

    def _where(self, holds: Holds) -> tuple[int, ...]:
        return self._numbered([one for one, said in self._said.items() if one in self._told and holds(said)])

    def _numbered(self, claims: Sequence[str]) -> tuple[int, ...]:
        return tuple(sorted(self._numbers[one] for one in claims if one in self._numbers))


def _has(field: str) -> Holds:
    return lambda one: bool(one.record[field])  # type: ignore[literal-required]


def _names(said: SaidClaim, part: str, party: Party) -> bool:
    actor = said.subject_actor if part == "subject" else said.object_actor
    name = said.record["subject"] if part == "subject" else said.record["object"]
    return actor == party.actor if party.actor else name == party.name


def _kind(party: Party) -> str:
    kind = party.kind.replace("_", " ")
    return f"{kind}, {party.country}" if party.country else kind
