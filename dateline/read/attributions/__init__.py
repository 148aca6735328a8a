"""Who says what: attributions of speech, belief and intention, found over spaCy's parse and quotation marks."""

from dateline.read.attributions.component import UNRULED, Attributions, make_attributions
from dateline.read.attributions.lexicon import SPOKEN, CueClass, cue_class
from dateline.read.attributions.nesting import chain, innermost

__all__ = ["SPOKEN", "UNRULED", "Attributions", "CueClass", "chain", "cue_class", "innermost", "make_attributions"]
