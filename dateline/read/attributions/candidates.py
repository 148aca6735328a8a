"""What a possible attribution looks like before it is judged."""

from dataclasses import dataclass, field

from dateline.read.attributions.lexicon import CueClass, Lexicon
from dateline.read.attributions.pieces import Piece, Pieces
from dateline.read.attributions.quotations import Quotation
from dateline.read.attributions.tree import Tree


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """One reading of one cue: several candidates of a cue differ in what they take for its content."""

    cue_head: int
    """Token number."""
    cue: tuple[int, ...]
    """Token numbers of the cue's words."""
    lemma: str
    cue_class: CueClass
    construction: str
    """How the content hangs on the cue, such as ``clause``, ``quote``, ``prep_about``; a key of the learned weights."""
    source: Pieces
    source_head: int | None
    content: Pieces
    content_head: int | None = None
    quotations: tuple[int, ...] = ()
    """Numbers of the quotations that make up a direct speech; empty for other constructions."""


def by_layout(
    construction: str, source: Pieces, head: int, cue: int, content: Pieces, quotations: tuple[int, ...] = ()
) -> Candidate:
    """What somebody says by its layout alone: a colon, a dash or a heading (token ``cue``) stands for the word of
    saying. ``head``: the token that heads the source.
    """
    return Candidate(
        cue_head=cue,
        cue=(cue,),
        lemma="say",
        cue_class="say",
        construction=construction,
        source=source,
        source_head=head,
        content=content,
        quotations=quotations,
    )


@dataclass(slots=True)
class Page:
    """What the rules look at: the parse, the paragraphs and quotations of one doc, and the language's cue words."""

    tree: Tree
    words: Lexicon
    paragraphs: list[Piece]
    quotations: list[Quotation]
    headings: frozenset[int] = frozenset()
    """Tokens of places, of countries only in paragraphs without quotations: where an item of a digest happened, or was
    filed.
    """
    headlines: tuple[tuple[Piece, Piece, Piece], ...] = ()
    """Source, mark and content of the headlines that name their source by a colon or a dash."""
    quoted: list[int] = field(init=False)
    """For each token the number of the quotation that holds it, or -1."""
    paragraph: list[int] = field(init=False)
    """For each token the number of its paragraph, or -1."""

    def __post_init__(self) -> None:
        self.quoted = [-1] * len(self.tree)
        for number, quotation in enumerate(self.quotations):
            self.quoted[quotation.begin : quotation.end] = [number] * (quotation.end - quotation.begin)
        self.paragraph = [-1] * len(self.tree)
        for number, (begin, end) in enumerate(self.paragraphs):
            self.paragraph[begin:end] = [number] * (end - begin)
