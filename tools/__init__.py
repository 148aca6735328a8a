"""Programs for those who develop Dateline; none is part of the package."""
