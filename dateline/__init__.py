"""Dateline reads news reports on armed conflict and keeps the record, with who says so.

``from dateline import Reader`` gives the reader; ``Reader().read("…", published="2012-12-03")`` reads one report.
``from dateline import open_record`` opens the record of a store, to ask for facts.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dateline.pipeline import Reader
    from dateline.record import open_record

__version__ = "0.1.0"
__all__ = ["Reader", "__version__", "open_record"]


def __getattr__(name: str) -> Any:
    """Import on first use: spaCy and SQLAlchemy take a second, and ``dateline --help`` needs none of them."""
    if name == "Reader":
        from dateline.pipeline import Reader

        return Reader
    if name == "open_record":
        from dateline.record import open_record

        return open_record
    raise AttributeError(f"module 'dateline' has no attribute {name!r}")
