"""Finds every spelling of the names of protected people in a text, and writes a label in their place.

How a name is told from another's: a **whole name**, two parts of it side by side in either order, and an initial with
the last part are masked wherever they stand. A **part** alone (four letters or more) is masked wherever it stands,
unless a public actor, an outlet, a country or a place of the portion has it in its name too. Such a **shared part** is
masked only in the reports that tell of the protected person, and there not within the longer name of the public actor
nor where a claim says that the words stand for a public actor. A public name that has the whole protected name in it
("Justice for …") is masked there. When in doubt, the mask stays.
"""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise
from pathlib import Path

from dateline.export.facts.folding import Word, plain, words_in
from dateline.languages.load import load_yaml
from dateline.model.passage import Span

WITHHELD = "name withheld"
"""For words that are a protected name but may be another's."""
SHORTEST_PART = 4
SHORTEST_IN_ADDRESS = 5
"""Letters of a part that is looked for within the words of a web address, as in ``justiceforfatou.org``."""
_WIDEST_GAP = 3
"""Characters between two words of a name: ", ", "-", ". "."""

_RUN_TOGETHER = re.compile(r"(?:https?://|www\.|[#@])\S+", re.IGNORECASE)
"""Web addresses, hashtags and handles, whose words may stand without anything between them."""

Sequence_ = tuple[str, ...]


@cache
def common_words() -> frozenset[str]:
    """Words that single nobody out."""
    data = load_yaml(Path(__file__).with_name("name_words.yaml"))
    return frozenset(word for words in data.values() for word in words)


@dataclass(frozen=True, slots=True)
class Edit:
    """What is written in place of a stretch of a text. Offsets as in ``Span``."""

    start: int
    end: int
    label: str


@dataclass(slots=True)
class Forms:
    """The spellings of all names, by their first word."""

    always: dict[Sequence_, set[str]] = field(default_factory=dict)
    """Ids of the protected actors whom the words name."""
    shared: dict[Sequence_, set[str]] = field(default_factory=dict)
    public: set[Sequence_] = field(default_factory=set)
    """Names of public actors of two words or more."""
    public_couples: set[Sequence_] = field(default_factory=set)
    """Words that stand side by side in them."""
    public_initials: set[Sequence_] = field(default_factory=set)
    """The first letter and the last word of each."""
    lengths: dict[str, set[int]] = field(default_factory=dict)
    """By the first word of forms, how many words they have."""

    def add(self, forms: dict[Sequence_, set[str]], words: Sequence_, actor: str) -> None:
        forms.setdefault(words, set()).add(actor)
        self.note(words)

    def add_public(self, words: Sequence_) -> None:
        self.public.add(words)
        self.public_couples.update(pairwise(words))
        self.public_initials.add((words[0][0], words[-1]))
        self.note(words)

    def note(self, words: Sequence_) -> None:
        self.lengths.setdefault(words[0], set()).add(len(words))

    def begins(self, word: str) -> bool:
        """Whether a form may begin with the word."""
        return word in self.lengths or (word[-1] == "s" and _singular(word) in self.lengths)

    def lengths_from(self, word: str) -> list[int]:
        """How many words the forms have that may begin with the word, the longest first."""
        return sorted(self.lengths.get(word, set()) | self.lengths.get(_singular(word), set()), reverse=True)


