from collections.abc import Callable

import pytest

from dateline.model import Reading


@pytest.mark.parametrize(
    ("text", "type_", "place"),
    [
        ("The army will send a battalion to Timbuktu.", "MOBILIZE", "Timbuktu"),
        ("The army entered Timbuktu. Rebels attacked the town at dawn.", "ASSAULT", "Timbuktu"),
        ("Rebels bombed a fuel depot on the edge of Timbuktu.", "ASSAULT", "Timbuktu"),
        ("Rebels bombed the bridge.", "ASSAULT", "bridge"),
        ("Gunmen opened fire in front of the church.", "ASSAULT", "church"),
        ("Rebels entered Timbuktu, burned the post office and killed two guards.", "ASSAULT", "Timbuktu"),
        ("Warplanes bombed a wedding in a village south of Timbuktu.", "ASSAULT", "village south of Timbuktu"),
        ("The Timbuktu massacre was the work of rebels.", "ASSAULT", "Timbuktu"),
        ("Rebels bombed a fuel depot about 15 kilometres from Timbuktu.", "ASSAULT", "Timbuktu"),
        ("Soldiers drove rebels of the Dawn Front out of Timbuktu.", "ASSAULT", "Timbuktu"),
        ("Relatives of the dead blocked the Coastal Highway on Wednesday.", "PROTEST", "Coastal Highway"),
        ("Students blocked the national highway to protest against the army.", "PROTEST", "national highway"),
    ],
)
def test_an_event_is_where_its_words_say(read: Callable[..., Reading], text: str, type_: str, place: str) -> None:
    claim = next(claim for claim in read(text).claims if claim.type == type_)
    assert claim.place is not None
    assert place in f"{claim.place.name} {claim.place.basis}"
    assert claim.object is None or type_ == "PROTEST" or "drove" in text


def test_several_unnamed_victims_of_one_attack_make_one_claim(read: Callable[..., Reading]) -> None:
    claims = [claim for claim in read("Gunmen killed a cook and two guards.").claims if claim.type == "ASSAULT"]
    assert len(claims) == 1


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Near Timbuktu, soldiers arrested a trader on Friday.", ["Near Timbuktu"]),
        ("A bomb struck his vehicle south of Timbuktu.", ["south of Timbuktu"]),
        ("Peacekeepers withdrew to Timbuktu.", ["Timbuktu"]),
        ("Rebels advanced on Timbuktu and seized the Harrat fuel terminal.", ["Timbuktu", "Harrat fuel terminal"]),
    ],
)
def test_each_event_has_the_place_nearest_to_it(read: Callable[..., Reading], text: str, places: list[str]) -> None:
    assert [claim.place.basis for claim in read(text).claims if claim.place] == places


def test_a_second_deed_is_where_the_first_was(read: Callable[..., Reading]) -> None:
    claims = read("Rebels ambushed a patrol at Timbuktu and killed two soldiers.").claims
    assert {claim.place.name if claim.place else None for claim in claims} == {"Timbuktu"}


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("The Dawn Front controls the hills north of Timbuktu.", "hills north of Timbuktu"),
        ("The Dawn Front controls the countryside around Timbuktu.", "countryside around Timbuktu"),
        ("The Dawn Front controls most of Mali.", "most of Mali"),
        ("The Dawn Front controls the road from Gao to Timbuktu.", "road from Gao to Timbuktu"),
    ],
)
def test_what_is_held_is_told_whole(read: Callable[..., Reading], text: str, held: str) -> None:
    claim = next(claim for claim in read(text).claims if claim.type == "controls")
    assert claim.object is not None
    assert claim.object.name == held
