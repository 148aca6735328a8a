"""From a match to claims: participants of the right kinds, place, time, scope, speaker, evidence and reason."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import product

from spacy.tokens import Doc, Token

from dateline.claims.counts import counts_of
from dateline.claims.match import Match
from dateline.claims.participants import Participant, Participants
from dateline.claims.place_time import PlacesAndDates, place_ref
from dateline.claims.political import is_political
from dateline.claims.scenes import as_place
from dateline.claims.scope import Scope, scope_of
from dateline.claims.speakers import Speakers
from dateline.claims.weapons import Weapon, weapon_of
from dateline.model import ActorRef, Attribution, Claim, Counts, DateSpan, Passage, PlaceMention
from dateline.ontology.load import KIND_GROUPS, ClaimType, Ontology

MOST_PAIRS = 9
"""A coordination of more subjects and objects than this is taken as one list, not as claims for each pair."""
NEEDS_ACTOR = frozenset({1, 2, 3})
"""Quad classes whose recipient is somebody: in words and in cooperation. Only material conflict befalls things."""
SCENE_PREPOSITIONS = frozenset({"in", "into", "inside", "near", "at", "across", "throughout", "outside", "around"})
MODIFIERS = frozenset({"amod", "compound", "nmod"})
ACTING = KIND_GROUPS["political"]
"""Kinds that a word before an event noun must have to count as a participant: "army raid", not "deadly raid"."""
EVENT_LIKE = frozenset({"split_from", "merged_with"})
"""Relations that tell of a change, so that a past tense without a date ends at publication."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A claim before it gets its id, with the tokens that made it."""

    match: Match
    subject: Participant | None
    object: Participant | None
    place: PlaceMention | None
    when: DateSpan | None
    scope: Scope
    speaker: ActorRef | None
    attribution: Attribution | None
    evidence: Passage
    counts: Counts
    role: str | None
    confidence: float
    weapon: Weapon | None = None

    @property
    def mode(self) -> str | None:
        """The mode that the words state, else the one that the weapon suggests."""
        return self.match.pattern.mode or (self.weapon.mode if self.weapon and self.type == "ASSAULT" else None)

    @property
    def type(self) -> str:
        return self.match.pattern.type


