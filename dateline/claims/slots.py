"""Who stands in the slots of a match: participants of the kinds that its pattern asks for."""

from collections.abc import Iterable
from dataclasses import replace
from functools import cache

from dateline.claims.agents import agent_words, is_fire, is_machine, may_be_people, measures
from dateline.claims.compounds import compound_doer
from dateline.claims.logical import with_conjuncts
from dateline.claims.match import ALIASES, Match
from dateline.claims.misread import is_misread, word_before
from dateline.claims.participants import Participant, Participants
from dateline.claims.places import Places
from dateline.claims.portions import wholes_of
from dateline.claims.scenes import as_place
from dateline.claims.words import Word
from dateline.languages.load import language_data
from dateline.model import Attribution
from dateline.ontology.load import KIND_GROUPS, ClaimType
from dateline.read.mentions.lexicon import CAPTIVE, actor_lexicon

PLACE = frozenset({"place"})
PEOPLE = KIND_GROUPS["people"]
MODIFIERS = frozenset({"amod", "compound", "nmod"})
ACTING = KIND_GROUPS["political"]
"""Kinds that a word before an event noun must have to count as a participant: "army raid", not "deadly raid"."""
SPOKEN_TO = frozenset({"REQUEST", "ACCUSE", "THREATEN", "REJECT", "SANCTION", "allegiance_to"})
"""Types whose object may be a city that stands for its government: "called on Kabul to send troops"."""
RANKING = frozenset(
    "prime chief vice deputy first second third assistant senior grand field special permanent personal "
    "principal acting interim caretaker high worshipful honorable honourable right".split()
)
"""Words of rank before an office."""
BODIES_TOO = frozenset({"police", "parliament", "treasury"})
"""What an office is over that is a body of its own: "police chief"."""
ARMED_GROUP = frozenset({"armed_group"})
SIDES = frozenset({"side", "party"})
SEVERAL = frozenset({"we", "us", "they", "them"})


class Slots:
    """Fills the slots of the matches of one report."""

    def __init__(self, participants: Participants, located: Places) -> None:
        self.participants, self.located = participants, located

    def subjects(self, match: Match, attribution: Attribution | None) -> list[Participant]:
        """The subjects of the first slot that holds any of the right kinds."""
        for heads in match.in_slots(match.pattern.subject):
            found = self._fitting(heads, match.pattern.subject_kinds, attribution, known=match.pattern.known)
            if found := _of_the_first(found, heads, match):
                is_one = match.pattern.pos == "role" and match.trigger.tag_ == "NN"
                return found[:1] if is_one else found  # "its leader, Omar Tall, and 150 supporters"
            if "government" in match.pattern.subject_kinds and (found := self._capitals(match, heads)):
                return found
        return []

    def _fitting(
        self, heads: Iterable[Word], kinds: frozenset[str], attribution: Attribution | None, *, known: bool
    ) -> list[Participant]:
        found: list[Participant] = []
        for head in map(self._crewed, heads):
            if self._says_where(head):
                continue
            here = self.participants.of(head, attribution)
            if head.dep_ in MODIFIERS and not _is_captive(head):
                here = [self.participants.armed_word(one) if not one.kinds else one for one in here]
                here = [one for one in here if one.kinds & ACTING or _beside_alias(head) or _before_misread(head)]
            found += here
        return [p for p in found if not kinds or p.kinds & kinds or (not known and _may_be(p, kinds))]

    def _says_where(self, word: Word) -> bool:
        """Whether a country before an attack is where it was, not whose: "killed in a Yemen ambush", but "the US
        attack", "the Israel attack on Gaza".
        """
        place = self.participants.places.get(word.i)
        if place is None or place.precision != "country" or word.dep_ != "compound" or word.text.isupper():
            return False
        is_local = word.head.lemma in agent_words().local_attacks
        return is_local and not any(child.lower_ in ("on", "against") for child in word.head.children)

    def _crewed(self, word: Word) -> Word:
        """Those who serve a nation's guns and ships, who are told of as themselves: "Nigerian warships", "Israeli
        artillery"; any other word itself.
        """
        place = self.participants.places.get(word.i)
        is_national = word.dep_ in MODIFIERS and place is not None and place.precision == "country"
        return word.head if is_national and word.head.lemma in agent_words().crewed else word

    def _capitals(self, match: Match, heads: list[Word]) -> list[Participant]:
        """Cities that do what only governments do: "Damascus was amassing forces"."""
        return self._cities([head for head in heads if head.dep_ == "nsubj" and head.head == match.trigger])

    def _cities(self, heads: list[Word]) -> list[Participant]:
        found = [participant for head in heads for participant in self.participants.of(head, None)]
        return [p for p in found if p.place is not None and p.entity is None and p.token.pos_ == "PROPN"]

    def objects(self, match: Match, claim_type: ClaimType, attribution: Attribution | None) -> list[Participant]:
        """The objects of the first slot that holds any of the right kinds; for relations to places, places only."""
        pattern = match.pattern
        slots = list(match.in_slots(pattern.object))
        if claim_type.place_object:
            slots = [[whole for head in heads for whole in wholes_of(head)] for heads in slots]
        if "place" in pattern.object:
            slots.append(self.located.slot(match.trigger, match.arguments))
        if not claim_type.place_object and "place" in pattern.object_kinds and len(slots) > 1:
            slots = self._bodies_first(slots)
        for heads in slots:
            actors = [head for head in heads if not _is_means(head)]
            found = self._fitting(actors, pattern.object_kinds, attribution, known=pattern.known)
            found = _of_the_first(found, heads, match)
            if not found and pattern.pos == "role":
                found = self._named_before(match.trigger, heads)
            if pattern.pos == "role":
                found = [p for p in found if not _says_which_office(p.token)]
            if pattern.pos == "role" and _is_generic(match.trigger):
                found = [p for p in found if p.token.dep_ not in MODIFIERS or p.token.pos_ == "PROPN"]
            if claim_type.place_object:
                found = [p for p in found if p.place is not None]
                beside = [head for whole in heads for head in with_conjuncts(whole)] if found else heads
                known = {p.token for p in found}
                found += self._unknown_places([head for head in beside if head not in known], attribution)
            if pattern.object_kinds == PLACE:
                named = [head for whole in heads for head in with_conjuncts(whole)]
                found = found or self._unknown_places(named, attribution)
            if not found and "government" in pattern.object_kinds and pattern.type in SPOKEN_TO:
                found = self._cities(heads)
            if found:
                return found
        return []

    def _named_before(self, office: Word, heads: list[Word]) -> list[Participant]:
        """A body before an office that no list knows: "UPI president Omar Tall", "the Rally's president"."""
        names = [head for head in heads if head.dep_ in MODIFIERS and head.pos_ == "PROPN" and head.i == office.i - 1]
        found = [participant for head in names for participant in self.participants.of(head, None)]
        return [p for p in found if not p.kinds and p.place is None and not _belongs_to_office(p.token)]

    def _bodies_first(self, slots: list[list[Word]]) -> list[list[Word]]:
        """Slots that hold an actor before those that hold a place: the police of "the city's police chief"."""
        return sorted(slots, key=lambda heads: not any(self.participants.kinds_at(head) for head in heads))

    def _unknown_places(self, heads: list[Word], attribution: Attribution | None) -> list[Participant]:
        """Names that stand where a place must, though no list knows them: "hold Bunagana"."""
        return [
            replace(participant, place=place)
            for head in heads
            if (place := as_place(head))
            for participant in self.participants.of(head, attribution)
            if participant.entity is None and not participant.kinds
        ]


