"""From where the word of the network for claims counts; the values stand in the description of its weights."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Bars:
    """From where the network's word counts. Probabilities."""

    seen: float
    """A word states a type that no pattern finds there from here."""
    elsewhere: float
    """A pattern's word that the network finds less likely than this states the same as the network's word."""
    kept: float
    """Claims are told from this confidence. Relations that patterns state always are: lists of members and foes are a
    thing of official texts, and the network has learned from news.
    """
    subject_added: float
    """Somebody's share, from which an event that patterns give no subject has him."""
    object_added: float
    """The same of objects."""
    object_dropped: float
    """Nobody's share, from which an event has no object that patterns give it."""
