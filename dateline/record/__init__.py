"""The record over a store: joins ``store/`` (rows) and ``facts/`` (conclusions). Ask, decide, rebuild."""
