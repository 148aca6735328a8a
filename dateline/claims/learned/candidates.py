"""Who may take part in what a word states: the words near it that name somebody or something, and how they stand.

The network for claims scores them (``roles.py``); it was trained on the same list, so whatever changes here asks for
new weights (``training/claims/``).
"""

from collections.abc import Iterator
from dataclasses import dataclass

from dateline.claims.assemble import Assembler
from dateline.claims.logical import Arguments, with_conjuncts
from dateline.claims.match import arguments_of, trigger_kinds
from dateline.claims.participants import Participant
from dateline.claims.roles import holder_of
from dateline.claims.words import Stretch, Word
from dateline.model import Attribution

NOMINAL = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "poss", "attr", "dative", "oprd", "conj", "appos"})
"""Links of words that may take part, whether or not they are known as somebody."""
EARLIER = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "poss"})
"""Links of those known by name or description in the sentences before."""
SENTENCES_BEFORE = 2
OWN_SLOTS = ("subj", "obj", "iobj", "poss", "compound", "amod", "attr", "appos", "bearer")
LONGEST_PATH = 6
"""Steps in the parse; what is further off is "long"."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A word that may take part in what a trigger states."""

    word: Word
    who: Participant
    form: str
    """name, description or pronoun; "place" or "words" for what is no mention."""
    slot: str
    """The argument slot that holds it, with a plus for what is coordinated; a dash for none."""
    path: str
    """The links between trigger and word: those up to their common head, a bar, those down from it."""
    back: int
    """How many sentences before the trigger's it stands."""


@dataclass(frozen=True, slots=True)
class Scene:
    """A trigger, its arguments and everyone who may take part."""

    trigger: Word
    kinds: tuple[str, ...]
    """Parts of speech that the trigger may have in a pattern."""
    arguments: Arguments
    candidates: tuple[Candidate, ...]


def scene_of(trigger: Word, assembler: Assembler) -> Scene:
    """The candidates of a trigger: of its own sentence in the order of the text, then of those before it."""
    kinds, arguments = trigger_kinds(trigger), arguments_of(trigger)
    slots = _slots(trigger, kinds, arguments)
    attribution = assembler.speakers.attribution_of(trigger, ())
    found = [*_here(trigger, kinds, slots, assembler, attribution), *_before(trigger, assembler, attribution)]
    return Scene(trigger, kinds, arguments, tuple(found))


def _here(
    trigger: Word, kinds: tuple[str, ...], slots: dict[int, str], assembler: Assembler, said: Attribution | None
) -> Iterator[Candidate]:
    known = assembler.participants
    for word in assembler.doc[trigger.sent.start : trigger.sent.end]:
        is_named = word.idx in known.by_head or word.i in known.places
        if not (is_named or word.dep_ in NOMINAL or word.i in slots) or word.is_punct or word.i in known.dated:
            continue
        if word is trigger and "role" not in kinds:
            continue
        yield _candidate(word, assembler, said, slots.get(word.i, "-"), path_between(trigger, word), 0)


def _before(trigger: Word, assembler: Assembler, said: Attribution | None) -> Iterator[Candidate]:
    known = assembler.participants
    for back, sentence in enumerate(_sentences_before(trigger), 1):
        for word in assembler.doc[sentence.start : sentence.end]:
            mention = known.by_head.get(word.idx)
            if mention is not None and mention.entity in known.entities and word.dep_ in EARLIER:
                yield _candidate(word, assembler, said, f"back{back}", "back", back)


def _sentences_before(trigger: Word) -> list[Stretch]:
    """The sentences before the trigger's, the nearest first."""
    sentences = trigger.doc.sents
    place = next(number for number, sentence in enumerate(sentences) if sentence.start == trigger.sent.start)
    return sentences[max(0, place - SENTENCES_BEFORE) : place][::-1]


def _candidate(
    word: Word, assembler: Assembler, said: Attribution | None, slot: str, path: str, back: int
) -> Candidate:
    known = assembler.participants
    mention = known.by_head.get(word.idx)
    form = mention.form if mention is not None else "place" if word.i in known.places else "words"
    return Candidate(word, known.one(word, said), form, slot, path, back)


def _slots(trigger: Word, kinds: tuple[str, ...], arguments: Arguments) -> dict[int, str]:
    """The slot of each word in the trigger's arguments, by token: its own slots before those of its arguments."""
    found: dict[int, str] = {}
    for name, head in _filled(arguments):
        for number, word in enumerate(with_conjuncts(head)):
            found.setdefault(word.i, name if number == 0 else f"{name}+")
    holder = holder_of(trigger) if "role" in kinds else None
    if holder is not None:
        for number, word in enumerate(with_conjuncts(holder.token)):
            found[word.i] = f"holder:{holder.how}" if number == 0 else "holder+"
    return found


def _filled(arguments: Arguments) -> Iterator[tuple[str, Word]]:
    for name in OWN_SLOTS:
        yield from ((name, head) for head in arguments.slot(name))
    for preposition, heads in arguments.preps.items():
        yield from ((f"prep:{preposition}", head) for head in heads)
    for name in ("obj", "subj"):
        for head in arguments.slot(name):
            yield from _under(name, head)


def _under(name: str, head: Word) -> Iterator[tuple[str, Word]]:
    """What hangs on an argument: the town of "took control of the town"."""
    for child in head.children:
        if child.dep_ == "prep":
            yield from ((f"{name}>{child.lower_}", word) for word in child.children if word.dep_ == "pobj")
        elif child.dep_ in ("poss", "compound", "amod"):
            yield f"{name}>{child.dep_}", child


def path_between(trigger: Word, word: Word) -> str:
    """The links from one word of a sentence to another, with the prepositions on the way down."""
    up = [trigger, *trigger.ancestors]
    steps = {above.i: number for number, above in enumerate(up)}
    down: list[str] = []
    while word.i not in steps:
        if word.head is word:
            return "apart"
        down.append(f"prep:{word.lower_}" if word.dep_ == "prep" else word.dep_)
        word = word.head
    climbed = [above.dep_ for above in up[: steps[word.i]]]
    if len(climbed) + len(down) > LONGEST_PATH:
        return "long"
    return f"{'<'.join(climbed)}|{'>'.join(reversed(down))}"
