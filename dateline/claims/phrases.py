"""What a noun phrase tells of itself: a person by its "who", whereabouts, coordinated subjects."""

from dateline.claims.words import Word

ONE = frozenset({"i", "me"})


def is_person(noun: Word) -> bool:
    """Whether a relative "who" makes a person of a noun that no list holds ("a former surveyor who commands…"), or it
    is one of so many others: "killed a guerrilla and captured two others"; "I" is a person, whoever it is.
    """
    if noun.lower_ in ONE or (noun.lower_ == "others" and any(child.dep_ == "nummod" for child in noun.children)):
        return True
    return any(below.lower_ == "who" for child in noun.children if child.dep_ == "relcl" for below in child.children)


def coordinated_before(pronoun: Word) -> Word | None:
    """The first of coordinated subjects earlier in the pronoun's sentence; None when there are none."""
    sentence = pronoun.sent
    for token in reversed(list(sentence[: pronoun.i - sentence.start])):
        if token.dep_ in ("nsubj", "nsubjpass"):
            return token if any(child.dep_ == "conj" for child in token.children) else None
    return None


def is_whereabouts(token: Word) -> bool:
    """Whether the parser took words that say where for a name: "Near Gao, two strikes hit a convoy"."""
    return any(child.lower_ == "near" and child.dep_ in ("compound", "amod", "nmod") for child in token.lefts)
