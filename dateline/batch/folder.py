"""A folder of files on a disk or in an object store, in which a file is there whole or not at all."""

import errno
import posixpath
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any
from uuid import uuid4

from dateline.batch.extra import library
from dateline.errors import BadArgument, RunStopped

try:
    import fcntl
except ImportError:  # not on Windows
    fcntl = None  # type: ignore[assignment]

_FULL = {errno.ENOSPC, errno.EDQUOT}


class Folder:
    """Names are paths below the folder, with ``/``. May be sent to another process."""

    def __init__(self, address: str) -> None:
        """``address``: a path, or an address such as ``s3://bucket/runs/2024`` of a file system that fsspec knows.

        Raises BadArgument for one it does not know, RunStopped when fsspec or what it needs is not installed.
        """
        self.address = address
        try:
            self._files, self._root = library("fsspec").core.url_to_fs(address)
        except ValueError as error:
            raise BadArgument(f"{address} cannot be used: {error}") from error
        except ImportError as error:
            raise RunStopped(f"{address} cannot be used: {error}") from error

    def below(self, name: str) -> "Folder":
        """A folder in this one."""
        made = Folder.__new__(Folder)
        made.address, made._files = posixpath.join(self.address, name), self._files
        made._root = posixpath.join(self._root, name)
        return made

    def holds(self, path: str) -> bool:
        """Whether a path or an address is in this folder."""
        files, place = library("fsspec").core.url_to_fs(path)
        return type(files) is type(self._files) and place.startswith(f"{self._root.rstrip('/')}/")

    @property
    def files(self) -> Any:
        """The file system that it is in."""
        return self._files

    def known_as(self, name: str) -> str:
        """The address of a file, with its protocol."""
        found: str = self._files.unstrip_protocol(self._path(name))
        return found

    def path_of(self, name: str) -> str:
        """The path of a file for ``files``."""
        return self._path(name)

    def has(self, name: str) -> bool:
        """Whether there is such a file."""
        return bool(self._files.exists(self._path(name)))

    def names(self) -> list[str]:
        """The files in it and below it, sorted, without those that are being written."""
        self._files.invalidate_cache(self._root)
        found = self._files.find(self._root) if self._files.exists(self._root) else []
        names = (posixpath.relpath(path, self._root) for path in found)
        return sorted(name for name in names if not posixpath.basename(name).startswith("."))

    def read(self, name: str) -> bytes:
        """The bytes of a file. Raises FileNotFoundError."""
        found: bytes = self._files.cat_file(self._path(name))
        return found

    def write(self, name: str, raw: bytes) -> None:
        """Put a file there. Raises RunStopped when there is no room."""
        with self.writing(name) as file:
            file.write(raw)

    @contextmanager
    def writing(self, name: str) -> Iterator[IO[bytes]]:
        """A file that is there once all of it was written. Raises RunStopped when there is no room."""
        path = self._path(name)
        unfinished = posixpath.join(posixpath.dirname(path), f".{posixpath.basename(path)}.{uuid4().hex}")
        with self._explained():
            self._files.makedirs(posixpath.dirname(path), exist_ok=True)
            try:
                with self._files.open(unfinished, "wb") as file:
                    yield file
                self._files.mv(unfinished, path)
            except BaseException:
                if self._files.exists(unfinished):
                    self._files.rm_file(unfinished)
                raise

    def open(self, name: str) -> Any:
        """A file to read from anywhere in it."""
        return self._files.open(self._path(name), "rb")

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Keep other programs of this machine out, as far as it can lock files. Raises RunStopped when one is in."""
        if fcntl is None or type(self._files).__name__ != "LocalFileSystem":
            yield
            return
        with Path(self._root, ".lock").open("w") as file:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError as error:
                raise RunStopped(f"another run is at work in {self.address}: let it end, or stop it first") from error
            yield

    def remove(self) -> None:
        """Take the folder away with all that is in it; what is not there is not missed."""
        if self._files.exists(self._root):
            self._files.rm(self._root, recursive=True)

    def remove_unfinished(self) -> None:
        """Take away what was being written when a run was killed."""
        for path in self._files.find(self._root):
            if posixpath.basename(path).startswith("."):
                self._files.rm_file(path)

    def _path(self, name: str) -> str:
        return posixpath.join(self._root, name)

    @contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            if error.errno in _FULL:
                raise RunStopped(
                    f"no room is left in {self.address}. What was done is kept: free some space, then run the same "
                    "command with --resume"
                ) from error
            if isinstance(error, PermissionError):
                raise RunStopped(f"{self.address} may not be written to: choose another folder with --out") from error
            if isinstance(error, (FileExistsError, NotADirectoryError)):
                raise BadArgument(f"{self.address} is a file, or in one: choose a folder with --out") from error
            raise RunStopped(f"{self.address} cannot be written to: {error.strerror or error}") from error
