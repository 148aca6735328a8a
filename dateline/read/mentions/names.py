"""Proper names: how far they reach, and what kind of actor bears them."""

from dataclasses import dataclass

from spacy.tokens import Doc, Token

from dateline.model import EntityKind, PlaceMention
from dateline.read.mentions.lexicon import ActorLexicon

NAME_TAGS = frozenset({"NNP", "NNPS"})
SAYING = frozenset("say tell add confirm deny announce warn claim note explain argue insist admit report declare state".split())


@dataclass(frozen=True, slots=True)
class Name:
    """A proper name: token indices (``last`` included), without titles; ``kind`` None when it is no actor's."""

    first: int
    last: int
    kind: EntityKind | None
    reason: str


def name_at(head: Token, lexicon: ActorLexicon, place: PlaceMention | None) -> Name:
    """The proper name whose last word is ``head``, with the kind that its words and neighbours suggest."""
    first = _first_of_name(head, lexicon)
    kind, reason = _kind_of(head, first, lexicon, place)
    return Name(first, head.i, kind, reason)


def _first_of_name(head: Token, lexicon: ActorLexicon) -> int:
    """The first token of the name, walking left over capitalised words and particles; titles stay outside."""
    doc, first = head.doc, head.i
    while first > 0:
        before = doc[first - 1]
        if before.is_sent_start and first - 1 < head.sent.start:
            break
        is_name = before.tag_ in NAME_TAGS or (before.text[:1].isupper() and before.dep_ in ("compound", "nmod", "amod") and not before.is_sent_start)
        joins = before.lower_ in lexicon.particles and first - 1 > 0 and (doc[first - 2].text[:1].isupper() or before.text[:1].isupper())
        if not (is_name or joins or before.text in ("-", "'", "’") and first - 1 > 0 and doc[first - 2].tag_ in NAME_TAGS and not before.whitespace_):
            break
        if _is_title(before, lexicon) or not (joins or first <= before.head.i <= head.i):
            break
        first -= 1
    while first < head.i and doc[first].text in ("-", "'", "’"):
        first += 1
    return first


def _is_title(token: Token, lexicon: ActorLexicon) -> bool:
    lower = token.lower_
    if lower in lexicon.titles or lower.rstrip(".") in lexicon.titles:
        return True
    word = lexicon.heads.get(lower)
    return word is not None and word.number == "person"


def _kind_of(head: Token, first: int, lexicon: ActorLexicon, place: PlaceMention | None) -> tuple[EntityKind | None, str]:
    doc = head.doc
    last_word = head.lower_.rstrip(".")
    if first > 0 and _is_title(doc[first - 1], lexicon):
        return "person", f"a name after the title '{doc[first - 1].text}'"
    kind = lexicon.name_heads.get(last_word) or lexicon.name_heads.get(head.lemma_.lower())
    if kind and first < head.i:
        return kind, f"a name that ends in '{head.text}'"
    apposed = _apposed_kind(head, lexicon)
    if apposed:
        return apposed
    if place is not None:
        if place.role == "actor":
            return "government", f"the place {place.name} named for those who act for it"
        return None, "a place"
    label = head.ent_type_
    if label == "PERSON":
        return "person", "a personal name by its form"
    if label == "ORG":
        return "organisation", "the name of an organisation by its form"
    if label in ("GPE", "LOC", "FAC", "NORP", "DATE", "EVENT", "WORK_OF_ART", "LAW", "LANGUAGE", "PRODUCT"):
        return None, f"a name of another kind ({label})"
    if head.dep_ in ("nsubj", "nsubjpass") and head.head.lemma_ in SAYING:
        return ("person" if not head.is_upper else "organisation"), "a name that speaks"
    if head.is_upper and 2 <= len(head) <= 6:
        return "organisation", "an acronym"
    if first < head.i and head.i - first < 4:
        return "person", "a name of several capitalised words"
    return None, "a single capitalised word"


def _apposed_kind(head: Token, lexicon: ActorLexicon) -> tuple[EntityKind, str] | None:
    """The kind told by a common noun set beside the name: "Hamaha, an associate of…", "the group, Ansar X"."""
    neighbours = [child for child in head.children if child.dep_ == "appos"]
    if head.dep_ == "appos":
        neighbours.append(head.head)
    for neighbour in neighbours:
        word = lexicon.heads.get(neighbour.lemma_.lower())
        if word and neighbour.pos_ == "NOUN":
            return word.kind, f"beside the description '{neighbour.text}'"
    return None


def acronym_of(text: str) -> str:
    """The initials of a name's capitalised words, in upper case: "National Liberation Front" gives NLF."""
    return "".join(word[0] for word in text.replace("-", " ").split() if word[:1].isupper()).upper()


def introduced_acronym(doc: Doc, last: int) -> int | None:
    """Index of the acronym in brackets right after a name: "Northern Front (NF)". None when there is none."""
    if last + 2 < len(doc) and doc[last + 1].text == "(":
        token = doc[last + 2]
        if token.is_upper and 2 <= len(token.text) <= 8 and last + 3 < len(doc) and doc[last + 3].text == ")":
            return token.i
    return None
