"""Old pages lay out their articles in tables within tables: turn such tables into plain blocks before the article is
sought, so that no text is taken for a table's cell and cut where a link or a bold word begins.
"""

import re
from collections.abc import Iterator
from typing import Any

LONG_CELL = 300
"""Characters of text in one cell of a table that holds prose and not data."""
_TABLE_TAGS = ("table", "thead", "tbody", "tfoot", "tr", "td", "th", "caption", "center")
_IN_A_LINE = frozenset(
    (
        *("a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "em", "font", "i", "ins", "kbd", "mark"),
        *("q", "s", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr"),
    )
)
_HAS_TABLE = re.compile(r"(?i)<table[\s>]")


def without_layout_tables(markup: str) -> str:
    """The page with its layout tables as blocks and the bare text of their cells as paragraphs; tables of data stay.

    ``markup`` must be safe to parse (``markup.too_wild``). Unaltered when there is no such table or no parse.
    """
    if not _HAS_TABLE.search(markup):
        return markup
    from lxml import etree, html  # type: ignore[import-untyped, unused-ignore]

    try:
        tree = html.document_fromstring(markup, parser=html.HTMLParser(remove_comments=True, remove_pis=True))
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return markup
    layout = [table for table in tree.iter("table") if _is_layout(table)]
    if not layout:
        return markup
    for table in layout:
        for element in list(_own_parts(table)):
            if element.tag in ("td", "th"):
                _bare_text_in_paragraphs(element)
            element.tag = "div"
            element.attrib.clear()
    return str(html.tostring(tree, encoding="unicode"))


def _is_layout(table: Any) -> bool:
    """Whether a table holds another one, has one column, or holds paragraphs or a cell of prose."""
    if next((inner for inner in table.iter("table") if inner is not table), None) is not None:
        return True
    if all(len(row.findall("td")) + len(row.findall("th")) <= 1 for row in table.iter("tr")):
        return True
    cells = list(table.iter("td", "th"))
    return any(len(cell.findall("p")) > 1 or len(" ".join(cell.text_content().split())) > LONG_CELL for cell in cells)


def _own_parts(table: Any) -> Iterator[Any]:
    """The table and its rows and cells, without those of tables within it."""
    yield table
    waiting = list(table)
    while waiting:
        element = waiting.pop()
        if element.tag in _TABLE_TAGS and element.tag != "table":
            yield element
            waiting += list(element)


def _bare_text_in_paragraphs(cell: Any) -> None:
    """Put each run of text and inline elements of a cell into a paragraph; two line breaks or a block part them."""
    from lxml import html

    runs = _Runs(html)
    runs.text(cell.text)
    children = list(cell)
    cell.text = None
    for child in children:
        tail, child.tail = child.tail, None
        cell.remove(child)
        runs.element(child)
        runs.text(tail)
    runs.end()
    cell.extend(runs.made)


class _Runs:
    """Collects the children of a cell, bare text among them in paragraphs."""

    def __init__(self, html: Any) -> None:
        self.made: list[Any] = []
        self._html = html
        self._open: Any = None
        self._breaks = 0

    def text(self, words: str | None) -> None:
        if not words or not words.strip():
            if words and self._open is not None:
                self._append(" ")
            return
        self._paragraph()
        self._append(words)

    def element(self, child: Any) -> None:
        if child.tag == "br":
            self._breaks += 1
        elif child.tag in _IN_A_LINE:
            self._paragraph()
            self._open.append(child)
        else:
            self.end()
            self.made.append(child)

    def end(self) -> None:
        """Close the open paragraph; what comes begins another."""
        if self._open is not None and self._open.text_content().strip():
            self.made.append(self._open)
        self._open, self._breaks = None, 0

    def _paragraph(self) -> None:
        """Have a paragraph open: a new one after two line breaks, the same with a blank after one."""
        if self._breaks > 1:
            self.end()
        if self._open is None:
            self._open = self._html.Element("p")
        elif self._breaks:
            self._append(" ")
        self._breaks = 0

    def _append(self, words: str) -> None:
        last = self._open[-1] if len(self._open) else None
        if last is None:
            self._open.text = (self._open.text or "") + words
        else:
            last.tail = (last.tail or "") + words
