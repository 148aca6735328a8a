"""The queue of what people add, and the one thread that reads it.

One thread, since the language model is large and one processor's work; addresses are fetched by a few others meanwhile,
so that a slow site holds nobody up. People take turns report by report: a long table of one does not keep another's
text waiting. The queue is in memory: what was not read when the server ends is to be given again, and nothing that was
read is lost, for each report is stored as soon as it is read.
"""

import logging
import threading
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace

from dateline.errors import BadArgument, DatelineError, RunStopped
from dateline.pipeline import Reader
from dateline.readers import reader_for
from dateline.serve.access.limits import RateLimit
from dateline.serve.access.log import Log
from dateline.serve.intake.given import Given, Items
from dateline.serve.intake.jobs import MOST_LINES, Job, line_of
from dateline.settings import Settings
from dateline.store import Outcome, Store, keep

logger = logging.getLogger(__name__)

FETCHERS = 3
MOST_WAITING = 200
"""Things of one person that are not read yet."""
MOST_BYTES = 150_000_000
"""Of all that is not read yet."""
MOST_KEPT = 100
"""Things of one person that are over and still listed."""
TRIES = 4
"""So often a store that is busy is asked before a job stops."""


class TooMany(BadArgument):
    """More than may wait, or be fetched, at once."""


@dataclass(slots=True)
class _Work:
    """A job with what is to be read for it; ``outcomes`` once that is at hand."""

    job: Job
    given: Given | None
    """None when it is over."""
    items: Callable[[], Items] | None = None
    """What is to be read, from its beginning; None while it is not fetched."""
    outcomes: Iterator[Outcome] | None = None
    tries: int = 0


