"""What the network for claims makes of one claim, in numbers and in words."""

import re
from dataclasses import dataclass
from math import log

LEARNED = "the network that learned from annotated reports"
"""The origin of what no pattern states and the network for claims sees; its reason says so."""
SUREST = 0.995
"""Probabilities are taken for no surer than this, or its opposite, when the confidence of a claim is worked out."""
NUMBERS = re.compile(
    r"The network finds the type likely by (?P<word>[\d.]+) here and (?P<sentence>[\d.]+) in the sentence, "
    r"the subject by (?P<subject>[\d.]+), the object by (?P<object>[\d.]+)\."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """Probabilities."""

    word: float
    """That the trigger states the type."""
    sentence: float
    """That some word of its sentence does."""
    subject: float
    """The share of the claim's subject among all who may be it."""
    object: float
    kept_from: float
    """Claims of less confidence are not told."""
    changes: str = ""
    """What it changed of what patterns made of the claim, in words."""

    @property
    def words(self) -> str:
        """For the reason of the claim."""
        found = (
            f"The network finds the type likely by {self.word:.2f} here and {self.sentence:.2f} in the sentence, "
            f"the subject by {self.subject:.2f}, the object by {self.object:.2f}."
        )
        return f"{found} {self.changes}".rstrip()


def seen_features(reason: str) -> dict[str, float]:
    """The numbers in a claim's reason as log odds and their squares, by name; none where the network was not asked.

    The log odds stand twice for what no pattern states: who takes part in it the network alone has chosen.
    """
    found = NUMBERS.search(reason)
    if found is None:
        return {}
    odds = {name: _log_odds(float(value)) for name, value in found.groupdict().items()}
    squares = {f"{name} squared": value * value for name, value in odds.items()}
    alone = {f"{name} alone": value for name, value in odds.items()} if LEARNED in reason else {}
    return {**odds, **squares, **alone}


def _log_odds(probability: float) -> float:
    kept = min(max(probability, 1 - SUREST), SUREST)
    return log(kept / (1 - kept))
