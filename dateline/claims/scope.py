"""Whether a trigger is asserted or negated, actual, planned, possible or alleged: read from what governs it.

From the trigger up the parse, each governor (a modal, a negation, "fail to", "plans for", "accused of") that has the
trigger in its scope leaves its mark. The words are in ``scope_words.py``.
"""

from dataclasses import dataclass
from itertools import islice

from dateline.claims.ruling import Link, ruling
from dateline.claims.scope_words import STRENGTH, Governor, ScopeWords, governor_of, scope_words
from dateline.claims.words import Word
from dateline.model import Modality, Polarity

TENSED = frozenset({"VBZ", "VBP", "VBD", "VBN", "VB"})
AUXILIARIES = frozenset({"aux", "auxpass"})


@dataclass(frozen=True, slots=True)
class Scope:
    """The polarity and modality of a trigger, and the words that set them."""

    polarity: Polarity = "asserted"
    modality: Modality = "actual"
    words: tuple[str, ...] = ()


def scope_of(trigger: Word, *, in_passing: bool = False) -> Scope:
    """The polarity and modality of a trigger word; of one told in passing by its own words alone: whoever plans to kill
    a leader plans nothing of his office.
    """
    marks = _Marks(scope_words())
    below = trigger
    for token, link in islice(ruling(trigger), 1 if in_passing else None):
        if token != trigger and _takes_for_done(token, below):
            break
        if token != trigger and _was_planned(token, below):
            below = token
            continue
        if token != trigger and (_leaves_open(token, below) or _says_neither(token)):
            marks.mark("possible", token)
            break
        for child in token.children:
            marks.take_child(child, link)
            if link == "self" and child.dep_ == "agent" and child.nbor(-1).lower_ in marks.words.adverbs:
                adverb = child.nbor(-1)  # "killed, allegedly by the Front"
                marks.mark(marks.words.adverbs[adverb.lower_], adverb)
        if link == "purpose" and not _is_carried_out(token):
            marks.mark("planned", token)
        if token != trigger:
            marks.take_governor(token, link, below)
        marks.take_verdict(token)
        below = token
    if _is_announced(trigger):
        marks.mark("planned", trigger)
    found = marks.scope()
    if found.modality == "actual" and found.polarity == "asserted" and not in_passing and (mark := _awaited(trigger)):
        return Scope("asserted", "planned" if mark.lower_ == "when" else "possible", (mark.lower_,))
    return found


def _was_planned(verb: Word, below: Word) -> bool:
    """Whether an event that is planned is one that took place: "planned the 1995 bombing", "helped to plan the raid in
    which 40 soldiers died".
    """
    if verb.lemma not in scope_words().planning or below.dep_ != "dobj" or below.pos_ != "NOUN":
        return False
    told = any(word.dep_ == "relcl" and word.tag_ in ("VBD", "VBN") for word in below.subtree)
    dated = any(child.like_num and len(child) == 4 and child.dep_ in ("nummod", "compound") for child in below.lefts)
    return told or dated


def _leaves_open(verb: Word, below: Word) -> bool:
    """Whether an event is what nobody could make sure of: "could not verify the capture of the town"."""
    is_object = below.dep_ in ("dobj", "nsubjpass") and below.pos_ == "NOUN"
    is_negated = any(child.dep_ == "neg" for child in verb.children)
    return is_object and is_negated and verb.lemma in scope_words().verifying


def _says_neither(verb: Word) -> bool:
    """ "Neither confirmed nor denied": says nothing of whether it took place."""
    return (
        verb.dep_ == "conj"
        and verb.lemma in ("deny", "confirm")
        and any(child.lower_ in ("neither", "nor") and child.dep_ in ("preconj", "cc") for child in verb.head.children)
    )


def _is_announced(verb: Word) -> bool:
    """Whether a headline tells what is to come: "Army to withdraw from Gao"."""
    to = next((child for child in verb.children if child.dep_ == "aux" and child.lower_ == "to"), None)
    if to is None or verb.tag_ != "VB" or to.i == verb.sent.start:
        return False
    subject = verb.head if verb.dep_ in ("relcl", "acl") else next((c for c in verb.lefts if c.dep_ == "nsubj"), None)
    is_bare = verb.dep_ == "ROOT" or (verb.head.dep_ == "ROOT" and verb.head.pos_ in ("NOUN", "PROPN"))
    return subject is not None and is_bare and subject.right_edge.i + 1 >= to.i and subject.i < to.i


