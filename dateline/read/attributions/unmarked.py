"""Speech that no word of saying marks, as testimonies print it: "Amina hid. 'They shot my brother.'", "'They came at
night.' (Omar Tall, farmer)", a statement all in the first person of somebody named over or under it.
"""

from collections.abc import Collection, Iterator

from dateline.read.attributions.candidates import Candidate, Page, by_layout
from dateline.read.attributions.pieces import Piece, Pieces, trimmed
from dateline.read.attributions.quotations import Quotation
from dateline.read.attributions.tree import DASHES, FINITE

UNMARKED = frozenset({"bracketed", "signed_below", "named_above", "introduced", "own_words"})
"""The constructions that are read here: their source must be a person, and no weights were learned for them."""
TEXTS = frozenset(
    {"statement", "testimony", "interview", "account", "deposition", "affidavit", "declaration", "letter"}
)
"""What is headed by whose words it holds: "Statement of Omar Tall"."""
_OF = frozenset({"of", "by", "with", "from"})
_FIRST = frozenset({"i", "my", "me", "we", "our", "us", "myself", "mine"})
_LONGEST_LINE, _LONGEST_NAME = 14, 5
_FEWEST_OWN, _FEWEST_I = 4, 2
"""How often a text must say "I", "my" or "we", and "I", outside quotation marks to be somebody's own words."""


def unmarked_candidates(page: Page, spoken: Collection[Candidate]) -> Iterator[Candidate]:
    """A candidate for each quotation that none of ``spoken`` has and somebody stands beside, and for own words."""
    taken = {number for candidate in spoken for number in candidate.quotations}
    for number, quotation in enumerate(page.quotations):
        if number in taken or quotation.scare or quotation.words < 3:
            continue
        found = _bracketed(page, quotation) or _signed_below(page, quotation) or _named_above(page, quotation)
        found = found or (_introduced(page, quotation) if quotation.speech else None)
        if found is None:
            continue
        construction, source, head, cue = found
        yield by_layout(construction, source, head, cue, (quotation.piece,), (number,))
    yield from _own_words(page)


Found = tuple[str, Pieces, int, int]
"""Construction, source, its head and the token that stands for the cue."""


def _bracketed(page: Page, quotation: Quotation) -> Found | None:
    """ "'They came at night.' (Omar Tall, farmer)"."""
    tree, at = page.tree, _next_word(page, quotation.end)
    if at is None or tree.lower[at] != "(":
        return None
    close = next((token for token in range(at, min(at + _LONGEST_LINE, len(tree))) if tree.lower[token] == ")"), None)
    name = _name_at(page, at + 1)
    if close is None or name is None or any(tree.tag[token] in FINITE for token in range(at, close)):
        return None
    return "bracketed", (name,), name[1] - 1, at


def _signed_below(page: Page, quotation: Quotation) -> Found | None:
    """A paragraph that is a quotation, and under it a line such as "Omar Tall, farmer"."""
    number = quotation.paragraph
    if number + 1 >= len(page.paragraphs) or not _is_whole(page, quotation):
        return None
    line = short_line(page, page.paragraphs[number + 1])
    name = _name_at(page, line[0]) if line is not None else None
    if line is None or name is None or page.tree.lower[min(name[1], len(page.tree) - 1)] != ",":
        return None
    return "signed_below", (name,), name[1] - 1, name[1]


def _named_above(page: Page, quotation: Quotation) -> Found | None:
    """A line such as "Omar, 34" or "Testimony of Omar Tall", and under it a paragraph that is a quotation."""
    tree, number = page.tree, quotation.paragraph
    if number == 0 or not _opens(page, quotation):
        return None
    line = short_line(page, page.paragraphs[number - 1])
    if line is None:
        return None
    if (named := _headed(page, line)) is not None:
        return "named_above", (named,), named[1] - 1, line[0]
    name = _name_at(page, line[0])
    is_told = name is not None and name[1] < line[1] and tree.lower[name[1]] == ","
    return ("named_above", (name,), name[1] - 1, name[1]) if is_told and name else None