class Assembler:
    """Makes the claims of one report."""

    def __init__(self, doc: Doc, ontology: Ontology) -> None:
        self.doc = doc
        self.ontology = ontology
        self.participants = Participants(doc)
        self.located = PlacesAndDates(doc)
        self.speakers = Speakers(doc, self.participants)

    def drafts(self, match: Match) -> Iterator[Draft]:
        """One draft for each pair of participants that fits the pattern; none when a condition on kinds fails."""
        claim_type = self.ontology.types[match.pattern.type]
        attribution = self.speakers.attribution_of(match.trigger)
        subjects = self._subjects(match, attribution)
        objects = self._objects(match, claim_type, attribution)
        if ("subject" in match.pattern.required and not subjects) or (
            "object" in match.pattern.required and not objects
        ):
            return
        if claim_type.political and not is_political((*subjects, *objects), match.trigger, self.participants):
            return
        if match.subjects and not subjects and match.pattern.subject_kinds:
            return
        if match.objects and not objects and match.pattern.object_kinds:
            return
        pairs: list[tuple[Participant | None, Participant | None]]
        nobody: list[Participant | None] = [None]
        pairs = list(product([*subjects] or nobody, [*objects] or nobody))
        if len(pairs) > MOST_PAIRS:
            pairs = [(subjects[0] if subjects else None, objects[0] if objects else None)]
        yield from self._each(match, claim_type, pairs, attribution)

    def _each(
        self,
        match: Match,
        claim_type: ClaimType,
        pairs: list[tuple[Participant | None, Participant | None]],
        attribution: Attribution | None,
    ) -> Iterator[Draft]:
        scope = self._scope(match, attribution)
        is_event = claim_type.kind == "event"
        places: list[PlaceMention | None] = (
            [*self.located.places_of(match.trigger, match.arguments)] if is_event else []
        )
        when = self.located.when(
            match.trigger,
            is_state=not is_event and claim_type.name not in EVENT_LIKE,
            undated_past=(is_event or claim_type.name in EVENT_LIKE) and scope.modality == "actual",
        )
        speaker, source = self.speakers.speaker(match.trigger, attribution)
        evidence = self._evidence(match)
        counts = counts_of(match.trigger, match.arguments) if is_event else Counts()
        weapon = weapon_of(match) if is_event else None
        for actor, object_ in pairs:
            subject = None if weapon and actor and actor.token == weapon.token else actor
            if (
                subject
                and object_
                and subject.entity
                and subject.entity == object_.entity
                and claim_type.name != "alias_of"
            ):
                continue
            own = [object_.place] if claim_type.place_object and object_ else places
            if is_event and object_ and _is_scene(object_):
                own, object_ = [object_.place], None
            if is_event and object_ and claim_type.quad in NEEDS_ACTOR and _is_thing(object_):
                object_ = None
            for place in own or [None]:
                if is_event and place and any(p and p.place is place for p in (subject, object_)):
                    place = None
                yield Draft(
                    match,
                    subject,
                    object_,
                    place,
                    when,
                    scope,
                    speaker,
                    source,
                    evidence,
                    counts,
                    _role(match),
                    _confidence(match, subject, object_),
                    weapon,
                )

    def _scope(self, match: Match, attribution: Attribution | None) -> Scope:
        scope = scope_of(match.trigger)
        pattern = match.pattern
        polarity, modality = scope.polarity, scope.modality
        if attribution is not None and self.speakers.denies(attribution) and attribution.verb not in scope.words:
            polarity = "negated" if polarity == "asserted" else "asserted"
        return Scope(pattern.polarity or polarity, pattern.modality or modality, scope.words)

    def _fitting(
        self, heads: Iterable[Token], kinds: frozenset[str], attribution: Attribution | None
    ) -> list[Participant]:
        found = [
            participant
            for head in heads
            for participant in self.participants.of(head, attribution)
            if head.dep_ not in MODIFIERS or participant.kinds & ACTING
        ]
        return [p for p in found if not kinds or p.kinds & kinds or _may_be(p, kinds)]

    def _subjects(self, match: Match, attribution: Attribution | None) -> list[Participant]:
        """The subjects of the first slot that holds any of the right kinds."""
        for heads in match.in_slots(match.pattern.subject):
            if found := self._fitting(heads, match.pattern.subject_kinds, attribution):
                return found
        return []

    def _objects(self, match: Match, claim_type: ClaimType, attribution: Attribution | None) -> list[Participant]:
        """The objects of the first slot that holds any of the right kinds; for relations to places, places only."""
        pattern = match.pattern
        slots = list(match.in_slots(pattern.object))
        if "place" in pattern.object:
            slots.append(self.located.slot(match.trigger, match.arguments))
        for heads in slots:
            found = self._fitting(heads, pattern.object_kinds, attribution)
            if claim_type.place_object:
                found = [p for p in found if p.place is not None] or self._unknown_places(heads, attribution)
            if found:
                return found
        return []

    def _unknown_places(self, heads: list[Token], attribution: Attribution | None) -> list[Participant]:
        """Names that stand where a place must, though no list knows them: "hold Bunagana"."""
        return [
            replace(participant, place=place)
            for head in heads
            if (place := as_place(head))
            for participant in self.participants.of(head, attribution)
            if participant.entity is None and not participant.kinds
        ]

    def _evidence(self, match: Match) -> Passage:
        """The clause of the trigger: everything below its verb, without clauses that are coordinated or stand beside."""
        head = match.trigger
        while head.pos_ not in ("VERB", "AUX") and head.head != head and head.dep_ not in ("appos",):
            head = head.head
        tokens = [token.i for token in _clause(head)]
        tokens += [p.i for p in (*match.subjects, *match.objects)] + [match.trigger.i]
        sentence = match.trigger.sent
        inside = [i for i in tokens if sentence.start <= i < sentence.end]
        first, last = min(inside), max(inside)
        while first < last and (
            self.doc[first].is_punct or self.doc[first].is_space or self.doc[first].dep_ in ("cc", "mark")
        ):
            first += 1
        while last > first and (self.doc[last].is_punct or self.doc[last].is_space):
            last -= 1
        return Passage.of(self.doc.text, self.doc[first].idx, self.doc[last].idx + len(self.doc[last]))

    def claims(self, drafts: Iterable[Draft]) -> tuple[Claim, ...]:
        """Claims with their ids, in order of evidence."""
        report = self.doc._.dateline_report
        base = report.id if report else hashlib.sha256(self.doc.text.encode()).hexdigest()[:16]
        seen: dict[str, int] = {}
        claims = []
        for draft in sorted(drafts, key=lambda d: (d.evidence.start, d.match.trigger.i)):
            key = _identity(base, draft)
            seen[key] = seen.get(key, 0) + 1
            if seen[key] == 1:
                claims.append(_claim(key, draft))
        return tuple(claims)


