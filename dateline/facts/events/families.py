"""Which claims may tell of one event at all."""

from functools import cache
from pathlib import Path
from typing import Any

import dateline.ontology
from dateline.languages.load import load_yaml

FILE = Path(dateline.ontology.__file__).with_name("families.yaml")
NOT_YET = frozenset({"planned"})
"""Modalities of what has not happened as far as is said: such claims make facts of their own."""


def family_of(type_: str, mode: str | None, modality: str) -> str:
    """The family of a claim: ``violence``, ``abduction``, …; with ``:planned`` behind it for what is not said to have
    happened.
    """
    by_code = _by_code()
    family = by_code.get(f"{type_}/{mode}") or by_code.get(type_) or type_.lower()
    return f"{family}:planned" if modality in NOT_YET else family


def modes_fit(left: str | None, right: str | None) -> bool | None:
    """Whether two modes may be those of one event; None when one of them is not said."""
    if left is None or right is None:
        return None
    return left == right or frozenset((left, right)) in _alike()


@cache
def _data() -> Any:
    return load_yaml(FILE)


@cache
def _by_code() -> dict[str, str]:
    return {code: family for family, codes in _data()["families"].items() for code in codes}


@cache
def _alike() -> frozenset[frozenset[str]]:
    return frozenset(frozenset((left, right)) for line in _data()["alike"] for left in line for right in line)
