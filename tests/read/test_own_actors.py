"""A user's own actors in a reading."""

from pathlib import Path

import pytest

from dateline import Reader
from dateline.knowledge.user_actors import actors_for
from dateline.model import Reading
from dateline.read.coreference import Coreference
from dateline.read.mentions import Mentions

ACTORS = """\
RIVER_BRIGADE_ [SYRREB >110601] [SYRMIL <110531]
VALLEY_HOST_ [MLIREB]
"""
PARTS = """\
key,name,kind,country,parent
quorl,Quorl,armed_group,ML,aqim
"""


@pytest.fixture
def files(tmp_path: Path) -> tuple[str, str]:
    dictionary, parts = tmp_path / "made.actors", tmp_path / "parts.csv"
    dictionary.write_text(ACTORS, encoding="utf-8")
    parts.write_text(PARTS, encoding="utf-8")
    return str(dictionary), str(parts)


@pytest.fixture
def read(reader: Reader, files: tuple[str, str], monkeypatch: pytest.MonkeyPatch):  # type: ignore[no-untyped-def]
    """Reads with the user's actors, the language model of the other tests lent to it."""
    mentions, coreference = (
        reader.language.get_pipe("dateline_mentions"),
        reader.language.get_pipe("dateline_coreference"),
    )
    assert isinstance(mentions, Mentions)
    assert isinstance(coreference, Coreference)
    monkeypatch.setattr(mentions, "finder", Mentions(files).finder)
    monkeypatch.setattr(coreference, "actors", actors_for(files))
    return reader.read


def entity(reading: Reading, name: str) -> tuple[str, str | None, str | None]:
    (found,) = [each for each in reading.entities if each.name == name]
    return found.kind, found.country, found.actor


@pytest.mark.parametrize(
    ("published", "kind"), [("2010-05-05", "military"), ("2012-05-05", "armed_group"), (None, "organisation")]
)
def test_an_actor_is_what_it_was_on_the_day_of_the_report(read, published: str | None, kind: str) -> None:  # type: ignore[no-untyped-def]
    reading = read("The River Brigade shelled a village on Monday.", published=published)
    assert entity(reading, "River Brigade") == (kind, "SY", "user-river-brigade")


def test_a_single_word_is_known_and_a_part_of_a_shipped_actor_found_by_its_whole(read) -> None:  # type: ignore[no-untyped-def]
    reading = read("Quorl claimed the raid. The branch of al-Qaeda in the Islamic Maghreb said it would return.")
    assert entity(reading, "Quorl") == ("armed_group", "ML", "quorl")
    mentions = [mention.text for mention in reading.mentions if mention.entity == reading.entities[0].id]
    assert any("branch" in text for text in mentions)


def test_a_reader_with_actors_is_of_another_version(files: tuple[str, str]) -> None:
    assert Reader(actors=files).version.startswith(f"{Reader().version}, actors ")
