"""The patterns of Dateline's engine that a verb dictionary of PETRARCH or TABARI asks for, and what it cannot express.

A pattern becomes conditions on the slots of a dependency parse (``petrarch_sides.py``); its CAMEO code becomes a claim
type (``cameo.py``) and stays with the claims. Of a code for each direction (``[042:043]``) the first is taken; an empty
first one turns source and target round. A pattern without a code (``[---]``) keeps the verb's own code from counting.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from dateline.errors import DataFileError
from dateline.ontology.cameo import EventKind, event_kind
from dateline.ontology.claim_types import KIND_GROUPS, Pattern
from dateline.ontology.petrarch_sides import BESIDE_OBJECT, NotExpressed, Side, Synonyms, after_verb, before_verb
from dateline.ontology.petrarch_verbs import DictionaryCode, PatternLine, VerbBlock, VerbDictionary, VerbLine

MATERIAL_CONFLICT = frozenset({"ASSAULT", "COERCE", "PROTEST", "MOBILIZE"})
"""Types whose verbs count without a named source: "was abducted"."""
_WHO = KIND_GROUPS["actor"] | {"place"}


@dataclass(frozen=True, slots=True)
class NotRun:
    """An entry of a dictionary that makes no patterns."""

    line: int
    words: str
    reason: str


@dataclass(slots=True)
class DictionaryPatterns:
    """What became of a dictionary."""

    patterns: list[Pattern] = field(default_factory=list)
    verbs_run: int = 0
    lines_run: int = 0
    """Pattern lines that the engine runs, or that keep a verb's code from counting."""
    without_event: list[NotRun] = field(default_factory=list)
    """Entries whose code is no event for PLOVER; they are understood."""
    not_expressed: list[NotRun] = field(default_factory=list)


def dictionary_patterns(dictionary: VerbDictionary) -> DictionaryPatterns:
    """The patterns of a dictionary, and what could not be run. Raises DataFileError for a code that CAMEO has not."""
    made = DictionaryPatterns()
    for block in dictionary.blocks:
        _Block(dictionary, block, made).convert()
    for line, words in dictionary.transformations:
        made.not_expressed.append(NotRun(line, words, "a transformation: Dateline reads such sentences by itself"))
    return made


