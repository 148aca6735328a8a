"""The parse, mended where parsers misread the prose of news."""
