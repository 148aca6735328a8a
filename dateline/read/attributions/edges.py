"""Candidates read from position alone, where parsers fail: a source at the end of a sentence, or under a quotation.

"Rebels took the town, a local official and two drivers said on Monday" ends in its source; a line break may set it
apart. "'We buried nine men.' – Amina Diallo, nurse" is signed.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dateline.read.attributions.candidates import Candidate, Page, by_layout
from dateline.read.attributions.pieces import Pieces, trimmed, without
from dateline.read.attributions.tree import FINITE, Tree
from dateline.read.attributions.unmarked import TEXTS
from dateline.read.attributions.verbs import cue_words, verb_class

_COMMAS = frozenset([",", "--", "–", "—"])
_RELATIVES = frozenset(["who", "which", "whose", "whom", "that"])
_NAMING = frozenset(["DT", "NNP", "NNPS", "NNS", "NN", "PRP", "PRP$", "JJ", "CD", "JJS"])
"""Tags with which a source may begin."""
_INSIDE = _NAMING | {"HYPH", "POS", "VBN", "VBG", "RB"}
"""Tags that lead up to the head noun of a source."""
_AFTER = frozenset(["IN", "RB", "NNP", "TO", "NN", "VBG", ",", "RP"])
"""Tags of the word after a saying that says no more: "said on Monday", "said Monday", "said in a statement"."""
_LONGEST_SOURCE, _LONGEST_REST = 25, 14
_SHORTEST_CONTENT = 3
_SIGNATURE = 12


def tail_candidates(page: Page, verb: int) -> Iterator[Candidate]:
    """A saying that ends its sentence: its source stands after the last comma, what is said before."""
    tree = page.tree
    lemma, known = verb_class(page, verb)
    if known is None or lemma not in page.words.closing or tree.tag[verb] not in ("VBD", "VBZ", "VBP", "VBN"):
        return
    if page.quoted[verb] >= 0 or not _ends_sentence(tree, verb, lemma):
        return
    if lemma != "tell" and tree.child(verb, "dobj") is not None:
        return  # "a faction that broke away and later declared allegiance to it"
    begin, comma = tree.bounds[tree.sentence[verb]][0], _comma_before_source(tree, verb)
    kind = "tail_apposed" if tree.lower[verb - 1] == "," else "tail_comma"
    if comma is None:
        previous = _comma_of_line_before(tree, begin)
        if previous is None:
            return
        kind, comma = "tail_line", previous
        source: Pieces = ((begin, verb),)
        begin = tree.bounds[tree.sentence[comma]][0]
    else:
        source = ((comma + 1, verb),)
    source, content = trimmed(tree, source), trimmed(tree, ((begin, comma),))
    if not source or not content or comma - begin < _SHORTEST_CONTENT or not _names(tree, source[0]):
        return
    head = _head(tree, source[0])
    if head is None:
        return
    yield Candidate(
        cue_head=verb,
        cue=tuple(word for word in cue_words(tree, verb) if word >= source[-1][1]) or (verb,),
        lemma=lemma,
        cue_class=known,
        construction=kind,
        source=source,
        source_head=head,
        content=content,
    )


def without_tails(page: Page, chosen: Sequence[Candidate]) -> Iterator[Candidate]:
    """The chosen candidates, none with a content that runs over the source and the saying at its sentence's end."""
    tree = page.tree
    tails = [
        (item.content[-1][1], tree.bounds[tree.sentence[item.cue_head]][1])
        for item in chosen
        if item.construction in ("tail_comma", "tail_apposed")
    ]
    for item in chosen:
        crossed = [(comma, end) for comma, end in tails if item.cue_head < comma and item.content[-1][1] > comma]
        content = trimmed(tree, without(item.content, tuple(crossed))) if crossed else item.content
        if content:
            yield replace(item, content=content) if crossed else item


def _ends_sentence(tree: Tree, verb: int, lemma: str) -> bool:
    """Whether nothing is said after the verb: at most when, where or to whom."""
    rest = [
        token
        for token in range(verb + 1, tree.bounds[tree.sentence[verb]][1])
        if not tree.is_space(token) and tree.lower[token] not in (".", '"', "”", "''")
    ]
    if len(rest) > _LONGEST_REST or any(tree.tag[token] in FINITE for token in rest):
        return False
    return not rest or lemma == "tell" or (tree.tag[rest[0]] in _AFTER and tree.lower[rest[0]] != "that")


def _comma_before_source(tree: Tree, verb: int) -> int | None:
    """The comma that parts what is said from who says it; "Omar Sy, a judge, said" holds two of its own."""
    begin = max(tree.bounds[tree.sentence[verb]][0], verb - _LONGEST_SOURCE)
    commas = [token for token in range(verb - 1, begin - 1, -1) if tree.lower[token] in _COMMAS]
    if commas and commas[0] == verb - 1:
        commas = commas[2:]
    return commas[0] if commas else None


def _comma_of_line_before(tree: Tree, begin: int) -> int | None:
    """The comma with which the line before a sentence breaks off."""
    before = begin - 1
    while before >= 0 and tree.is_space(before):
        before -= 1
    return before if before >= 0 and tree.lower[before] == "," else None


def _names(tree: Tree, piece: tuple[int, int]) -> bool:
    """Whether the words can be a source: they begin as a noun phrase and hold no verb outside a relative clause."""
    begin, end = piece
    if tree.tag[begin] not in _NAMING or end - begin > _LONGEST_SOURCE:
        return False
    for token in range(begin, end):
        if tree.lower[token] in _RELATIVES and token > begin:
            return True
        if (tree.tag[token] in FINITE and not tree.capital[token]) or tree.lower[token] == ":":
            return False  # the capital is that of a name like "Saw" or "May"
    return True


def _head(tree: Tree, piece: tuple[int, int]) -> int | None:
    """The last noun of the first run of words that may be one noun phrase."""
    head = None
    for token in range(*piece):
        if tree.tag[token] not in _INSIDE:
            break
        if tree.is_noun(token) or tree.tag[token] in ("PRP", "CD", "DT"):
            head = token
    return head


def signed_candidates(page: Page, dash: int) -> Iterator[Candidate]:
    """ "'We buried nine men.' – Amina Diallo, nurse": a name behind a dash that ends the line of a quotation."""
    tree = page.tree
    before = dash - 1
    while before >= 0 and tree.is_space(before):
        before -= 1
    number = page.quoted[before] if before >= 0 else -1
    if number < 0 or page.quotations[number].end != before + 1 or page.paragraph[dash] < 0:
        return
    end = _line_end(page, dash)
    first, construction = dash + 1, "signed"
    if first + 1 < len(tree) and tree.lower[first] in TEXTS and tree.lower[first + 1] in ("with", "of", "by", "from"):
        first, construction = first + 2, "signed_below"  # "– Interview with Omar Tall"
    source = trimmed(tree, ((first, end),))
    if not source or end - dash > _SIGNATURE or not tree.tag[source[0][0]].startswith("NNP"):
        return
    head = _head(tree, source[0])
    if head is None or any(tree.tag[token] in FINITE for token in range(*source[0])):
        return
    yield by_layout(construction, source, head, dash, (page.quotations[number].piece,), (number,))


def _line_end(page: Page, token: int) -> int:
    """The token after the last of a token's line."""
    tree, end = page.tree, page.paragraphs[page.paragraph[token]][1]
    return next((later for later in range(token, end) if tree.is_space(later)), end)
