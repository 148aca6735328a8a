"""Which claims may tell of one event at all."""

import pytest

from dateline.facts.events.families import family_of, modes_fit


@pytest.mark.parametrize(
    ("type_", "mode", "modality", "family"),
    [
        ("ASSAULT", None, "actual", "violence"),
        ("ASSAULT", "raid", "alleged", "violence"),
        ("ASSAULT", "explosives", "actual", "violence"),
        ("ASSAULT", "abduct", "actual", "abduction"),
        ("ASSAULT", "raid", "planned", "violence:planned"),
        ("COERCE", "arrest", "actual", "arrest"),
        ("COERCE", "curfew", "actual", "coerce"),
        ("PROTEST", "demo", "actual", "protest"),
    ],
)
def test_a_mode_goes_with_its_type_unless_it_has_a_family_of_its_own(
    type_: str, mode: str | None, modality: str, family: str
) -> None:
    assert family_of(type_, mode, modality) == family


@pytest.mark.parametrize(
    ("left", "right", "fit"),
    [
        ("raid", "raid", True),
        ("raid", "explosives", True),
        ("explosives", "raid", True),
        ("ambush", "aerial", False),
        ("raid", None, None),
        (None, None, None),
    ],
)
def test_modes_of_a_common_line_may_be_one_event(left: str | None, right: str | None, fit: bool | None) -> None:
    assert modes_fit(left, right) is fit
