"""From a match to claims: participants of the right kinds, place, time, scope, speaker, evidence and reason."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import product

from dateline.claims.agents import agent_words, is_driven, is_fire, is_machine, is_writing
from dateline.claims.counts import counts_of, merged
from dateline.claims.days import Days
from dateline.claims.drafts import HARM, Draft, role_of
from dateline.claims.evidence import clause_passage
from dateline.claims.match import Match
from dateline.claims.pairs import is_bare_number, is_reciprocal, one_against_others, one_list, shared_out
from dateline.claims.participants import Participant, Participants
from dateline.claims.parties import accuses_itself, is_own, is_scenery, says_nothing, somebody
from dateline.claims.phrases import is_each_other, listed_behind, pair_before
from dateline.claims.places import Places
from dateline.claims.plausible import is_plausible
from dateline.claims.political import is_political
from dateline.claims.roles import is_in_passing
from dateline.claims.scope import Scope, scope_of
from dateline.claims.scope_words import scope_words
from dateline.claims.sides import without_mirrors
from dateline.claims.slots import Slots
from dateline.claims.speakers import Speakers
from dateline.claims.targets import Targets
from dateline.claims.tolls import toll_of
from dateline.claims.weapons import Weapon, weapon_of
from dateline.claims.whereabouts import places_for
from dateline.claims.words import Word, Words
from dateline.model import Attribution, Counts, DateSpan, PlaceMention
from dateline.ontology.load import ClaimType, Ontology

MOST_PAIRS = 9
"""A coordination of more subjects and objects than this is taken as one list, not as claims for each pair. The members
of one body are listed at any length.
"""
MATERIAL_CONFLICT = 4
"""Quad class of force and violence."""
WEAPON = frozenset({"weapon"})
EVENT_LIKE = frozenset({"split_from", "merged_with"})
"""Relations that tell of a change, so that a past tense without a date ends at publication."""


OWNING = frozenset({"deny", "claim", "disclaim", "disavow", "admit"})
"""Verbs that are words of a deed on the word of who does it."""
Parties = tuple[Participant | None, Participant | None, list[PlaceMention | None]]
"""Who does it, whom it befalls, and the places where."""


class Assembler:
    """Makes the claims of one report."""

    def __init__(self, doc: Words, ontology: Ontology, *, on_conflict: bool = False) -> None:
        self.doc = doc
        self.on_conflict = on_conflict
        self.text: str = doc.text
        self.ontology = ontology
        self.participants = Participants(doc, on_conflict=on_conflict)
        self.located = Places(doc)
        self.days = Days(doc)
        self.speakers = Speakers(doc, self.participants)
        self.slots = Slots(self.participants, self.located)
        self.targets = Targets(self.participants, self.located)
        self._scopes: dict[tuple[int, bool], Scope] = {}

    def drafts(self, match: Match) -> Iterator[Draft]:
        """One draft for each pair of participants that fits the pattern; none when a condition on kinds fails."""
        claim_type = self.ontology.types[match.pattern.type]
        attribution = self.speakers.attribution_of(match.trigger, self._ruling(match))
        if attribution is not None and attribution.speech == "indirect" and _introduces(match):
            attribution = None
        subjects = self.slots.subjects(match, attribution)
        objects = self.slots.objects(match, claim_type, attribution)
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
        mutual = any(is_each_other(object_.token) for object_ in objects)
        if mutual:
            objects = []
        if (mutual or is_reciprocal(match)) and (sides := one_against_others(self._sides(subjects), objects)):
            pairs = [*sides]
        else:
            pairs = list(product([*subjects] or nobody, [*objects] or nobody))
        if claim_type.symmetric and claim_type.name != "alias_of":
            pairs = without_mirrors(pairs)
        if len(pairs) > MOST_PAIRS and (claim_type.kind == "event" or min(len(subjects), len(objects)) > 1):
            pairs = [(subjects[0] if subjects else None, objects[0] if objects else None)]
        yield from self._each(match, claim_type, pairs, attribution)

    def _sides(self, subjects: list[Participant]) -> list[Participant]:
        """The subjects, and those for whom a single one speaks besides: "leaders of Rwanda and Uganda", "the two"."""
        if len(subjects) != 1:
            return subjects
        word = subjects[0].token
        if (pair := listed_behind(word) or pair_before(word)) is not None:
            return self.participants.of(pair, None)
        return [*subjects, *(one for other in shared_out(word) for one in self.participants.of(other, None))]

    def _ruling(self, match: Match) -> tuple[str, ...]:
        """The words that rule what is told; none for an office told in passing, "its leader, Omar Tall"."""
        return () if match.pattern.pos == "role" else self._scope_at(match).words

    def _scope_at(self, match: Match) -> Scope:
        """The scope of a trigger, looked for once however many patterns it has."""
        trigger, is_relation = match.trigger, self.ontology.types[match.pattern.type].kind == "relation"
        is_noun = match.pattern.pos == "noun" and trigger.dep_ in ("nsubj", "nsubjpass")
        is_aside = is_relation and (is_noun or trigger.dep_ == "amod")  # "would retake rebel-held areas"
        in_passing = is_aside or (match.pattern.pos == "role" and is_in_passing(trigger))
        key = (trigger.i, in_passing)
        if key not in self._scopes:
            self._scopes[key] = scope_of(trigger, in_passing=in_passing)
        return self._scopes[key]

    def _each(
        self,
        match: Match,
        claim_type: ClaimType,
        pairs: list[tuple[Participant | None, Participant | None]],
        attribution: Attribution | None,
    ) -> Iterator[Draft]:
        common = self._common(match, claim_type, attribution)
        found = [*self._parties(match, claim_type, pairs, common)]
        who = [one.place for subject, object_, _ in found for one in (subject, object_) if one and one.place]
        is_own_word = common.speaker is None and match.trigger.lemma in OWNING
        for subject, object_, places in found:
            speaker = subject.ref if is_own_word and subject is not None else common.speaker
            speaker = None if accuses_itself(subject, common) else speaker
            if claim_type.kind == "event":  # who is called on is not where: "called on Spain and France"
                places = [place for place in places if not any(place is one for one in who)]
            for place in places or [None]:
                yield replace(common, subject=subject, object=object_, place=place, speaker=speaker)

    def _parties(
        self,
        match: Match,
        claim_type: ClaimType,
        pairs: list[tuple[Participant | None, Participant | None]],
        common: Draft,
    ) -> Iterator[Parties]:
        """Who does it, whom it befalls and where, for each pair that says something."""
        is_event = claim_type.kind == "event"
        places = places_for(self.located, match) if is_event else []
        needs_object = "object" in match.pattern.required and common.scope.polarity == "asserted"
        for actor, wanted in pairs:
            subject, object_ = self._doer(somebody(actor), common.weapon), somebody(wanted)
            if needs_object and object_ is not wanted:
                continue  # "anyone who attacked would be tried", but not "no civilian was harmed"
            if says_nothing(claim_type, subject, object_):
                continue
            own = [object_.place] if claim_type.place_object and object_ else places
            if is_event and object_:
                object_, scenes = self.targets.of(match, claim_type, object_, places)
                own = scenes or places
            if claim_type.name in HARM and subject is not None and is_scenery(subject):
                subject = None
            if claim_type.name in HARM and is_own(subject, object_):
                object_ = None  # "burned their post": whose it is remains open, but not theirs
            yield subject, object_, own

    def _common(self, match: Match, claim_type: ClaimType, attribution: Attribution | None) -> Draft:
        """What all claims of a match share: everything but who, whom and where."""
        scope = self._scope(match, attribution)
        is_event = claim_type.kind == "event"
        when = self._when(match, claim_type, scope)
        if when is not None and scope.modality == "actual" and scope.polarity == "asserted":
            scope = self._ahead(scope, when)
        speaker, source = self.speakers.speaker(match.trigger, attribution)
        counts_people = is_event and match.pattern.mode != "seize_territory"
        return Draft(
            match=match,
            subject=None,
            object=None,
            place=None,
            when=when,
            scope=scope,
            speaker=speaker,
            attribution=source,
            evidence=clause_passage(match.trigger, (*match.subjects, *match.objects)),
            counts=_counts(match) if counts_people else Counts(),
            role=role_of(match),
            weapon=weapon_of(match) if is_event else None,
        )

    def _when(self, match: Match, claim_type: ClaimType, scope: Scope) -> DateSpan | None:
        told_by = match.holder.verb if match.holder else None
        is_office = match.pattern.pos == "role"
        is_modifier = match.pattern.pos == "verb" and match.trigger.dep_ in ("acl", "amod")
        changes = claim_type.kind == "event" or claim_type.name in EVENT_LIKE
        return self.days.when(
            told_by or match.trigger,
            is_state=not changes,
            undated_past=changes and scope.modality == "actual",
            own_only=is_office or claim_type.name == "alias_of" or (is_modifier and claim_type.kind == "relation"),
            lasting=is_office and told_by is None,
            arranged="obj" in match.pattern.needs,
        )

    def _doer(self, actor: Participant | None, weapon: Weapon | None) -> Participant | None:
        """Who acts; for a weapon, a machine or a text its owner ("Russian drones", "the mission's helicopters", "army
        leaflets"), if named.
        """
        if actor is None:
            return None
        if is_writing(actor.token) and actor.entity is None:
            return self.participants.owner_of(actor.token) or actor
        is_weapon = weapon is not None and actor.token == weapon.token
        nobody = (is_weapon or is_fire(actor.token)) and actor.kinds <= WEAPON and not is_driven(actor.token)
        if not nobody and not (is_machine(actor.token) and actor.entity is None):
            return actor
        nobody = nobody or actor.token.lemma in agent_words().unmanned
        owner = self.participants.owner_of(actor.token)
        if owner is not None and owner.entity is None and owner.place is not None and not nobody:
            return actor  # "Kenyan warplanes" are told of as themselves, "the mission's helicopters" as the mission
        return owner or (None if nobody else actor)

    def _ahead(self, scope: Scope, when: DateSpan) -> Scope:
        """What lies after publication is planned, whatever the tense: "takes effect on 15 October"."""
        if not self.days.is_ahead(when):
            return scope
        return Scope(scope.polarity, "planned", (*scope.words, when.basis))

    def _scope(self, match: Match, attribution: Attribution | None) -> Scope:
        scope = self._scope_at(match)
        pattern = match.pattern
        polarity, modality = scope.polarity, scope.modality
        if attribution is not None and attribution.verb not in scope.words and self._denies(attribution, match.trigger):
            polarity = "negated" if polarity == "asserted" else "asserted"
        if modality == "actual" and (told := _hearsay(attribution)):
            return Scope(pattern.polarity or polarity, pattern.modality or "alleged", (*scope.words, told))
        return Scope(pattern.polarity or polarity, pattern.modality or modality, scope.words)

    def _denies(self, attribution: Attribution, trigger: Word) -> bool:
        """Whether a source denies what a trigger states; not what is told aside: "rejected the truce that the Union had
        proposed".
        """
        return trigger.dep_ != "relcl" and self.speakers.denies(attribution)


def _hearsay(attribution: Attribution | None) -> str:
    """The word that tells of a source that it only passes on what is told: "unconfirmed reports"."""
    words = (attribution.speaker or "").lower().split() if attribution is not None else []
    return next((word for word in words if word in scope_words().hearsay), "")


def _counts(match: Match) -> Counts:
    return merged(counts_of(match.trigger, match.arguments), toll_of(match.trigger))


def _introduces(match: Match) -> bool:
    """Whether an office only says who somebody is, which is the report's own word: "police said the gang's boss, Omar
    Tall, had fled". Whom somebody is said to be allied with is not.
    """
    if match.pattern.type not in ("leads", "member_of"):
        return False
    return match.holder is not None and match.holder.how in ("apposition", "title")
