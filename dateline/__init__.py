"""Dateline reads news reports on armed conflict and keeps the record, with who says so.

``from dateline import Reader`` gives the reader; ``Reader().read("…", published="2012-12-03")`` reads one report.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dateline.pipeline import Reader

__version__ = "0.1.0"
__all__ = ["Reader", "__version__"]


def __getattr__(name: str) -> Any:
    """Import the reader on first use: spaCy takes a second, and ``dateline --help`` needs none of it."""
    if name == "Reader":
        from dateline.pipeline import Reader

        return Reader
    raise AttributeError(f"module 'dateline' has no attribute {name!r}")
