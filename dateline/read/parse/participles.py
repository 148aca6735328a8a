"""Participles that parsers take for the verb of their sentence, and what follows them."""

from collections.abc import Iterator

from spacy.tokens import Token

from dateline.read.parse.words import SUBJECTS, Mending, child, words

"""Labels that no verb with tense has."""


def past_an_insertion(infinitive: Token) -> Iterator[Mending]:
    """ "Called on the rebels, led by Omar Tall, to disarm": it is what they are called on to do."""
    inserted, first = infinitive.head, infinitive.left_edge
    if infinitive.tag_ != "VB" or inserted.tag_ != "VBN" or child(inserted, "agent") is None or first.i == 0:
        return
    if first.nbor(-1).text == "," and inserted.left_edge.i and inserted.left_edge.nbor(-1).text == ",":
        above = inserted.head
        while above.pos_ != "VERB" and above.head != above:
            above = above.head
        if above.pos_ == "VERB":
            yield infinitive, above, "xcomp"


def after_a_participle(verb: Token) -> Iterator[Mending]:
    """ "Militiamen affiliated to the League attacked the town", "gunmen dressed as policemen attacked": they did, the
    participle only says which they are. Of the policemen parsers make those who did.
    """
    participle, mark, own = verb.head, child(verb, "mark"), child(verb, *SUBJECTS)
    hangs = participle.dep_ == "acl"  # below its noun already, and the verb below it
    subject = participle.head if hangs else child(participle, "nsubj", "nsubjpass")
    if verb.tag_ != "VBD" or subject is None or not subject.i < participle.i < verb.i or not _is_bare(participle, verb):
        return
    as_others = mark is not None and own is not None and mark.i == participle.i + 1 and mark.lower_ == "as"
    if as_others and mark and own and participle.lemma_ in words("dressing"):
        yield mark, participle, "prep"
        yield own, mark, "pobj"
    elif mark is not None or own is not None or hangs:
        return
    place = subject if hangs else participle
    is_said = hangs and subject.dep_ in SUBJECTS and subject.head.lemma_ in words("saying")
    yield verb, (verb if place.dep_ == "ROOT" else place.head), ("ccomp" if is_said else place.dep_)
    yield subject, verb, "nsubj"
    if not hangs:
        yield participle, subject, "acl"
    for part in participle.children:
        if part.i > verb.i:
            yield part, verb, part.dep_


def _is_bare(participle: Token, verb: Token) -> bool:
    """Whether a participle has neither auxiliary nor comma before the verb that follows."""
    is_participle = participle.tag_ == "VBN" or participle.lemma_ in words("participles")
    between = verb.doc[participle.i : verb.i]
    return (
        is_participle
        and child(participle, "aux", "auxpass", "dobj") is None
        and not any(token.is_punct and token.text != "-" for token in between)
    )


def seen_doing(verb: Token) -> Iterator[Mending]:
    """ "Saw members of the Guard, the party's youth league, beating a student": who is seen beats, not who sees."""
    seen = child(verb.head, "dobj")
    if verb.tag_ != "VBG" or seen is None or verb.head.lemma_ not in words("seeing"):
        return
    others = [token for token in verb.head.children if token.dep_ == "dobj" and token != seen]  # an aside, misread
    has_aside = bool(others) or any(token.dep_ == "appos" for token in seen.subtree)
    if seen.i < verb.i and has_aside and child(verb, "mark", "aux", *SUBJECTS) is None:
        yield verb, seen, "acl"
        for aside in others:
            yield aside, seen, "appos"


def taken_for_root(verb: Token) -> Iterator[Mending]:
    """ "Six soldiers captured in that attack were handed over": the second verb is that of the sentence."""
    participle, subject = verb.head, child(verb.head, "nsubj", "nsubjpass")
    if participle.tag_ != "VBN" or subject is None or child(participle, "aux", "auxpass", "dobj", "cc") is not None:
        return
    own = child(verb, "auxpass", "aux")
    if own is None or child(verb, *SUBJECTS) is not None or not subject.i < participle.i < own.i < verb.i:
        return
    if any(token.is_punct for token in verb.doc[participle.i : own.i]):
        return
    is_passive = child(verb, "auxpass") is not None
    yield verb, (verb if participle.dep_ == "ROOT" else participle.head), participle.dep_
    yield subject, verb, "nsubjpass" if is_passive else "nsubj"
    yield participle, subject, "acl"
    for part in participle.children:
        if part.i > verb.i:
            yield part, verb, part.dep_


def charged_with_doing(participle: Token) -> Iterator[Mending]:
    """ "Accused the army of burning homes": it burned them; parsers make homes that burn."""
    things, of = participle.head, participle.head.head
    if participle.tag_ != "VBG" or things.dep_ != "pobj" or of.lower_ != "of" or participle.i != of.i + 1:
        return
    charged = of.head
    verb = charged if charged.pos_ == "VERB" else charged.head
    if verb.lemma_ in words("charging") and (charged == verb or charged.dep_ in ("dobj", "nsubjpass")):
        yield participle, of, "pcomp"
        yield things, participle, "dobj"
        yield of, verb, "prep"


