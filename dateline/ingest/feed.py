"""RSS and Atom files: one report an entry."""

import io
import json
import re
from collections.abc import Iterator
from typing import Any

from dateline.errors import ReportSkipped
from dateline.ingest.decode import Decoded
from dateline.ingest.item import Item
from dateline.ingest.markup import fragment_text
from dateline.ingest.text_report import Draft
from dateline.ingest.web_page import with_headline

_ENTRY_TAG = re.compile(rb"(?i)<(/?)(?:item|entry)(?:\s[^<>]{0,2000})?>")


def read_feed(item: Item, decoded: Decoded) -> Iterator[Draft | ReportSkipped]:
    """A draft for each entry. Raises ReportSkipped when the file holds none."""
    import feedparser

    # Bytes in a stream: given a name or an address, feedparser would fetch it.
    feed = feedparser.parse(
        io.BytesIO(decoded.text.encode("utf-8")), response_headers={"content-type": "text/xml; charset=utf-8"}
    )
    if not feed.entries:
        raise item.skipped(
            "the feed holds no entries"
            if not feed.bozo
            else f"the feed is damaged and holds no entries ({feed.bozo_exception})"
        )
    raws = _entry_bytes(item.raw, len(feed.entries))
    for number, entry in enumerate(feed.entries, start=1):
        raw = raws[number - 1] if raws else _as_json(entry)
        yield _draft(item, decoded, feed.feed, entry, number, raw)


def _draft(item: Item, decoded: Decoded, feed: Any, entry: Any, number: int, raw: bytes) -> Draft | ReportSkipped:
    title = _words(entry.get("title"))
    article = _article(entry)
    if not article and not title:
        return item.skipped("the entry has neither title nor text", number)
    language = _words(entry.get("language") or feed.get("language"))
    notes = decoded.notes if article else (*decoded.notes, "the feed gives only the headline of this report")
    return Draft(
        raw=raw,
        text=with_headline(title, article) if article else title or "",
        source=item.part(number),
        media_type="application/feed+xml",
        name=entry.get("link") or None,
        title=title,
        published=tuple(
            value for value in (entry.get("published"), entry.get("created"), entry.get("updated")) if value
        ),
        publisher=_words((entry.get("source") or {}).get("title")) or _words(feed.get("title")),
        author=_words(entry.get("author")),
        url=entry.get("link") or None,
        language=language[:2].lower() if language else None,
        notes=notes,
    )


def _article(entry: Any) -> str:
    """The longest of the entry's contents and its summary, as text."""
    candidates = [content.get("value", "") for content in entry.get("content", ())] + [entry.get("summary", "")]
    return max((fragment_text(markup) for markup in candidates), key=len)


def _words(markup: Any) -> str | None:
    text = " ".join(fragment_text(markup).split()) if isinstance(markup, str) else ""
    return text or None


def _entry_bytes(raw: bytes, count: int) -> list[bytes]:
    """The bytes of each entry, or nothing when they cannot be told apart (an encoding that is no superset of ASCII)."""
    found: list[bytes] = []
    start: int | None = None
    for tag in _ENTRY_TAG.finditer(raw):
        if not tag[1]:
            start = tag.start()
        elif start is not None:
            found.append(raw[start : tag.end()])
            start = None
    return found if len(found) == count else []


def _as_json(entry: Any) -> bytes:
    return json.dumps(entry, ensure_ascii=False, sort_keys=True, default=str).encode("utf-8")
