"""Who is told of again by where they are from: "a Korean engineer … they threatened to kill the Korean"."""

from dateline.claims.words import Word
from dateline.model import PlaceMention


def national_before(token: Word, place: PlaceMention | None) -> Word | None:
    """The head of the last person told of with the same word before; None where a word means no one person."""
    if place is None or place.precision != "country" or token.text == place.name or token.tag_ in ("NNPS", "NNS"):
        return None
    if not any(child.dep_ == "det" and child.lower_ == "the" for child in token.children):
        return None
    before = [
        mention
        for mention in token.doc._.dateline_mentions
        if mention.kind == "person" and mention.start < token.idx and token.text in mention.text.split()
    ]
    if not before:
        return None
    head = token.doc.char_span(before[-1].head, before[-1].head + 1, alignment_mode="expand")
    return head[0] if head is not None and head[0].i != token.i else None
