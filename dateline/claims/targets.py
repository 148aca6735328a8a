"""Whom an event befalls: somebody, a side whose thing is struck, or nobody but a place."""

from dateline.claims.agents import agent_words, carries_people, is_somebody, may_be_people
from dateline.claims.logical import with_conjuncts
from dateline.claims.match import Match
from dateline.claims.participants import Participant, Participants
from dateline.claims.places import Places
from dateline.claims.plausible import SIDES
from dateline.claims.scenes import as_place, scene_at
from dateline.claims.whereabouts import antecedent, inside
from dateline.claims.words import Word
from dateline.model import PlaceMention
from dateline.ontology.load import KIND_GROUPS, ClaimType

NEEDS_ACTOR = frozenset({1, 2, 3})
"""Quad classes whose recipient is somebody: in words and in cooperation. Only material conflict befalls things."""
SCENE_PREPOSITIONS = frozenset({"in", "into", "inside", "near", "at", "across", "throughout", "outside", "around"})
ARMED = KIND_GROUPS["armed"]
LOADED = frozenset({"lorry", "truck", "van", "tanker"})
"""What carries goods: who takes one takes a thing."""
EMPTIED = frozenset({"destroy", "seize", "restrict"})
"""Modes in which buses and lorries are things, not those in them: "burned two minibuses"."""
BEFALL_PEOPLE = frozenset("kill murder massacre kidnap abduct behead assassinate torture rape lynch stab".split())
"""Verbs of what is done to people only, so that an unknown noun under one means somebody."""
BODIES = frozenset({"organisation", "intergovernmental", "media"}) | KIND_GROUPS["political"]
OWNED = frozenset({"ASSAULT", "COERCE"})
"""Types that befall whoever owns what is hit or taken."""
RIDERS = BODIES | KIND_GROUPS["people"]
"""Kinds of those who are attacked or robbed in what is theirs: whose car, house or depot it is."""
REBELS = frozenset({"armed_group"})
LINES = frozenset("position target line trench defence defense fortification emplacement concentration".split())
"""Nouns for the places of a side that stand for the side: who shells army positions attacks the army, who shells the
army barracks attacks a place.
"""
SEATS = frozenset({"headquarters", "hq"})
"""Nouns for the seat of a side that stand for the side, though they may be taken for a body."""
SAID_TO = frozenset({"ACCUSE", "REQUEST", "THREATEN", "REJECT", "SUPPORT"})
"""Types whose object is spoken to or of."""

DEALT_WITH = SAID_TO | {"AGREE", "CONSULT", "COOPERATE", "SANCTION"}
"""Types whose object one deals with: "talks with Kabul" are held with its government."""
ENVOYS = frozenset({"ambassador", "envoy"})
"""Those who sit in the capital of the country that they are sent to."""
TOLD = frozenset({"on", "upon", "to"})
"""Prepositions before those who are told: "called on Kabul"."""


MOVES_OF_TROOPS = frozenset({("RETREAT", "withdraw"), ("MOBILIZE", "troops")})
DONE_TO_TOWNS = frozenset(
    "shell bomb bombard shelling bombing bombardment raid withdraw withdrawal retreat overrun storm besiege".split()
)
"""Verbs and nouns whose object, or what stands behind their preposition, is most often a town."""


def _is_where_troops_go(object_: Participant, match: Match) -> bool:
    """Whether a country is where troops go or leave, rather than whom that befalls: "withdrew its forces from Mali"."""
    is_move = (match.pattern.type, match.pattern.mode) in MOVES_OF_TROOPS
    return is_move and object_.place is not None and object_.entity is None and object_.token.dep_ == "pobj"


def _listed(noun: Word) -> list[Word]:
    """The names of "several towns, including Bor and Nimule"."""
    preps = (child for child in noun.children if child.lower_ in ("including", "notably"))
    return [name for prep in preps for child in prep.children if child.dep_ == "pobj" for name in with_conjuncts(child)]


def _is_town_unknown(object_: Participant, match: Match) -> bool:
    """Whether a name that nobody knows stands where towns stand: "shelled Daraya", "withdrew from Bunagana"."""
    token = object_.token
    if object_.entity is not None or object_.kinds or object_.place is not None or token.pos_ != "PROPN":
        return False
    alone = not any(child.dep_ in ("compound", "det", "amod", "poss", "appos") for child in token.children)
    lemma = match.trigger.lemma
    is_done = lemma in DONE_TO_TOWNS or (match.trigger.pos_ == "NOUN" and lemma in ON_TOWNS)
    return alone and is_done and not token.text.isupper()


ON_TOWNS = frozenset({"attack", "assault", "offensive", "raid", "strike", "airstrike", "massacre"})
"""Nouns with "on" before what is most often a town, where nobody of the name is known."""


