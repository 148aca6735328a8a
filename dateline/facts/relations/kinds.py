"""Kinds of relations that last in a way of their own."""

DONE_ONCE = frozenset({"split_from", "merged_with", "successor_of", "alias_of"})
"""Relations that begin with something done and never end."""
SYMMETRICAL = frozenset({"allied_with", "opposes", "merged_with"})
"""Relations whose two parties may change places."""
