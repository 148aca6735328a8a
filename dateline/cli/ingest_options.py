"""What the options of ``dateline add`` and ``dateline read`` say of how reports are taken in."""

from typing import TYPE_CHECKING, Any

from dateline.errors import BadArgument

if TYPE_CHECKING:
    from dateline.ingest import IngestOptions

FIELDS = ("text", "title", "published", "url", "publisher", "author", "language")


def ingest_options(
    *,
    published: str | None = None,
    encoding: str | None = None,
    columns: list[str] | None = None,
    max_megabytes: float | None = None,
    allow_private: bool = False,
) -> "IngestOptions":
    """The options of ``ingest``. Raises BadArgument for a malformed day, encoding, column or size."""
    from dateline.ingest import IngestOptions
    from dateline.model.days import parse_day

    given: dict[str, Any] = {f"{field}_column": name for field, name in map(_column, columns or [])}
    if published is not None:
        given["published"] = parse_day(published)
    if encoding is not None:
        given["encoding"] = _encoding(encoding)
    if max_megabytes is not None:
        given["max_bytes"] = _bytes(max_megabytes)
    return IngestOptions(allow_private=allow_private, **given)


def _column(option: str) -> tuple[str, str]:
    field, _, name = option.partition("=")
    if field not in FIELDS or not name:
        raise BadArgument(f"--column {option!r} should be FIELD=NAME with a field of {', '.join(FIELDS)}")
    return field, name


def _encoding(name: str) -> str:
    try:
        "".encode(name)
    except LookupError as error:
        raise BadArgument(f"there is no encoding {name!r}: give one such as utf-8, cp1252 or cp1251") from error
    return name


def _bytes(megabytes: float) -> int:
    if not 0 < megabytes <= 1000:
        raise BadArgument(f"--max-mb {megabytes:g} should be more than 0 and at most 1000")
    return int(megabytes * 1e6)
