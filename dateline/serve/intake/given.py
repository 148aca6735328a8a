"""What a person gives to be read: a text, a file, an address. Each is checked at once, before it waits in the queue."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Literal, Protocol
from urllib.parse import urlsplit

from dateline.errors import BadArgument, ReportSkipped
from dateline.ingest import IngestOptions, parse_published
from dateline.ingest.addresses import HINT
from dateline.ingest.fetch import Fetcher
from dateline.ingest.item import Item
from dateline.ingest.load import load_item
from dateline.ingest.text_report import Draft, report_from_draft
from dateline.model.report import Report

Kind = Literal["text", "file", "url"]
Items = Iterator[Report | ReportSkipped]
LONGEST_NAME = 200
"""Characters of a title, publisher or file name that are kept."""
LONGEST_URL = 2000
PASTED = "pasted text"
"""The source of a text that has neither a file nor an address."""


class Given(Protocol):
    """Something to be read."""

    @property
    def kind(self) -> Kind:
        """How it was given."""

    @property
    def name(self) -> str:
        """What the queue calls it."""

    @property
    def size(self) -> int:
        """Bytes that it holds while it waits."""

    def items(self) -> Items:
        """The reports in it. What cannot be read is yielded as ReportSkipped."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PastedText:
    """A text out of a form."""

    draft: Draft
    published: date | None
    kind: Kind = "text"

    @property
    def name(self) -> str:
        return self.draft.title or " ".join(self.draft.text[:80].split())

    @property
    def size(self) -> int:
        return len(self.draft.raw)

    def items(self) -> Items:
        yield report_from_draft(self.draft, self.published)


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenFile:
    """A file that was uploaded. What it is, its bytes say, not its name."""

    name: str
    raw: bytes = field(repr=False)
    options: IngestOptions
    kind: Kind = "file"

    @property
    def size(self) -> int:
        return len(self.raw)

    def items(self) -> Items:
        return load_item(Item(raw=self.raw, source=self.name, name=self.name), self.options)


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenAddress:
    """A page of the web, fetched when its turn comes: only from public addresses, each checked where it is connected
    to, and every redirect as the first (``ingest/fetch.py``).
    """

    name: str
    options: IngestOptions
    kind: Kind = "url"
    size: int = 0

    def items(self) -> Items:
        try:
            item = Fetcher(self.options).fetch(self.name)
        except ReportSkipped as skipped:
            yield ReportSkipped(self.name, skipped.reason.replace(HINT, "the workbench asks only public ones"))
            return
        yield from load_item(item, self.options)


def pasted(text: str, *, title: str = "", published: str = "", publisher: str = "", url: str = "") -> PastedText:
    """Raises BadArgument for a text without a word, a day that cannot be, and an address that is none of the web."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "")
    if not any(letter.isalnum() for letter in text):
        raise BadArgument("there is no text to read: paste the text of a report")
    address = checked_url(url) if url.strip() else None
    draft = Draft(
        raw=_bytes(text),
        text=text,
        source=address or PASTED,
        media_type="text/plain",
        name=address,
        title=one_line(title) or None,
        publisher=one_line(publisher) or None,
        url=address,
    )
    return PastedText(draft=draft, published=day_of(published))


def uploaded(name: str, raw: bytes, options: IngestOptions, *, published: str = "") -> GivenFile:
    """A file by the last part of its name, without what could mislead. Raises BadArgument for a day that cannot be."""
    plain = one_line(name.replace("\\", "/").rpartition("/")[2]).lstrip(".") or "file without a name"
    return GivenFile(name=plain, raw=raw, options=replace(options, published=day_of(published)))


def address(url: str, options: IngestOptions, *, published: str = "") -> GivenAddress:
    """Raises BadArgument for what is no address of the web, has a password in it, and for a day that cannot be."""
    return GivenAddress(name=checked_url(url), options=replace(options, published=day_of(published)))


def checked_url(url: str) -> str:
    """An http or https address without a name and password. Raises BadArgument for all else."""
    url = url.strip()
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname, parts.port
    except ValueError as error:
        raise BadArgument(f"this is not a usable address: {error}") from error
    if parts.scheme not in {"http", "https"} or not host or any(not letter.isprintable() for letter in url):
        raise BadArgument("give an address of the web, which begins with http:// or https://")
    if "@" in parts.netloc:
        raise BadArgument("leave out the name and password in the address: they would be kept with the report")
    if len(url) > LONGEST_URL or " " in url:
        raise BadArgument(f"an address has no spaces and at most {LONGEST_URL:,} characters")
    return url


def day_of(words: str) -> date | None:
    """The day of publication; None when none is given. Raises BadArgument for a day that cannot be."""
    return parse_published(words) if words.strip() else None


def one_line(words: str) -> str:
    """Words without line ends, control characters and marks that turn the direction of what follows."""
    words = " ".join(words.split())
    return "".join(letter for letter in words if unicodedata.category(letter)[0] != "C")[:LONGEST_NAME].strip()


def _bytes(text: str) -> bytes:
    try:
        return text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise BadArgument("the text holds half characters, which cannot be kept: copy it once more") from error
