"""The rules by which facts are made, as a number."""

RULES = "3"
"""Goes up when the same claims and decisions give other facts: the facts of a store made by older rules are rebuilt."""
