from typing import Any

import pytest
from lxml import html

from dateline.ingest.layout_tables import without_layout_tables


def made_paragraphs(markup: str) -> list[str]:
    tree: Any = html.document_fromstring(without_layout_tables(markup))
    return [" ".join(paragraph.text_content().split()) for paragraph in tree.iter("p")]


def nested(cell: str) -> str:
    return f"<html><body><table><tr><td><table><tr><td>{cell}</td></tr></table></td></tr></table></body></html>"


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        (
            "Gunmen <b>raided</b> the town of <a href='/gao'>Gao</a> on Monday.",
            ["Gunmen raided the town of Gao on Monday."],
        ),
        ("<i>Nobody</i> was hurt.<br><br>The <b>army</b> came.", ["Nobody was hurt.", "The army came."]),
        ("One line<br>goes on <em>here</em>.", ["One line goes on here."]),
        ("Bare words.<p>A <b>paragraph</b>.</p>More <a>words</a>.", ["Bare words.", "A paragraph.", "More words."]),
        ("<p>One.</p> <p>Two.</p>", ["One.", "Two."]),
        ("<font>The</font> <font>river</font> rose.", ["The river rose."]),
    ],
)
def test_the_text_of_a_nested_tables_cell_stays_whole_across_inline_elements(cell: str, expected: list[str]) -> None:
    assert made_paragraphs(nested(cell)) == expected


def test_a_table_of_data_within_a_layout_table_stays_a_table() -> None:
    data = "<table><tr><th>Year</th><th>Dead</th></tr><tr><td>2011</td><td>12</td></tr></table>"
    made = without_layout_tables(nested(f"<p>The toll:</p>{data}"))
    assert made.count("<table>") == 1
    assert "<td>12</td>" in made


@pytest.mark.parametrize(
    "markup",
    ["<p>No table.</p>", "<table><tr><td>2011</td><td>12</td></tr></table>", "<table", ""],
)
def test_a_page_without_layout_tables_is_not_altered(markup: str) -> None:
    assert without_layout_tables(markup) == markup


def test_a_table_with_one_long_cell_is_layout() -> None:
    prose = "The column left <b>the town</b> before dawn and drove north along the river. " * 6
    assert made_paragraphs(f"<html><body><table><tr><td>{prose}</td></tr></table></body></html>") == [
        " ".join(prose.replace("<b>", "").replace("</b>", "").split())
    ]


def test_an_article_in_nested_tables_is_read_whole(tmp_path: Any, take: Any, paragraphs: tuple[str, ...]) -> None:
    first, second, third = paragraphs
    words = first.replace("Valley Front", "<a href='/vf'>Valley <b>Front</b></a>").replace("Monday", "<i>Monday</i>")
    path = tmp_path / "old.html"
    path.write_text(nested(f"{words}<br><br>{second.replace('army', '<b>army</b>')}<p>{third}</p>"), encoding="utf-8")
    assert take(path).report.text.split("\n\n") == [first, second, third]
