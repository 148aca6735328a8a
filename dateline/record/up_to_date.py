"""Whether the facts of a store lag behind. It needs nothing of what brings them up to date (``upkeep.py``)."""

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from dateline.facts.rules import RULES
from dateline.store import record_tables as t


def is_up_to_date(connection: Connection) -> bool:
    """Whether the facts reflect all that is stored."""
    return connection.scalar(sa.select(t.pending.c.what).limit(1)) is None and rules_of(connection) in (RULES, None)


def rules_of(connection: Connection) -> str | None:
    """The rules that the facts were made by; None when there are none yet."""
    rules: str | None = connection.scalar(sa.select(t.state.c.value).where(t.state.c.name == "facts"))
    return rules
