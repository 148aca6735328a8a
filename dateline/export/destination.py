"""Where an export goes: standard output, or a file that is whole or not there."""

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TextIO

from dateline.errors import RunStopped


@contextmanager
def destination(path: Path | None) -> Iterator[TextIO]:
    """A text stream in UTF-8; None is standard output. A file takes its name only when all of it is written.
    Raises RunStopped when the file cannot be written; an older file of the name stays then.
    """
    if path is None:
        yield sys.stdout
        sys.stdout.flush()
        return
    try:
        yield from _whole_file(path)
    except OSError as error:
        raise RunStopped(
            f"{path} cannot be written ({error.strerror or error}). Check the folder and the room on the disk, "
            "or choose another file"
        ) from error


def _whole_file(path: Path) -> Iterator[TextIO]:
    if path.exists() and not path.is_file():
        with path.open("w", encoding="utf-8", newline="") as out:
            yield out
        return
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with open(handle, "w", encoding="utf-8", newline="") as out:  # noqa: PTH123 - a handle, not a path
            yield out
            out.flush()
            os.fsync(handle)
        Path(name).chmod(_mode_of(path))
        Path(name).replace(path)
    except BaseException:
        with suppress(OSError):
            Path(name).unlink()
        raise


def _mode_of(path: Path) -> int:
    """The permissions of the older file, else what the user's mask allows a new one."""
    if path.exists():
        return path.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
