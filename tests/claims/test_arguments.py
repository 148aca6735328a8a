"""Who does it and to whom, whatever the construction."""

from collections.abc import Callable

import pytest

from dateline.claims.arguments import noun_arguments, verb_arguments
from dateline.claims.logical import with_conjuncts
from dateline.claims.words import Words
from dateline.model import Reading

CASES = [
    ("The rebels attacked the convoy.", "attacked", ["rebels"], ["convoy"]),
    ("The convoy was attacked by the rebels.", "attacked", ["rebels"], ["convoy"]),
    ("The convoy was attacked on Monday.", "attacked", [], ["convoy"]),
    ("The rebels who attacked the convoy fled.", "attacked", ["rebels"], ["convoy"]),
    ("The rebels decided to attack the convoy.", "attack", ["rebels"], ["convoy"]),
    ("The general ordered the troops to attack the village.", "attack", ["troops"], ["village"]),
    ("The rebels attacked the convoy and burned the trucks.", "burned", ["rebels"], ["trucks"]),
    ("The rebels, armed with rifles, attacked the convoy.", "attacked", ["rebels"], ["convoy"]),
    ("The gunmen fled after attacking the convoy.", "attacking", ["gunmen"], ["convoy"]),
    ("The convoy attacked by the rebels carried food.", "attacked", ["rebels"], ["convoy"]),
    ("The diplomat was kidnapped and killed.", "killed", [], ["diplomat"]),
    ("The village that the rebels attacked is empty.", "attacked", ["rebels"], ["village"]),
]


@pytest.mark.parametrize(("text", "trigger", "subjects", "objects"), CASES, ids=[case[0] for case in CASES])
def test_a_verb_finds_its_logical_arguments(
    text: str, trigger: str, subjects: list[str], objects: list[str], parse: Callable[[str], Words]
) -> None:
    verb = next(token for token in parse(text) if token.text == trigger)
    found = verb_arguments(verb)
    assert [token.text for token in found.subj] == subjects
    assert [token.text for token in found.obj] == objects


def test_coordinated_participants_are_all_found(parse: Callable[[str], Words]) -> None:
    doc = parse("The rebels seized Gao, Kidal and Timbuktu.")
    verb = next(token for token in doc if token.text == "seized")
    assert [token.text for token in with_conjuncts(verb_arguments(verb).obj[0])] == ["Gao", "Kidal", "Timbuktu"]


def test_a_noun_keeps_its_possessor_and_its_prepositions(parse: Callable[[str], Words]) -> None:
    doc = parse("The army's attack on the village ended.")
    found = noun_arguments(next(token for token in doc if token.text == "attack"))
    assert [token.text for token in found.poss] == ["army"]
    assert [token.text for token in found.slot("prep:on")] == ["village"]


@pytest.mark.parametrize(
    "text",
    [
        "The army conducted ten strikes using drones against the rebels.",
        "The army conducted ten strikes using jets, bombers and drones against the rebels.",
        "The army conducted ten strikes against the rebels.",
    ],
)
def test_whom_a_strike_is_against_is_found_behind_what_it_was_made_with(
    text: str, parse: Callable[[str], Words]
) -> None:
    verb = next(token for token in parse(text) if token.text == "conducted")
    assert [token.text for token in verb_arguments(verb).preps["against"]] == ["rebels"]


@pytest.mark.parametrize(
    ("text", "subject", "object_"),
    [
        ("The minister had four rebels arrested.", "minister", "four rebels"),
        ("Four soldiers were found shot dead near the camp of the rebels.", None, "Four soldiers"),
        ("The opposition leader, Ana Lopes, called on the president to resign.", "Ana Lopes", "president"),
        ("The rebels have been accused by villagers of the abduction of nine boys.", "rebels", "nine boys"),
    ],
)
def test_who_does_it_to_whom_where_the_parse_says_it_sideways(
    read: Callable[..., Reading], text: str, subject: str | None, object_: str | None
) -> None:
    found = {(c.subject and c.subject.name, c.object and c.object.name) for c in read(text).claims}
    assert (subject, object_) in found
