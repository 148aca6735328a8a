"""One file per step, in order: ``0001_…``, ``0002_…``."""
