"""Days as people type them."""

import calendar
import re
from datetime import date

from dateline.errors import BadArgument

_DAY = re.compile(r"(?P<year>\d{4})(?:-(?P<month>(?!00)\d\d)(?:-(?P<day>(?!00)\d\d))?)?")


def parse_day(text: str) -> date:
    """The date of an ISO day, ``YYYY-MM-DD``. Raises BadArgument, saying what is expected."""
    try:
        return date.fromisoformat(text.strip())
    except ValueError as error:
        raise BadArgument(f"{text!r} is not a day: write it as YYYY-MM-DD, such as 2012-12-03") from error


def first_day(text: str | None) -> date | None:
    """The first day of a day, month or year. Raises BadArgument for anything else."""
    return _days(text)[0] if text is not None else None


def last_day(text: str | None) -> date | None:
    """The last day of a day, month or year. Raises BadArgument for anything else."""
    return _days(text)[1] if text is not None else None


def _days(text: str) -> tuple[date, date]:
    wrong = f"{text!r} is not a day: write 2012-12-03, 2012-12 or 2012"
    matched = _DAY.fullmatch(text.strip())
    if matched is None:
        raise BadArgument(wrong)
    year, month, day = (int(part or 0) for part in matched.groups())
    try:
        first = date(year, month or 1, day or 1)
        return first, date(year, month or 12, day or calendar.monthrange(year, month or 12)[1])
    except ValueError as error:
        raise BadArgument(wrong) from error
