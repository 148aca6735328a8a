"""The tense in which an event is told."""

from typing import Literal

from dateline.claims.words import Word

Tense = Literal["past", "present", "future"]


def tense_of(trigger: Word) -> Tense:
    """The tense of the verb that a trigger is, or stands under."""
    token = trigger
    while token.pos_ not in ("VERB", "AUX") and token.head != token:
        token = token.head
    tags = {child.tag_ for child in token.children if child.dep_ in ("aux", "auxpass")} | {token.tag_}
    lowers = {child.lower_ for child in token.children if child.dep_ == "aux"}
    if lowers & {"will", "shall", "'ll", "’ll", "wo"}:
        return "future"
    if "VBD" in tags or lowers & {"has", "have", "had", "'ve", "’ve"}:
        return "past"
    if (
        token.tag_ in ("VBG", "VB", "VBN")
        and token.dep_ in ("xcomp", "advcl", "acl", "conj", "pcomp", "relcl")
        and token.head != token
    ):
        if token.tag_ == "VBN" and not tags & {"VBZ", "VBP"}:
            return "past"
        return (
            tense_of(token.head)
            if token.head.pos_ in ("VERB", "AUX")
            else ("past" if token.tag_ == "VBN" else "present")
        )
    return "past" if token.tag_ in ("VBD", "VBN") and not tags & {"VBZ", "VBP"} else "present"
