"""Whose deed it is where the subject stands elsewhere: control, participles, coordination, nouns that have an owner."""

from dateline.claims.agents import is_writing, may_be_people
from dateline.claims.event_noun_words import event_noun_words
from dateline.claims.helping import helped_owner
from dateline.claims.words import Word

RELATIVE_PRONOUNS = frozenset({"who", "which", "that", "whom", "whose"})
LINKS_UP = frozenset({"xcomp", "acomp", "advcl", "conj", "acl", "pcomp", "ccomp"})
CHARGING = frozenset("accuse blame suspect charge acquit convict absolve warn stop prevent dissuade deter".split())
"""Verbs whose object is who does, or is kept from doing, what their preposition leads to."""
CHARGES = frozenset({"charge", "suspicion", "allegation", "accusation", "count"})
"""Nouns of what somebody is held or tried for: "arrested on charges of plotting a coup"."""
ANSWERING = frozenset({"face", "deny", "answer", "await", "fight", "reject"})
"""Verbs of those against whom a charge is."""
CUSTODY = frozenset({"arrest", "investigation", "trial", "custody", "detention", "remand", "jail", "prison"})
HOLDING_FOR = frozenset({"hold", "keep", "charge", "question", "remand", "book"})
"""Verbs that with a charge say what their object is thought to have done: "held on charges of"."""
LIGHT_OBJECTS = frozenset({"part", "role", "place", "lead", "hand", "time"})
"""Objects that do nothing: "took part in planning the attack"."""
SAYING = frozenset("say tell report announce state add claim insist maintain deny acknowledge admit confirm".split())
"""Verbs whose clause is what somebody said."""
NAMELESS = frozenset({"sources", "residents", "witnesses", "aides", "officials", "diplomats", "analysts", "villagers"})
"""Sources who tell of others."""
SPEAKING = frozenset(
    "accuse blame warn urge ask demand call condemn denounce reject vow threaten appeal promise offer praise".split()
)
"""Verbs that, beside what somebody said, rather tell what the same said: "said its men were ready and warned…"."""
AIMING = frozenset(
    "leave quit occupy storm enter cross attack block seize abandon desert form join meet visit burn raid".split()
)
"""Verbs behind whose object "to" says what the subject wants: "left the group to join another"."""
MEANWHILE = frozenset("by after before without while upon on since despite besides when".split())
"""Prepositions before what the subject of the verb above does too."""
OPPOSING = frozenset("veto block reject oppose dismiss defy ignore denounce condemn resist decry spurn".split())
"""Verbs of those who did not write what they have for object."""
MAX_STEPS = 6
"""How far a missing subject is sought up the tree."""


def controller_of(verb: Word) -> list[Word]:
    """The heads of the noun phrases that act as subject of a verb without its own; empty when there are none."""
    aside = _subject_of_aside(verb) or _speaker_before(verb) or _noun_beside(verb)
    if aside is not None:
        return [aside]
    if _is_noun_beside(verb):
        return []
    token = verb
    for _ in range(MAX_STEPS):
        head, dep = token.head, token.dep_
        if head == token or dep not in LINKS_UP:
            return []
        if dep == "acl":
            return _controller_from_noun(token, head)
        if dep == "conj" and _speaks_beside(token):
            head = head.head
        if dep == "pcomp":
            head = _first_of(head).head  # past the preposition
            if head.pos_ == "ADJ" and head.dep_ == "acomp":  # "is committed to destroying"
                return _own_participant(head.head, object_control=False)
            if head.pos_ not in ("VERB", "AUX"):
                charged = _charged(head)
                return [charged] if charged is not None else owner_of(head)
        is_told = head.lemma in ("be", "become")  # "became the last group to lay down its arms"
        controls = (dep == "xcomp" and not is_told and head.lemma not in AIMING) or _follows_object(token)
        own = _own_participant(head, object_control=controls or _hands_on(token))
        if own:
            return own
        token = head
    return []


def _subject_of_aside(verb: Word) -> Word | None:
    """The subject that the parser gave to a participle before the verb: "The mayor, addressing a crowd, refused"."""
    for clause in verb.lefts:
        if clause.dep_ == "advcl" and clause.tag_ in ("VBG", "VBN"):
            subject = next((c for c in clause.children if c.dep_ in ("nsubj", "nsubjpass") and c.i < clause.i), None)
            if subject is not None:
                return subject
    return None


