"""The place of an event beyond the phrases of its trigger: what a verb of movement goes to, what is blocked, "there",
"the town", a name inside the phrase for what was hit.
"""

from dateline.claims.agents import agent_words
from dateline.claims.arguments import verb_arguments
from dateline.claims.match import Match
from dateline.claims.places import PLACED, SHARPNESS, Places
from dateline.claims.scenes import as_place, named_by, scene_at
from dateline.claims.steps import is_clause
from dateline.claims.words import Word
from dateline.model import PlaceMention

MOVES = {
    "MOBILIZE": ("to", "toward", "towards"),
    "RETREAT": ("from", "of", "to", "towards"),
    "COERCE": ("from",),
    "PROTEST": ("to",),
}
"""Prepositions that say where besides the usual ones, for types that tell of movement or of its hindrance."""
BLOCKED = frozenset({"PROTEST", "COERCE", "RETREAT", "MOBILIZE"})
"""Types whose object may be a place that no gazetteer holds: "blocked the road", "left the camp"."""
DONE_TO_PLACES = frozenset({"ASSAULT", "MOBILIZE", "RETREAT", "COERCE", "PROTEST", "COOPERATE"})
"""Types of which a place may be the object: what is patrolled, entered, left or bombed."""
BUILDINGS = frozenset({"house", "building", "compound", "yard", "wall", "gate", "trench", "position"})
"""What stands in a place rather than being one."""
ANAPHORIC = frozenset({"the", "this", "that"})
TOWNS = frozenset({"settlement", "near"})


def places_for(located: Places, match: Match) -> list[PlaceMention | None]:
    """The places of an event; none when the words name none."""
    found = next((found for find in _FINDERS if (found := find(located, match))), [])
    return [antecedent(located, place) for place in found]


def inside(located: Places, head: Word) -> PlaceMention | None:
    """The place that a noun phrase names of itself: "a depot in Gao", "Gao's airport"; None when it names none."""
    found = [located.places[t.i] for t in head.subtree if t.i in located.places and t != head]
    found += [scene for t in head.subtree if (name := named_by(t)) and (scene := scene_at(name))]
    return min(found, key=lambda place: SHARPNESS[place.precision], default=None)


def antecedent(located: Places, place: PlaceMention) -> PlaceMention:
    """For "the town" the town named last before it, for "the jungle of Basilan" or "Bunagana, the border post" the name
    in or beside it; any other place as it is.
    """
    if place.lat is None and (named := _named_within(located, place)):
        return named
    words = located.text[: place.start].split()[-1:]
    is_anaphoric = bool(words) and words[0].lower() in ANAPHORIC and " " not in place.text
    if place.lat is not None or not is_anaphoric or place.precision not in TOWNS:
        return place
    before = [p for p in located.places.values() if p.start < place.start and p.precision in TOWNS]
    return max(before, key=lambda p: p.start, default=place)


def _named_within(located: Places, place: PlaceMention) -> PlaceMention | None:
    """The place with a point that is named within a place's words, or that they stand in apposition to."""
    span = located.doc.char_span(place.start, place.end, alignment_mode="expand")
    if span is None:
        return None
    if span.root.dep_ == "appos":
        return located.places.get(span.root.head.i) or as_place(span.root.head)
    within = [p for p in located.places.values() if place.start <= p.start and p.end <= place.end]
    return min(within, key=lambda p: SHARPNESS[p.precision], default=None)


def _named_with(located: Places, match: Match) -> list[PlaceMention]:
    """The place before the noun of an event: "the Jos bombing"; a country only before what happens in one, "a Yemen
    ambush".
    """
    if match.pattern.pos != "noun":
        return []
    is_local = match.trigger.lemma in agent_words().local_attacks
    found = (located.places.get(child.i) for child in match.trigger.children if child.dep_ in ("compound", "nmod"))
    return [place for place in found if place and (is_local or place.precision != "country")][:1]


def _ways(match: Match) -> tuple[str, ...]:
    """The prepositions that lead to the place: that from which somebody was driven too."""
    driven = match.pattern.mode == "seize_territory"
    return ("from", "of") if driven else MOVES.get(match.pattern.type, ())


