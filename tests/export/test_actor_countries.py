from collections.abc import Callable

import pytest

from dateline.export.actor_countries import Home, home_of, international_bodies
from dateline.knowledge.lookup import known_actors
from dateline.model import Reading


@pytest.mark.parametrize(
    ("text", "countries"),
    [
        ("The US commander in Niger met the rebels.", {"US"}),
        ("Danish and Polish officials met the rebels.", {"DK", "PL"}),
        ("King Idris of Libya met the rebels.", {"LY"}),
        ("President Mitterrand met the rebels.", {"FR"}),
        ("The Taliban fighters attacked the village.", {"AF"}),
        ("Ivorian demonstrators met the rebels.", {"CI"}),
        ("Iran-backed militiamen met the rebels.", set()),
        ("An anti-Gambia poet met the rebels.", set()),
    ],
)
def test_the_words_for_an_actor_say_where_it_belongs(
    read: Callable[[str], Reading], text: str, countries: set[str]
) -> None:
    assert set(_doer(read, text).countries) == countries


@pytest.mark.parametrize(
    ("text", "above"),
    [
        ("UN troops attacked the rebels.", "IGO"),
        ("Dozens of NATO soldiers attacked the rebels.", "IGO"),
        ("Al-Qaeda attacked the village.", "IMG"),
        ("Amnesty International accused the rebels of torture.", "NGO"),
    ],
)
def test_bodies_above_states_have_no_country(read: Callable[[str], Reading], text: str, above: str) -> None:
    assert _doer(read, text) == Home(above=above)


def test_ethnic_names_are_no_countries(read: Callable[[str], Reading]) -> None:
    assert not _doer(read, "Ethnic Hungarians attacked the barracks.").countries


def _doer(read: Callable[[str], Reading], text: str) -> Home:
    reading = read(text)
    subjects = [claim.subject for claim in reading.claims if claim.subject and claim.type.isupper()]
    assert subjects, "no event has a doer"
    return home_of(reading, subjects[0])


def test_every_international_body_stands_in_the_actor_files() -> None:
    assert international_bodies() <= known_actors().by_key.keys()
