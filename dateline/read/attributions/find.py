"""From a parsed doc to candidates: every cue that the rules see, before anything is judged."""

from collections.abc import Iterator

from spacy.tokens import Doc

from dateline.read.attributions.candidates import Candidate, Page
from dateline.read.attributions.edges import signed_candidates, tail_candidates
from dateline.read.attributions.extents import lengths
from dateline.read.attributions.headlines import headline_candidates, headline_pieces
from dateline.read.attributions.issued import issued_candidates
from dateline.read.attributions.lexicon import Lexicon
from dateline.read.attributions.nominals import (
    according_candidates,
    adjective_candidates,
    adverb_candidates,
    colon_candidates,
    document_candidates,
    noun_candidates,
    view_candidates,
)
from dateline.read.attributions.paragraphs import paragraphs
from dateline.read.attributions.pieces import trimmed
from dateline.read.attributions.quotations import find_quotations
from dateline.read.attributions.speech import mixed_candidates, speech_candidates, with_whole_quotations
from dateline.read.attributions.tree import DASHES, Tree, tree_of
from dateline.read.attributions.unmarked import unmarked_candidates
from dateline.read.attributions.verbs import verb_candidates

ANONYMITY = frozenset({"condition", "anonymity"})


def page_of(doc: Doc, words: Lexicon) -> Page:
    """What the rules look at, for one parsed doc."""
    tree = tree_of(doc)
    blocks = paragraphs(doc, tree)
    quotations = find_quotations(tree, blocks, words.scare_marks)
    quoting = {quotation.paragraph for quotation in quotations}
    unquoted = {at for number, block in enumerate(blocks) if number not in quoting for at in range(*block)}
    headings = frozenset(
        token.i
        for place in doc._.dateline_places or ()
        for token in doc.char_span(place.start, place.end, alignment_mode="expand") or ()
        if place.precision != "country" or token.i in unquoted
    )
    return Page(
        tree=tree,
        words=words,
        paragraphs=blocks,
        quotations=quotations,
        headings=headings,
        headlines=headline_pieces(doc),
    )


def find_candidates(page: Page, *, shortened: bool = False) -> list[Candidate]:
    """Every candidate of a page, several for one cue; direct speech last.

    ``shortened`` adds contents without their last phrase: a better judge than the fitted weights can choose among them,
    the weights can't (on held-out training texts the choice costs them more than it gives).
    """
    found = [
        with_whole_quotations(page, longer_or_shorter)
        for candidate in _candidates(page)
        for longer_or_shorter in lengths(page, candidate, shortened=shortened)
    ]
    signed = [candidate for candidate in found if candidate.construction in ("signed", "signed_below")]
    spoken = speech_candidates(page, {number for candidate in signed for number in candidate.quotations})
    found += spoken + mixed_candidates(spoken, found)
    found += unmarked_candidates(page, [*spoken, *signed])
    found += [*headline_candidates(page), *issued_candidates(page)]
    return [c for c in found if trimmed(page.tree, c.content) and not _asks_not_to_be_named(page.tree, c)]


def _asks_not_to_be_named(tree: Tree, candidate: Candidate) -> bool:
    """ "Spoke on condition of anonymity": how somebody spoke, not what was said."""
    first = candidate.content[0][0]
    spoke = tree.lemma[candidate.cue_head] == "speak"
    return spoke and not ANONYMITY.isdisjoint(tree.lower[first : first + 4])


def _candidates(page: Page) -> Iterator[Candidate]:
    tree = page.tree
    for token, tag in enumerate(tree.tag):
        if page.paragraph[token] < 0:
            continue
        kind = tag[:2]
        if tree.lower[token] == "according":
            yield from according_candidates(page, token)
        elif tree.lower[token] == ":":
            yield from colon_candidates(page, token)
        elif tree.lower[token] in DASHES:
            yield from signed_candidates(page, token)
        elif kind == "VB":
            yield from verb_candidates(page, token)
            yield from tail_candidates(page, token)
        elif kind == "NN":
            yield from noun_candidates(page, token)
            yield from view_candidates(page, token)
        elif kind == "JJ":
            yield from adjective_candidates(page, token)
        elif tree.lower[token] == "in":
            yield from document_candidates(page, token)
        elif kind == "RB":
            yield from adverb_candidates(page, token)
