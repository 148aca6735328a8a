"""A portion in which nobody can be found who is not public: names, words that hold them, exact sites.

All text is masked unless it is known to be a code, so that a field added later is masked too. Offsets of claims are
moved with the text: in a protected portion too, ``text[start:end]`` of a report is the claim's quote.
"""

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any, TypeVar
from urllib.parse import urlsplit

from dateline.export.facts.name_mask import Edit, NameMask, moved, rewritten
from dateline.export.facts.protected_names import names_of, public_names
from dateline.export.facts.protected_places import WITHHELD, coarse_events, coarse_place, coarse_record, is_private_site
from dateline.export.facts.report_scope import ReportScope, scopes_of
from dateline.model.actor import Actor, NameUse, Protection
from dateline.model.fact import Event, Evidence, Fact, Party, Relation
from dateline.model.portion import Portion, ReportCard, SaidClaim

LABELS: dict[Protection, str] = {
    "private": "private person",
    "victim": "victim",
    "witness": "witness",
    "child": "child",
    "anonymous": "anonymous source",
}
CODES = frozenset(
    {"id", "type", "mode", "kind", "country", "status", "modality", "polarity", "stance", "speech", "precision", "edtf"}
    | {"sha256", "language", "claim", "claims", "report", "cluster", "reader", "attribution", "corrected", "detail"}
    | {
        "code",
        "PLOVER",
        "CAMEO",
        "ACLED",
        "UCDP",
        "subject_entity",
        "object_entity",
        "said_by_entity",
        "protection",
        "first_report",
        "field",
        "known",
    }
)
"""Fields that hold codes, ids and days, and no words of a report."""
ACTOR_IDS = frozenset({"actor", "subject_actor", "object_actor", "said_by_actor"})
T = TypeVar("T")


def protected(portion: Portion) -> Portion:
    """The portion with everybody masked whose protection is not "public"; itself when there is nobody."""
    return Masking(portion).portion


def labels_of(hidden: Mapping[str, Actor]) -> dict[str, str]:
    """A label for each protected actor, numbered within its kind in the order of the ids: ``private person 3``."""
    numbers: Counter[str] = Counter()
    labels = {}
    for identifier in sorted(hidden):
        words = LABELS[hidden[identifier].protection]
        numbers[words] += 1
        labels[identifier] = f"{words} {numbers[words]}"
    return labels


@dataclass(frozen=True, slots=True)
class _Names:
    """What is masked in a text."""

    mask: NameMask
    scope: frozenset[str]

    def words(self, text: str) -> str:
        return self.mask.masked(text, self.scope)


