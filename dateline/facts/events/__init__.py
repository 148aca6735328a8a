"""Claims of events into events: first within a report, then across reports."""
