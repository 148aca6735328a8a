"""What changed between snapshots, as a page shows it: kept for a while, since it looks at every fact."""

import re
import threading
from collections import OrderedDict
from collections.abc import Iterable, Iterator

import sqlalchemy as sa

from dateline.record.snapshots import Diff, diff
from dateline.record.version import Version, facts_version
from dateline.store import View
from dateline.store import record_tables as t

MOST = 4
"""Diffs that are kept."""
_REPORT = re.compile(r"\b(r[0-9a-f]{16})\b")


class Diffs:
    """The diffs of a store that were asked for last."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._lock = threading.Lock()
        self._held: OrderedDict[tuple[str, str | None, Version], Diff] = OrderedDict()

    def between(self, before: str, after: str | None) -> Diff:
        """As ``dateline.record.snapshots.diff``, which is only made anew when the facts are others. One at a time."""
        key = before, after, facts_version(self._view)
        with self._lock:
            if key not in self._held:
                self._held[key] = diff(self._view, before, after)
            self._held.move_to_end(key)
            while len(self._held) > MOST:
                self._held.popitem(last=False)
            return self._held[key]


def facts_there(view: View, ids: Iterable[str]) -> frozenset[str]:
    """Those of a page's facts that are in the record now, and so have a page."""
    with view.connected() as connection:
        return frozenset(connection.scalars(sa.select(t.facts.c.id).where(t.facts.c.id.in_(list(ids)))))


def with_links(why: str) -> Iterator[tuple[str, str | None]]:
    """A reason in pieces, each with the report that it names, or None."""
    for piece in _REPORT.split(why):
        if piece:
            yield piece, piece if _REPORT.fullmatch(piece) else None
