"""The families of events: every code and mode is one of the ontology, and stands once."""

from collections import Counter
from itertools import combinations
from typing import Any

import pytest

from dateline.facts.events.families import FILE, family_of, modes_fit
from dateline.languages.load import load_yaml
from dateline.ontology.load import Ontology, load_ontology


@pytest.fixture(scope="module")
def families() -> Any:
    return load_yaml(FILE)


@pytest.fixture(scope="module")
def ontology() -> Ontology:
    return load_ontology()


def test_every_code_is_an_event_type_of_the_ontology_with_a_mode_of_its_own(families: Any, ontology: Ontology) -> None:
    for code in (code for codes in families["families"].values() for code in codes):
        name, _, mode = code.partition("/")
        assert ontology.types[name].kind == "event", code
        assert not mode or mode in ontology.modes(name), code


def test_no_code_is_in_two_families_and_each_is_found_there(families: Any) -> None:
    codes = Counter(code for held in families["families"].values() for code in held)
    assert max(codes.values()) == 1
    for family, held in families["families"].items():
        for code in held:
            name, _, mode = code.partition("/")
            assert family_of(name, mode or None, "actual") == family


def test_no_family_is_called_as_a_type_is_that_has_none(families: Any, ontology: Ontology) -> None:
    assert not {name.lower() for name in ontology.types} & families["families"].keys()


def test_modes_that_may_be_one_event_are_of_one_type_and_stand_once_in_a_line(
    families: Any, ontology: Ontology
) -> None:
    for line in families["alike"]:
        assert len(set(line)) == len(line) > 1, line
        holders = [name for name in ontology.types if set(line) <= ontology.modes(name)]
        assert holders, line
        assert all(modes_fit(left, right) for left, right in combinations(line, 2))


def test_modes_that_may_be_one_event_can_be_compared_at_all(families: Any, ontology: Ontology) -> None:
    for line in families["alike"]:
        for name in ontology.types:
            if set(line) <= ontology.modes(name):
                assert len({family_of(name, mode, "actual") for mode in line}) == 1, line
