"""Who does it and to whom: the logical arguments of a verb, noun or adjective in a dependency parse.

Passives, relative clauses, participles, coordination, control and light verbs are undone here, so that a pattern asks
for ``subj`` and ``obj`` only. Labels are those of spaCy's English models (ClearNLP style).
"""

from dateline.claims.compounds import compound_doer
from dateline.claims.control import antecedent, controller_of, owner_of, prep_objects
from dateline.claims.helping import helped_owner, is_aim
from dateline.claims.logical import Arguments
from dateline.claims.misplaced import adverbial_object, taken_for_more_than
from dateline.claims.misread import is_misread, word_before
from dateline.claims.missing import fill_whoever_lacks, named_by_entry
from dateline.claims.passives import NEED_OBJECT, is_deadly, is_reduced_passive, named_among, shared_agent
from dateline.claims.ruling import CIRCUMSTANCES
from dateline.claims.scenes import place_nouns
from dateline.claims.words import Word
from dateline.read.mentions.lexicon import CAPTIVE

HOLDING = frozenset({"hold", "find", "deem", "consider", "think", "make"})
"""Verbs with an adjective for what their object is said to be: "hold the army responsible"."""


_BEFORE = frozenset({"compound", "nmod", "npadvmod", "appos"})
_PEOPLE = frozenset({"NNS", "NNP", "NNPS"})


def verb_arguments(verb: Word) -> Arguments:
    """The logical arguments of a verb (or of an adjective with a copula)."""
    found = Arguments(trigger=verb)
    particles: set[str] = set()
    for child in verb.children:
        if not _take_captives(found, child):
            _take_child(found, child, particles)
    found.particles = frozenset(particles)
    found.passive = found.passive or is_reduced_passive(verb) or named_by_entry(verb) is not None
    if (sides := _sides_of_headless(verb)) is not None:
        found.subj, found.obj, found.passive = [sides[0]], [sides[1]], False
    if _is_headline_passive(found, verb) or _shares_auxiliary(found, verb):
        found.passive = True
    if found.passive:
        agents = found.preps.pop("agent", []) or found.preps.get("by", []) or shared_agent(verb)
        found.obj, found.subj = found.obj or named_among(verb) or found.subj, agents
    else:
        _lend_prepositions(found, verb)
    _take_small_clause(found, verb)
    if (causer := _causer(verb)) is not None:
        found.subj, found.obj, found.passive = causer, found.obj or found.subj, True
    doer = compound_doer(verb)
    if doer is not None:
        found.subj, found.obj, found.compound, found.passive = [doer], [verb.head], [doer], True
    _fill_from_relative_clause(found, verb)
    if is_misread(verb):
        _fill_from_misread(found, verb)
    fill_whoever_lacks(found, verb)
    if not (found.obj or found.passive):
        found.obj = _shared_object(verb) or adverbial_object(verb)
    return found


def _take_small_clause(found: Arguments, verb: Word) -> None:
    """ "Held the Front responsible", "found him guilty": the adjective goes with the verb, wherever it was hung."""
    if verb.lemma_ not in HOLDING or found.passive:
        return
    clause = found.complement or next((c for c in verb.children if c.dep_ == "advcl" and c.pos_ == "ADJ"), None)
    if (
        clause is not None
        and clause.pos_ == "ADJ"
        and not any(c.dep_ in ("aux", "cop", "mark") for c in clause.children)
    ):
        found.obj = found.obj or [antecedent(child) for child in clause.children if child.dep_ == "nsubj"]
        found.attr.append(clause)
    for held in found.obj[:1]:
        found.attr.extend(c for c in held.children if c.dep_ == "amod" and c.i > held.i and c.pos_ == "ADJ")


def _causer(verb: Word) -> list[Word] | None:
    """Who has something done: "the minister had four suspects arrested"; None for other verbs."""
    head = verb.head
    if verb.tag_ != "VBN" or verb.dep_ not in ("ccomp", "xcomp") or head.lemma_ not in ("have", "get"):
        return None
    if any(child.dep_ in ("aux", "auxpass") for child in verb.children):
        return None
    return [antecedent(child) for child in head.children if child.dep_ == "nsubj"] or controller_of(head) or None


def _shared_object(verb: Word) -> list[Word]:
    """The object after the last of coordinated verbs: "attacked, looted and burned the town"."""
    after = [child for child in verb.children if child.i > verb.i and not child.is_punct]
    other = next((child for child in after if child.dep_ == "conj"), None)
    if other is None or other.tag_ != verb.tag_ or any(child.i < other.i and child.dep_ != "cc" for child in after):
        return []
    if any(child.dep_ in ("nsubj", "nsubjpass", "aux", "auxpass", "neg") for child in other.children):
        return []
    return [child for child in other.children if child.dep_ == "dobj"] or _shared_object(other)


