"""Places that no gazetteer holds: a name after "in" or "near", or a noun such as "bridge" or "village".

They have words and a precision, no point: Dateline keeps that a report names a place even where it can't say where it
is.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from dateline.claims.words import Word
from dateline.languages.load import language_data
from dateline.model import PlaceMention, PlacePrecision
from dateline.read.mentions.noun_phrases import bare_start, char_span

NAMED_AFTER = frozenset({"in", "at", "near", "outside", "inside", "around", "into", "towards"})
NOT_PLACES = frozenset({"DATE", "TIME", "PERCENT", "MONEY", "EVENT", "WORK_OF_ART", "LAW", "LANGUAGE"})


@cache
def place_nouns() -> dict[str, PlacePrecision]:
    """Nouns for places, in the singular, with how precise they are."""
    data = language_data("place_nouns")
    kinds: tuple[PlacePrecision, ...] = ("site", "settlement", "district", "province", "feature")
    return {noun: kind for kind in reversed(kinds) for noun in data[kind]}


@dataclass(frozen=True, slots=True)
class LocatingWords:
    """The words behind a place that say where it is, from ``place_nouns.yaml``."""

    nearby: frozenset[str]
    directions: frozenset[str]
    locating: frozenset[str]
    locating_of: Mapping[str, list[str]]


@cache
def locating_words() -> LocatingWords:
    """The words of English, read once."""
    data = language_data("place_nouns")
    lists = {name: frozenset(data[name]) for name in ("nearby", "directions", "locating")}
    return LocatingWords(**lists, locating_of=data["locating_of"])


def scene_at(token: Word) -> PlaceMention | None:
    """The place that a noun phrase's head stands for without a gazetteer; None when its words name no place."""
    if token.pos_ == "NOUN":
        token = _behind_front(token)
        precision = place_nouns().get(token.lemma_.lower())
        return _unresolved(token, precision, f"the noun '{token.text}' names a place") if precision else None
    if (
        token.pos_ == "PROPN"
        and (kind := place_nouns().get(token.lower_))
        and token.dep_ != "pobj"
        and _is_called(token)
    ):
        return _unresolved(token, kind, f"a name with the noun '{token.text}'")  # "the Trans-Amazonian Highway"
    if token.pos_ == "PROPN" and (_is_named_after(token) or named_by(token.head.head) == token):
        if (
            token.ent_type_ in NOT_PLACES
            or _is_dated(token)
            or any(child.like_num or (child.dep_ == "det" and child.lower_ != "al") for child in token.children)
        ):
            return None
        return _unresolved(token, "settlement", f"a name after '{token.head.text}' that no gazetteer holds")
    return None


def _is_called(noun: Word) -> bool:
    """Whether a noun for a place in capitals has its name before it."""
    return any(child.pos_ == "PROPN" and child.dep_ == "compound" for child in noun.children)


def _behind_front(token: Word) -> Word:
    """For "front" in "in front of the church" the church; any other noun itself."""
    of = next((child for child in token.children if child.lower_ == "of"), None)
    if token.lower_ != "front" or token.head.lower_ != "in" or token.i != token.head.i + 1 or of is None:
        return token
    return next((child for child in of.children if child.dep_ == "pobj"), token)


def as_place(token: Word) -> PlaceMention | None:
    """The place of a name that must be one, as in "the rebels hold Bunagana"; None for a common noun."""
    if token.pos_ != "PROPN":
        return None
    return _unresolved(token, "settlement", "a name where a place must stand, which no gazetteer holds")


def named_by(noun: Word) -> Word | None:
    """The name in "the town of Gao", which then stands for the whole; None where there is none."""
    if noun.pos_ != "NOUN" or place_nouns().get(noun.lemma_.lower()) not in ("settlement", "district", "province"):
        return None
    for prep in noun.children:
        if prep.dep_ == "prep" and prep.lower_ == "of":
            return next((child for child in prep.children if child.dep_ == "pobj" and child.pos_ == "PROPN"), None)
    return None


def _is_dated(token: Word) -> bool:
    """Whether a word stands in a date: the month of "was founded in May"."""
    return any(date.start <= token.idx < date.end for date in token.doc._.dateline_dates or ())


def _is_named_after(token: Word) -> bool:
    return token.dep_ == "pobj" and token.head.lower_ in NAMED_AFTER


def located_end(noun: Word, last: int) -> int:
    """The last token of a place's phrase with the words behind it that say where: "hills north of Fataki", "the border
    with Niger", "islands around Abadam". ``last``: where the phrase ends without them.
    """
    doc, words = noun.doc, locating_words()
    if noun.pos_ != "NOUN" or last + 1 >= noun.sent.end:
        return last
    word = doc[last + 1]
    if word.lower_ in words.nearby:
        return last + 1
    if word.lower_ in words.directions and last + 2 < noun.sent.end and doc[last + 2].lower_ == "of":
        word = doc[last + 2]
    elif word.lower_ not in words.locating and word.lower_ not in words.locating_of.get(noun.lemma_.lower(), ()):
        return last
    name = next((child for child in word.children if child.dep_ == "pobj" and child.i > word.i), None)
    if name is None or name.pos_ not in ("PROPN", "NOUN") or name.ent_type_ in NOT_PLACES or _is_dated(name):
        return last
    if name.pos_ == "NOUN" and name.lemma_.lower() not in place_nouns():
        return last
    return max(part.phrase[1] for part in (name, *_other_ends(word, name)))


def _other_ends(word: Word, name: Word) -> list[Word]:
    """The second place of "between Bor and Juba" and "from Bor to Juba"."""
    if word.lower_ == "between":
        return [child for child in name.children if child.dep_ == "conj"]
    after = name.doc[name.phrase[1] + 1 :][:1]
    if word.lower_ != "from" or not len(after) or after[0].lower_ != "to":
        return []
    return [child for child in after[0].children if child.dep_ == "pobj"]


def _unresolved(token: Word, precision: PlacePrecision, reason: str) -> PlaceMention:
    doc = token.doc
    first, last = token.phrase
    start, end = char_span(doc.table, bare_start(doc.table, first, last), located_end(token, last))
    span = doc.char_span(start, end)
    words = span.text if span is not None else doc.text[start:end]
    return PlaceMention(
        start=start,
        end=end,
        text=words,
        name=" ".join(words.split()),
        lat=None,
        lon=None,
        country=None,
        geonameid=None,
        precision=precision,
        radius_km=None,
        role="location",
        reason=reason,
    )
