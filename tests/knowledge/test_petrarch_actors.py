from datetime import date
from pathlib import Path

import pytest

from dateline.errors import DataFileError
from dateline.knowledge.actor_file import ActorFile
from dateline.knowledge.petrarch_actors import read_petrarch_actors

DICTIONARY = """\
# A made-up dictionary
ANDORIA_ [AND] ; a country
+ANDORIAN_
HILL_FRONT_(HF)_ [MLIREB]
+FRONT_OF_THE_HILLS_

+HILLMEN_
OUMAR_TESSALI_
+GENERAL_TESSALI_
+TESSALI_
\t[MLIMIL 19900101-20110301]
\t[MLIGOV >110302]
RIVER_BRIGADE_ [SYRREB >110601] [SYRMIL <110531]
KESSEL_PEOPLE_ [kes]
LAKE_WATCH_ [---]
POND_WATCH_
+MONITORS_OF_THE_POND_ [NGO]
"""


def read(folder: Path, text: str) -> ActorFile:
    path = folder / "made.actors"
    path.write_text(text, encoding="utf-8")
    return read_petrarch_actors(path)


def test_names_synonyms_and_codes_become_actors(tmp_path: Path) -> None:
    hill, general, brigade, monitors = read(tmp_path, DICTIONARY).actors
    assert (hill.key, hill.names, hill.kind) == (
        "user-hill-front",
        ("Hill Front", "HF", "Front of the Hills", "Hillmen"),
        "armed_group",
    )
    assert (hill.country, hill.plover, hill.source) == ("ML", "REB", "made.actors, line 4")
    assert general.kind == "person", "whoever holds offices from day to day is a person"
    assert general.ambiguous == ("Tessali",), "a surname alone needs support"
    assert brigade.kind == "organisation", "its name says it is a body, its codes differ"
    assert (monitors.name, monitors.country) == ("Monitors of the Pond", None)


def test_roles_follow_the_day(tmp_path: Path) -> None:
    _, general, brigade, _ = read(tmp_path, DICTIONARY).actors
    assert general.as_of(date(2011, 3, 1)).plover == "MIL"
    assert general.as_of(date(2011, 3, 2)).plover == "GOV"
    assert general.as_of(date(1980, 1, 1)).plover == "UNK"
    assert brigade.as_of(date(2011, 5, 31)).kind == "military"
    assert brigade.as_of(date(2012, 1, 1)).kind == "armed_group"


def test_what_cannot_be_used_is_skipped_with_line_and_reason(tmp_path: Path) -> None:
    skipped = {(entry.line, entry.words): entry.reason for entry in read(tmp_path, DICTIONARY).skipped}
    assert list(skipped) == [(2, "ANDORIA"), (14, "KESSEL_PEOPLE"), (15, "LAKE_WATCH"), (16, "POND_WATCH")]
    assert "gazetteer" in skipped[2, "ANDORIA"]
    assert "religious" in skipped[14, "KESSEL_PEOPLE"]
    assert skipped[16, "POND_WATCH"] == "it has no code"


def test_entries_that_begin_with_one_name_are_one_actor(tmp_path: Path) -> None:
    text = "LAKE_ARMY_ [MLIMIL 900101-910101]\nHILL_FRONT_ [MLIREB]\nLAKE_ARMY_ [MLIREB >910102]\n+LAKE_MEN_\n"
    lake, _ = read(tmp_path, text).actors
    assert (lake.names, len(lake.roles)) == (("Lake Army", "Lake Men"), 2)


def test_every_malformed_line_is_named_and_nothing_is_kept(tmp_path: Path) -> None:
    text = "+SYNONYM_\nHILL_FRONT_ [MLIREB\nLAKE_ARMY_ [MLIMIL >991301]\n+\nPOND_ [MLIMI]\n"
    with pytest.raises(DataFileError) as caught:
        read(tmp_path, text)
    message = str(caught.value)
    assert message.startswith("made.actors, line 1: stands below no actor; line 2: '[MLIREB' is no code in brackets")
    assert "line 3: 991301 is no day of the calendar" in message
    assert "line 5: 'MLIMI' is no code" in message


def test_of_many_malformed_lines_the_first_are_told_and_the_rest_counted(tmp_path: Path) -> None:
    with pytest.raises(DataFileError, match=r"line 10: .*; and 15 more malformed lines$"):
        read(tmp_path, "HILL_ [\n" * 25)
