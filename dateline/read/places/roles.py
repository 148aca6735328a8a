"""What a place does in its sentence: somewhere, a government that acts, or where somebody is from."""

from collections.abc import Mapping

from spacy.tokens import Doc, Token

from dateline.gazetteer import Entry
from dateline.gazetteer.entry import COUNTRY
from dateline.model import PlaceRole
from dateline.read.places.cues import Cues

_SUBJECT = "nsubj"
_PARTNERS = frozenset({"with", "by", "between"})


def role_of(doc: Doc, last: int, entry: Entry | None, cues: Cues) -> tuple[PlaceRole, str | None]:
    """The role of the name whose last word is given, and the word that decides it when it is no plain location.

    Countries and capitals only: "Paris condemned the raid" and "Mali's army" name a government, "French troops" and
    "US soldiers" an origin, and "talks with Manila" a partner; a name after any other preposition, or any other town,
    stays a location.
    """
    if entry is None or not (entry.kind == COUNTRY or entry.capital) or not doc.has_annotation("DEP"):
        return "location", None
    token = doc[last]
    if token.is_upper and last + 1 < len(doc) and doc[last + 1].text == ",":
        return "location", None  # a dateline that was not split off: "BAMAKO, Mali"
    subject = token.head if token.dep_ == "conj" and token.head.ent_type_ in {"GPE", "NORP", ""} else token
    if subject.dep_ == _SUBJECT and _lemma(subject.head) in cues.actor_verbs:
        return "actor", subject.head.text
    head = token.head
    if token.dep_ == "pobj" and head.lower_ in _PARTNERS and _lemma(head.head) in cues.dealings:
        return "actor", head.head.text
    if token.dep_ == "poss" and _lemma(head) in cues.state_bodies:
        return "actor", head.text
    if (
        entry.kind == COUNTRY
        and token.dep_ in {"compound", "nmod", "amod"}
        and head.i > token.i
        and head.text.islower()
    ):
        is_body = _lemma(head) in cues.state_bodies
        return ("actor" if is_body else "origin"), head.text
    return "location", None


def _lemma(token: Token) -> str:
    return token.lemma_.lower() or token.lower_


def role_reason(role: PlaceRole, word: str | None) -> str:
    """The sentence added to a mention's reason for a role that is no location; empty for one."""
    sentences: Mapping[str, str] = {
        "actor": f" It acts or is represented here (“{word}”), so it is no location.",
        "origin": f" It says where the “{word}” is from, so it is no location.",
    }
    return sentences.get(role, "")
