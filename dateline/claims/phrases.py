"""What a noun phrase tells of itself: a person by its "who", whereabouts, coordinated subjects."""

from dateline.claims.words import Word

ONE = frozenset({"i", "me"})
NAMED_AS = frozenset({"nsubj", "nsubjpass", "pobj", "dobj"})
PAIRED = frozenset(
    "side party faction group militia army force movement front camp organisation organization rival clan".split()
)
"""Nouns for sides: "the two militias", "both sides"."""


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


def listed_behind(word: Word) -> Word | None:
    """The first of the names that stand behind those whom they name: "Two groups, the Front and the Army, clashed"."""
    if word.tag_ != "NNS":
        return None
    names = (child for child in word.children if child.dep_ == "appos" and child.pos_ == "PROPN")
    return next((name for name in names if any(child.dep_ == "conj" for child in name.children)), None)


def pair_before(word: Word) -> Word | None:
    """The first of the two sides that "the two", "both", "each" or "the two militias" take up: the last two that were
    named side by side, in this sentence or the two before it; None when there are none.
    """
    if not _means_a_pair(word):
        return None
    doc, sentence = word.doc, word.sent
    first = sentence.start
    for _ in range(2):
        first = doc[first - 1].sent.start if first > 0 else first
    for at in range(word.left_edge.i - 1, first - 1, -1):
        token = doc[at]
        beside = [child for child in token.children if child.dep_ == "conj"]
        is_pair = len(beside) == 1 and not any(child.dep_ == "conj" for child in beside[0].children)
        if is_pair and token.dep_ in NAMED_AS and token.pos_ == beside[0].pos_ == "PROPN":
            return token
    return None


def _means_a_pair(word: Word) -> bool:
    if word.lower_ in ("both", "each", "two"):
        return word.pos_ != "PROPN" and not any(child.dep_ == "prep" for child in word.children)
    counted = any(child.lower_ in ("two", "both") for child in word.children)
    return word.tag_ == "NNS" and counted and word.lemma in PAIRED


def is_each_other(word: Word) -> bool:
    """Whether a word ends "each other", "one another", or "the other" that each of two does something to."""
    if word.lower_ == "another":
        return word.i > 0 and word.nbor(-1).lower_ == "one"
    before = word.nbor(-1).lower_ if word.i > 0 else ""
    if word.lower_ not in ("other", "others") or before not in ("each", "the"):
        return False
    doers = (child.lower_ for child in word.head.children if child.dep_ == "nsubj")
    return before == "each" or any(doer in ("each", "either", "neither") for doer in doers)


def is_whereabouts(token: Word) -> bool:
    """Whether the parser took words that say where for a name: "Near Gao, two strikes hit a convoy"."""
    return any(child.lower_ == "near" and child.dep_ in ("compound", "amod", "nmod") for child in token.lefts)
