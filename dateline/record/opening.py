"""Open the record of a store, with its facts up to date."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from dateline.record.record import Record
from dateline.store import open_store, open_view

if TYPE_CHECKING:
    from dateline.record.upkeep import Upkeep


@contextmanager
def open_record(
    store: str, *, wait_seconds: float = 10.0, when_behind: Callable[[], None] | None = None
) -> Iterator[Record]:
    """The record of the store at a path or URL. Where its facts lag behind they are brought up to date first, which in
    a large store takes a while: ``when_behind`` is called before it begins.

    Raises RunStopped as ``open_view`` does, and when facts lag behind in a store that may not be written.
    """
    with open_view(store, wait_seconds=wait_seconds) as view:
        record = Record(view)
        if record.up_to_date:
            yield record
            return
    if when_behind is not None:
        when_behind()
    catch_up(store, wait_seconds=wait_seconds)
    with open_view(store, wait_seconds=wait_seconds) as view:
        yield Record(view)


def catch_up(store: str, *, wait_seconds: float = 10.0) -> "Upkeep":
    """Bring the facts of a store up to date. Raises RunStopped when it cannot be written."""
    from dateline.record.upkeep import bring_up_to_date  # what makes facts: seldom needed, and takes a while

    with open_store(store, wait_seconds=wait_seconds) as opened:
        return bring_up_to_date(opened)
