"""The place of an event beyond the phrases of its trigger: what a verb of movement goes to, what is blocked, "there",
"the town", a name inside the phrase for what was hit.
"""

from spacy.tokens import Token

from dateline.claims.match import Match
from dateline.claims.place_time import PLACED, SHARPNESS, PlacesAndDates
from dateline.claims.scenes import named_by, scene_at
from dateline.model import PlaceMention

MOVES = {
    "MOBILIZE": ("to", "toward", "towards"),
    "RETREAT": ("from", "of"),
    "COERCE": ("from",),
    "PROTEST": ("to",),
}
"""Prepositions that say where besides the usual ones, for types that tell of movement or of its hindrance."""
BLOCKED = frozenset({"PROTEST", "COERCE"})
"""Types whose object may be the place itself: "blocked the road"."""
ANAPHORIC = frozenset({"the", "this", "that"})
TOWNS = frozenset({"settlement", "near"})


def places_for(located: PlacesAndDates, match: Match) -> list[PlaceMention | None]:
    """The places of an event; none when the words name none."""
    found = located.places_of(match.trigger, match.arguments)
    if not found:
        found = _moved_to(located, match) or _blocked(located, match) or _there(located, match) or _below(match)
    return [antecedent(located, place) for place in found]


def inside(located: PlacesAndDates, head: Token) -> PlaceMention | None:
    """The place that a noun phrase names of itself: "a depot in Gao", "Gao's airport"; None when it names none."""
    found = [located.places[t.i] for t in head.subtree if t.i in located.places and t != head]
    found += [scene for t in head.subtree if (name := named_by(t)) and (scene := scene_at(name))]
    return min(found, key=lambda place: SHARPNESS[place.precision], default=None)


def antecedent(located: PlacesAndDates, place: PlaceMention) -> PlaceMention:
    """For "the town" the town named last before it; any other place as it is."""
    words = located.doc.text[: place.start].split()[-1:]
    is_anaphoric = bool(words) and words[0].lower() in ANAPHORIC and " " not in place.text
    if place.lat is not None or not is_anaphoric or place.precision not in TOWNS:
        return place
    named = [p for p in located.places.values() if p.start < place.start and p.precision in TOWNS]
    return max(named, key=lambda p: p.start, default=place)


def _moved_to(located: PlacesAndDates, match: Match) -> list[PlaceMention]:
    for preposition in MOVES.get(match.pattern.type, ()):
        for head in match.arguments.slot(f"prep:{preposition}"):
            place = located.places.get(head.i) or scene_at(named_by(head) or head)
            if place is not None:
                return [place]
    return []


def _blocked(located: PlacesAndDates, match: Match) -> list[PlaceMention]:
    if match.pattern.type not in BLOCKED:
        return []
    for head in match.arguments.obj:
        place = scene_at(head)
        if place is not None:
            return [inside(located, head) or place]
    return []


def _there(located: PlacesAndDates, match: Match) -> list[PlaceMention]:
    word = next((child for child in match.trigger.children if child.lower_ == "there" and child.dep_ == "advmod"), None)
    return [located.places[token.i] for token in located.before(word)] if word is not None else []


def _below(match: Match) -> list[PlaceMention]:
    """A place that no gazetteer holds, in a phrase anywhere below the trigger."""
    for token in match.trigger.subtree:
        if token.dep_ == "pobj" and token.head.lower_ in PLACED:
            place = scene_at(named_by(token) or token)
            if place is not None:
                return [place]
    return []
