"""How far coders agree: Krippendorff's alpha (Krippendorff 2011, "Computing Krippendorff's Alpha-Reliability"), by the
package ``krippendorff``.

Alpha is 1 where all agree, 0 where they agree as often as chance would have it, below where less. It takes coders who
did not code every claim, and any number of them. By custom 0.8 is needed to rely on codings, 0.667 for tentative
conclusions.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from dateline.errors import RunStopped
from dateline.record.codings import Coding

Standing = Mapping[str, Mapping[str, Coding]]


@dataclass(frozen=True, slots=True, kw_only=True)
class PairAgreement:
    """Two coders."""

    coders: tuple[str, str]
    claims: int
    """Claims that both coded."""
    same: int
    """Of which they say the same, corrected fields included."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """All coders of a store."""

    coders: tuple[str, ...]
    claims: int
    """Claims that at least two coded."""
    verdict_alpha: float | None
    """Alpha of accept, reject or correct (nominal); None where it is not defined: fewer than two claims that two coded,
    or one verdict alone.
    """
    right_alpha: float | None
    """Alpha of whether the claim stands as it was read (accept) or not (reject, correct)."""
    exact_alpha: float | None
    """Alpha of all that is said, corrected fields included."""
    pairs: tuple[PairAgreement, ...]


def agreement(standing: Standing) -> Agreement:
    """Raises RunStopped without the package ``krippendorff``."""
    several = {claim: held for claim, held in standing.items() if len(held) > 1}
    coders = sorted({who for held in several.values() for who in held})
    return Agreement(
        coders=tuple(coders),
        claims=len(several),
        verdict_alpha=_alpha(several, coders, lambda one: one.verdict),
        right_alpha=_alpha(several, coders, lambda one: str(one.verdict == "accept")),
        exact_alpha=_alpha(several, coders, lambda one: str(one.says)),
        pairs=tuple(_pair(several, left, right) for left, right in combinations(coders, 2)),
    )


def _alpha(several: Standing, coders: Sequence[str], value_of: Callable[[Coding], str]) -> float | None:
    try:
        import krippendorff
        import numpy as np
    except ModuleNotFoundError as error:
        raise RunStopped("agreement needs the package krippendorff: pip install 'dateline[serve]'") from error
    values = sorted({value_of(one) for held in several.values() for one in held.values()})
    if len(several) < 2 or len(values) < 2:
        return None
    # One row per coder, one column per claim; nan where the coder did not code the claim.
    table = np.full((len(coders), len(several)), np.nan)
    for column, held in enumerate(several.values()):
        for who, one in held.items():
            table[coders.index(who), column] = values.index(value_of(one))
    return float(krippendorff.alpha(reliability_data=table, level_of_measurement="nominal"))


def _pair(several: Standing, left: str, right: str) -> PairAgreement:
    both = [(held[left], held[right]) for held in several.values() if left in held and right in held]
    same = sum(one.says == other.says for one, other in both)
    return PairAgreement(coders=(left, right), claims=len(both), same=same)
