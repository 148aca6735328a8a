"""Who does it, or whom it befalls, where the verb itself names nobody: the words that stand elsewhere."""

from dateline.claims.control import antecedent, controller_of
from dateline.claims.logical import Arguments
from dateline.claims.words import Word

_TIME_CLAUSE = frozenset({"after", "before", "since", "until", "as", "because"})
"""Words before a clause that parsers take for prepositions."""
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def fill_whoever_lacks(found: Arguments, verb: Word) -> None:
    """Who does it, or whom it befalls in a passive, where the verb has nobody of its own."""
    if verb.tag_ == "VBG" and verb.dep_ == "pcomp" and not (found.subj or found.obj):  # "hurt in shelling by the army"
        found.subj = [doer for doer in found.preps.get("by", []) if doer.tag_ != "VBG"]
    if found.passive and not found.obj and (named := named_by_entry(verb)) is not None:
        found.obj = [named]
    for fill in (_fill_from_time_clause, _fill_from_above):
        if not (found.obj if found.passive else found.subj):
            fill(found, verb)


def named_by_entry(participle: Word) -> Word | None:
    """Whom an entry of a list names before a sentence that begins with what befell him: "Aung Kyaw, 40, farmer. Shot by
    soldiers on 8 January."; None elsewhere.
    """
    start = participle.sent.start
    if participle.tag_ != "VBN" or participle.i != start or start == 0:
        return None
    before = participle.doc[start - 1].sent
    root = before.root
    is_entry = root.pos_ == "PROPN" and any(word.text == "," for word in before) and "\n" not in before.text.strip()
    return root if is_entry and not any(word.tag_ in _FINITE for word in before) else None


def _fill_from_time_clause(found: Arguments, verb: Word) -> None:
    """A subject with an aside that was taken for the end of a phrase: "after Tall, the mayor, called the police"."""
    if verb.dep_ not in ("advcl", "ccomp", "conj") or verb.tag_ not in (
        ("VBN",) if found.passive else ("VBD", "VBZ", "VBP")
    ):
        return
    slot = found.obj if found.passive else found.subj
    first = next((child for child in verb.lefts if child.dep_ in ("aux", "auxpass")), verb)
    for prep in verb.head.children:
        if prep.dep_ == "prep" and prep.lower_ in _TIME_CLAUSE and prep.i < first.i and first.nbor(-1).text == ",":
            slot.extend(noun for noun in prep.children if noun.dep_ == "pobj" and _has_aside(noun, first))


def _has_aside(noun: Word, verb: Word) -> bool:
    """Whether an apposition stands between a noun and a verb, and nothing else."""
    return any(child.dep_ in ("appos", "relcl") and noun.i < child.i < verb.i for child in noun.children) and (
        noun.right_edge.i >= verb.i - 2
    )


def _fill_from_above(found: Arguments, verb: Word) -> None:
    """A subject that stands higher up: control, participles, coordination."""
    controller = [antecedent(token) for token in controller_of(verb)]
    if not controller:
        return
    if found.passive:
        found.obj = found.obj or controller
    else:
        found.subj = controller
