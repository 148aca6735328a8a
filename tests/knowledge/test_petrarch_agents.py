from pathlib import Path

import pytest

from dateline.errors import DataFileError
from dateline.knowledge.actor_file import ActorFile
from dateline.knowledge.petrarch_agents import read_petrarch_agents

DICTIONARY = """\
!PERSON! = MAN, MEN, WOMAN
LAKE_GUARD {} [~COP]   # no plural
DUNE_RIDER [~REB]
THIEF {THIEVES} [~CRM]
DEPUTY [~LEG]
RELIEF_AGENCY [NGO~]
MISTRESS[~ELI]
BOATS!PERSON! [~CVL]
ROPE_MAKER [~XYZ]
"""


def read(folder: Path, text: str) -> ActorFile:
    path = folder / "made.agents"
    path.write_text(text, encoding="utf-8")
    return read_petrarch_agents(path)


def test_nouns_get_their_plurals_and_sectors(tmp_path: Path) -> None:
    file = read(tmp_path, DICTIONARY)
    assert [(agent.singular, agent.plurals, agent.kind, agent.plover) for agent in file.agents] == [
        ("lake guard", (), "police", "COP"),
        ("dune rider", ("dune riders",), "armed_group", "REB"),
        ("thief", ("thieves",), "organisation", "CRM"),
        ("deputy", ("deputies",), "government", "LEG"),
        ("relief agency", ("relief agencies",), "organisation", "NGO"),
        ("mistress", ("mistresses",), "person", "ELI"),
        ("boatsman", (), "civilians", "CVL"),
        ("boatsmen", (), "civilians", "CVL"),
        ("boatswoman", (), "civilians", "CVL"),
    ]
    (skipped,) = file.skipped
    assert (skipped.line, skipped.words) == (9, "ROPE_MAKER [~XYZ]")


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ("DUNE_RIDER [~REB}", "line 1: 'DUNE_RIDER .~REB}' is no noun"),
        ("DUNE_RIDER", "is no noun"),
        ("DUNE_RIDER [REB]", "'REB' is no code of an agent"),
        ("DUNE_RIDER [~RE]", "'~RE' is no code of an agent"),
        ("DUNE!RIDER! [~REB]", "!RIDER! is not defined above"),
    ],
)
def test_a_malformed_line_is_refused(tmp_path: Path, line: str, complaint: str) -> None:
    with pytest.raises(DataFileError, match=complaint):
        read(tmp_path, f"{line}\nTHIEF [~CRM]\n")
