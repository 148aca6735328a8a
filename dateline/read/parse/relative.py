"""Relative clauses that hang on the wrong word."""

from collections.abc import Iterator

from spacy.tokens import Token

from dateline.read.parse.words import SUBJECTS, Mending, child, words


def deadly_clause(verb: Token) -> Iterator[Mending]:
    """ "A strike on a school that killed 20": the strike did, not the school."""
    subject = child(verb, "nsubj")
    if subject is None or subject.lower_ not in ("that", "which") or verb.lemma_ not in words("killing"):
        return
    noun = verb.head
    while noun.dep_ == "pobj" and noun.head.dep_ == "prep" and noun.head.lower_ in words("where"):
        noun = noun.head.head
        if noun.lemma_ in words("attacks"):
            yield verb, noun, "relcl"
            return


def object_further_down(verb: Token) -> Iterator[Mending]:
    """ "The Front, which Chad denies backing": it is backed, not denied."""
    relative, below = child(verb, "dobj"), child(verb, "xcomp")
    if relative is None or below is None or relative.lower_ not in ("which", "that", "whom"):
        return
    if verb.lemma_ in words("doing_it_oneself") and child(below, "dobj") is None:
        yield relative, below, "dobj"


def told_by_others(verb: Token) -> Iterator[Mending]:
    """ "The village, which police say the bandits burned": the bandits did it, to the village."""
    pronoun = next((token for token in verb.subtree if token.lower_ in ("which", "whom", "that")), None)
    speaker = child(verb, "nsubj")
    if verb.lemma_ not in words("saying") or pronoun is None or speaker is None or not pronoun.i < speaker.i < verb.i:
        return
    told = next((part for part in verb.rights if part.dep_ == "ccomp"), None)
    doer = next((part for part in verb.rights if part.dep_ == "dobj"), None)
    if told is None and doer is not None:
        told = child(doer, "acl")
    elif told is not None:
        doer = next((part for part in told.lefts if part.dep_ == "nsubj" and part != pronoun), None)
    if told is None or doer is None or told.tag_ not in ("VBD", "VBN") or child(told, "dobj", "auxpass", "prt"):
        return
    if not verb.i < doer.i < told.i or pronoun.head not in (verb, told):
        return
    yield told, verb, "ccomp"
    yield doer, told, "nsubj"
    yield pronoun, told, "dobj"


def of_a_person(verb: Token) -> Iterator[Mending]:
    """ "A delegate in Paris, who called on NATO": the delegate did, no place does."""
    place = verb.head
    pronoun = next((token for token in verb.subtree if token.tag_ in ("WP", "WP$")), None)
    if pronoun is None or place.pos_ != "PROPN" or place.dep_ != "pobj" or place.i > pronoun.i:
        return
    where, comma = place.head, pronoun.nbor(-1)
    noun = where.head
    if comma.text == "," and where.lower_ in words("abode") and noun.pos_ in ("NOUN", "PROPN") and noun.i < where.i:
        yield verb, noun, "relcl"


def of_the_led(verb: Token) -> Iterator[Mending]:
    """ "A faction led by Omar Tall, which holds Gao": the faction does, since "which" is no person."""
    pronoun = next((token for token in verb.subtree if token.tag_ in ("WDT", "WP$")), None)
    leader = verb.head
    if pronoun is None or pronoun.lower_ == "that" or leader.pos_ != "PROPN" or leader.head.dep_ != "agent":
        return
    leading = leader.head.head
    if leading.dep_ in ("acl", "relcl") and leading.lemma_ in words("leading") and leader.i < pronoun.i:
        yield verb, leading.head, "relcl"


def cleft(verb: Token) -> Iterator[Mending]:
    """ "It was he who had them shot": he did."""
    copula, pronoun = verb.head, child(verb, "nsubj", "nsubjpass")
    named = child(copula, "attr")
    if copula.lemma_ != "be" or pronoun is None or named is None or pronoun.lower_ not in ("who", "that", "which"):
        return
    if named.i < pronoun.i and any(token.lower_ == "it" for token in copula.lefts):
        yield verb, named, "relcl"


def whom_they_killed(verb: Token) -> Iterator[Mending]:
    """ "Tariq, whom French forces killed near Gao": parsers take the forces for another name of his."""
    doer = verb.head
    around = (*doer.head.children, *doer.children)
    pronoun = next((token for token in around if token.lower_ == "whom" and token.i < doer.i), None)
    if verb.tag_ != "VBN" or doer.dep_ != "appos" or doer.i + 1 != verb.i or pronoun is None:
        return
    if doer.left_edge.i in (pronoun.i, pronoun.i + 1) and child(verb, "agent") is None:
        yield verb, doer.head, "relcl"
        yield doer, verb, "nsubj"
        yield pronoun, verb, "dobj"


def verb_behind(verb: Token) -> Iterator[Mending]:
    """ "The envoy, who met the rebels, called on both sides": of the verb of the sentence parsers make one more
    word on the envoy.
    """
    noun = verb.head
    aside = child(noun, "relcl", "appos")
    if verb.tag_ not in ("VBN", "VBD") or noun.dep_ != "ROOT" or noun.pos_ not in ("NOUN", "PROPN") or aside is None:
        return
    is_behind = noun.i < aside.i < verb.i and verb.left_edge.nbor(-1).text == ","
    if is_behind and child(verb, "agent", "mark", "auxpass", *SUBJECTS) is None:
        yield verb, verb, "ROOT"
        yield noun, verb, "nsubj"
        for part in noun.children:
            if part.i > verb.i:
                yield part, verb, part.dep_
