import pytest

from dateline.cli.words import counted, printable, say


def test_control_characters_do_not_reach_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    say("skipped \x1b[2Ja\x07.txt:\nno text")
    assert capsys.readouterr().err == "skipped �[2Ja�.txt: no text\n"


def test_letters_of_any_script_stay() -> None:
    assert printable("Kélé تمبكتو 通布图") == "Kélé تمبكتو 通布图"


@pytest.mark.parametrize(("number", "words"), [(0, "0 claims"), (1, "1 claim"), (1234, "1,234 claims")])
def test_counts_read_well(number: int, words: str) -> None:
    assert counted(number, "claim") == words
