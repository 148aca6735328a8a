from pathlib import Path

import pytest

from dateline.errors import DataFileError
from dateline.knowledge.actor_file import ActorFile
from dateline.knowledge.own_rows import read_own_rows


def read(folder: Path, text: str) -> ActorFile:
    path = folder / "own.csv"
    path.write_text(text, encoding="utf-8")
    return read_own_rows(path)


def test_name_kind_and_country_are_enough(tmp_path: Path) -> None:
    hill, lake = read(tmp_path, "name,kind,country\nHill Front,armed_group,MLI\nLake Patrol,police,ne\n\n").actors
    assert (hill.key, hill.country, hill.plover) == ("user-hill-front", "ML", "REB")
    assert (lake.country, lake.plover, lake.source) == ("NE", "COP", "own.csv, line 3")


def test_columns_come_in_any_order_and_as_many_as_there_are(tmp_path: Path) -> None:
    (actor,) = read(tmp_path, "\ufeffKind,aliases,Name,ambiguous,from\nother,HF;Hills,Hill Front,HF,1990\n").actors
    assert (actor.aliases, actor.ambiguous, actor.since) == (("HF", "Hills"), ("HF",), 1990)


def test_every_malformed_row_is_named_and_nothing_is_kept(tmp_path: Path) -> None:
    rows = ["hill,Hill Front,army,ML", "lake,Lake", "pond,Pond Patrol,police,Mali", "a,Pond,other,", "a,Sea,other,"]
    with pytest.raises(DataFileError) as caught:
        read(tmp_path, "\n".join(["key,name,kind,country", *rows]))
    message = str(caught.value)
    assert message.startswith("own.csv, line 2: column kind: 'army' is none of")
    assert "line 3: 2 columns instead of 4" in message
    assert "line 4: column country: 'Mali' does not have the right form" in message
    assert "line 6: column key: 'a' is used already in line 5" in message


@pytest.mark.parametrize("header", ["name,country", "name,kind,colour", "name,name,kind", ""])
def test_other_columns_are_refused(tmp_path: Path, header: str) -> None:
    with pytest.raises(DataFileError, match="line 1: the columns may be key, name"):
        read(tmp_path, f"{header}\nx,y\n")


def test_a_quote_left_open_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DataFileError, match="line 2: is no CSV"):
        read(tmp_path, 'name,kind\n"Hill Front,other\n')
