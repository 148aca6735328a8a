"""How far in the parse a place or date stands from a trigger, and whether a place stands under a word of place."""

from dateline.claims.words import Word
from dateline.model import DateMention, PlaceMention

SIDES = frozenset({"side", "behalf", "orders", "request", "part"})
"""Nouns whose owner is no place: "fighting on Kyiv's side"."""
ANSWERS = frozenset({"retaliation", "response", "revenge", "reprisal", "retribution", "protest", "answer"})
"""Nouns with what took place before, on days of its own."""
TRYING = frozenset(
    "jail imprison sentence convict charge accuse indict try arrest detain acquit extradite prosecute hang".split()
)
"""Verbs of trying and punishing somebody for what is past."""
CHARGED_BY = frozenset({"for", "of", "with", "over"})
"""Prepositions before what somebody is tried for."""
LEAVING = 2.0
"""Steps more out of one of several coordinated things, for what stands in its phrases."""
CLAUSE_LINKS = frozenset({"relcl", "ccomp", "advcl", "parataxis", "csubj"})


def is_clause(token: Word) -> bool:
    """Whether a word heads a clause with places and dates of its own, as "imposed" in "an embargo imposed in 2013"."""
    is_verb = token.dep_ == "conj" and token.pos_ in ("VERB", "AUX")
    return is_verb or token.dep_ in CLAUSE_LINKS or (token.dep_ == "acl" and token.tag_ == "VBN")


def is_placed(token: Word, prepositions: frozenset[str]) -> bool:
    """Whether a place stands under a preposition of place, directly or as in "in the town of Gao", "in Mali's
    capital".
    """
    for _ in range(4):
        head = token.head
        if head.pos_ == "ADP":
            if head.lower_ in prepositions:
                return True
            if head.lower_ != "of":
                return False
            token = head.head
        elif token.dep_ == "poss" and head.lower_ in SIDES:
            return False
        elif token.dep_ in ("poss", "compound", "nmod", "appos", "conj", "npadvmod", "amod"):
            token = head
        else:
            return False
    return False


def says_where(mention: PlaceMention | DateMention) -> bool:
    """Whether a place's own words say where: "15 km from Gao", "south of Balad", "near Jenin"."""
    return isinstance(mention, PlaceMention) and mention.precision == "near"


def is_of_the_crime(date: Word, trigger: Word) -> bool:
    """Whether a date stands with what somebody is tried for, and not with the trial: "jailed for the murder of six nuns
    in 1985", "charged with the 1998 bombing".
    """
    if trigger.lemma_ not in TRYING:
        return False
    for word in date.ancestors:
        if word == trigger:
            return False
        if word.pos_ in ("NOUN", "VERB") and word.dep_ in ("pobj", "pcomp") and word.head.lower_ in CHARGED_BY:
            return True
    return False


def is_of_an_answer(token: Word, trigger: Word) -> bool:
    """Whether a date stands with what was answered: "shelled the camp in response to an ambush last month"."""
    between = trigger.doc[trigger.i + 1 : token.i]
    at = next((word.i for word in between if word.lower_ in ANSWERS), None)
    return at is not None and not any(word.is_punct or word.pos_ == "VERB" for word in trigger.doc[at : token.i])


def steps(token: Word, trigger: Word) -> float | None:
    """Steps from a mention up to the trigger, or to what the trigger stands under; None across another clause."""
    above_trigger = {trigger.i: 0.0}
    node, cost = trigger, 0.0
    while node.head != node:
        if node.dep_ in CLAUSE_LINKS or (node.dep_ == "conj" and node.pos_ == "VERB"):
            break
        cost += (
            1.0
            if node.dep_ in ("dobj", "pobj", "prep", "xcomp", "nsubjpass", "attr", "pcomp", "compound", "poss")
            else 2.0
        )
        node = node.head
        above_trigger.setdefault(node.i, cost)
    up, place = 0.0, token
    while True:
        if token.i in above_trigger:
            return up + above_trigger[token.i]
        if token.head == token or (is_clause(token) and not (token.dep_ == "acl" and token.head == trigger)):
            return None
        if (
            token.dep_ in ("nsubj", "nsubjpass", "poss")
            and token.head.i in above_trigger
            and token.head.pos_ in ("VERB", "AUX")
        ):
            up += 3.0
        if token.dep_ == "conj" and token != place:  # "linked to the raid in Gao, and to a diplomat in Niger"
            up += LEAVING
        up += 0.5 if token.dep_ in ("pobj", "compound", "poss", "amod", "nummod", "conj", "appos") else 1.0
        token = token.head
