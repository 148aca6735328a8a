"""Headlines that name their source by a colon, a dash or a "says" behind."""

from collections.abc import Callable, Mapping
from typing import Any

import pytest

from dateline.languages.load import language_data
from dateline.model import Reading
from dateline.read.headline_sources import headline_sources

EXAMPLES = language_data("attribution")["headline_sources"]["examples"]


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example["text"])
def test_a_line_names_its_source_without_a_sentence_for_it(example: Mapping[str, Any]) -> None:
    text = example["text"]
    found = [text[slice(*source.who)] for source in headline_sources(text, ((0, len(text)),))]
    assert found == ([example["who"]] if example["who"] else [])


@pytest.mark.parametrize(
    ("headline", "doer", "speaker"),
    [
        ("Army kills 40 civilians in Djibo: HRW", "Army", "HRW"),
        ("HRW: army killed 40 civilians in Djibo", "army", "HRW"),
        ("Gunmen kill mayor of Sopore – police", "Gunmen", "police"),
        ("Rebels seize Goma airport -UN", "Rebels", "UN"),
        ("Rebels seize Goma airport, says UN", "Rebels", "UN"),
        ("Rebels seize Goma airport – BBC News", "Rebels", None),
        ("GOMA: rebels seize the airport", "rebels", None),
    ],
)
def test_what_a_headline_says_is_said_by_its_source_who_did_not_do_it(
    headline: str, doer: str, speaker: str | None, read: Callable[..., Reading]
) -> None:
    claim = read(f"{headline}\n\nIt happened on Monday.").claims[0]
    assert claim.subject is not None
    assert claim.subject.name == doer
    assert (claim.said_by.name if claim.said_by else None) == speaker
