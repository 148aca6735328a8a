"""The logical arguments of a trigger, by slot."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from dateline.claims.words import Word

_CONDITIONS = frozenset({"if", "unless", "until", "lest"})


@dataclass(slots=True)
class Arguments:
    """The arguments of one trigger, each a list of head tokens, conjuncts not yet expanded."""

    subj: list[Word] = field(default_factory=list)
    obj: list[Word] = field(default_factory=list)
    iobj: list[Word] = field(default_factory=list)
    poss: list[Word] = field(default_factory=list)
    compound: list[Word] = field(default_factory=list)
    amod: list[Word] = field(default_factory=list)
    aux: list[Word] = field(default_factory=list)
    neg: list[Word] = field(default_factory=list)
    attr: list[Word] = field(default_factory=list)
    appos: list[Word] = field(default_factory=list)
    trigger: Word | None = None
    """The verb whose arguments they are; None for other words."""
    particle: list[Word] = field(default_factory=list)
    """The adverbs and particles of a verb: the away of "led away two men"."""
    bearer: list[Word] = field(default_factory=list)
    """The noun that a noun's phrase tells more of: "Bakari, in exile in Paris"."""
    preps: dict[str, list[Word]] = field(default_factory=dict)
    passive: bool = False
    particles: frozenset[str] = frozenset()
    below: dict[int, "Arguments"] = field(default_factory=dict)
    """The arguments of words in the slots, by token, as far as they were asked for: "took control of the town"."""
    complement: Word | None = None
    """Head of a clause that completes the trigger, as in "agreed to withdraw"."""
    purpose: Word | None = None
    """Head of a clause that says what for: "fired tear gas to disperse the crowd"."""

    def slot(self, name: str) -> list[Word]:
        """The head tokens in a slot of the ontology; empty when it is not filled or not an argument slot."""
        if name.startswith("prep:"):
            return self.preps.get(name[5:], [])
        if name in ("complement", "purpose"):
            clause = self.complement if name == "complement" else self.purpose
            return [clause] if clause is not None else []
        if name == "condition":
            return _conditions(self.trigger) if self.trigger is not None else []
        return getattr(self, name, []) if name in _ARGUMENT_SLOTS else []


_ARGUMENT_SLOTS = frozenset(
    {"subj", "obj", "iobj", "poss", "compound", "amod", "aux", "neg", "attr", "appos", "bearer", "particle"}
)


def with_conjuncts(token: Word) -> Iterator[Word]:
    """The token and everything coordinated to its right ("Gao, Kidal and Timbuktu")."""
    yield token
    for child in token.children:
        if child.dep_ == "conj":
            yield from with_conjuncts(child)


def _conditions(verb: Word) -> list[Word]:
    """The clauses on whose condition something is done, also where the parser hung them beside what is said."""
    beside = verb.head.children if verb.dep_ == "ccomp" else ()
    clauses = [
        clause for clause in (*verb.children, *beside) if clause.dep_ in ("advcl", "ccomp") and clause.i != verb.i
    ]
    return [clause for clause in clauses if _is_condition(clause)]


def _is_condition(clause: Word) -> bool:
    first = clause.left_edge
    is_inverted = first.lower_ in ("should", "were") and first.dep_ == "aux"
    return is_inverted or any(child.dep_ == "mark" and child.lower_ in _CONDITIONS for child in clause.lefts)
