"""Join the printed lines of a page into paragraphs, and words broken at the end of a line into one."""

import re
from collections.abc import Sequence
from statistics import quantiles

_SENTENCE_END = re.compile(r"[.!?…:][\"'”’»)\]]*$")
_BROKEN = re.compile(r"(?<=[a-zà-ÿ])[-\u00ad\u2010]$")
_PAGE_NUMBER = re.compile(r"(?i)(?:page )?\d{1,4}(?: ?(?:of|/) ?\d{1,4})?|[-–—] ?\d{1,4} ?[-–—]")
_SHORT = 0.8
"""A line that ends a sentence below this share of the usual width ends a paragraph."""


def join_lines(lines: Sequence[str]) -> str:
    """The paragraphs of some printed lines, apart by blank lines.

    A paragraph ends at a blank line, at a page number, after a short line that ends a sentence, and after a headline
    (a short line before a wide one). "Bur-" before "kina" becomes one word; "al-" before "Qaeda" keeps its hyphen.
    """
    lines = [" ".join(line.split()) for line in lines]
    width = _usual_width(lines)
    paragraphs: list[str] = []
    current = ""
    for number, line in enumerate(lines):
        if not line or _PAGE_NUMBER.fullmatch(line):
            paragraphs += [current, line]
            current = ""
            continue
        current = _joined(current, line)
        if _ends_paragraph(line, current == line, lines[number + 1 : number + 2], width):
            paragraphs.append(current)
            current = ""
    paragraphs.append(current)
    return "\n\n".join(paragraph for paragraph in paragraphs if paragraph)


def _usual_width(lines: Sequence[str]) -> float:
    """The width, in characters, that a fifth of the lines reach: that of a full line."""
    widths = [len(line) for line in lines if line]
    return quantiles(widths, n=5)[-1] if len(widths) > 1 else 0.0


def _ends_paragraph(line: str, is_first: bool, after: Sequence[str], width: float) -> bool:
    if len(line) >= _SHORT * width or _BROKEN.search(line):
        return False
    if _SENTENCE_END.search(line):
        return True
    starts_anew = bool(after) and bool(after[0]) and after[0][0].isupper()
    return is_first and starts_anew and len(line) < 0.75 * width


def _joined(current: str, line: str) -> str:
    if not current:
        return line
    if _BROKEN.search(current):
        return current[:-1] + line if line[:1].islower() else current + line
    return f"{current} {line}"
