"""What all requests share: the store, the record over it, who may come in, and the thread that keeps facts in step."""

from typing import Annotated

from fastapi import Depends, Request

from dateline.record import Record
from dateline.record.decide import Decisions
from dateline.record.queue import Queue
from dateline.record.sources import source_book
from dateline.record.version import facts_version
from dateline.serve.access.keys import ApiKeys
from dateline.serve.access.limits import RateLimit
from dateline.serve.access.log import Log
from dateline.serve.access.people import People
from dateline.serve.access.rights import Visitor
from dateline.serve.access.sessions import Sessions
from dateline.serve.intake.intake import Intake
from dateline.serve.keeper import Keeper
from dateline.serve.kept import Kept, Remembered
from dateline.serve.once import Once
from dateline.serve.options import ServeOptions
from dateline.serve.shown.snapshot_diffs import Diffs
from dateline.store import open_store

PATIENCE_SECONDS = 3.0
"""So long a page waits for facts that lag behind; then it shows those there are, and says so."""


class Workbench:
    """One store, opened for as long as the workbench runs. Raises RunStopped and BadArgument as ``open_store`` does."""

    def __init__(self, options: ServeOptions) -> None:
        self.options = options
        settings = options.settings
        self.store = open_store(settings.store, wait_seconds=settings.store_wait_seconds)
        self.record = Record(self.store)
        self.people = People(self.store)
        self.sessions = Sessions(self.store)
        self.keys = ApiKeys(self.store)
        self.log = Log(self.store)
        self.keeper = Keeper(self.store)
        self.intake = Intake(self.store, settings, self.log, self.keeper.wake)
        self.sources = Kept(lambda: facts_version(self.store), lambda: source_book(self.store))
        self.diffs = Diffs(self.store)
        self.of_now = Remembered(lambda: facts_version(self.store))
        self.queue = Queue(self.store)
        self.once = Once()
        self.token = options.token
        """Taken away when it is used."""
        self.tries = RateLimit(10, 300)
        """Of logging in with a wrong password, for each address and for each name."""
        self.changes = RateLimit(options.changes_per_minute, 60)
        if not self.record.up_to_date:
            self.keeper.wake()

    def decisions(self, visitor: Visitor) -> Decisions:
        """To decide as a person. Call ``keeper.wake`` with their name afterwards."""
        return Decisions(self.store, visitor.name)

    def fresh(self, visitor: Visitor) -> Record:
        """The record with all that this visitor decided, if that does not take long; ``keeper.behind`` says whether
        something is missing. What others decided comes a little later.
        """
        self.keeper.wait(PATIENCE_SECONDS, visitor.name)
        return self.record

    def close(self) -> None:
        """Give everything back."""
        self.intake.close()
        self.keeper.close()
        self.sources.wait()
        self.store.close()


def workbench_of(request: Request) -> Workbench:
    """The workbench that a request came to."""
    found: Workbench = request.app.state.workbench
    return found


Bench = Annotated[Workbench, Depends(workbench_of)]
