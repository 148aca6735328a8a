"""How the workbench is served."""

from dataclasses import dataclass

from dateline.settings import Settings

MEGABYTE = 1024 * 1024
OWN_NAMES = ("127.0.0.1", "localhost", "[::1]")
"""How a machine calls itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ServeOptions:
    """What one run of the workbench is given."""

    settings: Settings
    """Whose store is served, and how reports that are added are read."""
    token: str | None = None
    """What the one person of a store without users enters with, once. None: nobody enters so."""
    hosts: tuple[str, ...] = OWN_NAMES
    """Names that the workbench answers to, without the port. A request for another name is refused, for it may come
    from a page elsewhere whose name was made to lead here (DNS rebinding).
    """
    secure: bool = False
    """Whether browsers reach it by https, so that cookies are sent by nothing else."""
    most_bytes: int = 25 * MEGABYTE
    """The longest request that is read, uploads included."""
    changes_per_minute: int = 600
    """How many requests that change something each person may make."""
    fetch_private: bool = False
    """Whether pages of private addresses may be added by their url. For tests, which have no others; no setting and no
    page of the workbench allows it.
    """