class NameMask:
    """Masks the names of a portion's protected actors."""

    def __init__(self, labels: Mapping[str, str], names: Mapping[str, Collection[str]], public: Iterable[str]) -> None:
        """``labels`` and ``names`` by the id of the protected actor; ``public`` are names that others bear."""
        self._labels = labels
        self._forms = Forms()
        whole = {_sequence(name) for spellings in names.values() for name in spellings if _telling(name)}
        sequences = {words for name in public if (words := _sequence(name)) and not _holds(words, whole)}
        public_words = {word for sequence in sequences for word in sequence}
        for sequence in sequences:
            if len(sequence) > 1:
                self._forms.add_public(sequence)
        for actor, spellings in names.items():
            for name in spellings:
                self._learn(actor, name, public_words)
        single = {words[0] for words in (*self._forms.always, *self._forms.shared) if len(words) == 1}
        self._parts = {word for word in single if len(word) >= SHORTEST_IN_ADDRESS}
        self._masked: dict[tuple[str, frozenset[str], tuple[Span, ...]], str] = {}
        """What was masked before: facts, claims and reports repeat each other's words."""

    def _learn(self, actor: str, name: str, public_words: Collection[str]) -> None:
        words, telling = _sequence(name), _telling(name)
        if not words:
            return
        forms = self._forms
        if len(words) > 1:
            whole = forms.always if telling else forms.shared
            forms.add(whole, words, actor)
            forms.add(whole, ("".join(words),), actor)
        if len(words) == 1 and not telling:
            telling = list(words)
        for part in telling:
            if len(part) >= SHORTEST_PART or len(words) == 1:
                forms.add(forms.shared if part in public_words else forms.always, (part,), actor)
        for couple in _couples(telling):
            is_public = couple in forms.public_couples
            forms.add(forms.shared if is_public else forms.always, couple, actor)
            forms.add(forms.shared if is_public else forms.always, ("".join(couple),), actor)
        if len(telling) > 1 and len(telling[-1]) >= SHORTEST_PART:
            initial = (telling[0][0], telling[-1])
            is_public = initial in forms.public_initials
            forms.add(forms.shared if is_public else forms.always, initial, actor)
            forms.add(forms.shared if is_public else forms.always, ("".join(initial),), actor)

    def edits(self, text: str, scope: Collection[str] = (), kept: Sequence[Span] = ()) -> list[Edit]:
        """What to write where, in order. ``scope``: ids of the protected actors whom the text may tell of, for parts
        shared with public names; ``kept``: stretches that stand for public actors.
        """
        words = words_in(text)
        found: list[Edit] = []
        index = 0
        begins = self._forms.begins
        while index < len(words):
            if not begins(words[index].text):
                index += 1
                continue
            length, actors = self._match(words, index, scope, kept)
            if actors:
                stretch = words[index : index + length]
                found.append(Edit(stretch[0].start, stretch[-1].end, self._label(stretch, actors)))
            index += length
        return self._with_run_together(text, found) if self._parts else found

    def _with_run_together(self, text: str, edits: list[Edit]) -> list[Edit]:
        """With an edit for each web address, hashtag and handle that holds a name among other letters."""
        for token in _RUN_TOGETHER.finditer(text):
            touching = [edit for edit in edits if edit.start < token.end() and token.start() < edit.end]
            if self._holds_part(token[0]) and not self._is_clean(token, touching):
                start = min([token.start(), *(edit.start for edit in touching)])
                end = max([token.end(), *(edit.end for edit in touching)])
                edits = [*(edit for edit in edits if edit not in touching), Edit(start, end, WITHHELD)]
        return sorted(edits, key=lambda edit: edit.start)

    def _is_clean(self, token: re.Match[str], edits: Sequence[Edit]) -> bool:
        """Whether the edits leave nothing of a name in an address."""
        start, end = token.span()
        clipped = [Edit(max(edit.start, start) - start, min(edit.end, end) - start, "") for edit in edits]
        return not self._holds_part(rewritten(token[0], clipped))

    def _holds_part(self, address: str) -> bool:
        folded = plain(address)
        return any(part in folded for part in self._parts)

    def _label(self, stretch: list[Word], actors: Collection[str]) -> str:
        """The label of the one who is named; words that may be another's too name nobody."""
        is_sure = len(actors) == 1 and self._known_form(stretch) in self._forms.always
        return self._labels[next(iter(actors))] if is_sure else WITHHELD

    def _known_form(self, stretch: Sequence[Word]) -> Sequence_:
        """The words; without the s of "the Traorés" where only that is a name."""
        form = tuple(word.text for word in stretch)
        single = (*form[:-1], _singular(form[-1]))
        is_known = form in self._forms.always or form in self._forms.shared or form in self._forms.public
        return form if is_known else single

    def _match(
        self, words: list[Word], index: int, scope: Collection[str], kept: Sequence[Span]
    ) -> tuple[int, Collection[str]]:
        """How many words the longest form that begins here has, and whom to mask in it; (1, nobody) for none."""
        forms, first = self._forms, words[index].text
        for length in forms.lengths_from(first):
            stretch = words[index : index + length]
            if len(stretch) < length or not _adjoin(stretch):
                continue
            form = self._known_form(stretch)
            if actors := forms.always.get(form):
                return length, actors
            if form in forms.public:
                return length, ()
            shared = forms.shared.get(form, set()) & set(scope)
            if shared and not any(start <= stretch[0].start and stretch[-1].end <= end for start, end in kept):
                return length, shared
        return 1, ()

    def masked(self, text: str, scope: Collection[str] = (), kept: Sequence[Span] = ()) -> str:
        """The text with each name replaced by its label in square brackets."""
        asked = (text, frozenset(scope), tuple(kept))
        if asked not in self._masked:
            self._masked[asked] = rewritten(text, self.edits(text, scope, kept))
        return self._masked[asked]

    def named_in(self, text: str) -> set[str]:
        """The protected actors whom a text names by what is theirs alone."""
        words = words_in(text)
        found: set[str] = set()
        for index, word in enumerate(words):
            if self._forms.begins(word.text):
                found.update(self._match(words, index, (), ())[1])
        return found

    def is_in_address(self, address: str) -> bool:
        """Whether a web address or path holds a protected name, also run together with other words."""
        return bool(self.edits(address, self._labels)) or self._holds_part(address)


