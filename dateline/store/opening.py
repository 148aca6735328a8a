"""Open a store, to write to it or only to read."""

import logging
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from sqlalchemy.engine import Engine

from dateline.errors import RunStopped
from dateline.store.engine import make_engine
from dateline.store.location import Location, locate, make_folder, needs_store, refuse_folder
from dateline.store.migrate import bring_up_to_date
from dateline.store.problems import explained, may_not_write
from dateline.store.view import View
from dateline.store.writer import Store

logger = logging.getLogger(__name__)

Opened = TypeVar("Opened", bound=View)


def open_store(store: str, *, wait_seconds: float = 10.0) -> Store:
    """The store at a path or URL, made if it is not there.

    Raises RunStopped (locked, read-only, damaged, newer, not a store) and BadArgument (no such kind of database).
    """
    location = locate(store)
    refuse_folder(location)
    make_folder(location)
    return _checked(Store, location, make_engine(location, wait_seconds=wait_seconds, writing=True))


def open_view(store: str, *, wait_seconds: float = 10.0) -> View:
    """The store at a path or URL, to be read; a file that may not be written is read as it is.

    Raises as ``open_store`` does, and RunStopped when there is no store.
    """
    location = locate(store)
    refuse_folder(location)
    needs_store(location)
    try:
        return _checked(View, location, make_engine(location, wait_seconds=wait_seconds, writing=False))
    except RunStopped as stopped:
        if not (may_not_write(stopped) and _is_at_rest(location.path)):
            raise
    logger.info("%s is read without its log, since it may not be written", location)
    return _checked(View, location, make_engine(location, wait_seconds=wait_seconds, writing=False, immutable=True))


def _is_at_rest(path: Path | None) -> bool:
    """Whether an SQLite file has no log beside it, so that the file alone is the whole store."""
    return path is not None and not Path(f"{path}-wal").exists()


def _checked(kind: Callable[[Location, Engine], Opened], location: Location, engine: Engine) -> Opened:
    try:
        with explained(str(location)):
            bring_up_to_date(engine, location)
    except BaseException:
        engine.dispose()
        raise
    return kind(location, engine)
