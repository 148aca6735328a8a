"""Participles joined by a hyphen to the one who does it: "rebel-held Kidal", "Saudi-backed forces"."""

from dateline.claims.words import Word

NAMING_TAGS = frozenset({"NN", "NNS", "NNP", "NNPS", "JJ"})


def compound_doer(verb: Word) -> Word | None:
    """The word joined by a hyphen to a participle before a noun, who does it to what the noun names; None for other
    verbs.
    """
    if verb.tag_ != "VBN" or verb.dep_ != "amod" or verb.i < 2 or verb.head.i < verb.i:
        return None
    hyphen, doer = verb.nbor(-1), verb.nbor(-2)
    if hyphen.tag_ != "HYPH" or doer.tag_ not in NAMING_TAGS or (verb.lower_ == "led" and not _is_name(doer)):
        return None
    return None if _is_undone(doer) else doer


def _is_undone(word: Word) -> bool:
    """Whether "non-" stands before a word: the government of "non-government-controlled"."""
    return word.i > 1 and word.nbor(-1).text == "-" and word.nbor(-2).lower_ == "non"


def _is_name(word: Word) -> bool:
    """Whether a word names an actor or a country: who leads is named; "Kurdish-led" says whose people they are."""
    named = [m for m in word.doc._.dateline_mentions or () if m.form == "name"] + [*(word.doc._.dateline_places or ())]
    return any(item.start <= word.idx < item.end for item in named)
