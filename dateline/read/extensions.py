"""The attributes that Dateline's components set on a spaCy Doc. All begin with ``dateline_``; this is their whole
list.
"""

from typing import Any

from spacy.tokens import Doc

DOC_ATTRIBUTES: dict[str, Any] = {
    "dateline_report": None,
    "dateline_published": None,
    "dateline_unread": (),
    "dateline_headline": None,
    "dateline_paragraphs": (),
    "dateline_headline_sources": (),
    "dateline_encoder": None,
    "dateline_dates": (),
    "dateline_places": (),
    "dateline_mentions": (),
    "dateline_bare_names": None,
    "dateline_entities": (),
    "dateline_states": None,
    "dateline_attributions": (),
    "dateline_claims": (),
    "dateline_doubted": (),
    "dateline_incidents": (),
    "dateline_relations": (),
    "dateline_silence": None,
}
"""Name and default.

``dateline_report``: the ``model.Report`` being read, or None when a plain text was given. ``dateline_published``: a
``datetime.date`` or None. ``dateline_unread``: spans (code points) of furniture and dateline, which were blanked out
before parsing. ``dateline_bare_names``: a dict from the head offset of a name to the span of the name without titles.
``dateline_headline``: its span or None. ``dateline_states``: a dict from the token index of a pronoun to that of the
country or capital that it stands for, which is no actor of the report. ``dateline_paragraphs``: spans of the
paragraphs. ``dateline_headline_sources``: ``HeadlineSource`` for each line that names its source by a colon or dash.
``dateline_encoder``: what the encoder answers (``EncoderScores``), or None where none has read the doc.
``dateline_silence``: why the report claims nothing, or None. The others hold tuples
of the ``model`` classes that their names say.
"""


def register_extensions() -> None:
    """Declare the attributes. Safe to call twice; raises ValueError if another package took one of the names."""
    for name, default in DOC_ATTRIBUTES.items():
        if Doc.has_extension(name):
            if Doc.get_extension(name)[0] != default:
                raise ValueError(f"another package has registered Doc._.{name}")
            continue
        Doc.set_extension(name, default=default)