def _introduced(page: Page, quotation: Quotation) -> Found | None:
    """ "Amina Diallo, a widow of forty, hid. 'They shot my brother.'": whoever the paragraph tells of before it."""
    tree, (begin, _) = page.tree, page.paragraphs[quotation.paragraph]
    if not any(tree.lower[token] in _FIRST for token in range(*quotation.piece)):
        return None
    before = [token for token in range(begin, quotation.begin) if not tree.is_space(token)]
    outside = [token for token in before if page.quoted[token] < 0]
    if not outside or (before and page.quoted[before[-1]] < 0 and tree.lower[before[-1]] not in (".", "!", "?", ":")):
        return None
    for token in outside:
        is_main = tree.dep[token] in ("nsubj", "nsubjpass") and tree.dep[tree.head[token]] == "ROOT"
        if is_main:
            is_named = tree.tag[token] == "NNP" or tree.lower[token] in ("he", "she")
            return ("introduced", ((tree.first[token], token + 1),), token, quotation.begin) if is_named else None
    return None


def _own_words(page: Page) -> Iterator[Candidate]:
    """A text in the first person: "My name is Omar Tall. I was beaten by the police.\""""
    tree = page.tree
    own = [t for t, word in enumerate(tree.lower) if word in _FIRST and page.quoted[t] < 0 and page.paragraph[t] >= 0]
    if len(own) < _FEWEST_OWN or sum(tree.lower[token] == "i" for token in own) < _FEWEST_I:
        return
    named = _own_name(page, own) or _name_over(page) or _name_under(page)
    if named is None:
        return
    name, cue, aside = named
    content = tuple(piece for number, piece in enumerate(page.paragraphs) if number != aside)
    yield by_layout("own_words", (name,), name[1] - 1, cue, trimmed(tree, content))


def _own_name(page: Page, own: list[int]) -> tuple[Piece, int, int] | None:
    tree = page.tree
    for token in own:
        if tree.lower[token : token + 3] == ["my", "name", "is"] and (name := _name_at(page, token + 3)) is not None:
            return name, token + 1, -1
    return None


def _name_over(page: Page) -> tuple[Piece, int, int] | None:
    """ "Statement of Omar Tall" in one of the first lines."""
    for number, piece in enumerate(page.paragraphs[:3]):
        line = short_line(page, piece)
        if line is not None and (name := _headed(page, line)) is not None:
            return name, line[0], number
    return None


def _name_under(page: Page) -> tuple[Piece, int, int] | None:
    """ "— Omar Tall, 34" in the last line."""
    tree, number = page.tree, len(page.paragraphs) - 1
    line = short_line(page, page.paragraphs[number]) if number > 0 else None
    if line is None:
        return None
    name = _name_at(page, line[0] + (tree.lower[line[0]] in DASHES))
    is_signature = name is not None and (name[1] == line[1] or tree.lower[name[1]] == ",")
    return (name, line[0], number) if is_signature and name else None


def _headed(page: Page, line: Piece) -> Piece | None:
    """The name in "Witness statement of Omar Tall"."""
    tree = page.tree
    for token in range(line[0], min(line[0] + 4, line[1] - 1)):
        if tree.lower[token] in TEXTS and tree.lower[token + 1] in _OF:
            return _name_at(page, token + 2)
    return None


def short_line(page: Page, paragraph: Piece) -> Piece | None:
    """The words of a paragraph that is one short line without a verb and a quotation; None for others."""
    tree = page.tree
    words = [token for token in range(*paragraph) if not tree.is_space(token)]
    if not words or len(words) > _LONGEST_LINE or any(page.quoted[token] >= 0 for token in words):
        return None
    if any(tree.tag[token] in FINITE for token in words):
        return None
    return words[0], words[-1] + 1


def _name_at(page: Page, token: int) -> Piece | None:
    """The name of up to five words in capitals that begins at a token."""
    tree, end = page.tree, token
    while end < len(tree) and end - token < _LONGEST_NAME and tree.tag[end] in ("NNP", "NNPS") and tree.capital[end]:
        end += 1
    return (token, end) if end > token else None


def _opens(page: Page, quotation: Quotation) -> bool:
    """Whether a quotation begins its paragraph."""
    begin, _ = page.paragraphs[quotation.paragraph]
    return all(page.tree.is_space(token) for token in range(begin, quotation.begin))


def _is_whole(page: Page, quotation: Quotation) -> bool:
    _, end = page.paragraphs[quotation.paragraph]
    rest = range(quotation.end, end)
    return _opens(page, quotation) and all(page.tree.is_space(t) or page.tree.is_punct(t) for t in rest)


def _next_word(page: Page, token: int) -> int | None:
    """The next token that is no space, in the same paragraph."""
    tree = page.tree
    while token < len(tree) and tree.is_space(token) and page.paragraph[token] >= 0:
        token += 1
    return token if token < len(tree) else None
