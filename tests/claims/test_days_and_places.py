from collections.abc import Callable

import pytest

from dateline.model import Reading


@pytest.mark.parametrize(
    "text",
    [
        "On 3 May 2011 the mayor said that rebels attacked the town.",
        "The mayor said on 3 May 2011 that rebels attacked the town.",
    ],
)
def test_the_day_of_saying_is_not_the_day_of_what_is_said(text: str, read: Callable[..., Reading]) -> None:
    claim = next(claim for claim in read(text).claims if claim.type == "ASSAULT")
    assert claim.when is None or claim.when.edtf != "2011-05-03"
