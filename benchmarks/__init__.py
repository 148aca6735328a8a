"""Measure Dateline on public evaluation sets and on the reports that ship with it."""
