"""The frame of a report: what is read and what is not, and where paragraphs begin."""

import re

from spacy.language import Language
from spacy.tokens import Doc, Token

from dateline.model import Span
from dateline.read.doc_text import text_of
from dateline.read.extensions import register_extensions
from dateline.read.headline_sources import headline_sources
from dateline.read.unread import unwrapped

_LINE = re.compile(r"[^\r\n]+")


def paragraph_spans(text: str, headline: Span | None = None) -> tuple[Span, ...]:
    """Spans of the paragraphs, white space stripped: a line is one, unless it was wrapped. So is the headline."""
    spans = []
    for line in _LINE.finditer(unwrapped(text, headline)):
        stripped = line.group().strip()
        if stripped:
            start = line.start() + len(line.group()) - len(line.group().lstrip())
            spans.append((start, start + len(stripped)))
    return tuple(spans)


@Language.factory(
    "dateline_frame",
    assigns=["token.is_sent_start", "doc._.dateline_paragraphs", "doc._.dateline_headline_sources"],
)
def make_frame(nlp: Language, name: str) -> "Frame":
    """A component that begins a sentence at every paragraph, and parts a headline from its source. Put it before the
    parser.
    """
    return Frame()


class Frame:
    """Sets paragraphs and sentence starts; the parser keeps to them."""

    def __init__(self) -> None:
        register_extensions()

    def __call__(self, doc: Doc) -> Doc:
        _even_line_ends(doc)
        paragraphs = paragraph_spans(text_of(doc), doc._.dateline_headline)
        doc._.dateline_paragraphs = paragraphs
        sources = tuple(headline_sources(text_of(doc), paragraphs))
        doc._.dateline_headline_sources = sources
        parted = {max(source.who[0], source.what[0]) for source in sources}
        starts = iter(sorted({start for start, _ in paragraphs} | parted))
        wanted = next(starts, None)
        for token in doc:
            if wanted is None:
                break
            if token.idx >= wanted and not token.is_space:
                token.is_sent_start = True
                if wanted not in parted:
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