def rewritten(text: str, edits: Sequence[Edit]) -> str:
    """The text with the edits made."""
    pieces, position = [], 0
    for edit in edits:
        pieces += [text[position : edit.start], f"[{edit.label}]"]
        position = edit.end
    return "".join([*pieces, text[position:]])


def moved(offset: int, edits: Sequence[Edit], *, is_end: bool = False) -> int:
    """Where an offset of a text stands once the edits are made; one within an edit moves to its start or end."""
    shift = 0
    for edit in edits:
        if edit.start >= offset:
            break
        length = len(edit.label) + 2
        if offset < edit.end:
            return edit.start + shift + (length if is_end else 0)
        shift += length - (edit.end - edit.start)
    return offset + shift


def _sequence(name: str) -> Sequence_:
    return tuple(word.text for word in words_in(name))


def _singular(word: str) -> str:
    return word[:-1] if word.endswith("s") and len(word) > SHORTEST_PART else word


def _holds(words: Sequence_, names: Collection[Sequence_]) -> bool:
    """Whether a public name has the whole name of a protected person in it, of two words or more: "Justice for …"."""
    return any(words[start:end] in names for start in range(len(words)) for end in range(start + 2, len(words) + 1))


def _telling(name: str) -> list[str]:
    """The parts that single somebody out: printed with a capital, or in a script without any; no rank, no trade."""
    return [
        word.text
        for word in words_in(name)
        if word.text not in common_words() and not name[word.start : word.end].islower()
    ]


def _couples(parts: Sequence[str]) -> set[tuple[str, str]]:
    """Any two parts in either order, when they have six letters together or more."""
    return {
        (one, other)
        for one in parts
        for other in parts
        if one != other and len(one) > 1 and len(other) > 1 and len(one) + len(other) >= SHORTEST_PART + 2
    }


def _adjoin(stretch: Sequence[Word]) -> bool:
    return all(after.start - before.end <= _WIDEST_GAP for before, after in pairwise(stretch))
