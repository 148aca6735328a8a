"""One published item, as it came and as it is read."""

import hashlib
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from dateline.model.passage import Span

PublishedBasis = Literal["user", "metadata", "text", "file name"]
FurnitureKind = Literal["player", "link", "share", "caption", "copyright", "byline", "promotion", "navigation", "other"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """The day of publication and what says so."""

    day: date
    basis: PublishedBasis
    words: str
    """What the day was read from: a metadata value, a phrase of the text, a file name, the option given."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dateline:
    """The line before the first sentence that says where (and when) a report was filed. Offsets as in ``Span``."""

    start: int
    end: int
    text: str
    place: str | None
    """As written: "BAMAKO, Mali"."""
    day: date | None
    """Only if the line itself holds a full date, or one that publication completes."""
    agency: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Furniture:
    """Text of the page that is no part of the report. Kept in ``text``, left out of reading. Offsets as in ``Span``."""

    start: int
    end: int
    kind: FurnitureKind
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One published item. ``raw`` is never altered; every offset in Dateline counts code points of ``text``."""

    id: str
    """``r`` and the first 16 hex digits of ``sha256``."""
    sha256: str
    """Of ``raw``, in hex."""
    raw: bytes = field(repr=False)
    text: str = field(repr=False)
    """Decoded, with line ends as ``\\n``. For a web page: the headline, a blank line and the article."""
    source: str
    """Where it came from: a path, a url, ``-``; for one of many in a file, ``path#3``."""
    media_type: str
    """As sniffed from the bytes, such as ``text/html``."""
    title: str | None = None
    headline: Span | None = None
    """Where the title stands in ``text``; None when the text has none."""
    published: Published | None = None
    dateline: Dateline | None = None
    furniture: tuple[Furniture, ...] = ()
    publisher: str | None = None
    author: str | None = None
    url: str | None = None
    language: str | None = None
    """ISO 639-1 as stated by the item itself; None when it does not say."""
    notes: tuple[str, ...] = ()
    """What a person should know of how it was read, such as a repaired encoding."""

    @staticmethod
    def identity(raw: bytes) -> tuple[str, str]:
        """The id and the SHA-256 of raw bytes."""
        digest = hashlib.sha256(raw).hexdigest()
        return f"r{digest[:16]}", digest
