"""Find what stands between quotation marks, whatever marks a newsroom uses and however carelessly.

Marks are paired within a paragraph. A mark that is never closed holds to the end of its paragraph only when the next
paragraph opens with a mark too (the newspaper rule for one speech in several paragraphs) or when it opens the
paragraph; any other stray mark is dropped, so that it cannot swallow the report.
"""

from dataclasses import dataclass

from dateline.read.attributions.pieces import Piece
from dateline.read.attributions.tree import Tree

DOUBLE = frozenset(['"', "“", "”", "„", "``", "''", "«", "»", "‟", "＂"])
SINGLE = frozenset(["'", "‘", "’", "‛"])
LEFT_ONLY = frozenset(["“", "``", "«", "„", "‘"])
RIGHT_ONLY = frozenset(["»"])
SPEECH_ENDS = frozenset([",", ".", "?", "!", "...", "…", "--", "–", "—", "-", ";"])


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """Words between quotation marks inside one paragraph. ``begin`` and ``end`` are tokens, marks included."""

    begin: int
    end: int
    paragraph: int
    closed: bool
    """False when the closing mark is missing because the speech goes on in the next paragraph (or was forgotten)."""
    words: int
    """Tokens with a letter or digit."""
    scare: bool
    """Set apart by marks without being speech: a single word, or named by "so-called" and the like."""
    speech: bool
    """Punctuated as speech: ends in a comma, stop, question or exclamation mark, or follows a comma or colon."""

    @property
    def piece(self) -> Piece:
        return self.begin, self.end


def find_quotations(tree: Tree, paragraphs: list[Piece], scare_marks: frozenset[str]) -> list[Quotation]:
    """All outermost quotations in order. Marks inside another quotation are not looked at."""
    out: list[Quotation] = []
    for number, paragraph in enumerate(paragraphs):
        goes_on = number + 1 < len(paragraphs) and _opens_with_mark(tree, paragraphs[number + 1])
        for begin, end, closed in _pairs(tree, paragraph, goes_on):
            out.append(_quotation(tree, (begin, end), number, closed, scare_marks))
    return out


def _pairs(tree: Tree, paragraph: Piece, goes_on: bool) -> list[tuple[int, int, bool]]:
    pairs: list[tuple[int, int, bool]] = []
    opened: int | None = None
    marks = DOUBLE
    for token in range(*paragraph):
        word = tree.lower[token]
        if opened is None:
            if word in DOUBLE and _may_open(tree, token, paragraph):
                opened, marks = token, DOUBLE
            elif word in SINGLE and _single_pair_end(tree, token, paragraph) is not None:
                opened, marks = token, SINGLE
        elif word in marks and _may_close(tree, token, opened, paragraph):
            if marks is SINGLE and token != _single_pair_end(tree, opened, paragraph):
                continue
            pairs.append((opened, token + 1, True))
            opened = None
    if opened is not None and (goes_on or opened == _first_word(tree, paragraph)):
        pairs.append((opened, _last_word(tree, paragraph) + 1, False))
    return pairs


def _may_open(tree: Tree, token: int, paragraph: Piece) -> bool:
    """Whether a mark stands where an opening mark can: before a word, and not glued to the end of one."""
    if tree.lower[token] in RIGHT_ONLY or token + 1 >= paragraph[1]:
        return False
    glued_left = token > paragraph[0] and tree.end[token - 1] == tree.start[token]
    glued_right = tree.start[token + 1] == tree.end[token] and not tree.is_space(token + 1)
    if glued_left and not tree.is_punct(token - 1):
        return tree.lower[token] in LEFT_ONLY
    return glued_right or not glued_left


def _may_close(tree: Tree, token: int, opened: int, paragraph: Piece) -> bool:
    """Whether a mark can close: it does not stand free before a word as an opening mark does."""
    if token == opened + 1:
        return False
    if tree.lower[token] in LEFT_ONLY:
        return False
    glued_left = tree.end[token - 1] == tree.start[token]
    glued_right = token + 1 < paragraph[1] and tree.start[token + 1] == tree.end[token] and not tree.is_space(token + 1)
    return glued_left or not glued_right


def _single_pair_end(tree: Tree, token: int, paragraph: Piece) -> int | None:
    """The closing single mark of a quotation that a single mark opens; None when it is an apostrophe.

    A single mark is trusted only when it stands after a space, before a word, and is closed in the same paragraph by
    a mark that ends a word or a sentence and is no possessive ("the rebels' camp").
    """
    if not _free_before_word(tree, token, paragraph):
        return None
    best: int | None = None
    for later in range(token + 2, min(paragraph[1], token + 120)):
        word = tree.lower[later]
        if word in DOUBLE:
            break
        if word not in SINGLE or tree.end[later - 1] != tree.start[later]:
            continue
        glued_right = later + 1 < paragraph[1] and tree.start[later + 1] == tree.end[later]
        if glued_right and not tree.is_punct(later + 1) and not tree.is_space(later + 1):
            continue
        if tree.tag[later] != "POS" or tree.lower[later - 1] in SPEECH_ENDS:
            return later
        best = best or later
    return best


def _free_before_word(tree: Tree, token: int, paragraph: Piece) -> bool:
    if token + 1 >= paragraph[1] or tree.start[token + 1] != tree.end[token] or tree.is_punct(token + 1):
        return False
    return token == paragraph[0] or tree.end[token - 1] < tree.start[token] or tree.is_punct(token - 1)


def _is_title(tree: Tree, begin: int, end: int) -> bool:
    """Whether the words are the title of a work: short, a name throughout."""
    words = [token for token in range(begin, end) if not tree.is_punct(token)]
    return len(words) <= 6 and all(
        tree.tag[token] in ("NNP", "NNPS", "IN", "DT", "CD", "CC", "PRP$") for token in words
    )


def _opens_with_mark(tree: Tree, paragraph: Piece) -> bool:
    return tree.lower[_first_word(tree, paragraph)] in DOUBLE | SINGLE


def _first_word(tree: Tree, paragraph: Piece) -> int:
    return next((token for token in range(*paragraph) if not tree.is_space(token)), paragraph[0])


def _last_word(tree: Tree, paragraph: Piece) -> int:
    return next(
        (token for token in range(paragraph[1] - 1, paragraph[0], -1) if not tree.is_space(token)), paragraph[0]
    )


def _quotation(tree: Tree, piece: Piece, paragraph: int, closed: bool, scare_marks: frozenset[str]) -> Quotation:
    begin, end = piece
    words = sum(not tree.is_punct(token) for token in range(begin, end))
    before = tree.lower[begin - 1].strip() if begin else ""
    inner_last = tree.lower[end - 2] if closed else tree.lower[end - 1]
    outer_next = tree.lower[end] if end < len(tree) else ""
    named = before in scare_marks
    speech = not named and words > 1 and (
        inner_last in SPEECH_ENDS or (outer_next == "," and before in (",", "")) or before in (",", ":") or not closed
    )  # fmt: skip
    title = before not in (",", ":", ".", "") and _is_title(tree, begin + 1, end - closed)
    scare = named or title or (words <= 1 and before not in (",", ":", ".", "?", "!", ""))
    speech = speech and not title
    return Quotation(begin=begin, end=end, paragraph=paragraph, closed=closed, words=words, scare=scare, speech=speech)