def second_deed(participle: Token) -> Iterator[Mending]:
    """ "Raped women and looted shops": two deeds, and no looted shops that somebody raped."""
    things, first = participle.head, participle.head.head
    verb = first.head
    if participle.tag_ not in ("VBN", "VBD") or things.dep_ != "conj" or first.dep_ != "dobj" or not participle.i:
        return
    is_next = participle.nbor(-1).lower_ == "and" and participle.left_edge == participle
    if is_next and verb.tag_ == "VBD" and {verb.lemma_, participle.lemma_} <= words("deeds"):
        yield participle, verb, "conj"
        yield things, participle, "dobj"
        yield participle.nbor(-1), verb, "cc"


def object_of_the_verb_before(participle: Token) -> Iterator[Mending]:
    """ "A missile killed three farmers watering their fields": the farmers are killed, and water."""
    verb, people = participle.head, child(participle, "nsubj")
    if participle.tag_ != "VBG" or verb.lemma_ not in words("befalling") or people is None:
        return
    if child(verb, "dobj") is None and verb.i < people.i < participle.i and child(participle, "aux", "mark") is None:
        yield people, verb, "dobj"
        yield participle, people, "acl"


def behind_a_report(verb: Token) -> Iterator[Mending]:
    """ "A report that 22 men seized from a bus had been shot": the men had been shot, whoever were seized."""
    report = verb.head
    if child(verb, "auxpass") is None or child(verb, *SUBJECTS) is not None:
        return
    for seized in report.children:
        subject, mark = child(seized, "nsubj", "nsubjpass"), child(seized, "mark")
        if subject is None or mark is None or child(seized, "aux", "auxpass", "dobj") is not None:
            continue
        if seized.dep_ == "acl" and seized.tag_ == "VBN" and seized.i < verb.i:
            yield subject, verb, "nsubjpass"
            yield mark, verb, "mark"
            yield seized, subject, "acl"


def agent_with_participle(verb: Token) -> Iterator[Mending]:
    """ "Blown up by retreating troops": the troops did it, and retreat."""
    doer = child(verb, "dobj")
    if verb.tag_ != "VBG" or verb.head.dep_ != "agent" or doer is None or doer.i != verb.i + 1:
        return
    if verb.lemma_ in words("passing") and doer.tag_ in ("NNS", "NNPS"):
        yield doer, verb.head, "pobj"
        yield verb, doer, "amod"
        for part in verb.children:
            if part.i > doer.i:
                yield part, verb.head.head, part.dep_


def done_by_a_noun(noun: Token) -> Iterator[Mending]:
    """ "Wounded by shelling in Bor": a noun, and nobody who shells."""
    if noun.tag_ == "NN":
        yield noun, noun.head, "pobj"
        yield noun.head, noun.head.head, "agent"


def root_taken_for_modifier(participle: Token) -> Iterator[Mending]:
    """ "The deputy chief held talks in Kabul with the minister": of a sentence parsers make one noun with a participle
    before it.
    """
    thing, subject = participle.head, child(participle, "nsubj")
    if participle.tag_ == "VBN" and thing.dep_ == "appos" and subject is None:
        yield from _behind_a_name(participle)
    if participle.tag_ != "VBN" or thing.dep_ != "ROOT" or subject is None:
        return
    if thing.i < participle.i or child(thing, *SUBJECTS) is not None or child(participle, "aux", "auxpass", "agent"):
        return
    yield participle, participle, "ROOT"
    yield thing, participle, "dobj"
    for part in thing.children:
        if part.i > thing.i and part.dep_ != "acl":
            yield part, participle, part.dep_


def _behind_a_name(participle: Token) -> Iterator[Mending]:
    """ "The army chief, Omar Tall, dissolved parliament": no second apposition, but what he did."""
    thing, office = participle.head, participle.head.head
    name = child(office, "appos")
    if office.dep_ != "ROOT" or office.pos_ != "NOUN" or name is None or name == thing or name.pos_ != "PROPN":
        return
    if participle.left_edge.i == name.right_edge.i + 2 and participle.left_edge == participle:
        yield participle, participle, "ROOT"
        yield office, participle, "nsubj"
        yield thing, participle, "dobj"


def verb_taken_for_modifier(verb: Token) -> Iterator[Mending]:
    """ "The group that overran Djibo", "gunmen flying a green flag captured the air base": of verb and object parsers
    make one name.
    """
    thing = verb.head
    above = thing.head
    if verb.tag_ != "VBD" or thing.i < verb.i or any(token.tag_ == "DT" for token in thing.lefts if token.i < verb.i):
        return
    subject = child(thing, *SUBJECTS)
    if thing.dep_ == "relcl" and subject is not None and subject.i + 1 == verb.i:
        yield verb, above, "relcl"
        yield thing, verb, "dobj"
        for part in thing.children:
            if part.i < verb.i or part.i > thing.i:
                yield part, verb, part.dep_
        return
    doer = child(above, "nsubj")
    if (
        above.tag_ == "VBG"
        and above.dep_ == "ROOT"
        and doer is not None
        and above.i < verb.i
        and not child(above, "aux")
    ):
        yield verb, verb, "ROOT"
        yield doer, verb, "nsubj"
        yield above, doer, "acl"
        yield thing, verb, "dobj"
        for part in above.children:
            if part.i > thing.i:
                yield part, verb, part.dep_
