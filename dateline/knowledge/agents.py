"""Common nouns that stand for actors, with their sector: what agent dictionaries hold, such as ``GUNMAN [~REB]``."""

from dataclasses import dataclass

from dateline.model import EntityKind


@dataclass(frozen=True, slots=True)
class Agent:
    """One noun or noun phrase."""

    singular: str
    """Lower case, such as ``deputy mayor``; a phrase without plural may itself be plural or collective."""
    plurals: tuple[str, ...]
    """Lower case; empty: none is formed."""
    kind: EntityKind
    plover: str
    """PLOVER's sector code."""
    source: str
    """File and line, for error messages."""

    @property
    def forms(self) -> tuple[str, ...]:
        return self.singular, *self.plurals
