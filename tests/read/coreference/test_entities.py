"""What an entity is called, and what it is."""

import pytest


def entity_of(parse, text, word):
    doc = parse(text)
    mention = next(m for m in doc._.dateline_mentions if word in m.text)
    return next(entity for entity in doc._.dateline_entities if entity.id == mention.entity)


@pytest.mark.parametrize(
    ("text", "word", "name"),
    [
        ("Lopes left. Colonel Ana Lopes was tired.", "Ana", "Ana Lopes"),
        ("The rebels' camp burned.", "rebels", "rebels"),
        ("A tall driver from the coast, who had slept, left.", "driver", "tall driver from the coast"),
        ("AQIM took hostages.", "AQIM", "AQIM"),
    ],
)
def test_the_name_is_the_fullest_without_title_article_or_clause(parse, text, word, name):
    assert entity_of(parse, text, word).name == name


def test_a_known_actor_brings_its_key(parse):
    entity = entity_of(parse, "AQIM took hostages.", "AQIM")
    assert (entity.actor, entity.kind, entity.plural) == ("aqim", "armed_group", False)


def test_an_adjective_of_a_country_gives_the_country(parse):
    assert entity_of(parse, "Malian soldiers fled.", "soldiers").country == "ML"


def test_several_are_plural_and_one_is_not(parse):
    assert entity_of(parse, "Six soldiers fled.", "soldiers").plural
    assert not entity_of(parse, "A soldier fled.", "soldier").plural