def _sides_of_headless(verb: Word) -> tuple[Word, Word] | None:
    """Subject and object of a verb that was taken for a participle, and its object for the head of the sentence:
    "Men on a motorbike gunned down the mayor".
    """
    if verb.dep_ != "acl" or verb.tag_ not in ("VBN", "VBD"):
        return None
    object_ = verb.sent.root
    if object_.pos_ not in ("NOUN", "PROPN"):
        return None
    for child in object_.children:
        if child.dep_ == "nsubj" and child.i < verb.i < object_.i and child.is_ancestor(verb):
            return child, object_
    return None


def _is_headline_passive(found: Arguments, verb: Word) -> bool:
    """ "At least 19 killed in ambush": verbs that need an object and have none are passives without their auxiliary."""
    return (
        verb.tag_ in ("VBD", "VBN")
        and bool(found.subj)
        and (verb.lemma_.lower() in NEED_OBJECT or is_deadly(verb, found.subj[0]))
        and not (found.obj or found.aux or found.passive)
        and verb.dep_ != "relcl"
        and not _shared_object(verb)
    )


def _shares_auxiliary(found: Arguments, verb: Word) -> bool:
    """ "The airport was closed and a curfew imposed": the second is a passive by the auxiliary of the first."""
    if verb.dep_ != "conj" or verb.tag_ != "VBN" or not found.subj or found.obj or found.aux:
        return False
    return any(child.dep_ == "auxpass" for child in verb.head.children)


def _fill_from_misread(found: Arguments, verb: Word) -> None:
    noun = verb.head
    found.obj.append(noun)
    for child in noun.children:
        if child.dep_ == "prep":
            _take_prep(found, child)
        elif child == word_before(verb) and child.dep_ in ("compound", "nmod", "nsubj") and not found.subj:
            found.subj.append(child)


def _take_captives(found: Arguments, word: Word) -> bool:
    """Those who are taken, where parsers make one noun of "took two nuns hostage"; whether the word is such a noun."""
    taken = [t for t in word.children if t.dep_ in _BEFORE and t.tag_ in _PEOPLE] if word.lower_ in CAPTIVE else []
    found.obj.extend(taken)
    found.attr.extend([word] if taken else [])
    return bool(taken)


def _is_of_another_verb(pronoun: Word) -> bool:
    """Whether a clause put in between takes a relative pronoun from its verb: "who, until a mob burned his house"."""
    return pronoun.tag_ in ("WP", "WDT") and any(
        child.dep_ == "mark" and child.i > pronoun.i for child in pronoun.head.lefts
    )


def _take_child(found: Arguments, child: Word, particles: set[str]) -> None:
    dep = child.dep_
    found.passive = found.passive or dep in ("nsubjpass", "auxpass")
    if dep == "nsubj":
        found.subj.extend([] if _is_of_another_verb(child) else [antecedent(child)])
    elif dep == "nsubjpass" and found.obj and child.lower_ == "it":
        return  # "those who were slow about it were shot"
    elif dep in ("nsubjpass", "dobj"):
        found.obj.append(antecedent(child))
        particles.update(taken_for_more_than(child))
    elif dep == "dative":
        found.iobj.extend(prep_objects(child) if child.pos_ == "ADP" else [child])
    elif dep == "agent":
        found.preps.setdefault("agent", []).extend(prep_objects(child))
    elif dep == "prep":
        _take_prep(found, child)
        particles.update(() if prep_objects(child) else (child.lower_,))  # "pulled out of the talks"
    elif dep in ("prt", "advmod"):
        _take_particle(found, child, particles)
    elif dep in ("aux", "neg"):
        (found.aux if dep == "aux" else found.neg).append(child)
    elif dep in ("attr", "oprd", "acomp"):
        found.attr.append(child)
        if child.lower_ == "dead":  # "shot dead a reporter": parsers hang the victim under "dead"
            found.obj.extend(below for below in child.children if below.dep_ in ("pobj", "dobj", "npadvmod"))
    elif dep in ("xcomp", "ccomp", "advcl"):
        _take_clause(found, child, particles)


def _take_clause(found: Arguments, clause: Word, particles: set[str]) -> None:
    if clause.dep_ != "advcl":
        found.complement = found.complement or clause
        return
    first = clause.left_edge.lower_
    if first == "until":  # "gave the rebels until Sunday to disarm"
        particles.add("until")
    elif first == "to" and clause.tag_ == "VB":
        found.purpose = clause
    elif first == "for" and any(child.lower_ == "to" for child in clause.children):
        _take_wish(found, clause)


def _take_wish(found: Arguments, clause: Word) -> None:
    """ "Called for the minister to resign", which asks the minister; "called for the army to be withdrawn", which asks
    for that.
    """
    wished = next((child for child in clause.children if child.dep_ == "nsubj"), clause)
    found.complement = found.complement or clause
    found.preps.setdefault("for", []).append(wished)


