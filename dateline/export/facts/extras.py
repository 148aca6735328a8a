"""Libraries that only some exports need."""

from functools import partial

from dateline import libraries

library = partial(libraries.library, extra="export")
