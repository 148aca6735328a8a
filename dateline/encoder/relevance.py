"""Whether a report is about armed conflict at all, told from its beginning, so that others need not be read."""

from dateline.encoder.model import Encoder

LEADING_CODE_POINTS = 1000
"""How much of a report the gate looks at: its headline and first paragraphs, one window of English text.

1,500 take two windows, and so twice as long, and told no more of 130 reports apart.
"""


def relevance(encoder: Encoder, text: str, lead: int = LEADING_CODE_POINTS) -> float:
    """Probability, 0 to 1, that a report is about conflict. ``lead``: how many code points are looked at."""
    likely = encoder.read(text[:lead]).of_text("incident")
    return likely["conflict"]
