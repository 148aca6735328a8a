from collections import Counter
from pathlib import Path

import pycountry
import pytest

from dateline.errors import DataFileError
from dateline.knowledge.load import COLUMNS, KnownActor, read_actor_rows
from dateline.knowledge.lookup import FOLDER, known_actors

HEADER = ",".join(COLUMNS)
GOOD = "hill-front,Hill Front,HF;Front of the Hills,HF,armed_group,ML,,1990,1999,,REB"


def write(folder: Path, *rows: str, header: str = HEADER) -> Path:
    path = folder / "own.csv"
    path.write_text("\n".join([header, *rows]) + "\n", encoding="utf-8")
    return path


def test_a_row_becomes_a_typed_actor(tmp_path: Path) -> None:
    (actor,) = read_actor_rows([write(tmp_path, GOOD)])
    assert actor == KnownActor(
        key="hill-front",
        name="Hill Front",
        aliases=("HF", "Front of the Hills"),
        ambiguous=("HF",),
        kind="armed_group",
        country="ML",
        parent=None,
        since=1990,
        until=1999,
        wikidata=None,
        plover="REB",
        source="own.csv, line 2",
    )
    assert actor.names == ("Hill Front", "HF", "Front of the Hills")


@pytest.mark.parametrize(
    ("row", "complaint"),
    [
        ("Hill Front,Hill Front,,,armed_group,ML,,,,,REB", "line 2, column key"),
        ("hill,,,,armed_group,ML,,,,,REB", "line 2, column name"),
        ("hill,Hill,A;;B,,armed_group,ML,,,,,REB", "line 2, column aliases"),
        ("hill,Hill,A; B,,armed_group,ML,,,,,REB", "line 2, column aliases"),
        ("hill,Hill,A,B,armed_group,ML,,,,,REB", "line 2, column ambiguous.*: B"),
        ("hill,Hill,,,army,ML,,,,,REB", "line 2, column kind: 'army'"),
        ("hill,Hill,,,armed_group,Mali,,,,,REB", "line 2, column country"),
        ("hill,Hill,,,armed_group,ML,valley,,,,REB", "line 2, column parent: no actor"),
        ("hill,Hill,,,armed_group,ML,hill,,,,REB", "line 2, column parent.*ancestor"),
        ("hill,Hill,,,armed_group,ML,,199,,,REB", "line 2, column from"),
        ("hill,Hill,,,armed_group,ML,,,2999,,REB", "line 2, column to"),
        ("hill,Hill,,,armed_group,ML,,1999,1990,,REB", "line 2, column to.*1999 to 1990"),
        ("hill,Hill,,,armed_group,ML,,,,Q0,REB", "line 2, column wikidata"),
        ("hill,Hill,,,armed_group,ML,,,,,RBL", "line 2, column plover: 'RBL'"),
        ("hill,Hill,,,armed_group,ML", "line 2: 6 columns"),
    ],
)
def test_a_bad_row_is_refused_by_line_and_column(tmp_path: Path, row: str, complaint: str) -> None:
    with pytest.raises(DataFileError, match=complaint):
        read_actor_rows([write(tmp_path, row)])


def test_a_key_used_twice_is_refused_even_across_files(tmp_path: Path) -> None:
    first = write(tmp_path, GOOD)
    second = tmp_path / "second.csv"
    second.write_text(first.read_text(encoding="utf-8"), encoding="utf-8")
    with pytest.raises(
        DataFileError, match=r"second.csv, line 2, column key: 'hill-front' is used already in own.csv, line 2"
    ):
        read_actor_rows([first, second])


def test_parents_in_a_circle_are_refused(tmp_path: Path) -> None:
    rows = ["a,A,,,armed_group,,b,,,,REB", "b,B,,,armed_group,,c,,,,REB", "c,C,,,armed_group,,a,,,,REB"]
    with pytest.raises(DataFileError, match="its own ancestor"):
        read_actor_rows([write(tmp_path, *rows)])


def test_wrong_columns_and_unreadable_files_are_refused(tmp_path: Path) -> None:
    with pytest.raises(DataFileError, match="line 1: the columns must be key,name"):
        read_actor_rows([write(tmp_path, GOOD, header="key,name")])
    with pytest.raises(DataFileError, match="not a readable CSV file"):
        read_actor_rows([tmp_path / "absent.csv"])
    latin = tmp_path / "latin.csv"
    latin.write_bytes(f"{HEADER}\nhill,Cóndor,,,armed_group,,,,,,REB\n".encode("latin-1"))
    with pytest.raises(DataFileError, match="not a readable CSV file"):
        read_actor_rows([latin])


def test_countries_are_those_of_iso_3166_and_kosovo() -> None:
    codes = {country.alpha_2 for country in pycountry.countries} | {"XK"}
    unknown = {
        actor.key: actor.country for actor in known_actors().by_key.values() if actor.country not in {None, *codes}
    }
    assert unknown == {}


def test_the_files_are_broad() -> None:
    actors = known_actors().by_key.values()
    kinds = Counter(actor.kind for actor in actors)
    countries = {actor.country for actor in actors} - {None}
    assert len(actors) >= 1700
    assert len(countries) >= 130
    assert kinds["armed_group"] >= 600
    assert min(kinds[kind] for kind in ("military", "police", "government", "intergovernmental", "media")) >= 60
    assert 500 <= kinds["person"] < len(actors) / 2, "heads of state, ministers and commanders known everywhere"


def test_no_wikidata_id_stands_for_two_actors() -> None:
    ids = Counter(actor.wikidata for actor in known_actors().by_key.values() if actor.wikidata)
    assert [wikidata for wikidata, count in ids.items() if count > 1] == []


def test_a_part_does_not_begin_after_its_whole_has_ended() -> None:
    by_key = known_actors().by_key
    late = [
        actor.key
        for actor in by_key.values()
        if actor.parent and (actor.since or 0) > (by_key[actor.parent].until or 9999)
    ]
    assert late == []


def test_every_file_of_the_folder_is_read() -> None:
    files = {actor.source.split(",")[0] for actor in known_actors().by_key.values()}
    assert files == {path.name for path in FOLDER.iterdir()}
