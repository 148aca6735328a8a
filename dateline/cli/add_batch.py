"""``dateline add --from``: take what a batch read into the store."""

from collections import Counter

from dateline.cli.progress import progress
from dateline.cli.words import say
from dateline.errors import ReportSkipped
from dateline.settings import Settings


def add_batch(address: str, settings: Settings) -> Counter[str]:
    """Store what a batch read; returns how many were new, reread, unchanged and skipped.

    Raises BadArgument for what is no finished batch, RunStopped when the store fails: what was stored before is kept,
    and the same command goes on.
    """
    from dateline.batch.load import Loaded
    from dateline.record import bring_up_to_date
    from dateline.store import open_store

    loaded = Loaded(address)
    tally: Counter[str] = Counter()
    with open_store(settings.store, wait_seconds=settings.store_wait_seconds) as store:
        with progress("Storing", loaded.total) as advance:
            for readings in loaded.readings():
                for result in store.add_many(readings):
                    if isinstance(result, ReportSkipped):
                        say(f"skipped {result}")
                    tally["skipped" if isinstance(result, ReportSkipped) else result] += 1
                    advance()
        bring_up_to_date(store)
    return tally
