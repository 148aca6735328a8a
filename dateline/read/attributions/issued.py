"""Statements that a body issues in its own name: "Statement of the Reed Front … Our fighters … we will not …": all of
it is said by the body over or under it.
"""

from collections.abc import Iterator

from dateline.read.attributions.candidates import Candidate, Page, by_layout
from dateline.read.attributions.pieces import Piece, trimmed
from dateline.read.attributions.tree import Tree
from dateline.read.attributions.unmarked import short_line

ISSUED = "issued"
"""The construction; its source must be known, and no weights were learned for it."""
TEXTS = frozenset("statement communique communiqué declaration message bulletin proclamation release manifesto".split())
_OURS = frozenset({"we", "our", "us", "ours", "ourselves"})
_FEWEST = 3
"""How often a text must say "we" outside quotation marks."""
_FROM, _SPEAKING = frozenset({"of", "by", "from"}), frozenset({"of", "for"})
_WITHIN = frozenset({"of", "for", "the", "and", "de", "la", "del"})
_LONGEST_HEADING, _LINES = 32, 3
"""Tokens of a heading; paragraphs at either end that may be one or a signature."""


def issued_candidates(page: Page) -> Iterator[Candidate]:
    """One candidate for the whole of a text in the first person plural that a body heads or signs."""
    tree = page.tree
    own = [t for t, word in enumerate(tree.lower) if word in _OURS and page.quoted[t] < 0 and page.paragraph[t] >= 0]
    if len(own) < _FEWEST or "i" in tree.lower:
        return
    found = _heading(page) or _signature(page)
    if found is None:
        return
    name, cue, aside = found
    content = trimmed(tree, tuple(piece for number, piece in enumerate(page.paragraphs) if number != aside))
    if content:
        yield by_layout(ISSUED, (name,), _head(tree, name), cue, content)


Found = tuple[Piece, int, int]
"""The name, the token that stands for the cue, the number of the paragraph."""


def _heading(page: Page) -> Found | None:
    """ "Statement of the Reed Front", "Communiqué No. 5 from the Front" in one of the first lines."""
    tree = page.tree
    for number, (begin, end) in enumerate(page.paragraphs[:_LINES]):
        if end - begin > _LONGEST_HEADING:
            continue
        text = next((token for token in range(begin, end) if tree.lower[token] in TEXTS), None)
        if text is None:
            continue
        link = next((token for token in range(text + 1, min(text + 6, end)) if tree.lower[token] in _FROM), None)
        name = _capitals(tree, link + 1, end) if link is not None else None
        if name is not None:
            return name, text, number
    return None


def _signature(page: Page) -> Found | None:
    """ "– General Command of the Reed Front", "Issued by Captain Musa, spokesman of the Front" in the last lines."""
    tree = page.tree
    for number in range(len(page.paragraphs) - 1, max(len(page.paragraphs) - _LINES, 0), -1):
        line = short_line(page, page.paragraphs[number])
        name = _capitals(tree, _begins(tree, line), line[1]) if line is not None else None
        if line is not None and name is not None:
            return name, line[0], number
    return None


def _begins(tree: Tree, line: Piece) -> int:
    """The token at which the name of who signs begins: behind "spokesman of", behind "issued by" or a dash."""
    words = [token for token in range(*line) if not tree.is_space(token)]
    spoken = next((token for token in words if tree.lower[token].startswith("spokes")), None)
    if spoken is not None:
        return next((token + 1 for token in words if token > spoken and tree.lower[token] in _SPEAKING), words[-1])
    by = next((token for token in words[:3] if tree.lower[token] == "by" or tree.is_punct(token)), None)
    return by + 1 if by is not None else words[0]


def _capitals(tree: Tree, begin: int, end: int) -> Piece | None:
    """The words with capitals from a token on, small ones between them, an article before them left out."""
    if begin < end and tree.lower[begin] == "the":
        begin += 1
    last = begin
    for token in range(begin, end):
        if tree.capital[token] and not tree.is_punct(token):
            last = token + 1
        elif tree.lower[token] not in _WITHIN and tree.lower[token] not in ("-", "–"):
            break
    return (begin, last) if last > begin and tree.capital[begin] else None


def _head(tree: Tree, piece: Piece) -> int:
    """The word of a name that the others hang on."""
    inside = range(*piece)
    return next(
        (token for token in inside if tree.head[token] not in inside or tree.head[token] == token), piece[1] - 1
    )
