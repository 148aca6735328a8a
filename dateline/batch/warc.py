"""Web archives: the HTML pages of WARC files as crawlers write them (ISO 28500), and of WACZ packages of such files.

A member that is cut short or damaged is told as Broken, and reading goes on at the next one that is whole.
"""

import io
import zipfile
from collections.abc import Iterator
from typing import IO, Any

from dateline.batch.extra import library
from dateline.batch.options import BatchOptions
from dateline.batch.records import Broken, Record, opened

PAGES = frozenset({"text/html", "application/xhtml+xml"})
STARTS = (b"\x1f\x8b\x08", b"\x28\xb5\x2f\xfd", b"WARC/1.")
"""How a record begins: in gzip, in Zstandard, not compressed."""
WINDOW = 1 << 20
OKAY = range(200, 300)


def read_warc(path: str, options: BatchOptions) -> Iterator[Record | Broken]:
    """The pages of a WARC file."""
    with opened(path) as file:
        yield from _pages(file, path, options, first=1)


def read_wacz(path: str, options: BatchOptions) -> Iterator[Record | Broken]:
    """The pages of the WARC files in a WACZ package."""
    number = 1
    with opened(path) as file:
        try:
            package = zipfile.ZipFile(file)
        except zipfile.BadZipFile:
            yield Broken(number=1, source=path, reason="this is no WACZ package: it is no zip file")
            return
        names = sorted(name for name in package.namelist() if name.lower().endswith((".warc", ".warc.gz")))
        for name in names:
            try:
                member = io.BytesIO(package.read(name))
            except (zipfile.BadZipFile, OSError, ValueError) as error:
                yield Broken(number=number, source=f"{path}/{name}", reason=f"cannot be unpacked: {error}")
                number += 1
                continue
            for page in _pages(member, f"{path}/{name}", options, first=number):
                number = page.number + 1
                yield page
        if not names:
            yield Broken(number=1, source=path, reason="the package holds no WARC file")


def _pages(file: IO[bytes], path: str, options: BatchOptions, first: int) -> Iterator[Record | Broken]:
    number, start = first, 0
    while True:
        last = start
        try:
            for record in _records(file, start):
                last = start + record.stream_pos
                page = _page(record, path, last, number, options)
                if page is not None:
                    yield page
                    number += 1
        except (OSError, ValueError, EOFError) as error:
            problem = error
        else:
            return
        at = last if last == start else _next_start(file, last + 1) or last  # behind the last that was whole
        reason = f"damaged from byte {at:,} on: {' '.join(str(problem).split())}"
        following = _next_whole(file, last + 1)
        yield Broken(number=number, source=f"{path}#{at}", reason=reason)
        number += 1
        if following is None:
            return
        start = following


def _records(file: IO[bytes], start: int) -> Iterator[Any]:
    warc = library("fastwarc.warc")
    file.seek(start)
    wanted = warc.WarcRecordType.response
    return iter(warc.ArchiveIterator(_From(file), record_types=wanted, auto_decode="all"))


class _From:
    """A file seen from where it stands: positions are told from there."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file, self._start = file, file.tell()

    def read(self, size: int = -1) -> bytes:
        return self._file.read(size)

    def tell(self) -> int:
        return self._file.tell() - self._start

    def seek(self, position: int, whence: int = 0) -> int:
        if whence == 0:
            return self._file.seek(position + self._start) - self._start
        return self._file.seek(position, whence) - self._start

    def close(self) -> None:
        """The file is closed by whoever opened it."""


def _page(record: Any, path: str, at: int, number: int, options: BatchOptions) -> Record | Broken | None:
    """None for what is no page: pictures, redirections, errors of the server."""
    if not record.is_http or record.http_headers is None or record.http_headers.status_code not in OKAY:
        return None
    if (record.http_content_type or "").lower() not in PAGES:
        return None
    url, source, limit = record.headers.get("WARC-Target-URI"), f"{path}#{at}", options.ingest.max_bytes
    raw = record.reader.read(limit + 1)
    if len(raw) > limit:
        return Broken(number=number, source=source, url=url, reason=f"the page has more than {limit / 1e6:,.0f} MB")
    encoded = any(record.http_headers.get(name) for name in ("Content-Encoding", "Transfer-Encoding"))
    if not encoded and len(raw) < record.content_length:
        reason = f"breaks off: {len(raw):,} of {record.content_length:,} bytes are there"
        return Broken(number=number, source=source, url=url, reason=reason)
    return Record(
        number=number,
        source=source,
        raw=raw,
        name="page.html",
        url=url,
        captured=record.record_date,
        declared=record.http_charset,
    )


def _next_whole(file: IO[bytes], start: int) -> int | None:
    """Where after a damaged stretch a record begins that can be read; None when there is none."""
    position = _next_start(file, start)
    while position is not None:
        try:
            if next(_records(file, position), None) is not None:
                return position
        except (OSError, ValueError, EOFError):
            pass
        position = _next_start(file, position + 1)
    return None


def _next_start(file: IO[bytes], start: int) -> int | None:
    """The first place from a position on that looks like the beginning of a record."""
    longest = max(map(len, STARTS)) - 1
    while True:
        file.seek(start)
        window = file.read(WINDOW)
        found = [place for mark in STARTS if (place := window.find(mark)) >= 0]
        if found:
            return start + min(found)
        if len(window) < WINDOW:
            return None
        start += WINDOW - longest
