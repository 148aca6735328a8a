"""Libraries that only batches need."""

from functools import partial

from dateline import libraries

library = partial(libraries.library, extra="batch")
