"""Facts as files to take away."""
