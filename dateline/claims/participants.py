"""From a head token to who or what it stands for in the report."""

import re
from dataclasses import dataclass, replace
from functools import cached_property

from dateline.claims.agents import agent_words, follows, is_fire, is_machine, names_group
from dateline.claims.control import antecedent
from dateline.claims.logical import with_conjuncts
from dateline.claims.nationals import national_before
from dateline.claims.phrases import PAIRED, coordinated_before, is_person, is_whereabouts
from dateline.claims.portions import is_most, whole_of
from dateline.claims.scenes import named_by, scene_at
from dateline.claims.spokesmen import BODIES, WE, spoken_for
from dateline.claims.words import Word, Words
from dateline.model import ActorRef, Attribution, Entity, Mention, PlaceMention, Span
from dateline.ontology.load import KIND_GROUPS
from dateline.read.mentions.lexicon import actor_lexicon
from dateline.read.mentions.noun_phrases import bare_start, char_span

FIRST_PERSON = frozenset({"i", "we", "us", "me", "my", "our", "ourselves", "myself"})
WORD = re.compile(r"\w+")
THEY = frozenset({"they", "them", "both"})
NAMING = frozenset({"call", "name", "dub"})
POLITICAL_KINDS = KIND_GROUPS["political"]
ARMED_KINDS = KIND_GROUPS["armed"]
LEADERS = frozenset({"leader"})
ARMED_GROUP, PLACE = frozenset({"armed_group"}), frozenset({"place"})
LEADER_KINDS = frozenset({"government", "military", "police", "armed_group", "intergovernmental"})
THEM = frozenset({"them", "us"})
"""Whom a portion is a portion of, where they were named before: "several of them"."""


@dataclass(frozen=True, slots=True)
class Participant:
    """Someone or something in a slot of a claim."""

    name: str
    words: str
    entity: str | None
    kinds: frozenset[str]
    """The entity's kind; "leader" for a person with an office; "place" for a place; of fighters and portions those of
    whom they are; empty for anything else.
    """
    token: Word
    span: Span
    """Where ``words`` stand."""
    place: PlaceMention | None = None

    @property
    def ref(self) -> ActorRef:
        return ActorRef(name=self.name, entity=self.entity, words=self.words, span=self.span)


