"""Paragraph bounds of a doc, in tokens."""

from spacy.tokens import Doc

from dateline.model import Span
from dateline.read.attributions.pieces import Piece
from dateline.read.attributions.tree import Tree
from dateline.read.doc_text import text_of
from dateline.read.frame import paragraph_spans


def paragraphs(doc: Doc, tree: Tree) -> list[Piece]:
    """Token pieces of the paragraphs, in order. Tokens outside every paragraph (blanked text) are in none."""
    known: tuple[Span, ...] = doc._.dateline_paragraphs or paragraph_spans(text_of(doc))
    out: list[Piece] = []
    token = 0
    for start, end in known:
        while token < len(tree) and tree.end[token] <= start:
            token += 1
        begin = token
        while token < len(tree) and tree.start[token] < end:
            token += 1
        if begin < token:
            out.append((begin, token))
    return out