class Targets:
    """Finds whom the events of one report befall."""

    def __init__(self, participants: Participants, located: Places) -> None:
        self.participants, self.located = participants, located

    def of(
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
        if claim_type.name == "ASSAULT" and object_.token.lemma in SEATS and (holder := self._armed_owner(object_)):
            return holder, []
        if is_attack and (riders := self._riders(object_)):
            return riders, []
        stands_for_side = object_.token.lemma in LINES or carries_people(object_.token)
        if owner and (REBELS & owner.kinds or stands_for_side):  # "struck rebel camps", "ambushed an army convoy"
            return owner, []
        if (
            object_.place is not None
            and is_scene(object_)
            and not _is_addressed(object_, claim_type)
            and not _is_left_by_envoy(object_, match)
        ):
            looted = claim_type.name == "COERCE" and object_.place.text[:1].islower()
            owner = self._owner_of(object_, claim_type) if looted else None
            return owner, self._scenes(object_, places)  # "the depots of the food agency were plundered"
        if _is_where_troops_go(object_, match):
            return None, [object_.place]
        if _is_town_unknown(object_, match):
            return None, [as_place(object_.token)]
        if not _is_thing(object_):
            return object_, []
        if claim_type.quad in NEEDS_ACTOR:
            return (object_ if object_.token.lemma in SIDES or is_somebody(object_.token) else None), []
        if is_somebody(object_.token) or match.trigger.lemma in BEFALL_PEOPLE:
            return object_, []
        if owner := self._armed_owner(object_) or self._owner_of(object_, claim_type):
            return owner, []
        is_loaded = object_.token.lemma in LOADED
        carries = is_loaded or carries_people(object_.token)
        is_full = carries and not is_loaded and match.pattern.mode not in EMPTIED
        if is_full or (may_be_people(object_.token) and not carries):
            return object_, []
        scene = inside(self.located, object_.token) or object_.place or scene_at(object_.token)
        return None, [scene] if scene and not places else []

    def _riders(self, thing: Participant) -> Participant | None:
        """Those whose vehicles are attacked: the army of "a convoy of the army", families in "a bus of families"."""
        words = agent_words()
        if thing.token.lemma not in words.cars | words.convoys:
            return None
        carried = next((child for child in thing.token.children if child.lower_ in words.carrying), None)
        loads = [child for child in carried.children if child.dep_ == "dobj"] if carried is not None else []
        for load in loads:
            if may_be_people(load):
                return next(iter(self.participants.of(load, None)), None)
        return self.participants.owner_of(thing.token, RIDERS)

    def _owner_of(self, thing: Participant, claim_type: ClaimType) -> Participant | None:
        """Whose thing is attacked or taken: the agency of "a relief agency's office", the villagers of "the villagers'
        tractors".
        """
        return self.participants.owner_of(thing.token, RIDERS) if claim_type.name in OWNED else None

    def _scenes(self, object_: Participant, places: list[PlaceMention | None]) -> list[PlaceMention | None]:
        """The places of an event whose object is a place: itself, or the one named with it."""
        assert object_.place is not None
        if object_.place.lat is not None:
            return [object_.place]
        listed = [self.located.places.get(token.i) or as_place(token) for token in _listed(object_.token)]
        if any(place is not None and place.lat is not None for place in listed):
            return [place for place in listed if place is not None]
        named = inside(self.located, object_.token)
        found = [place for place in (named, *places) if place and place.lat is not None]
        if not found and object_.place.text[:1].islower():  # "burned nine houses in Xolcuay"
            found = [place for place in (named, *places) if place and place.text[:1].isupper()]
        if found and places[:1] == found[:1]:
            return places  # "attacked posts at Kolo, Mbuji and Taru"
        return [found[0] if found else antecedent(self.located, object_.place)]

    def _armed_owner(self, thing: Participant) -> Participant | None:
        """The armed side whose thing is attacked: the rebels of "rebel targets"."""
        owner = self.participants.owner_of(thing.token)
        return owner if owner is not None and owner.kinds & ARMED else None


def _is_thing(participant: Participant) -> bool:
    """Whether a participant is no actor and no name: the attack that is condemned, the truce that is offered."""
    return not participant.kinds and participant.token.pos_ not in ("PROPN", "PRON")


def is_scene(participant: Participant) -> bool:
    """Whether an event's object only says where: "raids into Niger", "attacked Gao", but not "attacked Iran"."""
    if participant.place is None or participant.entity is not None:
        return False
    token = participant.token
    while token.dep_ == "conj":
        token = token.head
    head = token.head
    return "government" not in participant.kinds or (head.pos_ == "ADP" and head.lower_ in SCENE_PREPOSITIONS)


def _is_left_by_envoy(participant: Participant, match: Match) -> bool:
    """Whether a city stands for the government that an envoy is sent to: "recalled its ambassador from Kigali"."""
    return participant.token.dep_ in ("pobj", "conj") and any(
        head.lemma in ENVOYS and head != participant.token for head in match.arguments.obj
    )


def _is_addressed(participant: Participant, claim_type: ClaimType) -> bool:
    """Whether a city stands for its government, as in "accused Tbilisi", "called on Kabul": words are said to nobody
    else.
    """
    token = participant.token
    if token.dep_ == "pobj" and token.pos_ == "PROPN":
        word = token.head.lower_
        return (word == "with" and claim_type.name in DEALT_WITH) or (word in TOLD and claim_type.name in SAID_TO)
    return claim_type.name in SAID_TO and token.dep_ in ("dobj", "nsubjpass", "dative")
