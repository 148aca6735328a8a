"""The record as the Security Force Monitor keeps it: tables of its spreadsheet import, claims of its handbook."""

from dateline.export.facts.sfm.write import FILES, write_sfm

__all__ = ["FILES", "write_sfm"]
