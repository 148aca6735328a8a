from collections.abc import Callable
from pathlib import Path

import pytest

from dateline.export import actor_codes
from dateline.export.actor_codes import actor_code
from dateline.languages.load import load_yaml
from dateline.model import Reading


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The Latvian court jailed the colonel.", "LVAJUD"),
        ("Norwegian officials accused the rebels of theft.", "NORGOV"),
        ("Gunmen killed a priest in Peru.", "PERUAF"),
        ("France attacked the rebels in Mali.", "FRA"),
    ],
)
def test_words_give_a_country_and_a_sector(read: Callable[[str], Reading], text: str, code: str) -> None:
    reading = read(text)
    codes = [actor_code(reading, claim.subject) for claim in reading.claims if claim.subject]
    assert code in codes


def test_several_countries_leave_a_nameless_actor_without_one(read: Callable[[str], Reading]) -> None:
    reading = read("Gunmen killed a priest on the road from Peru to Chile.")
    assert [actor_code(reading, claim.subject) for claim in reading.claims if claim.subject] == ["---UAF"]


def test_each_word_has_one_sector() -> None:
    data = load_yaml(Path(actor_codes.__file__).with_name("sector_words.yaml"))
    words = [word for words in data.values() for word in words]
    assert len(words) == len(set(words))
