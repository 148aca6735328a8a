"""Mistakes that parsers make in the prose of news, mended once for all who read the parse after."""

from collections.abc import Callable, Iterator
from functools import cache

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc, Token

from dateline.languages.load import language_data

WITH_TENSE = frozenset({"VBD", "VBZ", "VBP"})
WITHOUT_TENSE = frozenset({"VB", "VBG"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
CLAUSES = frozenset({"xcomp", "ccomp", "pcomp", "prep", "advcl", "acl", "conj"})
COMMON = {"NNP": "NN", "NNPS": "NNS"}
SHORTEST = 5
"""Letters of a word that is no particle of a name, such as "bin" or "ould"."""
Mending = tuple[Token, Token, str]
"""A token, its new head (itself: the root of its sentence) and its new label."""


@Language.factory(
    "dateline_parse", requires=["token.dep", "token.tag", "token.head"], assigns=["token.dep", "token.head"]
)
def make_mended_parse(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """A component that mends the parse. Put it after the parser, before all that read the parse."""
    return mended


def mended(doc: Doc) -> Doc:
    """The doc with what is plainly wrong in its parse put right; the words for it are in ``parse.yaml``."""
    _mend_tags(doc)
    found = {token.i: (head, label) for token, head, label in mendings(doc)}
    if not found:
        return doc
    heads = np.array([token.head.i - token.i for token in doc], dtype=np.int64)
    labels = np.array([token.dep for token in doc], dtype=np.uint64)
    for place, (head, label) in found.items():
        heads[place], labels[place] = head.i - place, doc.vocab.strings.add(label)
    parse = np.stack([heads.astype(np.uint64), labels], axis=1)
    return doc.from_array(["HEAD", "DEP"], parse)  # type: ignore[arg-type]  # spaCy packs signed numbers so


def _mend_tags(doc: Doc) -> None:
    """Common nouns that the tagger took for names, in texts that print names with capitals: "the defence ministry"."""
    taken = [token for token in doc if token.tag_ in COMMON and token.is_lower and len(token) >= SHORTEST]
    if taken and any(token.text[0].isupper() for token in doc):
        for token in taken:
            token.tag_, token.pos_ = COMMON[token.tag_], "NOUN"
    for token in doc:
        if token.tag_ == "VBD" and _is_had_done(token):
            token.tag_ = "VBN"


def _is_had_done(verb: Token) -> bool:
    """Whether somebody has it done: "had sixty men rounded up"."""
    had, subject = verb.head, _child(verb, "nsubj")
    is_between = subject is not None and had.i < subject.i < verb.i and subject.pos_ in ("NOUN", "PROPN", "NUM")
    return (
        verb.dep_ == "ccomp"
        and had.lemma_ == "have"
        and is_between
        and _child(verb, "mark", "aux", "dobj") is None
        and had.nbor(1).text not in (",", ":")
    )


def mendings(doc: Doc) -> Iterator[Mending]:
    """What is to be mended in a parsed doc."""
    for token in doc:
        if token.dep_ == "conj":
            yield from _verb_with_tense(token)
            yield from _second_object(token)
        elif token.dep_ == "relcl":
            yield from _deadly_clause(token)
            yield from _object_further_down(token)
        elif token.dep_ == "xcomp":
            yield from _past_an_insertion(token)
        elif token.dep_ in ("advcl", "dep"):
            yield from _after_a_participle(token)
        elif token.dep_ == "appos":
            yield from _in_a_list(token)
        if token.lemma_ in words("saying") and token.tag_ in WITH_TENSE:
            yield from _said(token)


@cache
def words(name: str) -> frozenset[str]:
    """One of the lists of ``parse.yaml``."""
    return frozenset(language_data("parse")[name])


def _verb_with_tense(conjunct: Token) -> Iterator[Mending]:
    """ "Would not resign and accused", "denies backing the rebels and accuses", "said six were killed but denied": not
    what would not be, is denied or is said.
    """
    if _child(conjunct, *SUBJECTS, "aux", "auxpass") is not None or not _stands_above(conjunct, conjunct.head):
        return
    above = conjunct.head
    while above.dep_ in CLAUSES and above.head != above:
        above = above.head
        if above.tag_ in WITH_TENSE and above.pos_ == "VERB":
            yield conjunct, above, "conj"
            return


def _stands_above(conjunct: Token, first: Token) -> bool:
    """Whether a verb cannot share what rules the one it was joined to."""
    has_tense = conjunct.tag_ in WITH_TENSE
    is_active = conjunct.tag_ == "VBN" and _child(conjunct, "dobj") is not None
    if first.tag_ in WITHOUT_TENSE:
        return has_tense or (is_active and first.tag_ == "VB")
    passive = _child(first, "auxpass")
    if passive is not None and passive.tag_ == "VB" and _child(first, "aux") is None:
        return has_tense or is_active  # "demanded that they be freed and sent two battalions"
    is_told = first.dep_ == "ccomp" and first.head.lemma_ in words("saying") | words("replying")
    answers = conjunct.lemma_ in words("replying") and first.lemma_ not in words("saying")
    return is_told and answers and (has_tense or (is_active and passive is not None))


def _second_object(conjunct: Token) -> Iterator[Mending]:
    """ "Seized ten sailors in March and a Norwegian couple the next year": a second object, not a second deed."""
    verb = conjunct.head
    if conjunct.pos_ != "NOUN" or verb.pos_ != "VERB" or _child(conjunct, "det", "nummod", "poss") is None:
        return
    first = _child(verb, "dobj")
    if first is not None and verb.i < first.i < conjunct.i and _child(conjunct, *SUBJECTS, "aux", "dobj") is None:
        yield conjunct, first, "conj"


def _in_a_list(name: Token) -> Iterator[Mending]:
    """ "The Azadi Lashkar, the Liberation Guard and a wing of the Army": three, not one by another name. Words that
    only tell more of a name end with a comma before what is joined to it.
    """
    first = name.head
    if name.pos_ != "PROPN" or first.pos_ != "PROPN" or first.i > name.i:
        return
    joins = [child for token in (first, name) for child in token.children if child.dep_ == "cc" and child.i > name.i]
    if joins and not any(token.text == "," for token in name.doc[name.i : joins[0].i]):
        yield name, first, "conj"


def _deadly_clause(verb: Token) -> Iterator[Mending]:
    """ "A strike on a school that killed 20": the strike did, not the school."""
    subject = _child(verb, "nsubj")
    if subject is None or subject.lower_ not in ("that", "which") or verb.lemma_ not in words("killing"):
        return
    noun = verb.head
    while noun.dep_ == "pobj" and noun.head.dep_ == "prep" and noun.head.lower_ in words("where"):
        noun = noun.head.head
        if noun.lemma_ in words("attacks"):
            yield verb, noun, "relcl"
            return


def _object_further_down(verb: Token) -> Iterator[Mending]:
    """ "The Front, which Chad denies backing": it is backed, not denied."""
    relative, below = _child(verb, "dobj"), _child(verb, "xcomp")
    if relative is None or below is None or relative.lower_ not in ("which", "that", "whom"):
        return
    if verb.lemma_ in words("doing_it_oneself") and _child(below, "dobj") is None:
        yield relative, below, "dobj"


def _past_an_insertion(infinitive: Token) -> Iterator[Mending]:
    """ "Called on the rebels, led by Omar Tall, to disarm": it is what they are called on to do."""
    inserted, first = infinitive.head, infinitive.left_edge
    if infinitive.tag_ != "VB" or inserted.tag_ != "VBN" or _child(inserted, "agent") is None or first.i == 0:
        return
    if first.nbor(-1).text == "," and inserted.left_edge.i and inserted.left_edge.nbor(-1).text == ",":
        above = inserted.head
        while above.pos_ != "VERB" and above.head != above:
            above = above.head
        if above.pos_ == "VERB":
            yield infinitive, above, "xcomp"


def _after_a_participle(verb: Token) -> Iterator[Mending]:
    """ "Militiamen affiliated to the League attacked the town", "gunmen dressed as policemen attacked": they did, the
    participle only says which they are. Of the policemen parsers make those who did.
    """
    participle, mark, own = verb.head, _child(verb, "mark"), _child(verb, *SUBJECTS)
    hangs = participle.dep_ == "acl"  # below its noun already, and the verb below it
    subject = participle.head if hangs else _child(participle, "nsubj", "nsubjpass")
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
    for child in participle.children:
        if child.i > verb.i:
            yield child, verb, child.dep_


def _is_bare(participle: Token, verb: Token) -> bool:
    """Whether a participle has neither auxiliary nor comma before the verb that follows."""
    is_participle = participle.tag_ == "VBN" or participle.lemma_ in words("participles")
    between = verb.doc[participle.i : verb.i]
    return (
        is_participle
        and _child(participle, "aux", "auxpass", "dobj") is None
        and not any(token.is_punct and token.text != "-" for token in between)
    )


def _said(verb: Token) -> Iterator[Mending]:
    """Who says something, and what: "…, a spokesman said", "…; the army said", "residents said shelling killed"."""
    said = _child(verb, "ccomp")
    if said is None:
        return
    subject = _child(verb, "nsubj")
    if said.i < verb.i and subject is None:
        yield from _speaker_behind(verb, said)
    elif said.i < verb.i and subject is not None and verb.dep_ == "ROOT":
        end = max((token.i for token in said.subtree if token.i < subject.i), default=said.i)
        if (
            any(mark.text == ";" for mark in verb.doc[end : subject.left_edge.i + 1])
            and _child(said, *SUBJECTS) is not None
        ):
            yield said, said, "ROOT"
            yield verb, said, "conj"
    deed = _child(verb, "xcomp")
    if deed is not None and verb.i < deed.i < said.i and deed.tag_ == "VBG" and _child(said, *SUBJECTS) is None:
        yield deed, said, "nsubj"


def _speaker_behind(verb: Token, said: Token) -> Iterator[Mending]:
    """The speaker whom the parser took for an apposition to the last name of what was said."""
    before = verb.nbor(-1) if verb.i else verb
    for token in said.subtree:
        phrase_ends = token.right_edge == before
        if token.dep_ == "appos" and phrase_ends and token.left_edge.i and token.left_edge.nbor(-1).text == ",":
            yield token, verb, "nsubj"
            return


def _child(token: Token, *labels: str) -> Token | None:
    """The first child with one of these labels."""
    return next((child for child in token.children if child.dep_ in labels), None)
