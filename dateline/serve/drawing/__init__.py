"""Drawn from facts: charts of command, bars over time, territory, a report's text."""
