"""Where a store is: the path of an SQLite file, or a database URL."""

from dataclasses import dataclass
from pathlib import Path

from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

from dateline.errors import BadArgument, RunStopped


@dataclass(frozen=True, slots=True)
class Location:
    """A store's address."""

    url: URL
    path: Path | None
    """The SQLite file; None for a server, a store in memory, and an SQLite URL with its own options."""

    @property
    def is_sqlite(self) -> bool:
        return self.url.get_backend_name() == "sqlite"

    def __str__(self) -> str:
        """For messages: never holds a password."""
        return str(self.path) if self.path else self.url.render_as_string(hide_password=True)


def locate(store: str) -> Location:
    """The location that a person gave. Raises BadArgument for a URL that is no SQLite or PostgreSQL database."""
    if "://" not in store:
        return _at_path(Path(store).expanduser())
    try:
        url = make_url(store)
    except (ArgumentError, ValueError) as error:
        raise BadArgument("the store's URL cannot be read: write it as postgresql://user:password@host/name") from error
    if url.get_backend_name() in {"postgresql", "postgres"}:
        return Location(url.set(drivername="postgresql+psycopg"), None)
    if url.get_backend_name() != "sqlite":
        raise BadArgument(f"a store is an SQLite file or a PostgreSQL database, not {url.get_backend_name()}")
    if url.database and not url.query:
        return _at_path(Path(url.database))
    return Location(url, None)


def _at_path(path: Path) -> Location:
    return Location(URL.create("sqlite", database=str(path)), path)


def make_folder(location: Location) -> None:
    """Make the folder of an SQLite file that is to be written. Raises RunStopped when that fails."""
    if location.path is None:
        return
    try:
        location.path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise RunStopped(
            f"the folder {location.path.parent} for the store cannot be made ({error.strerror}). "
            "Choose another store with --store"
        ) from error


def refuse_folder(location: Location) -> None:
    """Raises RunStopped when the path of the store is a folder."""
    if location.path is not None and location.path.is_dir():
        file = location.path / "dateline.sqlite"
        raise RunStopped(f"{location.path} is a folder, and a store is a file. Give the file, such as {file}")


def needs_store(location: Location) -> None:
    """Raises RunStopped when an SQLite file that is to be read is not there."""
    if location.path is not None and not location.path.exists():
        raise RunStopped(f"there is no store at {location.path} yet. `dateline add` makes one; --store chooses another")
