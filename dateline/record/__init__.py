"""The record over a store: joins ``store/`` (rows) and ``facts/`` (conclusions). Ask, decide, rebuild.

``open_record`` gives a ``Record`` to ask; ``bring_up_to_date`` and ``rebuild`` make its facts.
"""

from dateline.record.opening import catch_up, open_record
from dateline.record.record import Record
from dateline.record.upkeep import Upkeep, bring_up_to_date, rebuild
from dateline.record.wanted import FactFilter

__all__ = ["FactFilter", "Record", "Upkeep", "bring_up_to_date", "catch_up", "open_record", "rebuild"]
