"""What the network for claims makes of one claim, in numbers and in words."""

import re
from dataclasses import dataclass

LEARNED = "the network that learned from annotated reports"
"""The origin of what no pattern states and the network for claims sees; its reason says so."""
BINS = (0.02, 0.1, 0.3, 0.5, 0.7, 0.9)
"""Borders between which probabilities are told apart when the confidence of a claim is worked out."""
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

    @property
    def words(self) -> str:
        """For the reason of the claim."""
        return (
            f"The network finds the type likely by {self.word:.2f} here and {self.sentence:.2f} in the sentence, "
            f"the subject by {self.subject:.2f}, the object by {self.object:.2f}."
        )


def seen_features(reason: str) -> set[str]:
    """The numbers in a claim's reason as names of features; none where the network was not asked."""
    found = NUMBERS.search(reason)
    if found is None:
        return set()
    return {f"{name}:{sum(float(value) >= border for border in BINS)}" for name, value in found.groupdict().items()}
