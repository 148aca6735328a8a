"""The frame of a report: what is read and what is not, and where paragraphs begin."""

import re

from spacy.language import Language
from spacy.tokens import Doc, Token

from dateline.model import Span
from dateline.read.doc_text import text_of
from dateline.read.extensions import register_extensions

_LINE = re.compile(r"[^\r\n]+")
_CLOSED = tuple(".!?:;\"'”’»)]")
WRAPPED_AT = 60
"""A line at least this long (code points) that ends in mid-sentence is taken as wrapped, not as a paragraph."""


def paragraph_spans(text: str, headline: Span | None = None) -> tuple[Span, ...]:
    """Spans of the paragraphs, white space stripped.

    A blank line ends a paragraph. A single line end does too, unless the line is long and stops in mid-sentence, as
    in text wrapped at a fixed width. The headline is a paragraph of its own.
    """
    paragraphs: list[list[int]] = []
    previous_end = 0
    for line in _LINE.finditer(text):
        stripped = line.group().strip()
        if not stripped:
            continue
        start = line.start() + len(line.group()) - len(line.group().lstrip())
        end = start + len(stripped)
        if paragraphs and _continues(text, paragraphs[-1], previous_end, start, headline):
            paragraphs[-1][1] = end
        else:
            paragraphs.append([start, end])
        previous_end = end
    return tuple((start, end) for start, end in paragraphs)


def _continues(text: str, paragraph: list[int], previous_end: int, start: int, headline: Span | None) -> bool:
    """Whether the line at ``start`` goes on with the paragraph that ends at ``previous_end``."""
    if headline and headline[0] <= paragraph[0] < headline[1]:
        return False
    gap = text[previous_end:start].replace("\r\n", "\n")
    if gap.count("\n") != 1:
        return False
    last_line = text.rfind("\n", paragraph[0], previous_end) + 1
    return previous_end - max(last_line, paragraph[0]) >= WRAPPED_AT and not text[:previous_end].endswith(_CLOSED)


@Language.factory("dateline_frame", assigns=["token.is_sent_start", "doc._.dateline_paragraphs"])
def make_frame(nlp: Language, name: str) -> "Frame":
    """A component that begins a sentence at every paragraph. Put it before the parser."""
    return Frame()


class Frame:
    """Sets paragraphs and sentence starts; the parser keeps to them."""

    def __init__(self) -> None:
        register_extensions()

    def __call__(self, doc: Doc) -> Doc:
        _even_line_ends(doc)
        paragraphs = paragraph_spans(text_of(doc), doc._.dateline_headline)
        doc._.dateline_paragraphs = paragraphs
        starts = iter(start for start, _ in paragraphs)
        wanted = next(starts, None)
        for token in doc:
            if wanted is None:
                break
            if token.idx >= wanted and not token.is_space:
                token.is_sent_start = True
                _keep_on(token)
                while wanted is not None and wanted <= token.idx:
                    wanted = next(starts, None)
        return doc


def _keep_on(first: Token) -> None:
    """No sentence is the first word of a paragraph alone: "Ukraine and Russia exchanged prisoners"."""
    if first.i + 1 < len(first.doc) and first.is_alpha and not first.nbor(1).is_space:
        first.nbor(1).is_sent_start = False


def _even_line_ends(doc: Doc) -> None:
    """Let the parser see carriage returns as the line ends they are: it knows words by these four features."""
    for token in doc:
        if token.is_space and "\r" in token.text:
            seen, plain = doc.vocab[token.text], doc.vocab[token.text.replace("\r", "")]
            seen.norm, seen.prefix, seen.suffix, seen.shape = plain.norm, plain.prefix, plain.suffix, plain.shape
