"""Claims of relations into relations with their validity."""
