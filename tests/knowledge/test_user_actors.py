from pathlib import Path

import pytest

from dateline.errors import DataFileError
from dateline.knowledge.load import COLUMNS
from dateline.knowledge.lookup import KnownActors, known_actors, read_actors
from dateline.knowledge.own_rows import read_own_rows
from dateline.knowledge.user_actors import actors_for, with_users_actors

SHIPPED = [
    "valley,Valley Army,Army of the Valley;VLA,VLA,armed_group,ML,,1990,,Q5,REB",
    "part,Valley Scouts,,,armed_group,ML,valley,,,,REB",
    "gazette,The Gazette,Gazette,,media,GB,,,,,JRN",
    "lake,Lake Army,Lakers,,military,NE,,,,,MIL",
]


@pytest.fixture
def shipped(tmp_path: Path) -> KnownActors:
    path = tmp_path / "shipped.csv"
    path.write_text("\n".join([",".join(COLUMNS), *SHIPPED]), encoding="utf-8")
    return read_actors([path])


def own(folder: Path, *rows: str, header: str = "key,name,aliases,kind,country,parent") -> list:
    path = folder / "own.csv"
    path.write_text("\n".join([header, *rows]), encoding="utf-8")
    return list(read_own_rows(path).actors)


def keys(known: KnownActors, name: str) -> list[str]:
    return [actor.key for actor in known.lookup(name.split())]


def test_an_actor_with_the_main_name_of_a_shipped_one_is_that_one(tmp_path: Path, shipped: KnownActors) -> None:
    known = with_users_actors(own(tmp_path, ",Valley Army,Valley Boys,military,ML,"), shipped)
    actor = known.by_key["valley"]
    assert actor.names == ("Valley Army", "Valley Boys", "Army of the Valley", "VLA")
    assert (actor.kind, actor.wikidata, actor.ambiguous) == ("military", "Q5", ("VLA",))
    assert len(known) == len(shipped)


def test_it_is_not_that_one_when_country_or_kind_speak_against_it(tmp_path: Path, shipped: KnownActors) -> None:
    known = with_users_actors(own(tmp_path, ",The Gazette,,armed_group,NG,", ",Lake Army,,military,TD,"), shipped)
    assert keys(known, "The Gazette") == ["user-the-gazette"]
    assert keys(known, "Gazette") == ["gazette"]
    assert keys(known, "Lake Army") == ["user-lake-army"]
    assert known.by_key["lake"].names == ("Lakers",)


def test_a_key_given_on_purpose_replaces_the_shipped_actor(tmp_path: Path, shipped: KnownActors) -> None:
    known = with_users_actors(own(tmp_path, "valley,Vale Army,,military,ML,"), shipped)
    assert known.by_key["valley"].names == ("Vale Army",)
    assert keys(known, "Valley Army") == []
    assert [each.key for each in known.ancestors(known.by_key["part"])] == ["valley"]


def test_parents_may_be_shipped_and_must_be_there(tmp_path: Path, shipped: KnownActors) -> None:
    known = with_users_actors(own(tmp_path, "boys,Valley Boys,,armed_group,ML,part"), shipped)
    assert [each.key for each in known.ancestors(known.by_key["boys"])] == ["part", "valley"]
    with pytest.raises(DataFileError, match=r"own.csv, line 2, column parent: no actor has the key 'sea'"):
        with_users_actors(own(tmp_path, "boys,Valley Boys,,armed_group,ML,sea"), shipped)
    with pytest.raises(DataFileError, match="its own ancestor"):
        with_users_actors(own(tmp_path, "valley,Valley Army,,armed_group,ML,part"), shipped)


def test_an_actor_whose_every_name_is_taken_gives_its_parts_to_the_taker(tmp_path: Path, shipped: KnownActors) -> None:
    rows = own(tmp_path, "vale,Vale,Valley Army;Army of the Valley;VLA,military,ML,")
    known = with_users_actors(rows, shipped)
    assert "valley" not in known.by_key
    assert known.by_key["part"].parent == "vale"


def test_a_name_that_two_actors_of_the_user_share_is_ambiguous(tmp_path: Path, shipped: KnownActors) -> None:
    known = with_users_actors(own(tmp_path, "a,Sea Army,SA Front,other,ML,", "b,Sand Army,SA Front,other,NE,"), shipped)
    (found,) = known.scan(["SA", "Front"])
    assert found.needs_support
    assert {actor.key for actor in found.actors} == {"a", "b"}


def test_one_name_in_two_files_is_one_actor_unless_the_countries_differ(tmp_path: Path, shipped: KnownActors) -> None:
    header = "name,kind,country"
    rows = own(tmp_path, "Sea Army,military,ML", "Sea Army,armed_group,", "Sea Army,military,NE", header=header)
    assert sorted({*with_users_actors(rows, shipped).by_key} - {*shipped.by_key}) == [
        "user-sea-army",
        "user-sea-army-2",
    ]


def test_files_are_read_again_when_they_change(tmp_path: Path) -> None:
    path = tmp_path / "own.csv"
    path.write_text("name,kind\nHill Front of Nowhere,armed_group\n", encoding="utf-8")
    first = actors_for((str(path),))
    assert keys(first, "Hill Front of Nowhere") == ["user-hill-front-of-nowhere"]
    assert actors_for((str(path),)) is first
    path.write_text("name,kind\nLake Front of Nowhere,armed_group\n", encoding="utf-8")
    assert keys(actors_for((str(path),)), "Lake Front of Nowhere") == ["user-lake-front-of-nowhere"]
    assert actors_for() is known_actors()
