"""Where: the places that belong to a trigger, by its own phrases and by their distance in the parse."""

import re
from collections.abc import Collection

from dateline.claims.located import by_root, nearest
from dateline.claims.logical import Arguments
from dateline.claims.scenes import as_place, named_by, scene_at
from dateline.claims.steps import SIDES
from dateline.claims.words import Word, Words
from dateline.model import PlaceMention, PlacePrecision, PlaceRef

LOCATIVE = frozenset(
    "in at near on inside outside into across throughout around over along through within toward towards from to off "
    "between by of".split()
)
PLACED = frozenset("in at near on inside outside across throughout around over along through within off into".split())
SHARPNESS: dict[PlacePrecision, int] = {
    "site": 0,
    "settlement": 1,
    "near": 2,
    "district": 3,
    "province": 4,
    "feature": 5,
    "sea": 6,
    "country": 7,
}
"""Of several places in phrases of their own ("in Gao in northern Mali"), the sharpest counts."""


class Places:
    """The place mentions of one report by token, and how far each is from a trigger."""

    def __init__(self, doc: Words) -> None:
        self.doc = doc
        self.text: str = doc.text
        self.places: dict[int, PlaceMention] = by_root(doc, [p for p in doc._.dateline_places if p.role == "location"])
        self._first_tokens = {index: _first_token(doc, place) for index, place in self.places.items()}

    def named(self, arguments: Arguments) -> list[PlaceMention]:
        """Places in a trigger's own prepositional phrases, coordinated ones included; the sharpest of several."""
        by_phrase = [
            found
            for preposition, heads in arguments.preps.items()
            if preposition in PLACED
            for head in heads
            if (found := self._coordinated(head))
        ]
        return _unique(min(by_phrase, key=lambda found: SHARPNESS[found[0].precision])) if by_phrase else []

    def around(self, trigger: Word, arguments: Arguments) -> list[PlaceMention]:
        """The nearest place of a trigger's clause; else one in its own phrases that no gazetteer holds."""
        near = nearest(trigger, self.places, PLACED)
        if near:
            return [near]
        scenes = [
            (head.pos_ != "PROPN", scene)
            for preposition, heads in arguments.preps.items()
            if preposition in PLACED
            for head in (named_by(head) or head for head in heads)
            if (scene := scene_at(head))
        ]
        return [scene for _, scene in sorted(scenes, key=lambda found: found[0])][:1]

    def after(self, trigger: Word, prepositions: Collection[str]) -> PlaceMention | None:
        """The place printed right after one of the prepositions behind a trigger, however the parser took it; None
        without one.
        """
        if not prepositions:
            return None
        end = trigger.sent.end
        for index, place in self.places.items():
            first = self._first_tokens[index]
            if not trigger.i + 1 < first < end or self.doc[first - 1].lower_ not in prepositions:
                continue
            if not any(token.is_punct or token.pos_ == "VERB" for token in self.doc[trigger.i + 1 : first]):
                return place
        return None

    def slot(self, trigger: Word, arguments: Arguments) -> list[Word]:
        """The head tokens of the places in any locative phrase of the trigger: what the slot ``place`` means.

        "There" stands for the places named last.
        """
        found = [
            head
            for preposition, heads in arguments.preps.items()
            if preposition in LOCATIVE
            for head in heads
            if any(self._coordinated(head)) or scene_at(named_by(head) or head)
        ]
        if found:
            return found
        there = next((token for token in trigger.subtree if token.lower_ == "there" and token.dep_ == "advmod"), None)
        return self.before(there) if there is not None else []

    def before(self, there: Word) -> list[Word]:
        """The first of the places coordinated before "there", in its sentence or the one before; empty when there are
        none.
        """
        earlier = [index for index in self.places if index < there.i]
        if not earlier:
            return []
        token = self.doc[max(earlier)]
        while token.dep_ == "conj" and token.head.i in self.places:
            token = token.head
        near = token.sent.start == there.sent.start or token.sent.end == there.sent.start
        return [token] if near else []

    def _coordinated(self, head: Word) -> list[PlaceMention]:
        tokens = [head, *(child for child in head.subtree if child.dep_ == "conj" and child.head.i >= head.i)]
        found = [self.places[token.i] for token in tokens if token.i in self.places]
        if found:  # "at Kolo, Mbuji and Taru": a place among places, though no gazetteer holds it
            known = (self.places.get(token.i) or as_place(token) for token in tokens)
            return [place for place in known if place is not None]
        if not found:  # "in the deserts of the north", "on the outskirts of Gao"
            for child in head.children:
                if child.dep_ == "prep" and child.lower_ in ("of", "in"):
                    found += [self.places[c.i] for c in child.children if c.i in self.places]
                if child.dep_ == "poss" and child.i in self.places and head.pos_ == "NOUN" and head.lower_ not in SIDES:
                    found.append(self.places[child.i])
        return found


def place_ref(place: PlaceMention) -> PlaceRef:
    """The claim's place as the report's place mention has it."""
    return PlaceRef(
        name=_without_distance(place),
        lat=place.lat,
        lon=place.lon,
        country=place.country,
        geonameid=place.geonameid,
        precision=place.precision,
        radius_km=place.radius_km,
        basis=place.text,
    )


def _without_distance(place: PlaceMention) -> str:
    """The town of "15 kilometres from Djibo"; how far from it the basis tells."""
    if place.precision == "near" and place.name[:1].isdigit():
        return re.split(r"\b(?:from|of)\s+", place.name)[-1]
    return place.name


def _first_token(doc: Words, mention: PlaceMention) -> int:
    """The index of the first token of a place that has a root token."""
    span = doc.char_span(mention.start, mention.end, alignment_mode="expand")
    assert span is not None
    return int(span.start)


def _unique(places: list[PlaceMention]) -> list[PlaceMention]:
    return list(dict.fromkeys(places))
