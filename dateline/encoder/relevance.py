"""Whether a report is about armed conflict at all, told from its beginning, so that others need not be read."""

from dateline.encoder.model import Encoder

LEADING_CODE_POINTS = 1500
"""How much of a report the gate looks at: its headline and first paragraphs, about one window."""


def relevance(encoder: Encoder, text: str, lead: int = LEADING_CODE_POINTS) -> float:
    """Probability, 0 to 1, that a report is about conflict. ``lead``: how many code points are looked at."""
    likely = encoder.read(text[:lead]).of_text("incident")
    return likely["conflict"]
