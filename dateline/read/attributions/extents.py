"""How far a content goes: the parser's clause, cut short at a trailing aside, or to the end of the sentence.

Parsers attach the last clause of a sentence now too high, now too low. So each clause is offered in several lengths,
and the judgement picks one.
"""

from collections.abc import Iterator
from dataclasses import replace

from dateline.read.attributions.candidates import Candidate, Page
from dateline.read.attributions.pieces import Pieces, clipped, joined, size, trimmed, without
from dateline.read.attributions.tree import Tree

_CUT_BY = frozenset(["which", "who", "where", "whose", "whom", "and", "but", "adding", "according"]).union(
    ["as", "while", "because", "though", "although", "the", "a", "an"]
)
"""Words that open a trailing clause or apposition after a comma."""


_LOOSE = frozenset(["prep", "advcl", "npadvmod", "relcl", "acl", "xcomp", "advmod", "appos", "dep"])
"""Dependents whose attachment the parser often guesses."""
_FEWER = 1
"""How many shorter contents are offered at most."""
_EXTENDED = ("clause", "clauses", "infinitive", "xcomp", "ccomp", "gerund")
"""Constructions whose clause may run on to the end of the sentence."""


def lengths(page: Page, candidate: Candidate, *, shortened: bool = False) -> Iterator[Candidate]:
    """The candidate clipped to its paragraph, a shorter and a longer one where the sentence allows them.

    ``shortened`` adds contents without their last phrase.
    """
    tree = page.tree
    if candidate.construction == "tail_line":  # its content stands in the paragraph before
        yield candidate
        return
    number = page.paragraph[candidate.cue_head]
    window = page.paragraphs[number]
    content = trimmed(tree, clipped(candidate.content, window))
    if not content:
        return
    whole = replace(candidate, content=content)
    yield whole
    end = content[-1][1]
    if end <= candidate.cue_head and not candidate.construction.startswith("according"):
        return
    if (cut := _cut(tree, candidate, content)) is not None:
        yield replace(whole, construction=candidate.construction + "<", content=cut)
    if (cut := _first_conjunct(tree, candidate, content)) is not None:
        yield replace(whole, construction=candidate.construction + "&", content=cut)
    for label, cut in _without_last_phrases(tree, candidate, content) if shortened else ():
        yield replace(whole, construction=f"{candidate.construction}|{label}", content=cut)
    if (
        candidate.construction.endswith(_EXTENDED)
        and (longer := _to_sentence_end(page, candidate, content, window[1])) is not None
    ):
        yield replace(whole, construction=candidate.construction + ">", content=longer)


def _cut(tree: Tree, candidate: Candidate, content: Pieces) -> Pieces | None:
    """The content up to the first comma that opens a trailing clause or apposition."""
    begin, end = content[-1]
    for token in range(max(begin + 2, candidate.cue_head + 1), end - 2):
        if tree.lower[token] in (",", "-", "--", "–", "—", "(") and tree.lower[token + 1] in _CUT_BY:
            return trimmed(tree, (*content[:-1], (begin, token))) or None
    return None


def _first_conjunct(tree: Tree, candidate: Candidate, content: Pieces) -> Pieces | None:
    """The content without a second clause or phrase that the parser joins to its head ("… and fled to the coast")."""
    head = candidate.content_head
    if head is None or not content[-1][0] <= head < content[-1][1]:
        return None
    second = tree.child(head, "conj")
    if second is None:
        return None
    begin = min(tree.first[second], *(child for child in tree.children[head] if tree.dep[child] == "cc"), second)
    if begin <= head + 1:
        return None
    return trimmed(tree, (*content[:-1], (content[-1][0], begin))) or None


def _without_last_phrases(tree: Tree, candidate: Candidate, content: Pieces) -> Iterator[tuple[str, Pieces]]:
    """The content without the phrases that end it, one less each time ("leave | on Monday", "the plan | to leave").

    Such a phrase may belong to the saying instead: "announced her plan in a speech".
    """
    head = candidate.content_head
    begin, end = content[-1]
    if head is None or not begin <= head < end:
        return
    offered = 0
    token: int | None = head
    while token is not None and offered < _FEWER:
        inner = None
        for child in reversed(tree.children[token]):
            if child < token or tree.first[child] >= end:
                continue
            first = tree.first[child]
            if tree.dep[child] in _LOOSE and first - begin > 1 and first > head and end - first > 1:
                shorter = trimmed(tree, (*content[:-1], (begin, first)))
                if shorter and size(shorter) < size(content):
                    yield tree.dep[child], shorter
                    offered += 1
                    if offered == _FEWER:
                        return
            elif not tree.is_punct(child):
                inner = child
                break
        token = inner


def _to_sentence_end(page: Page, candidate: Candidate, content: Pieces, limit: int) -> Pieces | None:
    tree = page.tree
    begin, end = content[-1]
    sentence_end = min(tree.bounds[tree.sentence[candidate.cue_head]][1], limit, _next_deed(tree, candidate))
    aside = next((t for t in (candidate.cue_head, *tree.ancestors(candidate.cue_head)) if tree.dep[t] == "relcl"), None)
    if aside is not None and tree.head[tree.head[aside]] > aside:  # "the Front, which Chad denies backing, has seized"
        sentence_end = min(sentence_end, tree.last[aside] + 1)
    if sentence_end - end < 3 or begin < candidate.cue_head:
        return None
    own = (*candidate.source, *((token, token + 1) for token in candidate.cue))
    return trimmed(tree, without(joined(content, ((begin, sentence_end),)), own)) or None


def _next_deed(tree: Tree, candidate: Candidate) -> int:
    """Where the next thing begins that who says this does: "denies backing the rebels | and accuses Congo"."""
    cue, head = candidate.cue_head, candidate.content_head
    if head is None or tree.tag[head] not in ("VB", "VBG"):
        return len(tree)  # a clause with a tense of its own may go on: parsers attach the second too high
    second = next((child for child in tree.all_children(cue, "conj") if child > cue and tree.is_verb(child)), None)
    if second is None:
        return len(tree)
    return min(second, *(child for child in tree.children[cue] if tree.dep[child] == "cc" and child > cue), second)