def _speaker_before(verb: Word) -> Word | None:
    """Who says what a participle follows: the police of "two men were shot, police said, blaming rebels"."""
    if verb.tag_ != "VBG" or verb.dep_ != "advcl" or verb.i < verb.sent.start + 3 or verb.nbor(-1).text != ",":
        return None
    saying = verb.nbor(-2)
    if saying == verb.head or saying.pos_ != "VERB" or saying.lemma not in SAYING:
        return None
    return next((child for child in saying.children if child.dep_ == "nsubj"), None)


def _noun_beside(verb: Word) -> Word | None:
    """The subject that the parser hung beside a verb: "soldiers broke up the camp, and its leaders begged for calm"."""
    first = verb.head
    if verb.dep_ != "conj" or first.pos_ != "VERB":
        return None
    beside = [c for c in first.children if c.dep_ == "conj" and c.pos_ in ("NOUN", "PROPN") and first.i < c.i < verb.i]
    return beside[-1] if beside else None


def _is_noun_beside(verb: Word) -> bool:
    """Whether a gerund joined to a verb with a tense is a noun that was misread, since it can't share the subject:
    "the rebels withdrew, but shelling from the hills went on".
    """
    if verb.tag_ != "VBG" or verb.dep_ != "conj" or verb.head.tag_ not in ("VBD", "VBZ", "VBP"):
        return False
    if any(child.dep_ in ("aux", "dobj") for child in verb.children):
        return False
    return any(child.dep_ == "cc" and child.i == verb.left_edge.i - 1 for child in verb.head.children)


def _follows_object(clause: Word) -> bool:
    """Whether a participle stands behind the object of its clause: "he buried two cousins, killed on the road"."""
    is_behind = clause.dep_ == "advcl" and clause.tag_ == "VBN" and clause.i > clause.head.i
    return is_behind and any(c.dep_ == "dobj" and clause.i - c.right_edge.i == 2 for c in clause.head.children)


def _first_of(preposition: Word) -> Word:
    """The first of coordinated prepositions: "accused Chad of arming the rebels and of hiding them"."""
    while preposition.dep_ == "conj" and preposition.head.pos_ == "ADP":
        preposition = preposition.head
    return preposition


def _hands_on(clause: Word) -> bool:
    """Whether a clause behind a preposition is about the object: "kept the rebels from attacking", not "opened the
    campaign by storming".
    """
    return _first_of(clause.head).dep_ == "prep" and clause.head.lower_ not in MEANWHILE


def _speaks_beside(verb: Word) -> bool:
    """Whether a verb that the parser hung beside what was said stands beside the saying itself."""
    said = verb.head
    if said.dep_ != "ccomp" or verb.tag_ not in ("VBD", "VBZ") or verb.lemma not in SPEAKING:
        return False
    saying = said.head
    if any(child.dep_ == "nsubj" and child.lower_ in NAMELESS for child in saying.children):
        return False  # "sources said he accepted the truce but threatened to leave": he did
    return saying.i < said.i and saying.tag_ == verb.tag_ and saying.lemma in SAYING


def _charged(word: Word) -> Word | None:
    """The object of a verb that hands it a deed, though the parser hung the deed under the object or a word in its
    phrase: "accused the police of siding with the gang", "accused rebels loyal to Tall of attacking the town".
    """
    for _ in range(MAX_STEPS):
        if word.dep_ in ("dobj", "nsubjpass") and word.head.lemma in CHARGING:
            return word
        if word.dep_ == "agent" and word.head.lemma in CHARGING:  # "accused by witnesses of torturing them"
            return next((child for child in word.head.children if child.dep_ == "nsubjpass"), None)
        if word.lemma in CHARGES and (held := _held_on(word)) is not None:
            return held
        if word.dep_ not in ("pobj", "prep", "amod", "acomp", "relcl", "acl"):
            return None
        word = word.head
    return None


def _held_on(charge: Word) -> Word | None:
    """Who answers a charge: "two men held on charges of…", "was extradited to face charges of…"."""
    verb = charge.head.head
    if charge.dep_ == "pobj" and verb.lemma in CUSTODY:
        verb = verb.head.head
    if charge.dep_ == "pobj" and verb.lemma == "be":  # "is under arrest on suspicion of"
        beside = [noun for prep in verb.children if prep.dep_ == "prep" for noun in prep.children]
        is_held = any(noun.lemma in CUSTODY for noun in beside)
        return next((child for child in verb.children if child.dep_ == "nsubj" and is_held), None)
    if charge.dep_ == "pobj" and verb.lemma in event_noun_words().answering | HOLDING_FOR:
        return next((child for child in verb.children if child.dep_ in ("nsubjpass", "dobj")), None) or (
            verb.head if verb.dep_ == "acl" else None
        )
    if charge.dep_ == "dobj" and charge.head.lemma in ANSWERING:
        own = _own_participant(charge.head, object_control=False) or controller_of(charge.head)
        return own[0] if own else None
    return None


