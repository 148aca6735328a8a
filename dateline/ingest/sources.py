"""Take in what the user names: paths, folders, globs, urls and standard input."""

import glob
import logging
import os
import stat
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from dateline.errors import ReportSkipped
from dateline.ingest.item import Item
from dateline.ingest.load import load_item
from dateline.ingest.options import IngestOptions
from dateline.ingest.published import check_published
from dateline.model.report import Report

_log = logging.getLogger(__name__)
STDIN = "-"


def expand(sources: Sequence[str]) -> list[str]:
    """The items that some sources stand for: files of folders (sorted, without hidden ones) and of patterns.

    A folder without files and a pattern that fits nothing stay as they are; reading them says what is wrong. A file may
    hold many reports, so this counts items to read, not reports.
    """
    return [item for source in sources for item in _expand_one(source)]


def collect(sources: Sequence[str], options: IngestOptions) -> Iterator[Report | ReportSkipped]:
    """The reports that some sources hold, in order. What cannot be read is yielded as ReportSkipped, never raised.

    Raises BadArgument at once for a day of publication that cannot be.
    """
    if options.published is not None:
        check_published(options.published)
    return _collect(sources, options)


def _collect(sources: Sequence[str], options: IngestOptions) -> Iterator[Report | ReportSkipped]:
    fetcher = None
    for source in expand(sources):
        try:
            if is_url(source):
                from dateline.ingest.fetch import Fetcher

                fetcher = fetcher or Fetcher(options)
                item = fetcher.fetch(source)
            else:
                item = _read_stdin(options) if source == STDIN else read_file(source, options)
        except ReportSkipped as skipped:
            _log.info("skipped %s", skipped)
            yield skipped
            continue
        yield from load_item(item, options)


def is_url(source: str) -> bool:
    """Whether a source is an address of the web."""
    return source.lower().startswith(("http://", "https://"))


def _expand_one(source: str) -> list[str]:
    if source == STDIN or is_url(source):
        return [source]
    path = Path(source)
    try:
        if path.is_dir():
            return _files_below(source) or [source]
        if os.path.lexists(path) or not glob.has_magic(source):
            return [source]
    except (OSError, ValueError):
        return [source]
    return _matches(source) or [source]


def _matches(pattern: str) -> list[str]:
    """What fits a pattern; folders that fit stand for their files."""
    found = sorted(glob.glob(pattern, recursive=True))  # noqa: PTH207 - Path.glob takes no absolute patterns
    files = [name for match in found for name in (_files_below(match) if Path(match).is_dir() else [match])]
    return list(dict.fromkeys(files))


def _files_below(folder: str) -> list[str]:
    """All files below a folder, sorted, without hidden files and folders.

    Links to folders are not followed: they may go in circles.
    """
    files: list[str] = []
    shut: list[str] = []
    for place, folders, names in os.walk(folder, onerror=lambda error: shut.append(error.filename)):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        files += [os.path.join(place, name) for name in sorted(names) if not name.startswith(".")]  # noqa: PTH118
    return files + shut  # reading a folder that may not be looked into says so


def read_file(source: str, options: IngestOptions) -> Item:
    """The bytes of a file. Raises ReportSkipped for what is no file, may not be read or is too large."""
    path = Path(source)
    try:
        info = path.stat()
        _check_kind(source, info.st_mode, info.st_size, options.max_bytes)
        with path.open("rb") as file:
            raw = file.read(options.max_bytes + 1)
    except (OSError, ValueError) as error:
        raise ReportSkipped(source, _why_unreadable(source, error)) from error
    if len(raw) > options.max_bytes:
        raise ReportSkipped(source, _too_large(len(raw), options.max_bytes))
    return Item(raw=raw, source=source, name=path.name)


def _check_kind(source: str, mode: int, size: int, max_bytes: int) -> None:
    """Raises ReportSkipped for what is no file, and for a file over the limit, before anything is read."""
    if stat.S_ISDIR(mode):
        is_open = os.access(source, os.R_OK | os.X_OK)
        reason = "the folder holds no files" if is_open else "the folder may not be read; change its permissions"
        raise ReportSkipped(source, reason)
    if not stat.S_ISREG(mode):
        raise ReportSkipped(source, "this is no regular file (a pipe, socket or device); use - to read standard input")
    if size > max_bytes:
        raise ReportSkipped(source, _too_large(size, max_bytes))


def _why_unreadable(source: str, error: OSError | ValueError) -> str:
    if isinstance(error, FileNotFoundError):
        if Path(source).is_symlink():
            return "this link leads to a file that is not there"
        return "no file fits this pattern" if glob.has_magic(source) else "there is no such file; check the name"
    if isinstance(error, PermissionError):
        return "the file may not be read; change its permissions"
    words = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return f"the file could not be read: {words}"


def _too_large(size: int, max_bytes: int) -> str:
    limit = f"{max_bytes / 1e6:,.1f} MB"
    return f"the file has {size / 1e6:,.1f} MB, more than the limit of {limit}; split it or raise the limit"


def _read_stdin(options: IngestOptions) -> Item:
    raw = sys.stdin.buffer.read(options.max_bytes + 1)
    if len(raw) > options.max_bytes:
        raise ReportSkipped(STDIN, f"more than {options.max_bytes / 1e6:,.1f} MB came in; split it or raise the limit")
    return Item(raw=raw, source=STDIN)
