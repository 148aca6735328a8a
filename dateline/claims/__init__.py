"""Annotated spaCy Doc to Claims: the last place where a Doc is seen."""
