from pathlib import Path
from typing import Any

import pytest

from dateline.errors import DataFileError
from dateline.languages.load import load_yaml
from dateline.ontology import cameo
from dateline.ontology.cameo import EventKind, event_kind
from dateline.ontology.load import load_ontology

TABLE: Any = load_yaml(Path(cameo.__file__).with_name("cameo_plover.yaml"))


@pytest.mark.parametrize(("code", "expected"), TABLE["examples"].items())
def test_a_code_is_what_its_longest_listed_beginning_is(code: str, expected: str | None) -> None:
    found = event_kind(code)
    if expected is None:
        assert isinstance(found, str)
    else:
        name, _, mode = expected.partition("/")
        assert found == EventKind(name, mode or None)


def test_the_table_names_types_and_modes_of_the_ontology_and_covers_every_root() -> None:
    types = load_ontology().types
    for words in TABLE["codes"].values():
        name, _, mode = words.partition("/")
        assert not mode or mode in types[name].modes, words
    assert {code[:2] for code in (*TABLE["codes"], *TABLE["makes_no_event"])} == {f"{n:02}" for n in range(1, 21)}


@pytest.mark.parametrize("code", ["", "1", "18a", "18111", "99", "00"])
def test_what_is_no_code_of_cameo_is_refused(code: str) -> None:
    with pytest.raises(DataFileError, match="CAMEO"):
        event_kind(code)
