"""Who is told of again by where they are from."""

from collections.abc import Callable

import pytest

from dateline.model import Reading

BEFORE = "Rebels seized a Korean engineer near the dam, killing two soldiers."


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        (f"{BEFORE} They threatened to kill the Korean if troops came near.", "Korean engineer"),
        (f"{BEFORE} They threatened to attack the Russians.", "Russians"),
    ],
)
def test_the_korean_is_the_korean_told_of_before(read: Callable[..., Reading], text: str, whom: str) -> None:
    threats = [claim for claim in read(text).claims if claim.type == "THREATEN"]
    assert [threat.object.name for threat in threats if threat.object] == [whom]
