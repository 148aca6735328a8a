"""What other codebooks would call a claim."""

from dataclasses import dataclass
from typing import Literal

Scheme = Literal["PLOVER", "CAMEO", "ACLED", "UCDP"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Code:
    """One codebook's code for a claim, as Dateline suggests it. A person decides."""

    scheme: Scheme
    code: str | None
    """PLOVER's event type, CAMEO's figures, ACLED's event type, UCDP's type of violence. None: the codebook has no code
    for such a claim, or the words do not say enough.
    """
    detail: str | None
    """PLOVER's mode, ACLED's sub-event type, UCDP's name of the type; None where there is none."""
    reason: str
    """Why this code, or why none."""

    @property
    def words(self) -> str:
        """``ASSAULT/abduct``, ``181``, ``Battles: Armed clash``, ``3 one-sided``."""
        joint = {"PLOVER": "/", "ACLED": ": "}.get(self.scheme, " ")
        return joint.join(part for part in (self.code, self.detail) if part)
