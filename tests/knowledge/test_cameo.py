from typing import get_args

import pytest

from dateline.knowledge.cameo import codes, decode, is_nothing
from dateline.knowledge.load import SECTORS
from dateline.model import EntityKind


@pytest.mark.parametrize("code", codes()["examples"])
def test_the_examples_of_the_list_hold(code: str) -> None:
    coded = decode(code)
    assert coded is not None
    assert {"country": coded.country, "kind": coded.kind, "plover": coded.plover} == codes()["examples"][code]


def test_the_list_holds_only_kinds_and_sectors_that_there_are() -> None:
    for kind, plover in codes()["sectors"].values():
        assert kind in get_args(EntityKind)
        assert plover in SECTORS


def test_a_country_or_region_alone_says_nothing_of_the_kind() -> None:
    assert decode("MLI").kind is None  # type: ignore[union-attr]
    assert decode("WAF") == decode("EUR")
    assert decode("KSV").country == "XK"  # type: ignore[union-attr]


@pytest.mark.parametrize("code", ["MLIGO", "mli", "", "ML-REB", "~GOV"])
def test_what_is_not_made_of_parts_of_three_capitals_is_no_code(code: str) -> None:
    assert decode(code) is None


def test_hyphens_stand_for_no_actor() -> None:
    assert is_nothing("---")
    assert not is_nothing("MLI")
