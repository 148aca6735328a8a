"""From a match to claims: participants of the right kinds, place, time, scope, speaker, evidence and reason."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from itertools import product

from spacy.tokens import Doc, Token

from dateline.claims.agents import carries_people, is_fire, is_machine, may_be_people, measures
from dateline.claims.counts import counts_of
from dateline.claims.drafts import Draft, role_of
from dateline.claims.lemmas import lemma_of
from dateline.claims.match import ALIASES, Match
from dateline.claims.pairs import is_bare_number, is_reciprocal, one_against_others, one_list
from dateline.claims.participants import Participant, Participants
from dateline.claims.place_time import PlacesAndDates
from dateline.claims.plausible import SIDES, is_plausible
from dateline.claims.political import is_political
from dateline.claims.scenes import as_place, scene_at
from dateline.claims.scope import Scope, scope_of
from dateline.claims.sides import without_mirrors
from dateline.claims.speakers import Speakers
from dateline.claims.weapons import Weapon, weapon_of
from dateline.claims.whereabouts import antecedent, inside, places_for
from dateline.languages.load import language_data
from dateline.model import Attribution, Counts, DateSpan, Passage, PlaceMention
from dateline.ontology.load import KIND_GROUPS, ClaimType, Ontology

MOST_PAIRS = 9
"""A coordination of more subjects and objects than this is taken as one list, not as claims for each pair. The members
of one body are listed at any length.
"""
MATERIAL_CONFLICT = 4
"""Quad class of force and violence."""
NEEDS_ACTOR = frozenset({1, 2, 3})
"""Quad classes whose recipient is somebody: in words and in cooperation. Only material conflict befalls things."""
PLACE = frozenset({"place"})
PEOPLE = KIND_GROUPS["people"]
SCENE_PREPOSITIONS = frozenset({"in", "into", "inside", "near", "at", "across", "throughout", "outside", "around"})
MODIFIERS = frozenset({"amod", "compound", "nmod"})
ARMED = KIND_GROUPS["armed"]
ACTING = KIND_GROUPS["political"]
"""Kinds that a word before an event noun must have to count as a participant: "army raid", not "deadly raid"."""
BEFALL_PEOPLE = frozenset("kill murder massacre kidnap abduct behead assassinate torture rape lynch stab".split())
"""Verbs of what is done to people only, so that an unknown noun under one means somebody."""
REBELS = frozenset({"armed_group"})
LINES = frozenset("position target line trench defence defense fortification emplacement concentration".split())
"""Nouns for the places of a side that stand for the side: who shells army positions attacks the army, who shells the
army barracks attacks a place.
"""
SEVERAL = frozenset({"we", "us", "they", "them"})
SAID_TO = frozenset({"ACCUSE", "REQUEST", "THREATEN", "REJECT", "SUPPORT"})
"""Types whose object is spoken to or of."""
EVENT_LIKE = frozenset({"split_from", "merged_with"})
"""Relations that tell of a change, so that a past tense without a date ends at publication."""


class Assembler:
    """Makes the claims of one report."""

    def __init__(self, doc: Doc, ontology: Ontology, *, on_conflict: bool = False) -> None:
        self.doc = doc
        self.on_conflict = on_conflict
        self.text: str = doc.text  # spaCy joins the words anew each time it is asked
        self.ontology = ontology
        self.participants = Participants(doc)
        self.located = PlacesAndDates(doc)
        self.speakers = Speakers(doc, self.participants)

    def drafts(self, match: Match) -> Iterator[Draft]:
        """One draft for each pair of participants that fits the pattern; none when a condition on kinds fails."""
        claim_type = self.ontology.types[match.pattern.type]
        attribution = self.speakers.attribution_of(match.trigger, self._ruling(match))
        subjects = self._subjects(match, attribution)
        objects = self._objects(match, claim_type, attribution)
        if ("subject" in match.pattern.required and not subjects) or (
            "object" in match.pattern.required and not objects
        ):
            return
        if claim_type.political and not is_political(
            (*subjects, *objects), match.trigger, self.participants, on_conflict=self.on_conflict
        ):
            return
        if claim_type.quad == MATERIAL_CONFLICT and not is_plausible(
            match, subjects, objects, on_conflict=self.on_conflict
        ):
            return
        if match.subjects and not subjects and match.pattern.subject_kinds:
            return
        if match.objects and not objects and match.pattern.object_kinds:
            return
        pairs: list[tuple[Participant | None, Participant | None]]
        nobody: list[Participant | None] = [None]
        if claim_type.kind == "event":
            objects = one_list([object_ for object_ in objects if not is_bare_number(object_)])
        if is_reciprocal(match) and (sides := one_against_others(subjects, objects)):
            pairs = [*sides]
        else:
            pairs = list(product([*subjects] or nobody, [*objects] or nobody))
        if claim_type.symmetric and claim_type.name != "alias_of":
            pairs = without_mirrors(pairs)
        if len(pairs) > MOST_PAIRS and (claim_type.kind == "event" or min(len(subjects), len(objects)) > 1):
            pairs = [(subjects[0] if subjects else None, objects[0] if objects else None)]
        yield from self._each(match, claim_type, pairs, attribution)

    @staticmethod
    def _ruling(match: Match) -> tuple[str, ...]:
        """The words that rule what is told; none for an office told in passing, "its leader, Omar Tall"."""
        return () if match.pattern.pos == "role" else scope_of(match.trigger).words

    def _each(
        self,
        match: Match,
        claim_type: ClaimType,
        pairs: list[tuple[Participant | None, Participant | None]],
        attribution: Attribution | None,
    ) -> Iterator[Draft]:
        scope = self._scope(match, attribution)
        is_event = claim_type.kind == "event"
        places = places_for(self.located, match) if is_event else []
        when = self.located.when(
            match.trigger,
            is_state=not is_event and claim_type.name not in EVENT_LIKE,
            undated_past=(is_event or claim_type.name in EVENT_LIKE) and scope.modality == "actual",
            own_only=match.pattern.pos == "role" or claim_type.name == "alias_of",
        )
        if when is not None and scope.modality == "actual" and scope.polarity == "asserted":
            scope = self._ahead(scope, when)
        speaker, source = self.speakers.speaker(match.trigger, attribution)
        evidence = self._evidence(match)
        counts = counts_of(match.trigger, match.arguments) if is_event else Counts()
        weapon = weapon_of(match) if is_event else None
        for actor, object_ in pairs:
            subject = self._doer(actor, weapon)
            if (
                subject
                and object_
                and subject.entity
                and subject.entity == object_.entity
                and (claim_type.name != "alias_of" or subject.token == object_.token)
            ):
                continue
            own = [object_.place] if claim_type.place_object and object_ else places
            if is_event and object_:
                object_, scenes = self._target(match, claim_type, object_, places)
                own = scenes or places
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
                    role_of(match),
                    weapon,
                )

    def _doer(self, actor: Participant | None, weapon: Weapon | None) -> Participant | None:
        """Who acts; for a weapon or a machine its owner ("Russian drones", "the mission's helicopters"), if named."""
        if actor is None:
            return None
        is_weapon = weapon is not None and actor.token == weapon.token
        is_tool = is_machine(actor.token) or is_fire(actor.token)
        if not is_weapon and not (is_tool and actor.entity is None):
            return actor
        return self.participants.owner_of(actor.token) or (None if is_weapon else actor)

    def _target(
        self,
        match: Match,
        claim_type: ClaimType,
        object_: Participant,
        places: list[PlaceMention | None],
    ) -> tuple[Participant | None, list[PlaceMention | None]]:
        """Whom an event befalls, and the places that its object names where the object only says where.

        An attack on a village or a depot befalls nobody whom the words name; one on a convoy befalls those in it.
        """
        is_attack = claim_type.name == "ASSAULT" and match.pattern.mode != "seize_territory"
        owner = self._armed_owner(object_) if is_attack and object_.entity is None else None
        if owner and (REBELS & owner.kinds or lemma_of(object_.token) in LINES):  # "struck rebel camps"
            return owner, []
        if object_.place is not None and _is_scene(object_) and not _is_addressed(object_, claim_type):
            if object_.place.lat is not None:
                return None, [object_.place]
            named = inside(self.located, object_.token)
            found = [place for place in (named, *places) if place and place.lat is not None]
            return None, [found[0] if found else antecedent(self.located, object_.place)]
        if not _is_thing(object_):
            return object_, []
        if claim_type.quad in NEEDS_ACTOR:
            return (object_ if lemma_of(object_.token) in SIDES else None), []
        if owner := self._armed_owner(object_):
            return owner, []
        if carries_people(object_.token) or may_be_people(object_.token) or lemma_of(match.trigger) in BEFALL_PEOPLE:
            return object_, []
        scene = inside(self.located, object_.token) or object_.place or scene_at(object_.token)
        return None, [scene] if scene and not places else []

    def _armed_owner(self, thing: Participant) -> Participant | None:
        """The armed side whose thing is attacked: the rebels of "rebel targets"."""
        owner = self.participants.owner_of(thing.token)
        return owner if owner is not None and owner.kinds & ARMED else None

    def _ahead(self, scope: Scope, when: DateSpan) -> Scope:
        """What lies after publication is planned, whatever the tense: "takes effect on 15 October"."""
        first = when.possible.first
        if self.located.published is None or first is None or first <= self.located.published:
            return scope
        return Scope(scope.polarity, "planned", (*scope.words, when.basis))

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
            if head.dep_ not in MODIFIERS or participant.kinds & ACTING or _beside_alias(head)
        ]
        return [p for p in found if not kinds or p.kinds & kinds or _may_be(p, kinds)]

    def _subjects(self, match: Match, attribution: Attribution | None) -> list[Participant]:
        """The subjects of the first slot that holds any of the right kinds."""
        for heads in match.in_slots(match.pattern.subject):
            if found := self._fitting(heads, match.pattern.subject_kinds, attribution):
                return found
            if "government" in match.pattern.subject_kinds and (found := self._capitals(match, heads)):
                return found
        return []

    def _capitals(self, match: Match, heads: list[Token]) -> list[Participant]:
        """Cities that do what only governments do: "Damascus was amassing forces"."""
        acting = [head for head in heads if head.dep_ == "nsubj" and head.head == match.trigger]
        found = [participant for head in acting for participant in self.participants.of(head, None)]
        return [p for p in found if p.place is not None and p.entity is None and p.token.pos_ == "PROPN"]

    def _objects(self, match: Match, claim_type: ClaimType, attribution: Attribution | None) -> list[Participant]:
        """The objects of the first slot that holds any of the right kinds; for relations to places, places only."""
        pattern = match.pattern
        slots = list(match.in_slots(pattern.object))
        if "place" in pattern.object:
            slots.append(self.located.slot(match.trigger, match.arguments))
        if not claim_type.place_object and "place" in pattern.object_kinds and len(slots) > 1:
            slots = self._bodies_first(slots)
        for heads in slots:
            found = self._fitting(heads, pattern.object_kinds, attribution)
            if pattern.pos == "role" and _is_generic(match.trigger):
                found = [p for p in found if p.token.dep_ not in MODIFIERS or p.token.pos_ == "PROPN"]
            if claim_type.place_object:
                found = [p for p in found if p.place is not None] or self._unknown_places(heads, attribution)
            if pattern.object_kinds == PLACE:
                found = found or self._unknown_places(heads, attribution)
            if found:
                return found
        return []

    def _bodies_first(self, slots: list[list[Token]]) -> list[list[Token]]:
        """Slots that hold an actor before those that hold a place: the police of "the city's police chief"."""
        return sorted(slots, key=lambda heads: not any(self.participants.kinds_at(head) for head in heads))

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
        """The clause of the trigger: everything below its verb, without clauses that stand beside."""
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
        return Passage.of(self.text, self.doc[first].idx, self.doc[last].idx + len(self.doc[last]))


def _beside_alias(name: Token) -> bool:
    """Whether a name stands before "alias", where parsers take it for a part of the second name."""
    return name.i + 1 < len(name.doc) and name.nbor(1).lower_ in ALIASES


def _is_generic(role: Token) -> bool:
    """Whether a role is one of many: "a militia chief", "a customs officer"."""
    return any(child.lower_ in ("a", "an") for child in role.children if child.dep_ == "det")


def _is_thing(participant: Participant) -> bool:
    """Whether a participant is no actor and no name: the attack that is condemned, the truce that is offered."""
    return not participant.kinds and participant.token.pos_ not in ("PROPN", "PRON")


def _may_be(participant: Participant, kinds: frozenset[str]) -> bool:
    """Whether a name of unknown kind, or "we" and "they", may be what a pattern asks for.

    What an office is over may not ("Minister of Defence"); of things in small letters only those may that people are
    called by, where the pattern asks for people.
    """
    token = participant.token
    if participant.kinds or kinds == {"place"}:
        return False
    if token.lower_ in SEVERAL or (token.pos_ == "PROPN" and token.lower_ not in portfolios()):
        return True
    counts_out = lemma_of(token) in measures() and token.tag_ == "NN"  # "a third of the market"
    return kinds >= PEOPLE and token.tag_ in ("NN", "NNS") and not counts_out and may_be_people(token)


@cache
def portfolios() -> frozenset[str]:
    """What an office is over, in lower case: "defence", "interior"."""
    return frozenset(language_data("mentions")["portfolios"])


def _is_scene(participant: Participant) -> bool:
    """Whether an event's object only says where: "raids into Niger", "attacked Gao", but not "attacked Iran"."""
    if participant.place is None or participant.entity is not None:
        return False
    token = participant.token
    while token.dep_ == "conj":
        token = token.head
    head = token.head
    return "government" not in participant.kinds or (head.pos_ == "ADP" and head.lower_ in SCENE_PREPOSITIONS)


def _is_addressed(participant: Participant, claim_type: ClaimType) -> bool:
    """Whether a city stands for its government, as in "accused Tbilisi": words are said to nobody else."""
    return claim_type.name in SAID_TO and participant.token.dep_ in ("dobj", "nsubjpass", "dative")


def _clause(head: Token) -> Iterator[Token]:
    yield head
    for child in head.children:
        if child.dep_ in ("conj", "parataxis", "cc") and child.pos_ in ("VERB", "AUX", "CCONJ"):
            continue
        yield from child.subtree
