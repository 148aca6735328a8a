"""The relations of an actor under headings, and who stands on their other side, as the dossier tells them on the
terminal and on its page.
"""

from collections.abc import Iterable, Iterator, Sequence

from dateline.facts.relations.kinds import SYMMETRICAL
from dateline.model.fact import Party, Relation
from dateline.record.in_words import place_words

SECTIONS = (
    ("Led by", {"leads"}, "object"),
    ("Leads", {"leads"}, "subject"),
    ("Part of", {"part_of", "member_of", "allegiance_to"}, "subject"),
    ("Units and members", {"part_of", "member_of", "allegiance_to"}, "object"),
    ("Splits, mergers, other names", {"split_from", "merged_with", "successor_of", "alias_of"}, "both"),
    ("Allies and opponents", {"allied_with", "opposes"}, "both"),
    ("Where", {"operates_in", "controls", "based_in"}, "subject"),
)
"""Heading, types of relation, and the part the actor has in them."""
OTHERS = "Other relations"
PLAIN = {"leads", "member_of", "part_of"}
"""Types that the heading says already."""


def in_sections(relations: Iterable[Relation], actor: str) -> Iterator[tuple[str, Sequence[Relation]]]:
    """The relations of an actor (by id) under their headings; headings without any are left out."""
    every, shown = list(relations), set[str]()
    for heading, types, part in SECTIONS:
        held = [one for one in every if one.type in types and _has_part(one, actor, part)]
        shown |= {one.id for one in held}
        if held:
            yield heading, held
    if rest := [one for one in every if one.id not in shown]:
        yield OTHERS, rest


def other_side(relation: Relation, actor: str) -> Party:
    """Who, or which place, stands on the other side."""
    return relation.object if relation.subject.actor == actor else relation.subject


def other_name(relation: Relation, actor: str) -> str:
    """The name of the other side; of a place as sharp as it is said."""
    other = other_side(relation, actor)
    place = relation.place
    return place_words(place) if other.kind == "place" and place and place.name == other.name else other.name


def bond_words(relation: Relation, actor: str) -> tuple[str, str]:
    """What is said before and after the name of the other side, where the heading does not say it already: "split
    from" before it, or ": split from it" after it.
    """
    if relation.type in PLAIN:
        return "", ""
    words = relation.type.replace("_", " ")
    if relation.subject.actor == actor or relation.type in SYMMETRICAL:
        return f"{words} ", ""
    return "", f": {words} it"


def other_words(relation: Relation, actor: str) -> str:
    """Who stands on the other side, with the type where the heading does not say it."""
    before, after = bond_words(relation, actor)
    return f"{before}{other_name(relation, actor)}{after}"


def _has_part(relation: Relation, actor: str, part: str) -> bool:
    return part == "both" or getattr(relation, part).actor == actor
