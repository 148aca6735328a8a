import pytest

from dateline.ingest.other_language import NOTE, language_note
from dateline.ingest.text_report import report_from_text
from dateline.languages.load import language_data

EXAMPLES = language_data("common_words")["examples"]


@pytest.mark.parametrize("text", EXAMPLES["english"])
def test_an_english_text_has_no_note(text: str) -> None:
    assert language_note(text) is None


@pytest.mark.parametrize("text", EXAMPLES["other"])
def test_a_text_in_another_language_has_a_note_that_says_what_to_do(text: str) -> None:
    assert report_from_text(text).notes == (NOTE,)
    assert "Translate" in NOTE


@pytest.mark.parametrize("text", ["", "Rebels take Gao", "1 2 3 4 5 6 7 8 9 10 11 12", "Добрый день", "Guerre au Mali"])
def test_a_text_too_short_to_tell_has_none(text: str) -> None:
    assert language_note(text) is None