class Masking:
    """Who is hidden in a portion, and how."""

    def __init__(self, portion: Portion) -> None:
        named = {**portion.bystanders, **portion.actors}
        hidden = {identifier: actor for identifier, actor in named.items() if actor.protection != "public"}
        self._given = portion
        self._labels = labels_of(hidden)
        self._ids = {identifier: label.replace(" ", "-") for identifier, label in self._labels.items()}
        self._mask = NameMask(self._labels, names_of(portion, hidden), public_names(portion, hidden))
        self._scopes = scopes_of(portion, hidden, self._mask)
        self._edits_of: dict[str, list[Edit]] = {}
        self._coarse = coarse_events(portion, hidden)

    @property
    def portion(self) -> Portion:
        """The portion as it may be seen."""
        given = self._given
        if not self._labels:
            return given
        return Portion(
            events=tuple(self._event(event) for event in given.events),
            relations=tuple(self._relation(relation) for relation in given.relations),
            actors={self._id(identifier): self._actor(actor) for identifier, actor in given.actors.items()},
            claims={identifier: self._claim(said) for identifier, said in given.claims.items()},
            reports={identifier: self._report(card) for identifier, card in given.reports.items()},
        )

    def words(self, text: str) -> str:
        """Words that belong to no report, such as a filter: every name is masked, also one that others share."""
        return self._ids.get(text) or self._mask.masked(text, self._labels)

    def _id(self, identifier: str) -> str:
        return self._ids.get(identifier, identifier)

    def _actor(self, actor: Actor) -> Actor:
        label = self._labels.get(actor.id)
        if label is None:
            return self._all(actor, ())
        use = NameUse(
            name=label, reports=actor.reports, first_report=actor.names[0].first_report if actor.names else ""
        )
        reason = f"{actor.protection}: masked in this export"
        return replace(actor, id=self._id(actor.id), name=label, known=None, names=(use,), protection_reason=reason)

    def _event(self, event: Event) -> Event:
        masked = self._fact(event)
        if event.id not in self._coarse:
            return masked
        told = tuple(item for item in masked.disagreements if item.field != "place")
        return replace(masked, place=coarse_place(event.place), disagreements=told)

    def _relation(self, relation: Relation) -> Relation:
        masked = self._fact(relation)
        if self._is_hidden(relation.subject) or self._is_hidden(relation.object):
            told = tuple(item for item in masked.disagreements if item.field not in ("role", "roles", "place"))
            masked = replace(masked, roles=(), disagreements=told)
            if relation.place and is_private_site(relation.place):
                masked = replace(masked, place=coarse_place(relation.place))
                if relation.object.kind == "place":
                    masked = replace(masked, object=replace(masked.object, name=WITHHELD))
        return masked

    def _is_hidden(self, party: Party) -> bool:
        return party.actor in self._labels

    def _fact(self, fact: T) -> T:
        assert isinstance(fact, Event | Relation)
        return self._all(fact, self._scope_of(fact))

    def _scope_of(self, fact: Fact) -> set[str]:
        return {actor for evidence in fact.evidence for actor in self._scope(evidence.report).actors}

    def _scope(self, report: str) -> ReportScope:
        return self._scopes.get(report, ReportScope())

    def _claim(self, said: SaidClaim) -> SaidClaim:
        scope = self._scope(said.report)
        masked = self._all(said, scope.actors)
        record: dict[str, Any] = dict(masked.record)
        self._move_spans(record, said)
        for part in ("subject", "object", "said_by"):
            if (actor := getattr(said, f"{part}_actor")) in self._labels:
                record[part] = self._labels[actor]
        if said.subject_actor in self._labels:
            record["role"] = None
        if said.record["id"] in self._coarse:
            record |= coarse_record(said.record)
        return replace(masked, record=record)  # type: ignore[arg-type]

    def _move_spans(self, record: dict[str, Any], said: SaidClaim) -> None:
        """Offsets and quote as they are in the masked text of the report."""
        card = self._given.reports.get(said.report)
        if card is None:
            return
        edits = self._edits(card)
        for name in ("subject_span", "object_span", "said_by_span", "evidence"):
            if span := record[name]:
                record[name] = [moved(span[0], edits), moved(span[1], edits, is_end=True)]
        start, end = said.record["evidence"]
        if card.text[start:end] == said.record["quote"]:
            record["quote"] = rewritten(card.text, edits)[record["evidence"][0] : record["evidence"][1]]

    def _edits(self, card: ReportCard) -> list[Edit]:
        """The edits of a report's text, found once."""
        if card.id not in self._edits_of:
            scope = self._scope(card.id)
            self._edits_of[card.id] = self._mask.edits(card.text, scope.actors, scope.kept)
        return self._edits_of[card.id]

    def _report(self, card: ReportCard) -> ReportCard:
        scope = self._scope(card.id)
        masked = self._all(replace(card, text=""), scope.actors)
        return replace(
            masked,
            text=rewritten(card.text, self._edits(card)),
            url=self._address(card.url) if card.url else card.url,
            source=self._address(card.source) or "withheld",
        )

    def _address(self, address: str) -> str | None:
        """An address that holds a protected name is cut down to its host; None when that holds one too."""
        if not self._mask.is_in_address(address):
            return address
        host = urlsplit(address).hostname
        return f"https://{host}/" if host and not self._mask.is_in_address(host) else None

    def _all(self, noun: T, scope: Collection[str]) -> T:
        return self._value(noun, "", _Names(self._mask, frozenset(scope)))  # type: ignore[no-any-return]

    def _value(self, value: Any, name: str, names: _Names) -> Any:
        """A value and all within it, masked."""
        if isinstance(value, str):
            return self._words(value, name, names)
        if isinstance(value, Party) and value.actor in self._labels:
            return replace(value, actor=self._id(value.actor), name=self._labels[value.actor])
        if isinstance(value, Evidence):
            value = self._evidence(value)
        if is_dataclass(value) and not isinstance(value, type):
            made = {item.name: self._value(getattr(value, item.name), item.name, names) for item in fields(value)}
            return replace(value, **made)
        if isinstance(value, dict):
            return {key: self._value(item, str(key), names) for key, item in value.items()}
        if isinstance(value, list | tuple):
            return type(value)(self._value(item, name, names) for item in value)
        return value

    def _evidence(self, evidence: Evidence) -> Evidence:
        """The evidence with a hidden speaker under his or her label."""
        said = self._given.claims.get(evidence.claim)
        speaker = evidence.source.removeprefix("actor:")
        if said and said.said_by_actor in self._labels:
            evidence = replace(evidence, said_by=self._labels[said.said_by_actor])
        return replace(evidence, source=f"actor:{self._id(speaker)}") if speaker in self._labels else evidence

    def _words(self, text: str, name: str, names: _Names) -> str:
        if name in ACTOR_IDS:
            return self._id(text)
        return text if name in CODES else names.words(text)
