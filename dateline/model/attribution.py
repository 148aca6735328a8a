"""Who says so: a source, the words that mark the saying, and what is said."""

from dataclasses import dataclass
from typing import Literal

from dateline.model.passage import Span

Speech = Literal["direct", "indirect", "mixed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """One act of saying, thinking or intending that the report ascribes to somebody. Spans may be in several pieces."""

    id: str
    """Unique within the report: ``a1``, ``a2``, …, in order of the first content span."""
    source: tuple[Span, ...]
    """Empty when the report names none ("it was reported")."""
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    speech: Speech
    anonymous: bool
    """Whether the source withholds a name: "a local official", "residents", or none at all."""
    speaker: str | None
    """Readable name of who speaks, resolved within the report; None without a source."""
    speaker_entity: str | None
    """The entity id of the speaker; None when the source is no known entity."""
    verb: str
    """Lemma of the cue's head, such as ``say`` or ``according``; it tells claims apart from denials, orders, beliefs.
    """
    within: str | None
    """The id of the attribution whose content holds this one ("X said that Y told him"); None at the top."""
    reason: str
    """One sentence on what marks the saying and why this is its source."""
