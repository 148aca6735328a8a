"""Days at the head of what was done on them."""

from collections.abc import Callable

import pytest

from dateline.model import Reading


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("2 March. Gunmen shot two farmers.\n\n3 March. The army arrested a monk.", ["2024-03-02", "2024-03-03"]),
        ("March 2\n\nGunmen shot two farmers.\n\nThe army arrested a monk.", ["2024-03-02", "2024-03-02"]),
        (
            "Friday, 3 May\n\nGunmen shot two farmers. On Saturday the army arrested a monk.",
            ["2024-05-03", "2024-05-04"],
        ),
        ("Gunmen shot two farmers.\n\n3 March. The army arrested a monk.", ["../2024-05-08", "2024-03-03"]),
    ],
)
def test_an_undated_deed_took_place_on_the_day_at_the_head_of_it(
    text: str, days: list[str], read: Callable[..., Reading]
) -> None:
    claims = read(text, "2024-05-08").claims
    assert [claim.when.possible.edtf for claim in claims if claim.when] == days


@pytest.mark.parametrize(
    "text",
    [
        "On 3 May soldiers burned the church and killed two monks.",
        "Soldiers burned the church on 3 May and killed two monks.",
        "Soldiers burned the church and killed two monks on 3 May.",
    ],
)
def test_joined_verbs_share_their_day(text: str, read: Callable[..., Reading]) -> None:
    claims = read(text, "2024-05-08").claims
    assert [claim.when.possible.edtf for claim in claims if claim.when] == ["2024-05-03", "2024-05-03"]
