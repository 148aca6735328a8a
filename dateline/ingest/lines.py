"""The lines of a text, by offset: what headline, dateline and furniture are looked for in."""

import re
from dataclasses import dataclass

_LINE = re.compile(r"[^\r\n\u2028\u2029]+")
_LINE_END = re.compile(r"\r\n|[\r\n\u2028\u2029]")
_ENDS_SENTENCE = re.compile(r"[.!?…][\"'”’»)\]]*$")


@dataclass(frozen=True, slots=True)
class Line:
    """A line with words in it, without the white space around it. Offsets count code points; the end is exclusive."""

    start: int
    end: int
    text: str
    gap: int
    """Line ends since the line before: 1 on the next line, 2 or more after a blank one, 0 for the first line."""

    @property
    def ends_sentence(self) -> bool:
        """Whether it closes with a full stop, a question or an exclamation mark."""
        return _ENDS_SENTENCE.search(self.text) is not None


def lines_of(text: str) -> list[Line]:
    """The lines of a text that are not blank, in order. ``\\r\\n`` counts as one line end."""
    lines: list[Line] = []
    before = 0
    for match in _LINE.finditer(text):
        words = match.group().strip()
        if not words:
            continue
        start = match.start() + match.group().index(words[0])
        gap = _line_ends(text[before:start]) if lines else 0
        before = start + len(words)
        lines.append(Line(start, before, words, gap))
    return lines


def _line_ends(between: str) -> int:
    return len(_LINE_END.findall(between))
