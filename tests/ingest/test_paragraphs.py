from dateline.ingest.paragraphs import join_lines


def test_printed_lines_become_paragraphs() -> None:
    lines = [
        "Market town taken before dawn",
        "Fighters of the Valley Front entered the market town before dawn on Mon-",
        "day, three residents said by telephone. The army withdrew to its barracks",
        "on the southern road.",
        "The commander of al-",
        "Example said nothing of losses, and the office of the governor could not",
        "be reached at the end of the day.",
    ]
    headline, first, second = join_lines(lines).split("\n\n")
    assert headline == "Market town taken before dawn"
    assert first.startswith("Fighters of the Valley Front entered the market town before dawn on Monday, three")
    assert first.endswith("The army withdrew to its barracks on the southern road.")
    assert second.startswith("The commander of al-Example said nothing of losses, and the office of the governor could")
    assert second.endswith("be reached at the end of the day.")


def test_blank_lines_and_page_numbers_part_paragraphs() -> None:
    assert (
        join_lines(["One line", "", "two lines", "- 3 -", "three lines"])
        == "One line\n\ntwo lines\n\n- 3 -\n\nthree lines"
    )


def test_nothing_gives_nothing() -> None:
    assert join_lines([]) == ""
    assert join_lines(["", " "]) == ""
