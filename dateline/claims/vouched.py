"""What the encoder's heads ``statement`` and ``participant`` say of words that a claim rests on."""

from dateline.encoder.scores import EncoderScores

STATEMENT, PARTICIPANT = "statement", "participant"


def knows_statements(scores: EncoderScores | None) -> bool:
    """Whether an encoder has read the report, and one that knows what claims are."""
    return scores is not None and STATEMENT in scores.heads


def statement_probability(scores: EncoderScores | None, claim_type: str, start: int, end: int) -> float | None:
    """How likely it is that a word of the text from ``start`` to ``end`` states a claim of the type; None where the
    encoder was not asked, or knows no such type.
    """
    if scores is None or STATEMENT not in scores.heads or claim_type not in scores.heads[STATEMENT].labels:
        return None
    return _highest(scores, STATEMENT, claim_type, start, end)


def participant_probability(scores: EncoderScores, claim_type: str, slot: str, start: int, end: int) -> float:
    """How likely a word of the text from ``start`` to ``end`` is a ``slot`` (subject or object) of an event or
    relation; 0 for an encoder that was not taught this.
    """
    if PARTICIPANT not in scores.heads:
        return 0.0
    return _highest(scores, PARTICIPANT, f"{'event' if claim_type.isupper() else 'relation'} {slot}", start, end)


def _highest(scores: EncoderScores, head: str, label: str, start: int, end: int) -> float:
    first, last = scores.pieces.within(start, end)
    if last <= first:
        return 0.0
    return float(scores.of_pieces(head, first, last)[:, scores.heads[head].labels.index(label)].max())
