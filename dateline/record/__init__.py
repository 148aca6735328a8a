"""The record over a store: joins ``store/`` (rows) and ``facts/`` (conclusions). Ask, decide, rebuild.

``open_record`` gives a ``Record`` to ask; ``bring_up_to_date`` and ``rebuild`` make its facts.
"""

from typing import TYPE_CHECKING

from dateline.lazily import on_first_use

if TYPE_CHECKING:
    from dateline.record.opening import catch_up, open_record
    from dateline.record.record import Record
    from dateline.record.upkeep import Upkeep, bring_up_to_date, rebuild
    from dateline.record.wanted import FactFilter
else:
    __getattr__ = on_first_use(
        __name__,
        {
            "opening": "catch_up open_record",
            "record": "Record",
            "upkeep": "Upkeep bring_up_to_date rebuild",
            "wanted": "FactFilter",
        },
    )

__all__ = ["FactFilter", "Record", "Upkeep", "bring_up_to_date", "catch_up", "open_record", "rebuild"]
