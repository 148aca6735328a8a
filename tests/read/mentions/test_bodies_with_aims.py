"""Names that say what a body is for: "the Front for the Liberation of the Hills"."""

from collections.abc import Callable

import pytest

from dateline.model import Reading

Read = Callable[[str], Reading]

NAMES = {
    "The Front for the Liberation of the Hills attacked Gao.": ("Front for the Liberation of the Hills", "armed_group"),
    "The Movement for the Defence of Darfur attacked Gao.": ("Movement for the Defence of Darfur", "armed_group"),
    "They joined the Union of Forces for the Protection of the River.": (
        "Union of Forces for the Protection of the River",
        "armed_group",
    ),
    "The Army for the Restoration of the Republic attacked Gao.": (
        "Army for the Restoration of the Republic",
        "armed_group",
    ),
    "The Committee for the Protection of Teachers condemned the raid.": (
        "Committee for the Protection of Teachers",
        "organisation",
    ),
    "The Ministry for the Environment of Chad said so.": ("Ministry for the Environment", "government"),
}


@pytest.mark.parametrize("text", NAMES)
def test_a_name_goes_on_with_what_its_aim_is_about(read: Read, text: str) -> None:
    names = [(mention.text, mention.kind) for mention in read(text).mentions if mention.form == "name"]
    assert NAMES[text] in names
