"""Importing this module makes Dateline's components known to spaCy, for use in anyone's pipeline:

    import spacy
    import dateline.read.components

    nlp = spacy.load("en_core_web_sm")
    nlp.add_pipe("dateline_attributions")

Each component declares what it needs; ``nlp.analyze_pipes()`` names what is missing.
"""

from dateline.claims.component import make_claims
from dateline.read.attributions import make_attributions
from dateline.read.coreference import make_coreference
from dateline.read.dates import make_dates
from dateline.read.encoded import make_encoder
from dateline.read.frame import make_frame
from dateline.read.incidents import make_incidents
from dateline.read.mentions import make_mentions
from dateline.read.parse.component import make_mended_parse
from dateline.read.places import make_places
from dateline.read.seen_relations import make_relations

__all__ = [
    "make_attributions",
    "make_claims",
    "make_coreference",
    "make_dates",
    "make_encoder",
    "make_frame",
    "make_incidents",
    "make_mended_parse",
    "make_mentions",
    "make_places",
    "make_relations",
]
