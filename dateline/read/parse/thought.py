"""What is thought of somebody in passing, of which parsers make the verb of the sentence: "gunmen suspected to be
herders attacked Agatu".
"""

from collections.abc import Iterator

from spacy.tokens import Token

from dateline.read.parse.words import SUBJECTS, WITH_TENSE, Mending, child, words

RELATIVES = frozenset({"WP", "WDT", "WP$", "WRB", "CC", "IN", "MD"})


def thought_to(participle: Token) -> Iterator[Mending]:
    """ "The leaders, thought to be in Oran, have vowed to": the leaders did; of what is thought of them parsers make a
    sentence of its own.
    """
    verb, subject = participle.head, child(participle, "nsubj", "nsubjpass")
    if participle.lemma_ not in words("thinking") or subject is None or not subject.i < participle.i < verb.i:
        return
    if participle.nbor(-1).text == "," and child(participle, "xcomp") is not None and child(verb, *SUBJECTS) is None:
        yield subject, verb, "nsubj"
        yield participle, subject, "acl"


def thought_to_be(participle: Token) -> Iterator[Mending]:
    """ "Gunmen suspected to be herders attacked Agatu": the gunmen did, herders is what they are thought to be."""
    if participle.lemma_ not in words("thinking"):
        return
    if [word.lower_ for word in participle.doc[participle.i + 1 : participle.i + 3]] != ["to", "be"]:
        return
    subject = child(participle, "nsubj", "nsubjpass")
    if subject is None or subject.right_edge.i + 1 != participle.i or child(participle, "aux", "auxpass", "neg"):
        return
    being = participle.nbor(2)
    verb = _verb_behind(being)
    if verb is None or being.head not in (participle, verb):
        return
    if being.head == verb:
        yield being, participle, "xcomp"
    above = participle in verb.ancestors
    helping = child(verb, "auxpass")
    yield subject, verb, "nsubj" if helping in (None, being) else "nsubjpass"
    yield participle, subject, "acl"
    if above:
        yield verb, (verb if participle.dep_ == "ROOT" else participle.head), participle.dep_
    elif (told := child(verb, "ccomp")) is not None and told.i < subject.i and child(participle, "advmod", "mark"):
        yield told, (told if verb.dep_ == "ROOT" else verb.head), verb.dep_
        yield verb, told, "advcl"
    if (taken := child(verb, *SUBJECTS)) is not None and being.i < taken.i < verb.i:
        yield taken, being, "attr"
    for part in participle.doc[participle.sent.start : participle.sent.end]:
        is_outside = part.i < subject.left_edge.i and part.head == participle
        is_behind = (
            part.i > verb.i and part.head.i < verb.i and part.head in (participle, being, *_between(being, verb))
        )
        if part.head != part and part != verb and (is_outside or is_behind):
            yield part, verb, part.dep_


def _between(being: Token, verb: Token) -> list[Token]:
    return [token for token in verb.doc[being.i + 1 : verb.i] if not token.is_punct]


def _verb_behind(being: Token) -> Token | None:
    """The verb of the sentence behind "to be" and a noun."""
    nouns = 0
    for token in being.doc[being.i + 1 : being.sent.end]:
        if token.tag_ in WITH_TENSE or (token.tag_ == "VBN" and token.dep_ not in ("amod", "compound")):
            is_passive = token.tag_ == "VBN" and not child(token, "aux", "auxpass")
            return None if not nouns or (is_passive and child(token, "agent")) else _with_its_auxiliary(token)
        if token.tag_ in RELATIVES and token.lower_ not in ("of", "from", "in", "and", "or"):
            return None
        if token.is_punct and token.text not in ("-", '"', "“", "”", "‘", "’", "'"):
            return None
        nouns += token.pos_ in ("NOUN", "PROPN")
    return None


def _with_its_auxiliary(token: Token) -> Token:
    return token.head if token.dep_ in ("aux", "auxpass") and token.head.i > token.i else token
