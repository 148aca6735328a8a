"""What re3d's conventions make of a reading."""

import pytest

from benchmarks.tasks.question import Question
from benchmarks.tasks.re3d import predict_re3d


def predicted(read, text):
    return predict_re3d(Question(id="q", text=text, published=None), read(text))


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("The rebels killed two soldiers in Gao.", "Organisation", "The rebels"),
        ("Colonel Idris Baro spoke.", "Person", "Colonel Idris Baro"),
        ("Rebels attacked the convoy in Gao, Mali.", "Location", "Gao, Mali"),
        ("Kenya condemned the attack.", "Organisation", "Kenya"),
        ("They crossed into Kenya.", "Location", "Kenya"),
        ("They crossed into Kenya and Uganda.", "Location", "Uganda"),
        ("The Malian coast is long.", "Nationality", "Malian"),
        ("The rebels hid 40 rifles in a cave.", "Quantity", "40"),
        ("The rebels hid 40 rifles in a cave.", "Weapon", "rifles"),
        ("The rebels hid 40 rifles in a cave.", "Location", "cave"),
        ("The army lost a helicopter.", "MilitaryPlatform", "helicopter"),
        ("The army paid $3 million.", "Money", "$3 million"),
    ],
)
def test_an_entity_has_the_type_that_re3d_gives_it(read, text, kind, words):
    found = [(e["type"], text[e["start"] : e["end"]]) for e in predicted(read, text)["entities"]]
    assert (kind, words) in found


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The army brought its guns.", "its"),
        ("The council passed Resolution 12.", "12"),
        ("The rebel commander fled.", "rebel"),
        ("Yusuf Karim left in 1998.", "1998"),
    ],
)
def test_what_re3d_leaves_out_is_left_out(read, text, words):
    assert words not in {
        text[e["start"] : e["end"]] for e in predicted(read, text)["entities"] if e["type"] != "Temporal"
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Amina Sow leads the Lake Front.", ("InChargeOf", "Amina Sow", "Lake Front")),
        ("The Lake Front controls Gao.", ("InChargeOf", "Lake Front", "Gao")),
        ("Soldiers from the Third Battalion left.", ("BelongsTo", "Soldiers from the", "Third Battalion")),
        ("The rebels attacked the army.", ("FightingAgainst", "The rebels", "the army")),
        ("The governor of Gao, Amina Sow, left.", ("IsSynonymOf", "The governor of Gao", "Amina Sow")),
        ("Near Gao, two air strikes hit a rebel unit.", ("FightingAgainst", "strikes", "a rebel unit")),
        ("The army destroyed a tank, two convoys, and a bridge.", ("FightingAgainst", "The army", "two convoys")),
        ("The army destroyed a tank, two convoys, and a bridge.", ("FightingAgainst", "The army", "a bridge")),
        ("Idris Baro, commander of the Lake Front, left.", ("InChargeOf", "Idris Baro", "Lake Front")),
        ("Fighters deployed from the Lake Front left.", ("BelongsTo", "Fighters", "Lake Front")),
    ],
)
def test_a_claim_becomes_the_relation_that_re3d_knows(read, text, expected):
    found = {
        (r["type"], text[slice(*r["source"])], text[slice(*r["target"])]) for r in predicted(read, text)["relations"]
    }
    assert expected in found


def test_an_office_beside_a_name_is_a_synonym_and_no_charge(read):
    text = "Amina Sow, the leader of the Lake Front, left."
    assert {relation["type"] for relation in predicted(read, text)["relations"]} == {"IsSynonymOf"}


def test_what_is_denied_is_no_relation(read):
    assert predicted(read, "Amina Sow does not lead the Lake Front.")["relations"] == []


def test_words_are_not_related_to_words_inside_them(read):
    text = "The army shelled a building held by the Lake Front and a Lake Front-held village."
    for relation in predicted(read, text)["relations"]:
        (start, end), (first, last) = relation["source"], relation["target"]
        assert end <= first or last <= start
