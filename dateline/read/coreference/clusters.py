"""Growing sets of mentions that mean the same actor."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from dateline.knowledge.load import KnownActor
from dateline.model import EntityKind, Mention
from dateline.read.coreference.namesakes import Introduction
from dateline.read.mentions.given_names import Gender

MOST_MENTIONS = 6
"""Mentions of an actor beyond which more say nothing more of what a report is about."""


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
    """Lemmas of the head words of its descriptions and of the titles before its names, offices as they are counted."""
    introductions: list[Introduction] = field(default_factory=list)
    """What is said of a person where the full name is printed."""
    actor: KnownActor | None = None
    gender: Gender | None = None
    """None: nothing tells."""
    is_single: bool = False
    """Whether a description of one person is among its mentions: such a one takes "he", whatever its kind."""
    last_sentence: int = -1
    last_token: int = -1
    was_subject: bool = False
    """Whether the last sentence that mentions it has it as a subject."""
    led: bool = False
    """Whether it was the subject of that sentence's main clause."""

    @property
    def is_person(self) -> bool:
        return self.kind == "person" or self.is_single

    @property
    def is_group(self) -> bool:
        return self.kind not in ("person", "weapon", "civilians") and not self.is_single

    @property
    def is_pronoun(self) -> bool:
        """Whether nothing but an unresolved pronoun stands for it."""
        return self.mentions[0].form == "pronoun"

    @property
    def is_nobody(self) -> bool:
        """Whether its words deny that there is anyone: "no civilians"."""
        return len(self.mentions) == 1 and self.first_words.lower().startswith("no ")

    @property
    def first_words(self) -> str:
        return self.mentions[0].text

    def absorb(self, other: "Cluster") -> None:
        """Take over everything of another cluster; the caller drops it."""
        if other.names and not self.names:
            self.kind, self.plural = other.kind, other.plural
        self.mentions += other.mentions
        self.names += other.names
        self.acronyms |= other.acronyms
        self.heads |= other.heads
        self.introductions += other.introductions
        self.actor = self.actor or other.actor
        self.gender = self.gender or other.gender
        self.is_single = self.is_single or other.is_single
        self.last_sentence = max(self.last_sentence, other.last_sentence)
        self.last_token = max(self.last_token, other.last_token)


class Clusters:
    """The clusters of one report, in order of first mention."""

    def __init__(self) -> None:
        self.all: list[Cluster] = []
        self.of_head: dict[int, Cluster] = {}
        """Token number of a mention's head to its cluster."""

    def add(self, cluster: Cluster) -> None:
        self.all.append(cluster)

    def merge(self, kept: Cluster, gone: Cluster) -> None:
        """Make two clusters one."""
        kept.absorb(gone)
        self.all.remove(gone)
        for head, cluster in self.of_head.items():
            if cluster is gone:
                self.of_head[head] = kept

    def since(self, sentence: int) -> Iterator[Cluster]:
        """Clusters mentioned in a sentence or after it, the last mentioned first."""
        recent = [cluster for cluster in self.all if cluster.last_sentence >= sentence]
        return iter(sorted(recent, key=lambda cluster: -cluster.last_token))
