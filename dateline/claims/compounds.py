"""Participles joined by a hyphen to the one who does it: "rebel-held Kidal", "Saudi-backed forces"."""

from spacy.tokens import Token

NAMING_TAGS = frozenset({"NN", "NNS", "NNP", "NNPS", "JJ"})


def compound_doer(verb: Token) -> Token | None:
    """The word joined by a hyphen to a participle before a noun, who does it to what the noun names; None for other
    verbs.
    """
    if verb.tag_ != "VBN" or verb.dep_ != "amod" or verb.i < 2 or verb.head.i < verb.i:
        return None
    hyphen, doer = verb.nbor(-1), verb.nbor(-2)
    if verb.lower_ == "led" and doer.tag_ not in ("NNP", "NNPS"):  # "Kurdish-led" says whose people, not who leads
        return None
    return doer if hyphen.tag_ == "HYPH" and doer.tag_ in NAMING_TAGS else None
