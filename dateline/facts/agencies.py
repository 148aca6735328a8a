"""The news agency that a report credits: the wire it was copied from."""

import re
from functools import cache

from dateline.languages.load import language_data

_HEAD, _TAIL = 250, 200
"""Code points of the text in which a credit in brackets, or one at the end, is looked for."""


def credited_agency(text: str, *, dateline: str | None, author: str | None, publisher: str | None) -> str | None:
    """The agency named in the dateline, as the author, in brackets near the start or as the last line. Brackets count
    at the start of a line or before a dash: "the Palestinian Authority (PA) said" credits nobody.

    Without one, the publisher if it is an agency itself. None: no agency is credited.
    """
    if dateline:
        return dateline
    for source in (author, publisher):
        if source and (found := _agencies().fullmatch(source.strip())):
            return found[0]
    start = _in_brackets().search(text[:_HEAD])
    if start:
        return start[1] or start[2]
    end = _at_end().search(text[-_TAIL:])
    return end[1] if end else None


@cache
def _names() -> str:
    names = sorted(map(str, language_data("datelines")["agencies"]), key=len, reverse=True)
    return "|".join(re.escape(name) for name in names)


@cache
def _agencies() -> re.Pattern[str]:
    return re.compile(_names())


@cache
def _in_brackets() -> re.Pattern[str]:
    return re.compile(rf"(?:\A|\n)\s*\(({_names()})\)|\(({_names()})\)\s*(?:[-–—:]|\n)")


@cache
def _at_end() -> re.Pattern[str]:
    return re.compile(rf"(?:\n\s*|[.”\"]\s+[-–—(©]*\s*)({_names()})\)?\s*$")
