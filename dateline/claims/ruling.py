"""Which words rule a trigger in the parse: the way up from it, and how each word on the way bears on it."""

from collections.abc import Iterator
from functools import cache
from typing import Literal

from dateline.claims.helping import is_aim
from dateline.claims.words import Word
from dateline.languages.load import language_data

Link = Literal["self", "governor", "ccomp", "arg", "subject", "purpose", "conj"]
"""How a word rules: itself; as governor of a clause or phrase; of a clause of saying; with the trigger as its object or
subject; as the head of a purpose clause; as the first of coordinated verbs, lending its auxiliaries only."""

CIRCUMSTANCES = frozenset(
    {"after", "before", "following", "despite", "during", "since", "amid", "amidst", "because", "over"}
)
"""Prepositions whose phrase nothing above it rules or absorbs."""
LINKS: dict[str, Link] = {
    **dict.fromkeys(("xcomp", "pcomp", "acl", "acomp", "oprd", "attr", "prep", "agent", "auxpass", "aux"), "governor"),
    **dict.fromkeys(("dobj", "nsubjpass", "pobj"), "arg"),
    "ccomp": "ccomp",
}
PASSED = frozenset({"compound", "poss", "nmod", "amod"})


def ruling(trigger: Word) -> Iterator[tuple[Word, Link]]:
    """The trigger and the words that rule it, upwards.

    A relative clause, an adverbial clause or a conjunct with a subject of its own isn't ruled by what stands above.
    """
    yield trigger, "self"
    token: Word | None = trigger
    while token is not None and token.head != token and not _stands_apart(token):
        head, dep = token.head, token.dep_
        if is_aim(token):
            dep = "acl"
        if dep == "advcl":
            if _is_purpose(token):
                yield token, "purpose"
            elif _comes_of_it(token):
                yield head, "conj"
            return
        if dep == "conj" and not _shares_with_first(token):
            token = _outside_conjuncts(token)
            continue
        link: Link | None = "governor" if dep == "acl" else _link(token, trigger)
        if link is not None:
            yield head, link
        elif dep not in PASSED:
            return
        token = head


def _link(token: Word, trigger: Word) -> Link | None:
    if token.dep_ == "conj":
        return "conj"
    if token.dep_ == "nsubj" and token == trigger and token.head.pos_ in ("VERB", "AUX"):
        return "subject"  # "the attack may come": its modals and negation count, the verb itself doesn't govern
    return LINKS.get(token.dep_)


def _stands_apart(token: Word) -> bool:
    """ "Agreements signed by", "because of attacks", "an inquiry into the attack": what stands above doesn't rule
    these.
    """
    if token.dep_ == "acl":
        is_clause = any(child.dep_ in ("mark", "nsubj") for child in token.children)  # "evidence that they had killed"
        return token.tag_ in ("VBG", "VBN") and not is_clause
    if token.dep_ != "prep":
        return False
    before = token if token.is_sent_start else token.nbor(-1)  # the parser may hang "into" on the verb
    return token.lower_ in CIRCUMSTANCES or any(word.lemma in looking_back() for word in (token.head, before))


@cache
def looking_back() -> frozenset[str]:
    """Nouns about what took place, whatever becomes of themselves: "the inquiry into the killing was shelved"."""
    return frozenset(language_data("scope")["looking_back"])


def _is_purpose(clause: Word) -> bool:
    is_outcome = any(child.lower_ == "only" for child in clause.children)  # "took the airport, only to be driven out"
    return (
        not is_outcome
        and clause.tag_ in ("VB", "VBN")
        and any(child.dep_ == "aux" and child.lower_ == "to" for child in clause.children)
    )


def _comes_of_it(clause: Word) -> bool:
    """Whether a participle tells what would come of what may be: "could attack the dam, cutting off the capital"."""
    head = clause.head
    is_behind = clause.tag_ == "VBG" and clause.i > head.i and head.tag_ == "VB"
    return is_behind and not any(c.dep_ in ("mark", "nsubj", "prep") and c.i < clause.i for c in clause.children)


def _shares_with_first(conjunct: Word) -> bool:
    """Whether a conjunct stands under the auxiliaries of the first: "will attack and seize", "a plan to raid and
    burn".
    """
    if conjunct.pos_ not in ("VERB", "AUX"):
        return True
    return not any(child.dep_ in ("nsubj", "nsubjpass", "aux", "auxpass") for child in conjunct.children)


def _outside_conjuncts(token: Word) -> Word | None:
    """The first conjunct, so that what rules the whole coordination is still seen; None at the root."""
    while token.dep_ == "conj":
        token = token.head
    return token if token.dep_ in ("xcomp", "ccomp", "pcomp", "acl") else None
