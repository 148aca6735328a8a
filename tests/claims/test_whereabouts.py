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
