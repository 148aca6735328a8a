"""Claims that the encoder sees stated where no pattern does: its head ``statement`` says of each word what it states.

The word it points to is taken for a trigger, and ``ontology/seen.yaml`` says where the participants stand; everything
else is as with a pattern. Nothing is made where the patterns state a claim of the same type in the same sentence.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from math import log

import numpy as np
from spacy.tokens import Doc, Span, Token

from dateline.claims.drafts import Draft
from dateline.claims.match import Match, matches_at
from dateline.claims.sentences import sentence_bounds
from dateline.claims.vouched import PARTICIPANT, STATEMENT, knows_statements, participant_probability
from dateline.encoder.scores import EncoderScores
from dateline.ontology.claim_types import Pattern
from dateline.ontology.seen import seen_patterns

LEAST = 0.5
"""From this probability on a claim is made of what the encoder sees."""
FLOOR = 0.01
"""The least that the encoder's doubt counts."""
PLACE = frozenset({"place"})
UPWARDS = 2
"""So many words above the one that the encoder points to are tried too: parsers and encoder may take different words of
"opened fire" for the one that states it.
"""


Refused = dict[tuple[int, str], list[Match] | None]
"""By the beginning of a sentence and claim type: the matches whose participants were of the wrong kinds; None where a
pattern does state a claim.
"""


def seen_matches(doc: Doc, refused: Refused) -> Iterator[list[Match]]:
    """For each claim that the encoder sees, the ways to read it: first patterns whose words are there, whatever the
    kinds of the participants, then the word that the encoder points to.
    """
    scores: EncoderScores | None = doc._.dateline_encoder
    if scores is None or not knows_statements(scores):
        return
    for sentence in doc.sents:
        for name, token in _seen_in(sentence, scores):
            known = refused.get((sentence.start, name), [])
            if known is not None:
                yield [*map(_of_any_kind, known), *_readings(token, seen_patterns().get(name, ()))]


def likeliest(doc: Doc, readings: Iterable[list[Draft]]) -> list[Draft]:
    """The drafts of the reading whose participants the encoder finds likeliest; of equals, the first's."""
    found = [drafts for drafts in readings if drafts]
    return max(found, key=lambda drafts: _likelihood(drafts[0], doc._.dateline_encoder), default=[])


def _likelihood(draft: Draft, scores: EncoderScores) -> float:
    """How well the participants of a draft, and those it lacks, agree with what the encoder sees: a sum of logarithms;
    the same for all where the encoder was not taught this.
    """
    total = 0.0
    if PARTICIPANT not in scores.heads:
        return total
    for slot, somebody in (("subject", draft.subject), ("object", draft.object)):
        span = somebody.span if somebody is not None else (draft.evidence.start, draft.evidence.end)
        likely = participant_probability(scores, draft.type, slot, *span)
        total += log(max(likely if somebody is not None else 1 - likely, FLOOR))
    return total


def _of_any_kind(match: Match) -> Match:
    """A match that asks of its participants only that they are there, and places where it asks for places."""
    pattern = match.pattern
    kinds = pattern.object_kinds if pattern.object_kinds == PLACE else frozenset[str]()
    return replace(match, pattern=replace(pattern, subject_kinds=frozenset(), object_kinds=kinds, seen=True))


def _seen_in(sentence: Span, scores: EncoderScores) -> Iterator[tuple[str, Token]]:
    """The types that a sentence states, each with the word that states it."""
    first, last = scores.pieces.within(sentence.start_char, sentence.end_char)
    if last <= first:
        return
    likely = scores.of_pieces(STATEMENT, first, last)
    for column, name in enumerate(scores.heads[STATEMENT].labels):
        at = int(np.argmax(likely[:, column]))
        if likely[at, column] < LEAST:
            continue
        start, end = int(scores.pieces.starts[first + at]), int(scores.pieces.ends[first + at])
        span = sentence.doc.char_span(start, end, alignment_mode="expand")
        if span is not None:
            yield name, span.root


def _readings(token: Token, patterns: tuple[Pattern, ...]) -> list[Match]:
    start, _ = sentence_bounds(token)
    found, steps = list(matches_at(token, patterns)), 0
    while not found and token.dep_ != "ROOT" and steps < UPWARDS and token.head.i >= start:
        token, steps = token.head, steps + 1
        found = list(matches_at(token, patterns))
    return found