class Participants:
    """Looks up the actors and places of one report by head token."""

    def __init__(self, doc: Words, *, on_conflict: bool = False) -> None:
        """``on_conflict``: the report is plainly about conflict, so that a "movement" may be an armed one."""
        self.doc = doc
        self.on_conflict = on_conflict
        self.text: str = doc.text
        self.lexicon = actor_lexicon()
        self.entities: dict[str, Entity] = {entity.id: entity for entity in doc._.dateline_entities}
        self.by_head: dict[int, Mention] = {mention.head: mention for mention in doc._.dateline_mentions}
        for mention in doc._.dateline_mentions:  # parsers take "Qaeda" for the head of "al-Qaeda in the Maghreb"
            before, within, _ = mention.text.partition(" in ")
            if mention.form == "name" and within:
                last_word = 1 + max(before.rfind(" "), before.rfind("-"))
                self.by_head.setdefault(mention.start + last_word, mention)
            if mention.form == "name" and "-" in mention.text:  # nor do they know what to make of "Harakat al-Noor"
                for word in WORD.finditer(mention.text):
                    self.by_head.setdefault(mention.start + word.start(), mention)
        self.by_id = {mention.id: mention for mention in doc._.dateline_mentions}
        self._states: dict[int, int] = doc._.dateline_states or {}
        self._known: dict[tuple[int, str | None], Participant] = {}
        self._offices: dict[str, bool] = {}
        self.dated = {
            token.i
            for date in doc._.dateline_dates
            for token in doc.char_span(date.start, date.end, alignment_mode="contract") or ()
        }
        self.places: dict[int, PlaceMention] = {}
        for place in sorted(doc._.dateline_places, key=lambda p: p.start - p.end):
            span = doc.char_span(place.start, place.end, alignment_mode="expand")
            for token in span or ():
                self.places[token.i] = place
        self._within = self._words_of_bodies()

    def _words_of_bodies(self) -> dict[int, int]:
        """The head of the body's name that each of its other words is part of, as Faith is in "Guard of the Faith"."""
        found: dict[int, int] = {}
        for mention in self.by_id.values():
            if mention.form != "name" or mention.kind == "person" or mention.entity not in self.entities:
                continue
            words = self.doc.char_span(mention.start, mention.end, alignment_mode="contract") or ()
            head = next((word.i for word in words if word.idx == mention.head), None)
            found |= {word.i: head for word in words if head is not None and word.i != head}
        return found

    def of(self, head: Word, attribution: Attribution | None) -> list[Participant]:
        """Everyone a slot's head token and its conjuncts stand for; "they" after "he and Keita" stands for both."""
        if head.lower_ in THEY and (pair := coordinated_before(head)):
            return [self.one(token, attribution) for token in with_conjuncts(pair)]
        tokens = [
            token
            for token in with_conjuncts(head)
            if not (token.is_punct or token.i in self.dated or is_whereabouts(token) or _is_number_beside(token))
        ]
        found = [self.one(token, attribution) for token in (tokens[1:] if _are_counted(tokens) else tokens)]
        return [one for number, one in enumerate(found) if not any(_is_within(one, other) for other in found[:number])]

    def one(self, token: Word, attribution: Attribution | None) -> Participant:
        """Who or what a token stands for, worked out once however many patterns ask."""
        key = (token.i, attribution.id if attribution is not None else None)
        if key not in self._known:
            self._known[key] = self._found(token, attribution)
        return self._known[key]

    def _found(self, token: Word, attribution: Attribution | None) -> Participant:
        mention = self.by_head.get(token.idx)
        if (name := self._name_before(token, mention) or self._name_after(token, mention)) is not None:
            return self.one(name, attribution)
        if token.lower_ in FIRST_PERSON and attribution and attribution.speaker:
            return self._speaker(token, attribution)
        if (state := self._states.get(token.i)) is not None:
            return self.one(self.doc[state], attribution)
        place = self.places.get(token.i)
        if mention is None and place is None and token.i in self._within:
            return self.one(self.doc[self._within[token.i]], attribution)
        if mention is None and (national := national_before(token, place)) is not None:
            return self.one(national, attribution)
        if (
            mention
            and mention.entity in self.entities
            and (mention.form != "pronoun" or self._means_something(mention))
        ):
            entity = self.entities[mention.entity]
            return Participant(
                entity.name,
                mention.text,
                entity.id,
                self._kinds(entity, mention) | self._of_followers(token) | _kinds_of_country(mention, place),
                token,
                (mention.start, mention.end),
                place,
            )
        if place is not None:
            acts = place.precision == "country" or place.role == "actor"
            meant = frozenset({"place", "government"} if acts else {"place"})
            called = place.name if place.precision == "country" else place.text  # "Rangoon", not today's "Yangon"
            return Participant(called, place.text, None, meant, token, (place.start, place.end), place)
        named = named_by(token) or self._introduced(token)
        if named is not None:
            return self.one(named, attribution)
        scene = scene_at(token)
        if scene is not None:
            span = (scene.start, scene.end)
            return Participant(scene.name, scene.text, None, frozenset({"place"}), token, span, scene)
        first, last = token.phrase
        last -= last > token.i and self.doc[last].tag_ == "POS"
        start, end = char_span(self.doc.table, bare_start(self.doc.table, first, last), last)
        words = self.text[start:end]
        kinds = frozenset({"person"}) if is_person(token) else self._lent_kinds(token)
        whole = self.one(of, attribution) if (of := whole_of(token)) is not None else None
        if whole is not None and whole.place is not None:
            called = " ".join(words.split()) if is_most(token) else whole.name
            return replace(whole, kinds=PLACE, name=called)  # "parts of Syria" are no government
        if whole is not None and whole.entity is not None and whole.token.lower_ in THEM:
            return replace(whole, words=words, token=token, span=(start, end))  # "several of them"
        kinds |= self._of_followers(token) | (whole.kinds if whole is not None else frozenset())
        return Participant(" ".join(words.split()), words, None, kinds, token, (start, end))

    def _of_followers(self, token: Word) -> frozenset[str]:
        """The kind of those who fight for somebody: "his men", "fighters of the Dawn League"."""
        if token.lemma not in agent_words().fighters or not follows(token):
            return frozenset()
        owners = [child for child in token.children if child.dep_ == "poss"]
        owners += [t for c in token.children if c.dep_ == "prep" and c.lower_ == "of" for t in c.children]
        owned = any(self.kinds_at(antecedent(owner)) & (ARMED_KINDS | LEADERS) for owner in owners)
        return ARMED_GROUP if owned else frozenset()

    def _name_before(self, noun: Word, mention: Mention | None) -> Word | None:
        """The name that a noun stands in apposition to, where the noun is not known as somebody else: the Tigers of
        "the Tigers, an offshoot of the Front".
        """
        if noun.dep_ != "appos" or noun.i < noun.head.i or not (noun.tag_ == "NN" or self._is_native(noun)):
            return None
        named = self.by_head.get(noun.head.idx)
        if named is None or named.form != "name" or named.entity not in self.entities:
            return None
        if mention is not None and (mention.form == "name" or self._means_something(mention)):
            return None
        return noun.head

    def _is_native(self, word: Word) -> bool:
        """Whether a word says where one person is from: the Algerian of "Tall, a one-eyed Algerian who…"."""
        return word.i in self.places and any(child.lower_ in ("a", "an") for child in word.children)

    def _name_after(self, noun: Word, mention: Mention | None) -> Word | None:
        """The name that follows one who is told of only here: the League of "one faction, the Dawn League, quit"."""
        if mention is None or mention.form != "description" or noun.tag_ != "NN" or self._means_something(mention):
            return None
        for child in noun.rights:
            named = self.by_head.get(child.idx) if child.dep_ == "appos" else None
            if named is not None and named.form == "name" and named.entity in self.entities:
                fits = named.kind != "person" or mention.kind in ("person", "other")  # no "mission, Ana Lopes"
                return child if fits and self.kinds_at(child) and child.pos_ == "PROPN" else None
        return None

    def _lent_kinds(self, token: Word) -> frozenset[str]:
        """The kinds of those whose machines act for them: "army bulldozers", "French warships"."""
        if names_group(token):
            owned = [t for t in token.subtree if t != token and self.kinds_at(t) & ARMED_KINDS]
            return frozenset({"armed_group"}) if owned else frozenset()
        if not (is_machine(token) or is_fire(token)):
            return frozenset()
        owners = [child for child in token.lefts if child.dep_ in ("compound", "amod", "nmod", "poss")]
        kinds = frozenset(kind for owner in owners for kind in self.kinds_at(owner)) & LEADER_KINDS
        is_national = any(owner.i in self.places and self.places[owner.i].precision == "country" for owner in owners)
        return kinds or (frozenset({"military"}) if is_national else frozenset())

    def _introduced(self, token: Word) -> Word | None:
        """The actor that a noun without a mention of its own introduces: "a band called the Dawn League", "a former
        baker, Omar Tall".
        """
        for child in token.children:
            if child.dep_ == "acl" and child.lemma in NAMING:
                below = next((t for t in child.children if t.dep_ in ("oprd", "attr", "dobj")), None)
                if below is not None and below.idx in self.by_head:
                    return below
            if child.dep_ == "appos" and child.pos_ == "PROPN" and self.kinds_at(child):
                return child
        return None

    def owner_of(self, machine: Word, kinds: frozenset[str] = POLITICAL_KINDS) -> Participant | None:
        """The actor of those kinds, or the nation, whose machine or office it is; None when the words name none."""
        owners = [child for child in machine.lefts if child.dep_ in ("poss", "compound", "amod", "nmod")]
        things = [owner for owner in owners if owner.pos_ == "NOUN"]  # "army air strikes"
        owners += [far for thing in things for far in thing.lefts if far.dep_ == "compound"]
        for prep in machine.rights:
            if prep.dep_ == "prep" and prep.lower_ in ("of", "from"):
                owners += [child for child in prep.children if child.dep_ == "pobj"]
        found = (self.armed_word(self.one(antecedent(owner), None)) for owner in owners)
        return next((owner for owner in found if owner.kinds & kinds), None)

    def armed_word(self, owner: Participant) -> Participant:
        """An owner whom the word before the thing names by kind only: the rebels of "rebel positions"."""
        kind = self.lexicon.modifiers.get(owner.token.lower_)
        several = f"{owner.token.lower_}s"
        word = several if several in self.lexicon.heads else owner.token.lower_
        if kind not in ARMED_KINDS or word not in self.lexicon.heads:  # no "armoured vehicles", no "terror franchise"
            return owner
        if owner.entity is not None and len(self.entities[owner.entity].mentions) > 1:
            return replace(owner, kinds=frozenset({kind}))
        told = [
            mention
            for mention in self.doc._.dateline_mentions
            if mention.head < owner.token.idx and self.text[mention.head : mention.end].lower() == word
        ]
        entity = self.entities.get(told[-1].entity) if told else None
        if entity is not None:
            return replace(owner, name=entity.name, entity=entity.id, kinds=self._kinds(entity, told[-1]))
        return replace(owner, name=word if word == several else owner.name, kinds=frozenset({kind}))

    def kinds_at(self, head: Word) -> frozenset[str]:
        """The kinds of the actor that a mention with this head means; empty when none stands here."""
        mention = self.by_head.get(head.idx)
        entity = self.entities.get(mention.entity) if mention else None
        return self._kinds(entity, mention) if entity else frozenset()

    def _means_something(self, mention: Mention) -> bool:
        return len(self.entities[mention.entity].mentions) > 1

    def _speaker(self, token: Word, attribution: Attribution) -> Participant:
        entity = self.entities.get(attribution.speaker_entity or "")
        if entity is not None and token.lower_ in WE:
            body = self.entities.get(spoken_for(self.doc, entity, self.by_id, self._body_at) or "")
            if body is not None:
                span = (token.idx, token.idx + len(token))
                return Participant(body.name, token.text, body.id, self._kinds(body, None), token, span)
        kinds = self._kinds(entity, None) if entity else frozenset({"person"})
        return Participant(
            attribution.speaker or token.text,
            token.text,
            attribution.speaker_entity,
            kinds,
            token,
            (token.idx, token.idx + len(token)),
        )

    def _body_at(self, head: Word) -> str | None:
        """The id of the body that a head token names; None where it names none."""
        mention = self.by_head.get(head.idx)
        entity = self.entities.get(mention.entity) if mention else None
        return entity.id if entity is not None and entity.kind in BODIES else None

    def _kinds(self, entity: Entity, mention: Mention | None) -> frozenset[str]:
        kinds: set[str] = {entity.kind}
        if (
            entity.kind == "person"
            and mention is not None
            and (mention.entity in self.officials or self._has_office(mention))
        ):
            kinds.add("leader")
        if entity.kind == "organisation" and self.on_conflict and self._may_be_armed(entity):
            kinds.add("armed_group")
        return frozenset(kinds)

    def _may_be_armed(self, entity: Entity) -> bool:
        """Whether a body is one of those that may be armed or not, a movement or a band, and no word tells of a civil
        purpose.
        """
        told = [self.by_id[mention] for mention in entity.mentions if mention in self.by_id]
        words = [m.text.lower().replace("-", " ").split() for m in told if m.form != "pronoun"]
        if any(not agent_words().civil.isdisjoint(found) for found in words):
            return False
        return any(found and found[-1] in agent_words().may_be_armed for found in words)

    @cached_property
    def officials(self) -> frozenset[str]:
        """Ids of the entities that some mention of the report gives an office or rank."""
        return frozenset(mention.entity for mention in self.doc._.dateline_mentions if self._has_office(mention))

    def _has_office(self, mention: Mention) -> bool:
        if mention.id not in self._offices:
            self._offices[mention.id] = self._tells_office(mention)
        return self._offices[mention.id]

    def _tells_office(self, mention: Mention) -> bool:
        """Whether the words, or a title before them, give an office or rank: "President Cerezo", "the army
        spokesman".
        """
        if mention.form == "pronoun":
            return False
        line = self.text.rfind("\n", 0, mention.start) + 1
        before = self.text[line : mention.start].split()[-2:] if mention.form == "name" else []
        if any(
            word.strip(",") in self.lexicon.titles
            for word in (" ".join(before).lower(), *(w.lower() for w in before[-1:]))
        ):
            return True
        for word in mention.text.lower().replace("-", " ").replace("'s", "").replace("’s", "").split():
            head = self.lexicon.heads.get(word.strip(".,\"'"))
            if head is not None and (head.leader or (head.kind in LEADER_KINDS)):
                return True
            if word.strip(",") in self.lexicon.titles:
                return True
        return False


