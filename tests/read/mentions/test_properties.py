"""What holds of the mentions and entities of any text."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

PIECES = [
    *(
        "Colonel Ana Lopes",
        "Lopes",
        "the rebels",
        "rebel-held Gao",
        "the Lake Front (LF)",
        "the LF",
        "its leader",
        "she",
    ),
    *(
        "their",
        "Secretary of State Ana Lopes",
        "six farmers",
        "a former driver",
        "who",
        "alias",
        "the Bear",
        "and",
        "of",
    ),
    *("said", "killed", "joined", "is", "the head", "-", "’s", ",", ".", "\n\n", "“", "Malian", "army-backed"),
]
TEXTS = [
    'Colonel Ana Lopes said the rebels of the Highland Liberation Front (HLF) had left. "We saw them go," she said.',
    "GUNMEN KILLED SIX FARMERS NEAR THE RIVER, POLICE SAID.",
    "gunmen of the highland liberation front killed six farmers near the river, police said. they fled.",
    "Head of valley gang quits\n\nA man who heads the gang has quit. Ali Sadek, formerly the head of it, said so.",
    "“The group's leader” — he's gone, isn't he? It’s over: the U.N. and the army’s men, they’ll go…",
    "",
    "   \n\n ",
    "— “ ” ' ( ) -",
]


@pytest.mark.parametrize("text", TEXTS)
def test_offsets_slice_to_the_words_and_every_mention_has_an_entity(parse, text):
    check(parse(text), text)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(st.sampled_from(PIECES), max_size=14))
def test_whatever_the_words_each_mention_is_of_one_entity_and_says_why(parse, pieces):
    text = " ".join(pieces)
    check(parse(text), text)


def check(doc, text):
    """Mentions slice to their words, have a reason, and each belongs to just one entity."""
    entities = {entity.id: entity for entity in doc._.dateline_entities}
    mentions = doc._.dateline_mentions
    assert len({m.id for m in mentions}) == len(mentions)
    for mention in mentions:
        assert mention.text
        assert text[mention.start : mention.end] == mention.text
        assert mention.start <= mention.head < mention.end
        assert mention.id in entities[mention.entity].mentions
        assert mention.reason
    assert sum(len(entity.mentions) for entity in entities.values()) == len(mentions)
    assert all(entity.name.strip() == entity.name != "" for entity in entities.values())


@pytest.mark.parametrize("text", TEXTS)
def test_the_same_text_gives_the_same_mentions_and_entities(parse, text):
    one, other = parse(text), parse(text)
    assert one._.dateline_mentions == other._.dateline_mentions
    assert one._.dateline_entities == other._.dateline_entities


def test_curly_and_straight_quotation_marks_give_the_same_actors(parse):
    straight = 'Ana Lopes, 41, said: "The army\'s men took Marc "Bear" Villon." She left.'
    curly = "Ana Lopes, 41, said: “The army’s men took Marc “Bear” Villon.” She left."
    spans = [
        [(m.start, m.end, m.kind, m.entity) for m in parse(text)._.dateline_mentions] for text in (straight, curly)
    ]
    assert spans[0] == spans[1]


def test_text_in_small_letters_keeps_known_names_and_descriptions(parse):
    doc = parse("fighters of al-shabab killed two policemen, a spokesman said.")
    kinds = {(m.text, m.kind) for m in doc._.dateline_mentions}
    assert ("al-shabab", "armed_group") in kinds
    assert ("two policemen", "police") in kinds


def test_text_in_capitals_keeps_descriptions(parse):
    doc = parse("REBELS KILLED TWO POLICEMEN NEAR THE RIVER.")
    assert any("POLICEMEN" in m.text for m in doc._.dateline_mentions)