def _take_particle(found: Arguments, particle: Word, particles: set[str]) -> None:
    """ "Broke away from the group", "taken off the air": the phrase hangs under the particle."""
    particles.add(particle.lower_)
    found.particle.append(particle)
    if particle.dep_ == "prt" and prep_objects(particle):
        _take_prep(found, particle)
    for prep in particle.children:
        if prep.dep_ == "prep":
            _take_prep(found, prep)


def _take_prep(found: Arguments, prep: Word) -> None:
    objects = prep_objects(prep)
    found.preps.setdefault(prep.lower_, []).extend(objects)
    if prep.lower_ == "according":  # its "to" leads to who says so
        return
    for inner in prep.children:  # "across the border into Mali", "out of the city"
        if inner.dep_ == "prep":
            found.preps.setdefault(inner.lower_, []).extend(prep_objects(inner))
    for target in objects:
        for child in target.children:
            is_of_another = child.lower_ == "by" and prep.lower_ in CIRCUMSTANCES  # "freed after mediation by a bishop"
            if (
                child.dep_ == "prep"
                and child.lower_ not in found.preps
                and not (_names_place(target, child) or is_of_another)
            ):
                found.preps[child.lower_] = prep_objects(child)


def _names_place(noun: Word, prep: Word) -> bool:
    """Whether an "of" only says which place is meant: "in the town of Gao"."""
    return prep.lower_ == "of" and noun.lemma_.lower() in place_nouns()


def _lend_prepositions(found: Arguments, verb: Word) -> None:
    """Phrases that the parser hung under the object serve the verb too: "used gas against the town". Not "of"."""
    for target in found.obj:
        for child in target.children:
            if child.dep_ == "prep" and child.lower_ != "of":
                found.preps.setdefault(child.lower_, prep_objects(child))
    for means in (clause for word in (verb, *found.obj) for clause in word.children):
        if means.dep_ in ("advcl", "acl") and means.lower_ == "using":
            for prep in means.subtree:  # "conducted ten strikes using jets and drones against the rebels"
                if prep.dep_ == "prep" and prep.lower_ == "against":
                    found.preps.setdefault("against", prep_objects(prep))


def _fill_from_relative_clause(found: Arguments, verb: Word) -> None:
    """ "The man the rebels killed", "the town that fell": the antecedent fills the empty place."""
    if verb.dep_ != "relcl":
        return
    noun = verb.head
    if any(child.dep_ == "advmod" and child.lower_ == "where" for child in verb.lefts):
        found.preps.setdefault("in", []).append(noun)  # "Tiraspol, where the republic has its seat"
        return
    if is_aim(verb):
        found.subj = [t for t in found.subj if t != noun] or owner_of(noun)
        return
    if any(noun in slot for slot in (found.subj, found.obj, *found.preps.values())):
        return
    if not found.subj and not found.passive:
        found.subj.append(noun)
    elif not found.obj and found.subj:
        found.obj.append(noun)


def noun_arguments(noun: Word) -> Arguments:
    """The arguments of a noun that names an event or a role."""
    found = Arguments()
    for child in noun.children:
        _take_of_noun(found, noun, child)
    if noun.dep_ == "pobj" and noun.head.dep_ == "prep" and noun.head.head.pos_ in ("NOUN", "PROPN", "PRON"):
        found.bearer.append(noun.head.head)
    if noun.dep_ == "compound" and not found.poss:
        before = [child for child in noun.head.children if child.dep_ in ("compound", "nmod") and child.i < noun.i]
        found.compound.extend(before)
        found.poss.extend(child for child in noun.head.children if child.dep_ == "poss")
    if noun.dep_ == "compound" and noun.head.pos_ == "PROPN":  # a title: "Colonel Omar Tall of the Reed Front"
        for prep in noun.head.children:
            if prep.dep_ == "prep" and prep.lower_ in ("of", "from") and prep.lower_ not in found.preps:
                found.preps[prep.lower_] = prep_objects(prep)
    return found


def _take_of_noun(found: Arguments, noun: Word, child: Word) -> None:
    if child.dep_ == "poss":
        found.poss.append(helped_owner(noun, antecedent(child)))
    elif child.dep_ in ("compound", "nmod"):
        found.compound.append(child)
        if noun.i - child.i == 1 and child.pos_ == "NOUN":  # "an army air strike"
            found.compound.extend(far for far in child.lefts if far.dep_ == "compound")
        if child.tag_ == "JJ":  # "chemical weapons" is a compound to some parsers
            found.amod.append(child)
    elif child.dep_ in ("amod", "appos"):
        found.slot(child.dep_).append(child)
    elif child.dep_ == "det" and child.lower_ == "no":  # "has no interest in talks"
        found.neg.append(child)
    elif child.dep_ in ("prep", "agent"):
        _take_prep(found, child)
    elif child.dep_ in ("acl", "ccomp") and child.tag_ not in ("VBG", "VBN") and found.complement is None:
        found.complement = child