def _moved_to(located: Places, match: Match) -> list[PlaceMention]:
    for preposition in _ways(match):
        for head in match.arguments.slot(f"prep:{preposition}"):
            place = located.places.get(head.i) or scene_at(named_by(head) or head)
            if place is not None:
                return [place]
    return []


def _blocked(located: Places, match: Match) -> list[PlaceMention]:
    if match.pattern.type not in BLOCKED:
        return []
    for head in match.arguments.obj:
        place = scene_at(head)
        if place is not None:
            return [inside(located, head) or place]
    return []


def _gone_over(located: Places, match: Match) -> list[PlaceMention]:
    """The place that is itself the object of what is done: "patrolling the Sulu Sea", "entered the quarter"."""
    if match.pattern.type not in DONE_TO_PLACES:
        return []
    objects = [child for child in match.trigger.children if child.dep_ == "dobj"]
    found = (located.places.get(head.i) for head in (*match.arguments.obj, *objects))
    return [place for place in found if place and place.precision != "country"][:1]


def _held(located: Places, match: Match) -> list[PlaceMention]:
    """The one place that is stormed, entered or taken, though no gazetteer holds it: "seized the Varreux terminal".

    Not where a known place is named behind the verb: "bombed a depot 15 kilometres from Timbuktu".
    """
    behind = range(match.trigger.i + 1, match.trigger.right_edge.i + 1)
    if match.pattern.type not in DONE_TO_PLACES or any(index in behind for index in located.places):
        return []
    for head in match.arguments.obj:
        if head.tag_ in ("NN", "NNP") and head.dep_ == "dobj" and head.lemma not in BUILDINGS:
            place = scene_at(head)
            if place is not None:
                return [inside(located, head) or place]
    return []


def _own(located: Places, match: Match) -> list[PlaceMention]:
    return located.named(match.arguments)


def _around(located: Places, match: Match) -> list[PlaceMention]:
    return located.around(match.trigger, match.arguments)


def _there(located: Places, match: Match) -> list[PlaceMention]:
    verb = match.trigger
    while verb.pos_ not in ("VERB", "AUX") and verb.head != verb:
        verb = verb.head
    heads = (match.trigger, verb)
    words = (child for head in heads for child in head.children if child.lower_ == "there" and child.dep_ == "advmod")
    word = next(words, None)
    return [located.places[token.i] for token in located.before(word)] if word is not None else []


def _told_before(located: Places, match: Match) -> list[PlaceMention]:
    """The place of the verb that a verb continues: "entered Gao, burned the post office and freed the prisoners"."""
    verb = match.trigger
    while verb.dep_ == "conj" and verb.pos_ == "VERB" and verb.head.pos_ == "VERB":
        if any(child.dep_ in ("nsubj", "nsubjpass") for child in verb.children):
            return []
        verb = verb.head
        arguments = verb_arguments(verb)
        objects = [place for child in verb.children if child.dep_ == "dobj" and (place := located.places.get(child.i))]
        found = located.named(arguments) or objects or located.around(verb, arguments)
        if found:
            return [place for place in found if place.precision != "country"][:1]
    return []


def _printed_after(located: Places, match: Match) -> list[PlaceMention]:
    place = located.after(match.trigger, MOVES.get(match.pattern.type, ()))
    return [place] if place is not None else []


def _below(located: Places, match: Match) -> list[PlaceMention]:
    """A place that no gazetteer holds, in a phrase anywhere below the trigger, but for clauses of their own: "the
    Front, whose leader lives in Garamba, killed".
    """
    for token in match.trigger.subtree:
        if token.dep_ == "pobj" and token.head.lower_ in PLACED and not _is_apart(token, match.trigger):
            place = scene_at(named_by(token) or token)
            if place is not None:
                return [place]
    return []


def _is_apart(token: Word, trigger: Word) -> bool:
    """Whether a clause of its own stands between a word and the trigger above it."""
    between = (above for above in token.ancestors if trigger.is_ancestor(above))
    return any(is_clause(above) for above in between)


_FINDERS = (
    _own,
    _gone_over,
    _held,
    _around,
    _named_with,
    _moved_to,
    _blocked,
    _there,
    _told_before,
    _printed_after,
    _below,
)
"""Where to look for the place, in order."""
