"""Who holds a role: the person that "leader of X" stands beside, in apposition, title, copula or naming."""

from dataclasses import dataclass

from dateline.claims.arguments import verb_arguments
from dateline.claims.words import Word

COPULAS = frozenset({"be", "become", "remain", "stay"})
NAMING_VERBS = frozenset(
    "name appoint elect make declare proclaim call describe identify know serve act install nominate promote "
    "consider".split()
)
OFFICES = ("-general", "-chief", "-commander", "-leader", "-chairman")
"""Ends of offices that parsers take for adjectives: "its secretary-general, Omar Tall"."""
FORMER = frozenset(
    "former formerly ex ex- erstwhile onetime one-time late slain ousted deposed previously once previous".split()
)
REPLACING = frozenset({"succeed", "replace", "follow"})
"""Verbs whose subject has the office after their object: "Kato succeeded Mabo as leader"."""
ASTRAY = frozenset({"prep", "dep", "advcl", "npadvmod", "oprd"})
"""How parsers join a noun that they can't place."""
ASIDE = frozenset({"once", "then", "now", "formerly", "also", "later", "currently", "until", "recently"})
NOW = frozenset({"now", "also", "currently"})
TAKEN = frozenset({"office", "power", "charge", "post", "seat", "oath", "place"})
ACTING = frozenset("deputy vice acting interim assistant".split())


@dataclass(frozen=True, slots=True)
class Holder:
    """The head token of the person who holds a role, and how the text says so."""

    token: Word
    how: str
    former: bool
    start: bool
    """Whether the words tell of taking up the role ("was named", "became")."""
    verb: Word | None = None
    """The verb that gives the role, whose date is the role's too: "has been the leader since 2009"."""


def is_in_passing(office: Word) -> bool:
    """Whether an office only says who somebody is of whom a clause tells something else: "killed its leader"."""
    while office.dep_ == "appos":
        office = office.head
    if office.dep_ == "pobj":
        return office.head.lower_ != "as"
    return office.dep_ in ("dobj", "nsubjpass", "poss") and office.head.lemma_ not in NAMING_VERBS | REPLACING


def holder_of(role: Word) -> Holder | None:
    """Who holds the role named by a noun; None when the text names nobody beside it, or several for one role."""
    holder = _beside(role)
    if holder is not None and role.tag_ == "NN" and holder.token.tag_ == "NNS" and holder.how == "apposition":
        return None  # "captured two soldiers, its spokesman said"
    return holder


def _beside(role: Word) -> Holder | None:
    former = _is_former(role)
    if role.dep_ == "appos" and role.head.pos_ == "PROPN" and role.head.i < role.i and not _says_where(role.head):
        return Holder(role.head, "apposition", former, False)  # "Baro, commander, Northern Brigade"
    for child in role.children:  # "the leader of the group, Amadou Diallo"
        if child.dep_ == "appos" and child.pos_ in ("PROPN", "NOUN"):
            return Holder(child, "apposition", former, False)
    if (named := _beside_body(role)) is not None:
        return Holder(named, "apposition", former, False)
    if (known := _known_as(role)) is not None:
        return Holder(known, "known as", former, False)
    if role.dep_ in ("compound", "nmod") and role.head.pos_ == "PROPN" and role.i < role.head.i:
        return Holder(role.head, "title", former or _is_former(role.head), False)  # "AQIM leader Belmoktar"
    if (above := _from_above(role, former)) is not None:
        return above
    named = _printed_after(role)
    return Holder(named, "apposition", former, False) if named is not None else None


def _known_as(role: Word) -> Word | None:
    """The name that the holder of an office goes by: "its commander, known only as Lion"."""
    for clause in role.children:
        if clause.dep_ == "acl" and clause.lower_ == "known":
            for prep in clause.children:
                if prep.lower_ == "as":
                    return next((name for name in prep.children if name.pos_ == "PROPN"), None)
    return None


def _says_where(name: Word) -> bool:
    """Whether a name is a place in a phrase at the start: "In Kabul, the head of the mission, Omar Tall, …"."""
    return name.dep_ == "pobj" and name.head.lower_ in ("in", "at", "near") and bool(name.head.is_sent_start)


def _printed_after(role: Word) -> Word | None:
    """The person whose name stands between commas right after a role and what it is over, whatever the parser makes of
    it: "its emir, Rachid Meddah, declared".
    """
    titled = role.tag_ == "NNP" and any(child.dep_ == "det" for child in role.children)  # "The Head of the Mission"
    if role.tag_ != "NN" and not titled and not role.lower_.endswith(OFFICES):
        return None
    first, start, end = role.left_edge.i, role.sent.start, role.sent.end
    if first > start + 1 and role.doc[first - 1].text == "," and role.doc[first - 2].pos_ == "PROPN":
        return None  # "Omar Tall, its leader, Ana Lopes, …": the office is Tall's
    last = role
    for prep in role.rights:
        if prep.dep_ == "prep" and prep.lower_ in ("of", "for", "in") and prep.i == role.i + 1:
            last = next((word for word in prep.rights if word.dep_ == "pobj"), prep)
    last = _end_of_name(last)
    if last.i + 2 >= end or last.nbor(1).text != ",":
        return None
    named = next((m for m in role.doc._.dateline_mentions if m.start == last.nbor(2).idx and m.form == "name"), None)
    if named is None or named.kind != "person":
        return None
    span = role.doc.char_span(named.start, named.end, alignment_mode="expand")
    if span is None or span.end >= end or not span.doc[span.end].is_punct:
        return None
    return next((token for token in span if token.idx == named.head), None)


