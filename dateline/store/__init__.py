"""Reports, readings and claims kept for good: SQLite for one person, PostgreSQL for a team.

``open_store`` gives a ``Store`` to write to, ``open_view`` a ``View`` that only reads.
"""

from dateline.store.filters import ClaimFilter, ReportFilter
from dateline.store.intake import Outcome, keep
from dateline.store.opening import open_store, open_view
from dateline.store.search import Hit, search
from dateline.store.view import StoredClaim, StoredReport, View
from dateline.store.writer import Added, Store

__all__ = [
    "Added",
    "ClaimFilter",
    "Hit",
    "Outcome",
    "ReportFilter",
    "Store",
    "StoredClaim",
    "StoredReport",
    "View",
    "keep",
    "open_store",
    "open_view",
    "search",
]