@dataclass(slots=True)
class _Block:
    dictionary: VerbDictionary
    block: VerbBlock
    made: DictionaryPatterns

    def convert(self) -> None:
        verbs = [verb for line in self.block.verbs if (verb := self._verb(line))]
        if not verbs and self.block.patterns and not self.block.verbs:
            raise DataFileError(f"{self._where(self.block.patterns[0].line)}: the block {self.block.name} has no verbs")
        unless: dict[str, frozenset[str]] = {}
        for line in self.block.patterns:
            try:
                self._pattern(line, verbs, unless)
            except NotExpressed as reason:
                self.made.not_expressed.append(NotRun(line.line, line.words, str(reason)))
        for verb in verbs:
            self._default(verb, unless)

    def _verb(self, line: VerbLine) -> "_Verb | None":
        try:
            return _Verb.of(line, self.dictionary.synonyms)
        except NotExpressed as reason:
            self.made.not_expressed.append(NotRun(line.line, line.words, str(reason)))
            return None

    def _pattern(self, line: PatternLine, verbs: list["_Verb"], unless: dict[str, frozenset[str]]) -> None:
        sides = _joined(line, self.dictionary.synonyms)
        kind = self._kind(line.line, line.words, line.code, is_silent=True)
        if kind is None:
            _rule_out(sides, unless)
            self.made.lines_run += 1
            return
        made = [p for verb in verbs for side in sides for p in self._patterns(verb, side, kind, line.line, line.code)]
        if not made:
            raise NotExpressed("its block has no verb that can be run")
        self.made.patterns += made
        self.made.lines_run += 1

    def _default(self, verb: "_Verb", unless: dict[str, frozenset[str]]) -> None:
        code = verb.line.code or self.block.code
        kind = self._kind(verb.line.line, verb.line.words, code, is_silent=False)
        if kind is not None:
            made = self._patterns(verb, Side(), kind, verb.line.line, code)
            self.made.patterns += [replace(pattern, unless=dict(unless)) for pattern in made]
        self.made.verbs_run += 1

    def _kind(self, line: int, words: str, code: DictionaryCode, *, is_silent: bool) -> EventKind | None:
        """The claim type of a code; None for none. ``is_silent``: a missing code is not worth telling."""
        figures = code.forth or code.back
        if figures is None:
            if not is_silent:
                self.made.without_event.append(NotRun(line, words, "the dictionary gives it no code"))
            return None
        try:
            kind = event_kind(figures)
        except DataFileError as error:
            raise DataFileError(f"{self._where(line)}: {error}") from error
        if isinstance(kind, EventKind):
            return kind
        self.made.without_event.append(NotRun(line, words, kind))
        return None

    def _patterns(
        self, verb: "_Verb", side: Side, kind: EventKind, line: int, code: DictionaryCode
    ) -> Iterator[Pattern]:
        """A pattern; two where the dictionary's words fill the object: with a target elsewhere, and with none."""
        for own in verb.sides:
            try:
                asked = side.asking(own.needs)
            except NotExpressed:
                continue
            source = asked.source or ("subj",)
            target = asked.target or own.target or (("obj",) if "obj" not in asked.needs else _targets())
            pattern = Pattern(
                type=kind.type,
                mode=kind.mode,
                pos="verb",
                lemma=verb.lemma,
                subject=source if code.forth else target,
                object=target if code.forth else source,
                needs=asked.needs,
                particle=side.particle | own.particle,
                subject_kinds=KIND_GROUPS["actor"],
                required=frozenset() if kind.type in MATERIAL_CONFLICT else frozenset({"subject"}),
                passive=True if side.passive else None,
                origin=f"{self.dictionary.path.name}, line {line}",
                cameo=code.forth or code.back,
            )
            if "obj" in asked.needs and code.forth:
                yield replace(pattern, object_kinds=_WHO, required=pattern.required | {"object"})
                pattern = replace(pattern, object=())
            yield pattern

    def _where(self, line: int) -> str:
        return f"{self.dictionary.path}: line {line}"


@dataclass(frozen=True, slots=True)
class _Verb:
    """A verb of a dictionary as the engine looks it up; ``sides``: what a verb of several words asks beside."""

    line: VerbLine
    lemma: str
    sides: tuple[Side, ...]

    @classmethod
    def of(cls, line: VerbLine, synonyms: Synonyms) -> "_Verb":
        """``ABANDON``, ``+CLEAR_UP``, ``RE_+OPEN``. Raises NotExpressed."""
        words = line.words.strip("_").split("_")
        at = next((number for number, word in enumerate(words) if word.startswith("+")), 0)
        lemma = words[at].lstrip("+").lower()
        if words[:at] == ["RE"]:
            lemma = f"re{lemma}"
        elif at > 0:
            raise NotExpressed("words before the verb within a verb")
        if not lemma:
            raise NotExpressed("a + without a verb")
        return cls(line, lemma, tuple(after_verb(" ".join(words[at + 1 :]), synonyms)))


def _joined(line: PatternLine, synonyms: Synonyms) -> list[Side]:
    """Every reading of both sides of a pattern together."""
    before, after = before_verb(line.before, synonyms), after_verb(line.after, synonyms)
    joined = []
    for first in before:
        for second in after:
            both = second.asking(first.needs)
            target = first.target or second.target
            joined.append(replace(both, target=target, passive=first.passive))
    return joined


def _rule_out(sides: list[Side], unless: dict[str, frozenset[str]]) -> None:
    """Keep the block's own code from counting where a pattern without a code fits. Raises NotExpressed."""
    for side in sides:
        if len(side.needs) != 1 or side.particle or side.passive:
            raise NotExpressed("no event for several conditions at once")
    for side in sides:
        for slot, words in side.needs.items():
            unless[slot] = unless.get(slot, frozenset()) | words


def _targets() -> tuple[str, ...]:
    """Where the target of an event may stand when the dictionary's words fill the object: "signed a pact with"."""
    under = [f"{beside}prep:{word}" for word in BESIDE_OBJECT for beside in ("obj>", "")]
    return ("iobj", "obj", "obj>poss", "obj>prep:of", *under)
