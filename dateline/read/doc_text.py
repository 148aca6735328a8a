"""The text of a Doc, joined once: spaCy joins a Doc's words anew each time ``doc.text`` is asked."""

from spacy.tokens import Doc

KEY = "dateline_text"


def text_of(doc: Doc) -> str:
    """The same as ``doc.text``, kept in ``doc.user_data``. A Doc's words never change, however it is retokenised."""
    known = doc.user_data.get(KEY)
    if not isinstance(known, str):
        known = doc.user_data[KEY] = doc.text
    return known