class Intake:
    """What people add to one store. ``on_change`` is called with the person after each report that is new or
    read anew."""

    def __init__(self, store: Store, settings: Settings, log: Log, on_change: Callable[[str], None]) -> None:
        self._store, self._settings, self._log, self._on_change = store, settings, log, on_change
        self._reader: Reader | None = None
        self._changed = threading.Condition()
        self._works: dict[int, _Work] = {}
        self._turns: deque[str] = deque()
        """People who have something that can be read now, whose turn is next first."""
        self._last = 0
        self._ending = False
        self._fetchers = ThreadPoolExecutor(FETCHERS, thread_name_prefix="dateline-fetch")
        self._thread: threading.Thread | None = None
        self.fetches = RateLimit(10, 60)
        """Of addresses, for each person."""

    def add(self, person: str, given: Given) -> Job:
        """Put something in the queue. Raises TooMany when too much waits already, or too many addresses were given."""
        with self._changed:
            self._refuse_too_many(person, given)
            self._last += 1
            work = _Work(Job(number=self._last, person=person, kind=given.kind, name=given.name), given)
            self._works[self._last] = work
            self._forget(person)
            self._begin(work)
            return work.job

    def again(self, person: str, number: int) -> Job:
        """Try something that stopped once more. Raises BadArgument when it did not stop, or is somebody else's."""
        with self._changed:
            work = self._works.get(number)
            if work is None or work.job.person != person or work.job.state != "stopped" or work.given is None:
                raise BadArgument("this did not stop, or is not there any more: add it again")
            self._refuse_many_fetches(person, work.given)
            work.job = replace(work.job, state="queued", lines=(), counts={}, problem="")
            work.tries = 0
            self._begin(work)
            return work.job

    def jobs(self, person: str) -> list[Job]:
        """What a person added, the latest first."""
        with self._changed:
            return [work.job for work in reversed(self._works.values()) if work.job.person == person]

    def waiting(self) -> int:
        """How many things, of all people, are not over."""
        with self._changed:
            return sum(not work.job.is_over for work in self._works.values())

    @property
    def loading(self) -> bool:
        """Whether the reader has not read anything yet, so that the first report takes longer."""
        return self._reader is None or "language" not in vars(self._reader)

    def close(self) -> None:
        """End, once the report that is read now is kept. What waits is dropped."""
        with self._changed:
            self._ending = True
            self._changed.notify_all()
        self._fetchers.shutdown(wait=True, cancel_futures=True)
        if self._thread is not None:
            self._thread.join()

    def _refuse_too_many(self, person: str, given: Given) -> None:
        waiting = [work for work in self._works.values() if not work.job.is_over]
        if sum(work.job.person == person for work in waiting) >= MOST_WAITING:
            raise TooMany(f"{MOST_WAITING} things of yours wait to be read: wait until some are, or use `dateline add`")
        if sum(work.given.size for work in waiting if work.given) + given.size > MOST_BYTES:
            raise TooMany("too much waits to be read at once: wait until some of it is, or use `dateline add`")
        self._refuse_many_fetches(person, given)

    def _refuse_many_fetches(self, person: str, given: Given) -> None:
        if given.kind == "url" and not self.fetches.allows(person):
            raise TooMany(f"{self.fetches.times} addresses a minute are fetched for each person: wait a minute")

    def _forget(self, person: str) -> None:
        """Drop the oldest of a person's things that are over."""
        over = [work.job.number for work in self._works.values() if work.job.person == person and work.job.is_over]
        for number in over[:-MOST_KEPT]:
            del self._works[number]

    def _begin(self, work: _Work) -> None:
        """Have it fetched, or read. The thread that reads starts with the first."""
        assert work.given is not None
        if work.given.kind == "url":
            self._fetchers.submit(self._fetch, work, work.given)
        else:
            self._ready(work, work.given.items)
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name="dateline-reader", daemon=True)
            self._thread.start()

    def _ready(self, work: _Work, items: Callable[[], Items]) -> None:
        """It can be read now. Called with the lock held."""
        work.items, work.outcomes = items, self._kept(items())
        if work.job.person not in self._turns:
            self._turns.append(work.job.person)
        self._changed.notify_all()

    def _kept(self, items: Items) -> Iterator[Outcome]:
        """Outcomes one by one, by a reader that is made when the first is asked for."""
        if self._reader is None:
            self._reader = reader_for(self._settings)
        yield from keep(items, self._store, self._reader)

    def _fetch(self, work: _Work, given: Given) -> None:
        """In a thread of its own; what is fetched is read by the one that reads."""
        with self._changed:
            work.job = replace(work.job, state="fetching")
        try:
            found = list(given.items())
        except Exception as error:  # a fault in reading a page must not leave the job fetching for ever
            self._fault(work, error)
            return
        with self._changed:
            work.job = replace(work.job, state="queued")
            self._ready(work, lambda: iter(found))

    def _run(self) -> None:
        while (work := self._next()) is not None:
            try:
                assert work.outcomes is not None
                outcome = next(work.outcomes, None)
                self._came(work, outcome)
            except RunStopped as error:
                self._stopped(work, error)
            except DatelineError as error:
                self._over(work, problem=str(error))
            except Exception as error:  # a fault of ours in one report must not keep others from being read
                self._fault(work, error)

    def _next(self) -> _Work | None:
        """The work whose turn it is, once there is one; None to end."""
        with self._changed:
            while not self._ending:
                while self._turns:
                    person = self._turns.popleft()
                    if (work := self._first_of(person)) is not None:
                        self._turns.append(person)
                        work.job = replace(work.job, state="reading")
                        return work
                self._changed.wait()
            return None

    def _first_of(self, person: str) -> _Work | None:
        for work in self._works.values():
            if work.job.person == person and work.outcomes is not None and not work.job.is_over:
                return work
        return None

    def _came(self, work: _Work, outcome: Outcome | None) -> None:
        if outcome is None:
            self._over(work)
            return
        if outcome.result in {"new", "reread"}:
            self._on_change(work.job.person)
            self._log.write(work.job.person, f"add report ({outcome.result})", f"{outcome.report_id} {outcome.source}")
        line = line_of(self._store, outcome)
        with self._changed:
            job = work.job
            lines = (*job.lines, line) if len(job.lines) < MOST_LINES else job.lines
            counts = {**job.counts, line.result: job.counts.get(line.result, 0) + 1}
            work.job = replace(job, lines=lines, counts=counts, problem="")

    def _stopped(self, work: _Work, error: RunStopped) -> None:
        """Another program, or the facts being made, may hold the store: what is kept already comes out as unchanged."""
        work.tries += 1
        if work.tries >= TRIES or work.items is None:
            self._over(work, problem=str(error))
            return
        logger.info("reading %s waits: %s", work.job.name, error)
        with self._changed:
            work.job = replace(work.job, lines=(), counts={}, problem=f"It is tried again: {error}")
            work.outcomes = self._kept(work.items())
            if not self._ending:
                self._changed.wait(work.tries)

    def _fault(self, work: _Work, error: Exception) -> None:
        logger.error("adding %s failed", work.job.name, exc_info=error)
        self._over(
            work, problem=f"this is a fault in Dateline ({type(error).__name__}): the log of the server has more"
        )

    def _over(self, work: _Work, problem: str = "") -> None:
        with self._changed:
            work.job = replace(work.job, state="stopped" if problem else "done", problem=problem)
            work.items = work.outcomes = None
            if not problem:
                work.given = None
            self._changed.notify_all()
