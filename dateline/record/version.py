"""What the facts of a store reflect, so that what was reckoned from them can be kept until they change."""

import sqlalchemy as sa

from dateline.store import View
from dateline.store import record_tables as t
from dateline.store.tables import readings

Version = tuple[object, ...]


def facts_version(view: View) -> Version:
    """Another whenever the facts are: by the last reading, the last decision, how much is pending, and the rules.

    Raises RunStopped when the store fails.
    """
    asked = (
        sa.select(sa.func.max(readings.c.id)),
        sa.select(sa.func.max(t.decisions.c.id)),
        sa.select(sa.func.count()).select_from(t.pending),
        sa.select(sa.func.count()).select_from(t.facts),
        sa.select(sa.func.max(t.state.c.value)).where(t.state.c.name == "facts"),
    )
    with view.connected() as connection:
        return tuple(connection.scalar(query) for query in asked)