def _own_participant(verb: Word, *, object_control: bool) -> list[Word]:
    """The participant of a verb that a clause below it shares: its object if it has one and controls, else its
    subject.
    """
    subjects, objects = [], []
    for child in verb.children:
        if child.dep_ in ("nsubj", "nsubjpass"):
            subjects.append(antecedent(child))
        elif child.dep_ in ("dobj", "dative") and child.pos_ != "ADP" and child.lower_ not in LIGHT_OBJECTS:
            objects.append(child)
    if object_control and objects:
        return objects
    if not subjects and verb.dep_ == "relcl":
        return [verb.head]
    return subjects


def _controller_from_noun(clause: Word, noun: Word) -> list[Word]:
    if clause.tag_ == "VBG" and is_writing(noun):
        if noun.dep_ == "dobj" and noun.head.lemma in OPPOSING:
            return []  # "vetoed a resolution calling for a truce"
        return owner_of(noun) or [noun]  # "issued a statement demanding"
    if clause.tag_ in ("VBN", "VBD") and any(child.dep_ == "dobj" for child in clause.children):
        return [_somebody_above(noun)]  # a verb that was taken for a participle: "men on a motorbike shot the mayor"
    if clause.tag_ in ("VBG", "VBN", "VBD"):
        return [noun]
    return owner_of(noun)  # "its plan to attack"


def owner_of(noun: Word) -> list[Word]:
    """Whose plan, threat or attack a noun is: a possessive, a "by", or the subject of the verb it completes."""
    for child in noun.children:
        if child.dep_ == "poss":
            return [helped_owner(noun, child)]
    for child in noun.children:
        if child.dep_ == "prep" and child.lower_ == "by":
            return prep_objects(child)
    token = noun
    while token.dep_ in ("pobj", "prep", "conj") and token.head != token:
        token = token.head
    is_aim = token == noun.head.head and noun.head.lower_ == "in"  # "stormed the jail in an attempt to free him"
    head = token if is_aim else token.head
    if head.pos_ in ("VERB", "AUX") and (is_aim or token.dep_ in ("dobj", "attr")):
        arguments = _own_participant(head, object_control=False)
        if not arguments and (head.tag_ == "VBG" or head.dep_ == "conj"):  # "denied giving an order to attack"
            arguments = controller_of(head)
        return [argument for argument in arguments if argument != noun]
    return []


def prep_objects(prep: Word) -> list[Word]:
    """What a preposition leads to, the same one beside it included: "sat down with Tall and with Diallo"."""
    again = (child for child in prep.children if child.dep_ == "conj" and child.lower_ == prep.lower_)
    own = [antecedent(child) for child in prep.children if child.dep_ in ("pobj", "pcomp")]
    return [*own, *(below for other in again for below in prep_objects(other))]


def antecedent(token: Word) -> Word:
    """What a relative pronoun stands for, "some of whom" and "both of which" included; any other token itself."""
    if (relative := _of_relative(token)) is not None:
        return antecedent(relative)
    if token.lower_ not in RELATIVE_PRONOUNS or token.tag_ not in ("WDT", "WP", "WP$", "IN", "DT"):
        return token
    for ancestor in token.ancestors:
        if ancestor.dep_ == "relcl":
            return _somebody_above(ancestor.head) if token.tag_ == "WP" else ancestor.head
    return token


def _somebody_above(noun: Word) -> Word:
    """The one of whom "who" tells, where the parser hung it on a thing in their phrase: "militias of the war, who"."""
    token = noun
    while not may_be_people(token) and token.dep_ == "pobj" and token.head.head.pos_ in ("NOUN", "PROPN", "NUM"):
        token = token.head.head
    return token if may_be_people(token) else noun


def _of_relative(token: Word) -> Word | None:
    """The pronoun of "some of whom", "both of which", "all of them who": what it is a part of is meant."""
    if token.pos_ in ("NOUN", "PROPN") and token.tag_ != "NN":
        return None
    for prep in token.children:
        if prep.dep_ == "prep" and prep.lower_ == "of":
            return next((below for below in prep.children if below.tag_ in ("WP", "WDT")), None)
    return None