def _kinds_of_country(mention: Mention, place: PlaceMention | None) -> frozenset[str]:
    """A country whose name is known as its government's is a place too: "the Central African Republic"."""
    if place is None or place.precision != "country" or place.role != "location" or mention.form != "name":
        return frozenset()
    return PLACE if (place.start, place.end) == (mention.start, mention.end) else frozenset()


def _are_counted(tokens: list[Word]) -> bool:
    """Whether the first of coordinated words only counts the others, which parsers take for one more: "Two factions,
    the Hill Militia and the Reed Brigade, merged".
    """
    first, named = tokens[0] if tokens else None, tokens[1:]
    if first is None or first.lemma not in PAIRED or not named or any(token.pos_ != "PROPN" for token in named):
        return False
    behind = first.doc[first.i + 1] if first.i + 1 < len(first.doc) else None
    counted = any(child.dep_ == "nummod" or child.lower_ in ("both", "several") for child in first.children)
    return counted and behind is not None and behind.text in (",", "-", "–", "—", ":")


def _is_number_beside(token: Word) -> bool:
    """Whether a number stands beside that of a unit: the 99 of "Divisions 66 and 99"."""
    return token.tag_ == "CD" and token.dep_ == "conj" and any(c.dep_ == "nummod" for c in token.head.children)


def _is_within(one: Participant, other: Participant) -> bool:
    """Whether words stand within those of another: the rights of "the Ministry of Justice and Human Rights"."""
    return other.span[0] <= one.span[0] and one.span[1] <= other.span[1]