def _awaited(trigger: Word) -> Word | None:
    """The "until", "before", "once" or "when" of a clause that tells what has yet to come about: "will not talk until
    the army leaves"; None of what has: "stayed until the army left".
    """
    clause = trigger
    while clause.dep_ in ("xcomp", "dobj", "pobj", "prep", "conj", "ccomp") and clause.head != clause:
        clause = clause.head
    mark = next(
        (word for word in clause.children if word.lower_ in scope_words().awaiting and word.dep_ in ("mark", "advmod")),
        None,
    )
    if clause.dep_ != "advcl" or mark is None or clause.tag_ not in TENSED:
        return None
    is_present = clause.tag_ in ("VBZ", "VBP") or any(
        w.tag_ in ("VBZ", "VBP") for w in clause.children if w.dep_ in AUXILIARIES
    )
    above = clause.head
    refuses = above.lemma in scope_words().refusing
    if refuses or any(word.dep_ == "aux" and word.tag_ == "MD" for word in above.children):
        return mark
    if is_present and mark.lower_ not in ("when", "as"):
        return mark
    is_open = above.tag_ in ("VB", "VBG") and scope_of(above).modality != "actual"
    return mark if is_open else None


def _takes_for_done(verb: Word, below: Word) -> bool:
    """Whether a verb does something to an event that takes place whatever becomes of the verb: "refused to condemn the
    attack", "fired tear gas to break up a march".
    """
    is_object = below.dep_ in ("dobj", "nsubjpass") and below.pos_ == "NOUN"
    is_behind = below.dep_ == "pobj" and below.head.lower_ in ("against", "over") and below.head.head == verb
    return (is_object or is_behind) and verb.lemma in scope_words().taken_for_done


def _is_carried_out(clause: Word) -> bool:
    """Whether a purpose is told as done: "left the group to form one of his own"."""
    words = scope_words()
    return clause.head.lemma in words.left and clause.lemma in words.carried_out


class _Marks:
    """What the words that rule a trigger have said so far."""

    def __init__(self, words: ScopeWords) -> None:
        self.words = words
        self.modality: Modality = "actual"
        self.negations = 0
        self.reasons: list[str] = []

    def scope(self) -> Scope:
        polarity: Polarity = "negated" if self.negations % 2 else "asserted"
        return Scope(polarity, self.modality, tuple(dict.fromkeys(self.reasons)))

    def mark(self, found: Modality, token: Word) -> None:
        """Take a modality, if it is stronger than what stands."""
        if STRENGTH[found] > STRENGTH[self.modality]:
            self.modality = found
        if found != "actual":
            self.reasons.append(token.lemma)

    def negate(self, token: Word, *, counts: bool = True) -> None:
        """Take a negation; one over a clause of saying is noted but doesn't negate what is said."""
        self.negations += counts
        self.reasons.append(token.lemma if token.pos_ in ("VERB", "NOUN", "ADJ") else token.text)

    def take_child(self, child: Word, link: Link) -> None:
        """A modal, adverb, negation or condition that stands beside a word that rules the trigger."""
        lower, dep, words = child.lower_, child.dep_, self.words
        if dep == "neg" or (lower in words.negators and dep in ("advmod", "preconj")) or _is_no_longer(child):
            self.negate(child, counts=link != "ccomp" or self._denies(child.head))
        elif dep == "aux" and lower in words.modals and not _is_perceived(child.head):
            unmet = lower == "would" and _hangs_on_condition(child.head)
            self.mark("possible" if unmet else words.modals[lower], child)
        elif dep in ("advmod", "acomp") and lower in words.adverbs:
            self.mark(words.adverbs[lower], child)
        elif dep == "mark" and lower in words.conditionals:
            self.mark("possible", child)
        elif self._is_negative_phrase(child, link):
            self.negate(child)
        elif dep == "amod" and lower in words.modifiers and link == "self":
            modality, polarity = words.modifiers[lower]
            self.mark(modality, child)
            if polarity == "negated":
                self.negate(child)

    def _denies(self, verb: Word) -> bool:
        """ "Did not deny that": the negation undoes the denial."""
        governor = governor_of(verb)
        return governor is not None and governor.polarity == "negated"

    def _is_negative_phrase(self, child: Word, link: Link) -> bool:
        """ "No attack", or "no soldier attacked"."""
        if child.dep_ == "det":
            is_ground = link in ("governor", "ccomp") and child.head.lemma in self.words.grounds
            return child.lower_ in self.words.negative_determiners and (link in ("self", "arg") or is_ground)
        is_argument = child.dep_ in ("nsubj", "nsubjpass", "attr", "dobj") and link == "self"
        is_share = child.dep_ == "dobj" and child.lemma in self.words.shares  # "had no hand in the raid"
        return (is_argument or is_share) and _is_negative_subject(child, self.words)

    def take_verdict(self, token: Word) -> None:
        """Whether what is said is said to be false: "it is false that", "reports that … were not true"."""
        words, copula = self.words, token
        if token.lemma in words.said and token.dep_ in ("nsubj", "nsubjpass"):
            copula = token.head
        if copula.lemma_ != "be":
            return
        verdict = next((child for child in copula.children if child.dep_ in ("acomp", "attr")), None)
        denied = any(child.dep_ == "neg" for child in copula.children)
        if verdict is not None and verdict.lower_ in (words.true if denied else words.false):
            self.negate(verdict)

    def take_governor(self, token: Word, link: Link, below: Word) -> None:
        """A verb, noun or preposition that rules the trigger; ``below`` is the word it rules directly."""
        governor = governor_of(token, below) if link in ("governor", "ccomp", "arg") else None
        if governor and self._leaves_alone(governor, token, link, below):
            governor = None
        if below.lower_ in self.words.answerable and token.lemma in ("hold", "find", "deem"):
            self.mark("alleged", token)  # "hold the rebels responsible for the attack"
        if link == "governor" and token.lemma_ == "be" and below.dep_ == "xcomp" and below.tag_ == "VB":
            self.mark("planned", token)  # "envoys are to meet"
        if governor:
            if not (token.lemma in self.words.shares and _is_denied(token)):  # "denied any role in the raid"
                self.mark(governor.modality, token)
            if governor.polarity == "negated":
                self.negate(token)
        is_without = token.dep_ == "prep" and token.lower_ in self.words.negative_prepositions
        if is_without or (token.lemma_ == "do" and token.head.lower_ == "nothing"):  # "had nothing to do with the raid"
            self.negate(token)

    def _leaves_alone(self, governor: Governor, token: Word, link: Link, below: Word) -> bool:
        """Whether a word that sets polarity or modality elsewhere does nothing here."""
        if token.lower_ == "about" and token.head.pos_ == "ADJ":
            return True  # "concerned about the attack", not "about to attack"
        if governor.modality == "planned" and link == "ccomp" and _is_past(below):
            return True  # "agreed that soldiers had killed the boy"
        if not governor.orders:
            return False
        if link == "ccomp" and not _is_subjunctive(below):
            return True  # "he told reporters that rebels attacked" is no order; "he ordered that they attack" is
        if below.dep_ == "dobj" and below.lemma in self.words.known_once_done and token.tag_ != "VB":
            return True  # "ordered the massacre of 69 peasants"
        # whoever is charged with ordering a massacre is charged with one that took place
        return token.dep_ == "pcomp" and token.head.lower_ in ("of", "for")


