"""The encoder: a small network that answers several questions about each report at once, on a CPU."""