def _end_of_name(word: Word) -> Word:
    """The last word of the name that a word is part of, an acronym in brackets behind it included; else the word."""
    mention = next((m for m in word.doc._.dateline_mentions if m.head == word.idx and m.form == "name"), None)
    span = word.doc.char_span(mention.start, mention.end, alignment_mode="expand") if mention else None
    last = span[-1] if span is not None else word
    doc = word.doc
    if last.i + 3 < len(doc) and doc[last.i + 1].text == "(" and doc[last.i + 3].text == ")":
        return doc[last.i + 3]
    return last


def _beside_body(role: Word) -> Word | None:
    """ "The head of the Brigade, Amadou Diallo": parsers hang the name on the body; coreference knows better."""
    names = [
        name
        for prep in role.children
        if prep.dep_ == "prep"
        for body in prep.children
        for name in body.children
        if name.dep_ == "appos" and name.pos_ == "PROPN"
    ]
    if not names:
        return None
    mentions = {mention.head: mention for mention in role.doc._.dateline_mentions}
    own = mentions.get(role.idx)
    for name in names:
        named = mentions.get(name.idx)
        if named is not None and (named.kind == "person" or (own is not None and named.entity == own.entity)):
            return name
    return None


def _from_above(role: Word, former: bool) -> Holder | None:
    token, head = role, role.head
    if token.dep_ == "pobj" and head.lower_ == "of" and head.head.lower_ == "one":  # "Tall, one of the leaders of X"
        token, head = head.head, head.head.head
        for child in token.children:  # "one of its leaders, Amadou Diallo, fled"
            if child.dep_ == "appos" and child.pos_ == "PROPN":
                return Holder(child, "apposition", former, False)
    if token.dep_ == "nsubj" and head.lemma_ == "be" and role.tag_ == "NN":  # "whose chief is Amadou Diallo"
        for child in head.children:
            if child.dep_ == "attr" and child.pos_ == "PROPN":
                return Holder(child, f"'{head.text}'", former, False, head)
    while (
        token.dep_ == "conj" and token.head.pos_ in ("NOUN", "PROPN") and token.head.dep_ in ("appos", "attr", "oprd")
    ):
        token, head = token.head, token.head.head
    if token.dep_ == "appos":
        return Holder(head, "apposition", former, False)
    if token.dep_ in ("attr", "oprd") and head.lemma_ in COPULAS | NAMING_VERBS:
        arguments = verb_arguments(head)
        holders = arguments.obj if head.lemma_ in NAMING_VERBS else arguments.subj
        if holders and holders[0] != role:
            starts = head.lemma_ not in ("be", "remain", "stay")
            return Holder(holders[0], f"'{head.text}'", former or _is_former(head), starts, head)
    if token.dep_ == "pobj" and head.lower_ == "as" and (holder := _as_what(head, former)) is not None:
        return holder
    return _after_comma(role, former)


def _as_what(preposition: Word, former: bool) -> Holder | None:
    """Who does something "as leader of X", or stands beside it: "Chad, as part of the coalition, …"."""
    above = preposition.head
    if above.pos_ in ("PROPN", "NOUN") and above.i < preposition.i and preposition.nbor(-1).text == ",":
        return Holder(above, "'as'", former, False)
    if above.pos_ not in ("VERB", "AUX"):
        return None
    arguments = verb_arguments(above)
    replacing = above.lemma_ in REPLACING
    takes_office = any(word.lower_ in TAKEN for word in arguments.obj)  # "took office as head of the army"
    of_subject = replacing or takes_office or preposition.i < above.i  # "As part of the coalition, Chad sent troops"
    holders = (arguments.subj or arguments.obj) if of_subject else (arguments.obj or arguments.subj)
    if not holders:
        return None
    starts = above.lemma_ in NAMING_VERBS | REPLACING
    return Holder(holders[0], f"'{above.text} as'", former, starts, above if starts or takes_office else None)


def _after_comma(role: Word, former: bool) -> Holder | None:
    """ "General Baro, once commander of the First Division, spoke": an aside that parsers hang anywhere."""
    if role.tag_ != "NN" or role.dep_ not in ASTRAY:
        return None
    doc, start = role.doc, role.left_edge.i
    while start > role.sent.start and doc[start - 1].lower_ in ASIDE:
        start -= 1
    if start < role.sent.start + 2 or doc[start - 1].text != "," or doc[start - 2].pos_ != "PROPN":
        return None
    return Holder(doc[start - 2], "apposition", former or doc[start].lower_ in ASIDE - NOW, False)


def _is_former(token: Word) -> bool:
    return any(
        child.lower_ in FORMER for child in token.children if child.dep_ in ("amod", "advmod", "compound", "nmod")
    ) or (token.i > 0 and token.nbor(-1).lower_ in FORMER)
