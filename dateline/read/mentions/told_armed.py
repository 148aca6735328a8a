"""Names of bodies whose own words leave open whether they are armed groups, settled by what else the report says.

"The Sultan Division" may be of an army or of rebels, "the Patriotic Union" a party or a militia. Where the report has
"a rebel group" beside the name, "fighters of" before it or "insurgents" behind it, every mention of it is of an armed
group, so that "the group" and "the rebels" can mean it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from dateline.read.mentions.candidates import Candidate
from dateline.read.mentions.lexicon import ActorLexicon, Number
from dateline.read.mentions.name_extent import introduced_acronym
from dateline.read.mentions.table import Table

UNDECIDED = frozenset({"military", "organisation", "person", "other"})
_OWNED = frozenset({"of", "from", "with", "to"})
_FOLLOWING = frozenset({"loyal", "belonging", "allied"})


def armed_by_evidence(table: Table, lexicon: ActorLexicon, found: Iterable[Candidate]) -> Iterator[Candidate]:
    """The names among the candidates that the report tells to be those of armed groups, as such."""
    names = [item for item in found if item.form == "name" and item.kind in UNDECIDED and _is_open(table, item)]
    reasons: dict[str, str] = {}
    for item in names:
        reason = _Around(table, lexicon, item).reason()
        if reason:
            reasons.setdefault(_key(table, item), reason)
            if (short := introduced_acronym(table, item.last)) is not None:
                reasons.setdefault(table.lower[short], reason)
    for item in names:
        if (reason := reasons.get(_key(table, item))) is not None:
            yield replace(item, kind="armed_group", reason=reason)


def _is_open(table: Table, item: Candidate) -> bool:
    """Whether a name may be that of a body: no title makes a person of it, no actor file says what it is."""
    titled = item.bare > item.first and table.lower[item.first : item.bare] != ["the"]
    return not titled and "actor file" not in item.reason


def _key(table: Table, item: Candidate) -> str:
    first = item.bare if item.bare >= 0 else item.first
    return " ".join(table.lower[first : item.last + 1])


class _Around:
    """What stands around one name."""

    def __init__(self, table: Table, lexicon: ActorLexicon, name: Candidate) -> None:
        self.table, self.lexicon, self.name = table, lexicon, name

    def reason(self) -> str | None:
        """What tells of arms; None when nothing does."""
        for token in (*self._nouns(), *self._before(), *self._deeds()):
            return f"a name told of with '{self.table.text[token]}'"
        return None

    def _nouns(self) -> Iterator[int]:
        """Nouns of armed groups that are theirs, or another name for them: "fighters of the Sultan Division"."""
        table, name = self.table, self.name
        beside = [child for child in table.children[name.head] if table.dep[child] == "appos"]
        above = table.head[name.head]
        if table.dep[name.head] == "appos":
            beside.append(above)
        if table.dep[name.head] == "oprd" and table.lemma[above] == "call":
            beside.append(table.head[above])  # "a group calling itself the Sultan Division"
        if table.dep[name.head] == "nsubj" and table.lemma[above] == "be":
            beside += [child for child in table.children[above] if table.dep[child] == "attr"]
        yield from (token for token in beside if self._is_armed(token, "body"))
        if name.kind != "person":  # whose fighters are told of may be one who leads them
            yield from (token for token in self._owned() if self._is_armed(token, "people"))

    def _owned(self) -> Iterator[int]:
        """What is the name's: the fighters of "fighters of the Division", "Division fighters"."""
        table, name = self.table, self.name
        above = table.head[name.head]
        if name.last + 1 < len(table):
            yield name.last + 1
        if table.dep[name.head] == "poss":
            yield above
        if table.dep[name.head] == "pobj" and table.lower[above] in _OWNED:
            owned = table.head[above]
            yield table.head[owned] if table.lower[owned] in _FOLLOWING else owned

    def _is_armed(self, token: int, number: Number) -> bool:
        if self.name.first <= token <= self.name.last:
            return False
        if self.name.kind == "organisation" and self.table.lemma[token] in self.lexicon.commanding:
            return True
        word = self.lexicon.head(self.table, token)
        return word is not None and word.kind == "armed_group" and word.number in (number, "people")

    def _before(self) -> Iterator[int]:
        """Words before the name that tell of arms or of outlaws: "the separatist Northern Union"."""
        at = self.name.first - 1 if self.name.kind != "person" else -1
        word = self.table.text[at] if at >= 0 else ""
        if word in self.lexicon.outlawed or self.lexicon.modifiers.get(word) == "armed_group":
            yield at

    def _deeds(self) -> Iterator[int]:
        """What bodies without arms do not do: "the Northern Union ambushed a convoy"."""
        table, head = self.table, self.name.head
        verb = table.head[head]
        if self.name.kind == "person" or table.dep[head] not in ("nsubj", "agent"):
            return
        object_ = table.child(verb, "dobj")
        if table.lemma[verb] == "claim" and object_ is not None and table.lower[object_] == "responsibility":
            yield object_
        elif self.name.kind == "organisation" and table.lemma[verb] in self.lexicon.fighting_verbs:
            yield verb
