"""The page on actors holds true: its examples are read as it says, its table names every column."""

import re
from pathlib import Path
from typing import get_args

import pytest

from dateline.knowledge.load import COLUMNS
from dateline.knowledge.lookup import known_actors
from dateline.knowledge.user_actors import with_users_actors
from dateline.knowledge.user_files import read_actor_file
from dateline.model import EntityKind

PAGE = (Path(__file__).parents[2] / "docs" / "actors.md").read_text(encoding="utf-8")
FORMATS = {
    "csv": "CSV",
    "actors": "PETRARCH actors",
    "agents": "PETRARCH agents",
    "json": "FollowTheMoney entities",
}
EXAMPLES = [
    (kind, body)
    for kind, body in re.findall(r"^```(\w+)\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
    if kind in FORMATS
]


@pytest.mark.parametrize(("kind", "body"), EXAMPLES)
def test_an_example_is_read_as_the_kind_that_it_shows(tmp_path: Path, kind: str, body: str) -> None:
    path = tmp_path / "example"
    path.write_text(body, encoding="utf-8")
    file = read_actor_file(path)
    assert file.format == FORMATS[kind]
    assert file.skipped == ()
    assert len(with_users_actors(file.actors, known_actors())) == len(known_actors()) + len(file.actors)


def test_there_is_an_example_of_each_kind() -> None:
    assert {kind for kind, _ in EXAMPLES} == set(FORMATS)


def test_the_table_names_every_column_and_kind() -> None:
    assert tuple(re.findall(r"^\| `(\w+)` \|", PAGE, re.MULTILINE)) == COLUMNS
    (kinds,) = re.findall(r"^\| `kind` \| (.*) \|$", PAGE, re.MULTILINE)
    assert set(re.findall(r"`(\w+)`", kinds)) == set(get_args(EntityKind))
