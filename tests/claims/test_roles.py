"""Who holds an office that stands beside a name."""

from collections.abc import Callable

import pytest

from dateline.model import Reading

Told = Callable[[str, str], list[tuple[str | None, str | None]]]


@pytest.mark.parametrize(
    "text",
    [
        "The Dawn Front rejected the truce that its emir, Sheikh Omar Tall, had signed in October.",
        "The Dawn Front was shelled after the arrest of its boss, Omar Tall, in the capital.",
        "The Dawn Front, whose chief is Omar Tall, fled.",
        "The Dawn Front fled. One of its leaders, Omar Tall, was killed.",
        "The army killed a local commander of the Dawn Front, Omar Tall.",
        "The Dawn Front fled. Its secretary-general, Omar Tall, warned of revenge.",
    ],
)
def test_an_office_printed_beside_a_name_is_held_by_whoever_bears_it(told: Told, text: str) -> None:
    ((leader, group),) = told(text, "leads")
    assert (leader or "").endswith("Omar Tall")
    assert group == "Dawn Front"


def test_who_introduces_somebody_is_the_report_and_not_who_is_quoted(read: Callable[..., Reading]) -> None:
    reading = read("Police said the leader of the Dawn Front, Omar Tall, had killed two soldiers.")
    said_by = {claim.type: claim.said_by and claim.said_by.name for claim in reading.claims}
    assert said_by["leads"] is None
    assert said_by["ASSAULT"] == "Police"
