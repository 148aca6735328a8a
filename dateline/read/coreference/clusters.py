"""A growing set of mentions that mean the same actor."""

from dataclasses import dataclass, field

from spacy.tokens import Token

from dateline.knowledge.load import KnownActor
from dateline.model import EntityKind, Mention


@dataclass(slots=True, eq=False)
class Cluster:
    """Mentions of one actor so far, with what they tell of it."""

    kind: EntityKind
    plural: bool
    mentions: list[Mention] = field(default_factory=list)
    names: list[tuple[str, ...]] = field(default_factory=list)
    """Names as lower-cased words, titles and articles left out."""
    acronyms: set[str] = field(default_factory=set)
    heads: set[str] = field(default_factory=set)
    """Lemmas of the head words of its descriptions and of the titles before its names."""
    actor: KnownActor | None = None
    last_sentence: int = -1
    last_token: int = -1
    was_subject: bool = False

    @property
    def is_person(self) -> bool:
        return self.kind == "person" or (self.kind == "civilians" and not self.plural)

    @property
    def is_group(self) -> bool:
        return self.kind not in ("person", "weapon", "civilians")

    def seen(self, token: Token, sentence: int) -> None:
        """Note where the actor was last mentioned."""
        self.last_sentence = sentence
        self.last_token = token.i
        self.was_subject = token.dep_ in ("nsubj", "nsubjpass")

    def absorb(self, other: "Cluster") -> None:
        """Take over everything of another cluster; the caller drops it."""
        if other.names and not self.names:
            self.kind, self.plural = other.kind, other.plural
        self.mentions += other.mentions
        self.names += other.names
        self.acronyms |= other.acronyms
        self.heads |= other.heads
        self.actor = self.actor or other.actor
        self.last_sentence = max(self.last_sentence, other.last_sentence)
        self.last_token = max(self.last_token, other.last_token)
