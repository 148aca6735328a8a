"""Tables of reports: JSON lines, a JSON list and CSV. One report a row; the row's own bytes are its raw bytes."""

import csv
import json
import sys
from collections.abc import Iterator, Mapping
from typing import Any

from dateline.errors import ReportSkipped
from dateline.ingest.decode import Decoded
from dateline.ingest.item import Item
from dateline.ingest.markup import fragment_text
from dateline.ingest.options import COLUMN_GUESSES, Column, IngestOptions
from dateline.ingest.published import published_in_metadata
from dateline.ingest.text_report import Draft

_LONGEST_NAME_LIST = 8
_LONGEST_DAY = 40


def read_json_lines(item: Item, decoded: Decoded, options: IngestOptions) -> Iterator[Draft | ReportSkipped]:
    """A draft for each line that holds a JSON object; lines are counted from 1, blank ones too."""
    for number, line in enumerate(_lines(decoded), start=1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except (ValueError, RecursionError) as error:
            yield item.skipped(f"line {number} is not JSON: {_short(error)}", number)
            continue
        yield _draft_or_skipped(item, decoded, options, row, number, line.rstrip("\r"))


def read_json(item: Item, decoded: Decoded, options: IngestOptions) -> Iterator[Draft | ReportSkipped]:
    """A draft for each object of a JSON list, or for the one object of the file.

    A list that breaks off yields the reports before the break, then what is wrong. Raises ReportSkipped when nothing
    can be read.
    """
    text, decoder = decoded.as_sent, json.JSONDecoder()
    if not text.lstrip().startswith("["):
        yield _one_object(item, decoded, options)
        return
    position, number = text.index("[") + 1, 0
    while True:
        position = _next_value(text, position)
        if text.startswith("]", position):
            break
        number += 1
        try:
            row, end = decoder.raw_decode(text, position)
        except (ValueError, RecursionError) as error:
            yield item.skipped(f"the list breaks off here: {_short(error)}", number)
            return
        yield _draft_or_skipped(item, decoded, options, row, number, text[position:end])
        position = end
    if number == 0:
        raise item.skipped("the list is empty")


def _one_object(item: Item, decoded: Decoded, options: IngestOptions) -> Draft | ReportSkipped:
    try:
        row = json.loads(decoded.as_sent)
    except (ValueError, RecursionError) as error:
        raise item.skipped(f"the file is not JSON: {_short(error)}") from error
    return _draft_or_skipped(item, decoded, options, row, None, decoded.as_sent)


def _next_value(text: str, position: int) -> int:
    """Where the next value of a list begins, or its closing bracket."""
    while position < len(text) and text[position] in " \t\r\n,":
        position += 1
    return position


def read_csv(
    item: Item, decoded: Decoded, options: IngestOptions, separator: str | None
) -> Iterator[Draft | ReportSkipped]:
    """A draft for each row below the header; rows are counted from 1, the header not. Raises ReportSkipped."""
    lines = [f"{line}\n" for line in _lines(decoded)]
    csv.field_size_limit(min(sys.maxsize, max(options.max_bytes, csv.field_size_limit())))
    rows = csv.reader(lines, delimiter=separator or _separator(lines[0]))
    header: list[str] | None = None
    start, number = 0, 0
    try:
        for cells in rows:
            words, start = "".join(lines[start : rows.line_num]).rstrip("\r\n"), rows.line_num
            if not any(cell.strip() for cell in cells):
                continue
            if header is None:
                header = [cell.strip() for cell in cells]
                continue
            number += 1
            row = dict(zip(header, cells, strict=False))
            yield _draft_or_skipped(item, decoded, options, row, number, words)
    except csv.Error as error:
        yield item.skipped(f"row {number + 1} is not CSV: {_short(error)}", number + 1)


def _draft_or_skipped(
    item: Item, decoded: Decoded, options: IngestOptions, row: Any, number: int | None, words: str
) -> Draft | ReportSkipped:
    if not isinstance(row, Mapping):
        return item.skipped("the row is not an object with named values", number)
    if reason := _no_report(row):
        return item.skipped(reason, number)
    names = {column: _name(row, column, options) for column in COLUMN_GUESSES}
    if names["text"] is None:
        return item.skipped(_no_text(row, options), number)
    text, notes = _text(row[names["text"]])
    if not text.strip():
        return item.skipped(f"the column {names['text']!r} is empty", number)
    said = {column: _value(row, name) for column, name in names.items()}
    notes += _no_day(said["published"], names["published"], options)
    return Draft(
        raw=_bytes(words, decoded.encoding),
        text=text,
        source=item.part(number) if number is not None else item.source,
        media_type="application/json" if words.lstrip().startswith("{") else "text/csv",
        name=said["url"],
        title=said["title"],
        published=(said["published"],) if said["published"] else (),
        publisher=said["publisher"],
        author=said["author"],
        url=said["url"],
        language=said["language"][:2].lower() if said["language"] else None,
        notes=(*decoded.notes, *notes),
    )


def _name(row: Mapping[str, Any], column: Column, options: IngestOptions) -> str | None:
    """The row's name for a column: the user's, else the first guess that it has."""
    told = options.column(column)
    if told is not None:
        return told if told in row else None
    folded = {str(name).strip().lower(): name for name in row}
    return next((folded[guess] for guess in COLUMN_GUESSES[column] if guess in folded), None)


def _no_report(row: Mapping[str, Any]) -> str | None:
    """Why a row that holds a text is none the less no report: what Dateline and its annotators write of one."""
    if not isinstance(row.get("claims"), list):
        return None
    if "reader" in row and isinstance(row.get("report"), Mapping):
        return "this is a reading that Dateline wrote, not a report"
    if "text" in row:
        return "this holds annotations of a report, not a report; `dateline evaluate` takes it"
    return None


def _no_day(value: str | None, name: str | None, options: IngestOptions) -> tuple[str, ...]:
    """A note on a day of publication that was given and cannot be used; none when the user said the day."""
    if value is None or options.published is not None or published_in_metadata((value,)) is not None:
        return ()
    words = f"the column {name!r} says {value[:_LONGEST_DAY]!r}, which is no full day or could be two"
    return (f"{words}: write it as 2012-12-03, or name another column with --column published=NAME",)


def _no_text(row: Mapping[str, Any], options: IngestOptions) -> str:
    names = ", ".join(map(str, list(row)[:_LONGEST_NAME_LIST])) or "no columns"
    wanted = repr(options.text_column) if options.text_column else " or ".join(COLUMN_GUESSES["text"][:4])
    return f"no column is called {wanted}; there are: {names}. Say which one holds the text, with --column text=NAME"


def _text(value: Any) -> tuple[str, tuple[str, ...]]:
    """The text of a cell with line ends as ``\\n``; markup is taken off, with a note."""
    if isinstance(value, list):
        value = "\n\n".join(str(part) for part in value)
    text = str(value if value is not None else "").replace("\r\n", "\n").replace("\r", "\n")
    if "</p>" in text.lower() or "<br" in text.lower():
        return fragment_text(text), ("the text held HTML, which was taken off",)
    return text, ()


def _value(row: Mapping[str, Any], name: str | None) -> str | None:
    value = row.get(name) if name is not None else None
    if isinstance(value, list):
        value = ", ".join(str(part) for part in value)
    if isinstance(value, Mapping):
        value = value.get("name") or value.get("title")
    return str(value).strip() or None if value is not None else None


def _bytes(words: str, encoding: str) -> bytes:
    try:
        return words.encode("utf-8" if encoding.startswith("utf") else encoding)
    except UnicodeError:
        return words.encode("utf-8", "surrogatepass")


def _lines(decoded: Decoded) -> list[str]:
    """The lines without their ``\\n``; a ``\\r`` before it stays, so that each row's own bytes can be given back."""
    return (decoded.as_sent if "\n" in decoded.as_sent else decoded.text).split("\n")


def _separator(header: str) -> str:
    return max(",;\t|", key=header.count)


def _short(error: BaseException) -> str:
    return " ".join(str(error).split())[:120] or type(error).__name__
