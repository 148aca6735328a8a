"""Days as people type them."""

from datetime import date

from dateline.errors import BadArgument


def parse_day(text: str) -> date:
    """The date of an ISO day, ``YYYY-MM-DD``. Raises BadArgument, saying what is expected."""
    try:
        return date.fromisoformat(text.strip())
    except ValueError as error:
        raise BadArgument(f"{text!r} is not a day: write it as YYYY-MM-DD, such as 2012-12-03") from error
