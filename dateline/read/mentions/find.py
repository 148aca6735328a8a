"""Find the mentions of a parsed report, one for each head word."""

from collections.abc import Iterable
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from dateline.knowledge.load import KnownActor
from dateline.knowledge.lookup import Found, known_actors
from dateline.model import EntityKind, Mention, MentionForm, PlaceMention
from dateline.read.mentions.lexicon import HeadWord, actor_lexicon
from dateline.read.mentions.names import NAME_TAGS, introduced_acronym, name_at
from dateline.read.mentions.noun_phrases import char_span, phrase_tokens

PRONOUNS = frozenset(
    "he she they it him her them his their its i we me us my our himself herself themselves itself".split()
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A mention before it gets its number. Token indices, ``last`` included."""

    first: int
    last: int
    head: int
    kind: EntityKind
    form: MentionForm
    reason: str
    bare: int = -1
    """First token of the name without titles; -1: the same as ``first``."""


class MentionFinder:
    """Finds mentions by the actor file, the word lists and the parse."""

    def __init__(self) -> None:
        self.lexicon = actor_lexicon()
        self.actors = known_actors()

    def mentions(self, doc: Doc) -> tuple[Mention, ...]:
        """All mentions in order of start, then of end. Each is still its own entity, to be joined by coreference."""
        places = _places_by_token(doc)
        found: dict[int, Candidate] = {}
        covered: set[int] = set()
        for candidate in self._known(doc):
            found[candidate.head] = candidate
            covered.update(range(candidate.first, candidate.last + 1))
        for token in doc:
            if token.i in covered or token.i in found:
                continue
            made = self._at(token, places)
            if made:
                found[token.i] = made
        doc._.dateline_bare_names = {
            doc[item.head].idx: char_span(doc, item.bare if item.bare >= 0 else item.first, item.last)
            for item in found.values()
            if item.form == "name"
        }
        return _numbered(doc, found.values())

    def _known(self, doc: Doc) -> Iterable[Candidate]:
        """Names of the actor file; one that means several things counts only when the report supports it."""
        found = self.actors.scan([token.text for token in doc], any_case=doc.text.islower())
        sure = {actor.key for item in found if not item.needs_support for actor in item.actors}
        countries = {place.country for place in doc._.dateline_places if place.country}
        for item in found:
            actor = supported_actor(item, sure, countries)
            if actor is None:
                continue
            span = doc[item.start : item.end]
            reason = f"'{span.text}' stands in the actor file as {actor.name}"
            yield Candidate(item.start, item.end - 1, span.root.i, actor.kind, "name", reason)

    def _at(self, token: Token, places: dict[int, PlaceMention]) -> Candidate | None:
        if token.tag_ in ("PRP", "PRP$"):
            return _pronoun(token)
        if token.dep_ in ("compound", "nmod") and not self._stands_alone(token):
            return None
        if token.tag_ in NAME_TAGS:
            return self._name(token, places.get(token.i))
        if token.pos_ in ("NOUN", "PROPN", "ADJ", "NUM", "DET", "PRON"):
            return self._description(token)
        return None

    def _stands_alone(self, token: Token) -> bool:
        """Whether a modifier names an actor of its own: "AQIM leader", "police chief", "army spokesman"."""
        head = token.head
        if token.tag_ in NAME_TAGS and head.tag_ not in NAME_TAGS:
            return True
        word = self.lexicon.head(token)
        return word is not None and word.number == "body" and head.pos_ == "NOUN" and head.i == token.i + 1 and self._is_person_word(head)

    def _is_person_word(self, token: Token) -> bool:
        word = self.lexicon.head(token)
        return word is not None and word.number == "person"

    def _name(self, token: Token, place: PlaceMention | None) -> Candidate | None:
        name = name_at(token, self.lexicon, place)
        if name.kind is None:
            word = self._head_word(token)
            return self._described(token, word) if word and name.first == token.i else None
        first = name.first
        if name.kind == "person":
            first = _with_title(token, name.first, self.lexicon.titles, self.lexicon.heads)
        return Candidate(first, name.last, token.i, name.kind, "name", name.reason, name.first)

    def _head_word(self, token: Token) -> HeadWord | None:
        return self.lexicon.head(token)

    def _description(self, token: Token) -> Candidate | None:
        word = self._head_word(token)
        if token.pos_ == "NOUN" and word:
            return self._described(token, word)
        inner = _of_object(token)
        if inner is not None and token.lower_ in self.lexicon.containers:
            inner_word = self._head_word(inner)
            if inner_word:
                return self._described(token, inner_word)
        return None

    def _described(self, token: Token, word: HeadWord) -> Candidate:
        first, last = phrase_tokens(token)
        return Candidate(first, last, token.i, word.kind, "description", f"the word '{token.text}'")


def _pronoun(token: Token) -> Candidate | None:
    if token.lower_ not in PRONOUNS or (token.lower_ == "it" and token.dep_ == "expl"):
        return None
    kind: EntityKind = "person" if token.lower_ in ("he", "she", "him", "her", "his", "i", "me", "my", "himself", "herself") else "other"
    return Candidate(token.i, token.i, token.i, kind, "pronoun", f"the pronoun '{token.text}'")


def _of_object(token: Token) -> Token | None:
    """The noun under "of": "a group of tourists", "one of the cells"."""
    for child in token.children:
        if child.dep_ == "prep" and child.lower_ in ("of", "including"):
            for inner in child.children:
                if inner.dep_ == "pobj":
                    return inner
    return None


def _with_title(head: Token, first: int, titles: frozenset[str], heads: dict[str, HeadWord]) -> int:
    """The first token of "Malian army spokesman Colonel Idrissa Traoré": the title and what belongs to it."""
    start = first
    for child in head.lefts:
        if child.i >= first:
            break
        if child.dep_ in ("compound", "nmod", "amod", "poss", "det"):
            start = min(start, child.left_edge.i)
    return start


def _places_by_token(doc: Doc) -> dict[int, PlaceMention]:
    """The place mention that ends at or holds each token, the shortest first."""
    by_token: dict[int, PlaceMention] = {}
    for place in sorted(doc._.dateline_places, key=lambda p: p.start - p.end):
        span = doc.char_span(place.start, place.end, alignment_mode="expand")
        if span is not None:
            by_token.update((token.i, place) for token in span)
    return by_token


def _numbered(doc: Doc, candidates: Iterable[Candidate]) -> tuple[Mention, ...]:
    spans = sorted(
        ((*char_span(doc, item.first, item.last), item.head, item) for item in candidates), key=lambda row: row[:3]
    )
    return tuple(
        Mention(
            id=f"m{number}",
            start=start,
            end=end,
            text=doc.text[start:end],
            head=doc[head].idx,
            kind=item.kind,
            form=item.form,
            entity="",
            reason=item.reason,
        )
        for number, (start, end, head, item) in enumerate(spans, 1)
    )


def supported_actor(found: Found, sure: set[str], countries: set[str]) -> KnownActor | None:
    """The actor meant by a known name: its only bearer, or the one that the report's other names or countries support."""
    if not found.needs_support:
        return found.actors[0]
    for actor in found.actors:
        if actor.key in sure or actor.parent in sure or (actor.country and actor.country in countries):
            return actor
    return None


def actor_of(doc: Doc, mention: Mention) -> KnownActor | None:
    """The actor-file entry that a name's own words, without titles, stand for; None when there is none."""
    span = doc.char_span(mention.start, mention.end)
    if span is None or mention.form != "name":
        return None
    actors = known_actors()
    countries = {place.country for place in doc._.dateline_places if place.country}
    for found in actors.scan([token.text for token in span], any_case=doc.text.islower()):
        first, last = span[found.start], span[found.end - 1]
        if first.idx <= mention.head < last.idx + len(last):
            return supported_actor(found, set(), countries)
    return None


__all__ = ["Candidate", "MentionFinder", "actor_of", "introduced_acronym"]