def _is_past(verb: Word) -> bool:
    """Whether a clause tells of what has taken place: "killed", "had killed"."""
    return verb.tag_ == "VBD" or any(
        child.dep_ == "aux" and child.lower_ in ("had", "has", "have") for child in verb.children
    )


def _is_perceived(verb: Word) -> bool:
    """Whether something could be heard or seen, and so took place."""
    return verb.tag_ == "VBN" and verb.lemma_ in ("hear", "see", "smell", "feel")


def _is_denied(noun: Word) -> bool:
    """Whether a noun is what somebody denies."""
    above = governor_of(noun.head) if noun.dep_ == "dobj" else None
    return above is not None and above.polarity == "negated"


def _hangs_on_condition(verb: Word) -> bool:
    """Whether a clause with "if" stands beside a verb, or beside the verb that it is joined to."""
    heads = (verb, verb.head) if verb.dep_ == "conj" else (verb,)
    clauses = (child for head in heads for child in head.children if child.dep_ == "advcl")
    return any(mark.dep_ == "mark" and mark.lower_ == "if" for clause in clauses for mark in clause.children)


def _is_subjunctive(verb: Word) -> bool:
    """ "That they attack", "that they be attacked", not "they did not attack"."""
    bare = [child for child in verb.children if child.dep_ == "auxpass"] if verb.tag_ == "VBN" else [verb]
    return any(word.tag_ == "VB" for word in bare) and not any(
        child.dep_ == "aux" and child.lemma_ == "do" for child in verb.children
    )


def _is_negative_subject(subject: Word, words: ScopeWords) -> bool:
    """ "No soldier", "not a single soldier", "none of the soldiers"."""
    if subject.lower_ == "nobody":
        return True
    if subject.lower_ in ("none", "neither") and any(child.lower_ == "of" for child in subject.children):
        return True
    return any(
        (child.dep_ == "det" and child.lower_ in words.negative_determiners)
        or (child.dep_ == "neg" and child.i < subject.i and child.lower_ == "not")
        for child in subject.children
    )


def _is_no_longer(child: Word) -> bool:
    """Whether a word is the "longer" of "no longer" or "not … any longer": what was so is over."""
    return child.lower_ == "longer" and any(word.lower_ == "no" for word in child.children)
