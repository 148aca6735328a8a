"""What the user may say about how items are taken in."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Literal

from dateline import __version__

Column = Literal["text", "title", "published", "url", "publisher", "author", "language"]

COLUMN_GUESSES: Mapping[Column, Sequence[str]] = MappingProxyType(
    {
        "text": ("text", "body", "content", "article", "article_text", "full_text", "fulltext", "maintext", "story"),
        "title": ("title", "headline", "heading"),
        "published": (
            "published",
            "date",
            "pub_date",
            "pubdate",
            "publish_date",
            "date_publish",
            "published_at",
            "publication_date",
            "date_published",
            "day",
            "datetime",
        ),
        "url": ("url", "link", "source_url", "href"),
        "publisher": ("publisher", "source", "outlet", "sitename", "site", "source_name"),
        "author": ("author", "authors", "byline"),
        "language": ("language", "lang"),
    }
)
"""The names under which a column is looked for when the user names none, in this order; letter case is not compared."""


@dataclass(frozen=True, slots=True, kw_only=True)
class IngestOptions:
    """How to take items in. The defaults are safe for files and addresses that strangers made."""

    published: date | None = None
    """The day of publication of every item, on the user's word; None: look for it."""
    encoding: str | None = None
    """The encoding of every text; None: find it out."""
    text_column: str | None = None
    """Names of columns in JSONL, JSON and CSV; None: guess from ``COLUMN_GUESSES``."""
    title_column: str | None = None
    published_column: str | None = None
    url_column: str | None = None
    publisher_column: str | None = None
    author_column: str | None = None
    language_column: str | None = None
    max_bytes: int = 25_000_000
    """A larger file or page is skipped."""
    timeout_seconds: float = 30.0
    """For one url, with robots.txt and redirects."""
    delay_seconds: float = 1.0
    """Between two requests to one host; a longer delay asked for by robots.txt is kept, up to 30 seconds."""
    allow_private: bool = False
    """Whether addresses of this machine and of private networks may be asked."""
    respect_robots: bool = True
    user_agent: str = f"Dateline/{__version__} (+https://github.com/dateline-project/dateline)"

    def column(self, column: Column) -> str | None:
        """The name that the user gave to a column, or None."""
        names: dict[Column, str | None] = {
            "text": self.text_column,
            "title": self.title_column,
            "published": self.published_column,
            "url": self.url_column,
            "publisher": self.publisher_column,
            "author": self.author_column,
            "language": self.language_column,
        }
        return names[column]
