"""Bodies whose names leave open whether they are armed groups: what else the report says settles it."""

import pytest

from dateline import Reader
from dateline.ingest import report_from_text


@pytest.fixture(scope="module")
def rules() -> Reader:
    return Reader(encoder=False)


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("The Darfur Liberation Army attacked a town.", "Darfur Liberation Army", "armed_group"),
        ("The Sultan Division left Gao. Fighters of the Sultan Division fled.", "Sultan Division", "armed_group"),
        ("The Northern Rally, a rebel group, left Gao.", "Northern Rally", "armed_group"),
        ("The outlawed Northern Rally left Gao.", "Northern Rally", "armed_group"),
        ("The Northern Rally claimed responsibility for the blast.", "Northern Rally", "armed_group"),
        ("A group calling itself the Northern Rally left Gao.", "Northern Rally", "armed_group"),
        ("The Northern Rally won nine seats.", "Northern Rally", "organisation"),
        ("The Third Division left Gao.", "Third Division", "military"),
        ("Fighters of Omar Tall left Gao. Omar Tall said so.", "Omar Tall", "person"),
        ("Chad said it had lost six men.", "Chad", "government"),
        ("DR Congo said it had lost six men.", "DR Congo", "government"),
    ],
)
def test_the_kind_is_what_the_report_tells(rules: Reader, text: str, name: str, kind: str) -> None:
    reading = rules.read(report_from_text(text))
    kinds = {mention.text: mention.kind for mention in reading.mentions if mention.form == "name"}
    assert {kinds[words] for words in kinds if words.removeprefix("the ") == name} == {kind}
