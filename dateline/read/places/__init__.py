"""Where: names of places in a report, what places they mean, and the areas that the report describes around them."""

from dateline.read.places.component import make_places, toponyms

__all__ = ["make_places", "toponyms"]
