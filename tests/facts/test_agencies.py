"""Which agency a report credits."""

import pytest

from dateline.facts.agencies import credited_agency

BODY = "Rebels took the town on Monday. " * 20


@pytest.mark.parametrize(
    ("text", "given", "agency"),
    [
        (f"GAO (Reuters) - {BODY}", {}, "Reuters"),
        (f"{BODY}\nAFP", {}, "AFP"),
        (f"{BODY}the governor said. (AP)", {}, "AP"),
        (BODY, {"author": "Agence France-Presse"}, "Agence France-Presse"),
        (BODY, {"publisher": "Xinhua"}, "Xinhua"),
        (BODY, {"publisher": "The Post"}, None),
        (f"{BODY}(Reuters){BODY}", {}, None),
        (f"{BODY}He rang AFP on Monday", {}, None),
        (f"(reuters) {BODY}", {}, None),
        (f"The Palestinian Authority (PA) said so. {BODY}", {}, None),
        ("", {}, None),
    ],
)
def test_an_agency_is_credited_in_brackets_at_the_start_at_the_end_or_as_author(
    text: str, given: dict[str, str], agency: str | None
) -> None:
    found = credited_agency(text, dateline=None, author=given.get("author"), publisher=given.get("publisher"))
    assert found == agency


def test_the_dateline_goes_before_all() -> None:
    assert credited_agency(f"(AP) {BODY}", dateline="Reuters", author="AFP", publisher="Xinhua") == "Reuters"


def test_the_text_goes_before_a_publisher_that_is_no_agency() -> None:
    assert credited_agency(f"(AP) {BODY}", dateline=None, author="Ann Lee", publisher="The Post") == "AP"
