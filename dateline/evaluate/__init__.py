"""Score claims against reports that people have annotated, with the floors that figures may not fall below."""
