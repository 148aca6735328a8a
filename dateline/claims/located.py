"""Places and dates by the words that head them, and which of them stands nearest to a trigger in the parse."""

from collections.abc import Iterable
from typing import TypeVar

from dateline.claims.steps import is_placed, says_where, steps
from dateline.claims.words import Stretch, Word, Words
from dateline.model import DateMention, PlaceMention

FARTHEST = 7.0
"""Steps in the parse beyond which a place or date is not taken to belong to a trigger."""
Located = TypeVar("Located", PlaceMention, DateMention)


def by_root(doc: Words, mentions: Iterable[Located]) -> dict[int, Located]:
    """Mentions by the index of their root token, in their order; the longest where several share one."""
    found: dict[int, Located] = {}
    for mention in sorted(mentions, key=lambda m: m.end - m.start):
        span = doc.char_span(mention.start, mention.end, alignment_mode="expand")
        if span is not None and len(span):
            found[_head_of(span).i] = mention
    return dict(sorted(found.items()))


def _head_of(span: Stretch) -> Word:
    """The head word of a mention; for "near Gao" the place, not the preposition."""
    root = span.root
    while root.pos_ == "ADP":
        below = next((child for child in root.children if child in span), None)
        if below is None:
            return span[-1]
        root = below
    return root


def nearest(trigger: Word, mentions: dict[int, Located], prepositions: frozenset[str] | None) -> Located | None:
    """The mention in the trigger's sentence with the fewest steps to it, within the same clause; None when none
    is near.
    """
    if not mentions:
        return None
    start, end = trigger.sent.start, trigger.sent.end
    best: Located | None = None
    best_steps = FARTHEST
    for index, mention in mentions.items():
        if not start <= index < end:
            continue
        token = trigger.doc[index]
        if prepositions is not None and not (is_placed(token, prepositions) or says_where(mention)):
            continue
        apart = steps(token, trigger)
        if apart is not None and apart < best_steps:
            best, best_steps = mention, apart
    return best
