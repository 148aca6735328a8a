"""What a given name tells of its bearer."""

from functools import cache
from typing import Literal

from dateline.knowledge.spelling import fold
from dateline.languages.load import language_data

Gender = Literal["feminine", "masculine"]


def given_gender(name: str) -> Gender | None:
    """The gender that the first word of a full name tells; None for a single word and for names that tell nothing."""
    words = name.split()
    return _genders().get(fold(words[0])) if len(words) > 1 else None


@cache
def _genders() -> dict[str, Gender]:
    data = language_data("given_names")
    genders: tuple[Gender, ...] = ("feminine", "masculine")
    return {name: gender for gender in genders for name in data[gender]}