def _is_means(head: Word) -> bool:
    """Whether a weapon or machine is what something is done with: "fought with artillery"."""
    return head.dep_ == "pobj" and head.head.lower_ == "with" and (is_machine(head) or is_fire(head))


def _belongs_to_office(word: Word) -> bool:
    """Whether a word is part of an office, not what the office is over: "Prime", "Police", "Defence"."""
    lexicon = actor_lexicon()
    known = word.lower_ in lexicon.heads or lexicon.is_title(word.lower_) or word.lower_ in lexicon.no_names
    return known or word.lower_ in portfolios() or word.lower_ in RANKING


def _says_which_office(word: Word) -> bool:
    """Whether a word before an office only says which it is: "security minister", "Second Lieutenant"."""
    lower = word.lower_
    return word.dep_ in MODIFIERS and (lower in RANKING or lower in portfolios() - BODIES_TOO)


def _of_the_first(found: list[Participant], heads: list[Word], match: Match) -> list[Participant]:
    """Without those of whom a participle with a hyphen before another does not tell: "Iran-backed militants and the
    army".
    """
    if compound_doer(match.trigger) is None:
        return found
    return [p for p in found if p.token in heads or not _has_words_of_its_own(p.token)]


def _has_words_of_its_own(word: Word) -> bool:
    """Whether a word beside another has its own article or adjective: what stands before both is the first's."""
    return any(child.dep_ in ("det", "amod", "compound", "poss", "nummod") for child in word.lefts)


def _is_captive(head: Word) -> bool:
    """Whether parsers hung those who are taken before what they are taken for: the nuns of "took two nuns hostage"."""
    return head.tag_ == "NNS" and head.head.lower_ in CAPTIVE


def _beside_alias(name: Word) -> bool:
    """Whether a name stands before "alias", where parsers take it for a part of the second name."""
    return name.i + 1 < len(name.doc) and name.nbor(1).lower_ in ALIASES


def _before_misread(subject: Word) -> bool:
    """Whether a name stands before a verb that was parsed as a word of its own object."""
    after = subject.doc[subject.i + 1 : subject.i + 3]
    return any(is_misread(verb) and word_before(verb) == subject for verb in after)


def _is_generic(role: Word) -> bool:
    """Whether a role is one of many: "a militia chief", "a customs officer"."""
    return any(child.lower_ in ("a", "an") for child in role.children if child.dep_ == "det")


def _may_be(participant: Participant, kinds: frozenset[str]) -> bool:
    """Whether a name of unknown kind, or "we" and "they", may be what a pattern asks for.

    What an office is over may not ("Minister of Defence"); of things in small letters only those may that people are
    called by, where the pattern asks for people.
    """
    token = participant.token
    if participant.kinds or kinds == {"place"}:
        return False
    if token.lemma in SIDES and token.tag_ == "NNS" and kinds >= ARMED_GROUP:
        return True  # "both sides", "the warring parties"
    if token.lower_ in SEVERAL or (token.pos_ == "PROPN" and token.lower_ not in portfolios()):
        return True
    counts_out = token.lemma in measures() and token.tag_ == "NN"  # "a third of the market"
    return kinds >= PEOPLE and token.tag_ in ("NN", "NNS") and not counts_out and may_be_people(token)


@cache
def portfolios() -> frozenset[str]:
    """What an office is over, in lower case: "defence", "interior"."""
    return frozenset(language_data("mentions")["portfolios"])
