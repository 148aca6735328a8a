"""Report to annotated spaCy Doc: one component a file, each usable in any English spaCy pipeline with a parser."""
