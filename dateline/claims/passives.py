"""Passives without an auxiliary of their own: participles beside nouns, before commas, beside another."""

from dateline.claims.control import prep_objects
from dateline.claims.words import Word

NEED_OBJECT = frozenset(
    "kill wound injure behead abduct kidnap arrest assassinate murder slay massacre execute bomb ambush hijack detain "
    "jail torture rape displace lynch deport gun maim accuse hurt".split()
)

ENDURED = NEED_OBJECT | {"shoot", "beat", "free", "release", "sentence", "take", "hang", "burn", "stone", "expel"}
"""Verbs that need an object, so that one without, beside a passive, is a passive too: "was arrested and deported"."""
FINDING = frozenset({"find", "discover", "leave", "see"})
"""Verbs with a participle for what has been done to their object: "was found shot dead"."""
TO_DEATH = frozenset({"shoot", "hack", "stab", "beat", "burn", "stone"})
"""Verbs that need an object where "dead" or "to death" goes with them, or a number does it: "Two shot in Armagh"."""
RESTING = frozenset("lie sit stand hang remain go die end turn return come arrive be".split())
"""Verbs beside a participle for what has been done to their subject: "lay hacked to death", "stands accused of"."""
LATER = frozenset({"later", "subsequently", "eventually", "finally", "since", "afterwards", "afterward"})
_OWN_CLAUSE = frozenset({"nsubj", "nsubjpass", "aux", "auxpass"})


def is_reduced_passive(verb: Word) -> bool:
    """A past participle that modifies a noun ("the base attacked on Monday"), opens a sentence or continues a
    passive.
    """
    if verb.tag_ not in ("VBN", "VBD"):
        return False
    has_object = any(child.dep_ == "dobj" for child in verb.children)
    if verb.dep_ == "xcomp" and verb.tag_ == "VBN" and verb.head.lemma_ in FINDING:
        return not (has_object or any(child.dep_ == "aux" for child in verb.children))
    if verb.dep_ == "acl":  # with an object it is the verb of a sentence that was misread
        return not (has_object or _is_main_verb(verb))
    if has_object or any(child.dep_ in ("nsubj", "nsubjpass", "aux") for child in verb.children):
        return False
    if verb.dep_ == "advcl" and verb.tag_ == "VBN":
        if verb.i > verb.head.i:
            return _is_trailing_passive(verb)
        return not any(child.dep_ in ("mark", "advmod") for child in verb.children)  # "Arrested in 2019, he escaped"
    return verb.dep_ == "conj" and _continues_passive(verb)


def _is_trailing_passive(verb: Word) -> bool:
    """Whether a participle behind its clause tells what befell the subject ("stands accused of") or the last noun
    ("buried two cousins, killed on the road").
    """
    rests = verb.head.lemma_ in RESTING and verb.i - verb.head.i <= 2
    return rests or (verb.lemma in NEED_OBJECT and verb.nbor(-1).text == ",")


def _continues_passive(verb: Word) -> bool:
    """Whether a verb stands beside a passive whose auxiliary serves it too: "was arrested and deported"."""
    if verb.tag_ == "VBD":
        first = verb.head
        while first.dep_ == "conj" and first.head.pos_ == "VERB":
            first = first.head
        is_endured = verb.lemma in ENDURED and not any(child.dep_ == "prt" for child in verb.children)
        return is_endured and any(child.dep_ == "auxpass" for child in first.children)
    if verb.head.pos_ not in ("VERB", "AUX"):
        return False
    if verb.head.dep_ == "acl" and verb.head.tag_ == "VBN":
        return is_reduced_passive(verb.head)
    first = verb.head
    while first.dep_ == "conj" and first.tag_ == "VBN" and first.head.pos_ == "VERB" and not _has_own_clause(first):
        first = first.head  # "was arrested, tortured and freed"
    return any(child.dep_ in ("auxpass", "nsubjpass") for child in first.children)


def _has_own_clause(verb: Word) -> bool:
    return any(child.dep_ in _OWN_CLAUSE or child.dep_ == "dobj" for child in verb.children)


def _is_main_verb(verb: Word) -> bool:
    """Whether the verb of a sentence hangs on its own subject, after an aside, or on the aside: "The leader, Ana Lopes,
    called on…".
    """
    noun = verb.head
    if verb.tag_ != "VBD" or verb.i == 0 or verb.nbor(-1).text != ",":
        return False
    if noun.dep_ == "appos" and noun.head.dep_ == "ROOT" and noun.head.pos_ in ("NOUN", "PROPN"):
        return True
    return noun.dep_ == "ROOT" and any(
        word.dep_ in ("appos", "relcl", "acl") and noun.is_ancestor(word) for word in verb.doc[noun.i + 1 : verb.i]
    )


def shared_agent(verb: Word) -> list[Word]:
    """Who is named after the last of coordinated participles: "a militia trained and paid by Chad", "two were killed
    and nine wounded by the army"; and after the first: "abducted by the militia and beaten".

    Nobody where words of the first, or "later", part them: "arrested in Gao and sentenced by a court".
    """
    goes_on = verb.dep_ == "conj" and verb.head.tag_ == "VBN" and not _is_later(verb) and not _has_own_clause(verb)
    if goes_on and (agents := _agents(verb.head)):
        return agents
    if any(child.i > verb.i and child.dep_ not in ("cc", "conj", "punct", "prt") for child in verb.children):
        return []
    for child in verb.children:
        is_next = child.dep_ == "conj" and child.tag_ == "VBN" and not _is_later(child)
        if is_next and not any(_is_of_own_clause(c) for c in child.children):
            return _agents(child) or shared_agent(child)
    return []


def _is_of_own_clause(word: Word) -> bool:
    """Whether a word beside the second participle makes a clause of its own of it; how many it befell does not."""
    return word.dep_ in ("aux", "auxpass", "dobj") or (word.dep_ == "nsubj" and word.tag_ != "CD")


def _agents(verb: Word) -> list[Word]:
    return [agent for child in verb.children if child.dep_ == "agent" for agent in prep_objects(child)]


def _is_later(verb: Word) -> bool:
    return any(child.dep_ == "advmod" and child.lower_ in LATER for child in verb.children)


def named_among(verb: Word) -> list[Word]:
    """Who is named as one of those whom a participle tells of: "among those arrested was Omar Tall"."""
    those = verb.head
    if verb.dep_ != "acl" or those.lower_ != "those" or those.dep_ != "pobj" or those.head.lower_ != "among":
        return []
    stated = those.head.head
    if stated.lemma_ != "be":
        return []
    return [child for child in stated.children if child.dep_ in ("nsubj", "attr") and child.i > verb.i]


def is_deadly(verb: Word, subject: Word) -> bool:
    """ "Two shot dead", "priest stabbed to death", "ten shot"."""
    if verb.lemma_.lower() not in TO_DEATH:
        return False
    beside = [child.lower_ for child in verb.children] + [t.lower_ for c in verb.children for t in c.children]
    return subject.like_num or "dead" in beside or "death" in beside
