"""Plain text: the text is the report."""

from collections.abc import Iterator

from dateline.ingest.decode import Decoded
from dateline.ingest.item import Item
from dateline.ingest.text_report import Draft


def read_plain(item: Item, decoded: Decoded, media_type: str) -> Iterator[Draft]:
    """The text as it is."""
    yield Draft(
        raw=item.raw,
        text=decoded.text,
        source=item.source,
        media_type=media_type,
        name=item.name,
        url=item.url,
        notes=decoded.notes,
    )
