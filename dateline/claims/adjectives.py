"""The logical arguments of an adjective that states a claim: "loyal to the council", "the rebels were behind it"."""

from dateline.claims.arguments import HOLDING, noun_arguments, verb_arguments
from dateline.claims.logical import Arguments
from dateline.claims.words import Word


def adjective_arguments(adjective: Word) -> Arguments:
    """ "Loyal to the council": the subject of the copula, or the noun that the adjective modifies."""
    found = noun_arguments(adjective)
    found.complement = found.complement or next((c for c in adjective.children if c.dep_ == "xcomp"), None)
    if adjective.dep_ in ("acomp", "oprd", "attr") and adjective.head.pos_ in ("AUX", "VERB"):
        above = verb_arguments(adjective.head)
        found.subj = above.subj
        for name, objects in above.preps.items():
            found.preps.setdefault(name, objects)
    elif adjective.dep_ in ("ccomp", "advcl") and adjective.head.lemma_ in HOLDING:  # "hold the army responsible for"
        found.subj = verb_arguments(adjective.head).obj
    elif adjective.dep_ in ("amod", "appos", "relcl") and adjective.head != adjective:
        found.subj = [adjective.head]
    return found
