"""Is this report about conflict at all? Judged by its own words, so that football, chess and thrillers yield nothing.

A report that has enough words of one ordinary matter and few of conflict is about that matter, and claims nothing; so
does a passage of a longer report. Claims that only tell of an aftermath ("six died") need violence in the report. The
words are in ``languages/en/conflict.yaml``.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from dateline.claims.drafts import Draft
from dateline.claims.results import HARMS
from dateline.claims.words import Stretch, Word, Words
from dateline.languages.load import language_data
from dateline.ontology.load import KIND_GROUPS

ARMED = KIND_GROUPS["armed"]
PLAINLY = 6
"""So many distinct words of conflict, or armed actors, make a report be plainly about it."""
CONTENT = ("NOUN", "PROPN", "VERB", "ADJ")


@dataclass(frozen=True, slots=True)
class MatterWords:
    """The lists of ``conflict.yaml``."""

    conflict: frozenset[str]
    violence: frozenset[str]
    other_causes: frozenset[str]
    ordinary: dict[str, frozenset[str]]
    sure: frozenset[str]
    enough: int
    times: int


@cache
def matter_words() -> MatterWords:
    """The words of English, read once."""
    data = language_data("conflict")
    return MatterWords(
        conflict=frozenset(data["conflict"]),
        violence=frozenset(data["violence"]),
        other_causes=frozenset(data["other_causes"]),
        ordinary={name: frozenset(words) for name, words in data["ordinary"].items()},
        sure=frozenset(data["sure"]),
        enough=data["enough"],
        times=data["times"],
    )


@dataclass(frozen=True, slots=True)
class Matter:
    """An ordinary matter that words are about, and the words that say so."""

    name: str
    words: tuple[str, ...]

    @property
    def reason(self) -> str:
        """One sentence for people."""
        shown = ", ".join(f"“{word}”" for word in self.words[:4])
        return f"about {self.name} by its own words ({shown}), not about conflict"


def matter_of(content: Iterable[str], *, armed: int = 0) -> Matter | None:
    """The ordinary matter that a text is about; None when it may be about conflict.

    ``content``: the lemmas of its words of content. ``armed``: how many armed actors it names; each counts as a word
    of conflict.
    """
    words = matter_words()
    lemmas = list(dict.fromkeys(content))
    against = len(words.conflict.intersection(lemmas)) + armed
    name, own = max(words.ordinary.items(), key=lambda matter: len(matter[1].intersection(lemmas)))
    found = [lemma for lemma in lemmas if lemma in own]
    weight = len(found) + 2 * len(words.sure.intersection(found))
    if weight < max(words.enough, words.times * against):
        return None
    return Matter(name, tuple(found))


class SubjectMatter:
    """What a report and its paragraphs are about."""

    def __init__(self, doc: Words) -> None:
        self.doc = doc
        self.lemmas = doc.lemmas
        self.content = [word.lemma if word.pos_ in CONTENT else "" for word in doc]
        """The same, and nothing for words without content."""
        armed = _armed_entities(doc)
        self.armed = sorted({mention.head for mention in doc._.dateline_mentions if mention.entity in armed})
        self.whole = matter_of(filter(None, self.content), armed=len(self.armed))
        self.on_conflict = self._conflict_words() >= PLAINLY
        """Whether the report is plainly about conflict."""
        violence = matter_words().violence
        self.violent = {number for number, lemma in enumerate(self.lemmas) if lemma in violence}

    def keep(self, drafts: Iterable[Draft]) -> Iterator[Draft]:
        """The drafts that a report on conflict makes: none of a report, or a paragraph, on another matter."""
        if self.whole is not None:
            return
        ordinary = [span for span in self._paragraphs() if self._is_ordinary(span)]
        for draft in drafts:
            trigger = draft.match.trigger
            if not any(span.start <= trigger.i < span.end for span in ordinary) and self._is_of_violence(draft):
                yield draft

    def _conflict_words(self) -> int:
        """How many distinct words of conflict the report has, with the armed actors it names."""
        armed = len({mention.entity for mention in self.doc._.dateline_mentions} & _armed_entities(self.doc))
        return len(matter_words().conflict.intersection(self.content)) + armed

    def _paragraphs(self) -> Iterator[Stretch]:
        for start, end in self.doc._.dateline_paragraphs:
            span = self.doc.char_span(start, end, alignment_mode="expand")
            if span is not None:
                yield span

    def _is_ordinary(self, span: Stretch) -> bool:
        content = filter(None, self.content[span.start : span.end])
        return matter_of(content, armed=self._armed_between(span.start_char, span.end_char)) is not None

    def _armed_between(self, start: int, end: int) -> int:
        return sum(start <= head < end for head in self.armed)

    def has_company(self, trigger: Word) -> bool:
        """Whether a report tells of violence in other words than a trigger, and its sentence of no other cause."""
        told = (token.lemma for token in trigger.sent if not (token.lemma_ == "storm" and token.pos_ == "VERB"))
        return bool(self.violent - {trigger.i}) and not _names_cause(told)

    def _is_of_violence(self, draft: Draft) -> bool:
        """Whether a death, a wound or a body stands in a report of violence, or at least where no other cause is
        named.
        """
        trigger = draft.match.trigger
        if draft.match.pattern.company or draft.type != "ASSAULT":
            return True
        if draft.subject or draft.weapon or trigger.lemma not in HARMS:
            return True
        return bool(self.violent - {trigger.i}) or not _names_cause(self.lemmas)


def _names_cause(lemmas: Iterable[str]) -> bool:
    """Whether words tell of what else people die of: an earthquake, a crash, a fever."""
    return not matter_words().other_causes.isdisjoint(lemmas)


def _armed_entities(doc: Words) -> set[str]:
    return {entity.id for entity in doc._.dateline_entities if entity.kind in ARMED}