def _is_thing(participant: Participant) -> bool:
    """Whether a participant is no actor and no name: the attack that is condemned, the truce that is offered."""
    return not participant.kinds and participant.token.pos_ != "PROPN"


def _may_be(participant: Participant, kinds: frozenset[str]) -> bool:
    """Whether a name of unknown kind may be what a pattern asks for; things in small letters may not."""
    return not participant.kinds and participant.token.pos_ == "PROPN" and kinds != {"place"}


def _is_scene(participant: Participant) -> bool:
    """Whether an event's object only says where: "raids into Niger", "attacked Gao", but not "attacked Iran"."""
    if participant.place is None or participant.entity is not None or participant.place.precision == "site":
        return False
    token = participant.token
    while token.dep_ == "conj":
        token = token.head
    head = token.head
    return "government" not in participant.kinds or (head.pos_ == "ADP" and head.lower_ in SCENE_PREPOSITIONS)


def _clause(head: Token) -> Iterator[Token]:
    yield head
    for child in head.children:
        if child.dep_ in ("conj", "parataxis", "cc") and child.pos_ in ("VERB", "AUX", "CCONJ"):
            continue
        yield from child.subtree


def _role(match: Match) -> str | None:
    if match.pattern.pos != "role" or match.holder is None:
        return None
    words = [t.text for t in match.trigger.lefts if t.dep_ in ("amod", "compound") and t.text[:1].islower()]
    former = ["former"] if match.holder.former and "former" not in words else []
    return " ".join([*former, *words, match.trigger.text])


def _confidence(match: Match, subject: Participant | None, object_: Participant | None) -> float:
    """A rank, not yet a share: lower for nouns, for unresolved participants and for missing ones."""
    if match.pattern.confidence is not None:
        return match.pattern.confidence
    value = 0.85 if match.pattern.pos == "verb" else 0.75
    for participant in (subject, object_):
        if participant is None:
            value -= 0.1
        elif not participant.kinds:
            value -= 0.15
    return round(max(value, 0.3), 2)


def _identity(base: str, draft: Draft) -> str:
    parts = (
        *(
            base,
            draft.type,
            draft.match.pattern.mode,
            draft.subject and draft.subject.name,
            draft.object and draft.object.name,
        ),
        *(
            draft.place and draft.place.name,
            draft.scope.polarity,
            draft.scope.modality,
            draft.speaker and draft.speaker.name,
            draft.match.trigger.idx,
        ),
    )
    return "c" + hashlib.sha256("\x1f".join(map(str, parts)).encode()).hexdigest()[:12]


def _claim(identifier: str, draft: Draft) -> Claim:
    return Claim(
        id=identifier,
        type=draft.type,
        mode=draft.mode,
        subject=draft.subject.ref if draft.subject else None,
        object=draft.object.ref if draft.object else None,
        place=place_ref(draft.place) if draft.place else None,
        when=draft.when,
        polarity=draft.scope.polarity,
        modality=draft.scope.modality,
        said_by=draft.speaker,
        speech=draft.attribution.speech if draft.attribution and draft.speaker else None,
        attribution=draft.attribution.id if draft.attribution and draft.speaker else None,
        role=draft.role,
        weapon=draft.weapon.words if draft.weapon else None,
        evidence=draft.evidence,
        counts=draft.counts,
        governed_by=draft.scope.words,
        confidence=draft.confidence,
        reason=_reason(draft),
    )


def _reason(draft: Draft) -> str:
    pattern = draft.match.pattern
    mode = f" ({pattern.mode})" if pattern.mode else ""
    sentence = f"The {pattern.pos} '{draft.match.trigger.text}' states {pattern.type}{mode}"
    if draft.match.holder:
        sentence += f", held by way of {draft.match.holder.how}"
    if draft.scope.words:
        sentence += f"; {draft.scope.polarity} and {draft.scope.modality} because of '{', '.join(draft.scope.words)}'"
    return sentence + "."
