"""Claim types, their modes and the words that state them, as checked YAML files."""
