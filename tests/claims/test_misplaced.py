"""Objects and particles that parsers hang in another place."""

from collections.abc import Callable

import pytest

Told = Callable[[str, str], list[tuple[str | None, str | None]]]


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("Soldiers finished off the wounded in the clinic.", "ASSAULT", ("Soldiers", "wounded")),
        ("The rebels handed over six drivers to the Red Cross.", "RETREAT", ("rebels", "six drivers")),
        ("Two jets dropped napalm on the ridge.", "ASSAULT", ("Two jets", None)),
    ],
)
def test_what_the_parser_hangs_elsewhere_is_found(
    told: Told, text: str, kind: str, expected: tuple[str | None, str | None]
) -> None:
    assert told(text, kind) == [expected]
