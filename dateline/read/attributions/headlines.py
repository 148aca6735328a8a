"""Headlines that name their source by a colon or a dash: "Two soldiers killed in Kidal – police"."""

from collections.abc import Iterator

from spacy.tokens import Doc

from dateline.model import Span
from dateline.read.attributions.candidates import Candidate, Page, by_layout
from dateline.read.attributions.pieces import Piece, trimmed
from dateline.read.doc_text import text_of
from dateline.read.mentions.known import known_by_head

HEADLINE = "headline"
"""The construction of what is read here; it is sure, and no weights were learned for it."""
HeadlinePieces = tuple[Piece, Piece, Piece]
"""Source, mark and content."""


def headline_pieces(doc: Doc) -> tuple[HeadlinePieces, ...]:
    """The tokens of each line that names its source so."""
    found = []
    for source in doc._.dateline_headline_sources:
        who, mark, what = (_tokens(doc, span) for span in (source.who, source.mark, source.what))
        if who and mark and what and not _names_place(doc, who):
            found.append((who, mark, what))
    return tuple(found)


def _tokens(doc: Doc, span: Span) -> Piece | None:
    found = doc.char_span(span[0], span[1], alignment_mode="expand")
    return (found.start, found.end) if found is not None else None


def _names_place(doc: Doc, who: Piece) -> bool:
    """Whether the words are a place, which says nothing ("GOMA: rebels seized the airport"), or capitals that may be
    one: neither a known actor nor an acronym that the report has elsewhere.
    """
    places = doc._.dateline_places or ()
    end, words = doc[who[1] - 1].idx + len(doc[who[1] - 1]), doc[who[0] : who[1]].text
    if any(place.end == end and place.precision != "country" for place in places):
        return True
    if not (words.isupper() and words.isalpha()) or who[0] in known_by_head(doc):
        return False
    is_called_so = any(place.text.casefold() == words.casefold() for place in places)
    return is_called_so or text_of(doc).count(words) < 2


def headline_candidates(page: Page) -> Iterator[Candidate]:
    """A candidate for each such line."""
    for who, (_, end), what in page.headlines:
        content = trimmed(page.tree, (what,))
        if content:
            yield by_layout(HEADLINE, (who,), who[1] - 1, end - 1, content)
