"""Which names are masked, and which are borne by others."""

import csv
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from dateline.export.facts.evidence import facts_of
from dateline.model.actor import Actor
from dateline.model.portion import Portion, SaidClaim


def names_of(portion: Portion, hidden: Mapping[str, Actor]) -> dict[str, set[str]]:
    """All names of the protected actors, by id: of the record, and as the claims of each report have them."""
    names = {identifier: {actor.name, *(use.name for use in actor.names)} for identifier, actor in hidden.items()}
    for said in portion.claims.values():
        for actor, words in _named_in(portion, said):
            if actor and actor in names and _is_a_name(words):
                names[actor].add(words)
    for relation in portion.relations:
        for one, other in ((relation.subject, relation.object), (relation.object, relation.subject)):
            if relation.type == "alias_of" and one.actor in names and one.actor and other.actor is None:
                names[one.actor].add(other.name)
    for fact in facts_of(portion):
        for evidence in fact.evidence:
            speaker = evidence.source.removeprefix("actor:")
            if evidence.said_by and speaker in names:
                names[speaker].add(evidence.said_by)
    return names


def _named_in(portion: Portion, said: SaidClaim) -> list[tuple[str | None, str]]:
    """The actors of a claim with its words for them: the name, and what stands at the span."""
    record, card = said.record, portion.reports.get(said.report)
    parts = [
        (said.subject_actor, record["subject"], record["subject_span"]),
        (said.object_actor, record["object"], record["object_span"]),
        (said.said_by_actor, record["said_by"], record["said_by_span"]),
    ]
    found = [(actor, name) for actor, name, _ in parts if name]
    return found + [(actor, card.text[span[0] : span[1]]) for actor, _, span in parts if card and span]


def _is_a_name(words: str) -> bool:
    """Whether some word after the first, or the only one, has a capital or a script without: no "the teacher"."""
    tokens = words.split()
    if tokens and tokens[0].lower() in _NO_NAMES:
        tokens = tokens[1:]
    return any(token[0].isalpha() and not token[0].islower() for token in tokens)


_NO_NAMES = frozenset("he she they him her them his hers their i we it who the a an one two".split())


def public_names(portion: Portion, hidden: Mapping[str, Actor]) -> set[str]:
    """Names that others bear: public actors, outlets, countries, and places that the gazetteer has."""
    names = {use.name for actor in portion.actors.values() if actor.id not in hidden for use in actor.names}
    names |= {actor.name for actor in portion.actors.values() if actor.id not in hidden}
    for card in portion.reports.values():
        names |= {name for name in (card.publisher, card.agency) if name}
    for fact in facts_of(portion):
        if fact.place and fact.place.geonameid is not None:
            names.add(fact.place.name)
    return names | _countries()


@cache
def _countries() -> frozenset[str]:
    path = Path(__file__).parents[1] / "country_codes.csv"
    with path.open(encoding="utf-8", newline="") as rows:
        return frozenset(row["name"] for row in csv.DictReader(rows))
