"""Two people of one name in one report: told apart by how each is introduced, and by who is dead and who speaks."""

import re
from dataclasses import dataclass

from dateline.read.mentions.lexicon import ActorLexicon
from dateline.read.mentions.table import Table

_AGE = re.compile(r",?\s+(?:aged\s+)?(\d{1,2})(?=\s*[,.;:]|\s+and\b)")
_WHAT = re.compile(
    r",\s+(an?|the)\s+(\S[^,.;:\n]{0,60}?)(?=\s*[,.;:\n]|\s+(?:aged|of|for|in|at|from|near|on|who|whose|and|with|said)\b)"
)
_YEARS = re.compile(r"(\d{1,2})-year-old\s+")
_AGED = re.compile(r"\s+aged\s+(\d{1,2})\b")
_DEAD = re.compile(r"\b(?:the|those) (?:dead|killed|victims|slain|deceased)\b", re.IGNORECASE)
KILLING = frozenset({"kill", "murder", "assassinate", "behead", "execute", "slay"})
LEADING = frozenset({"lead", "command", "head"})
SPEAKING = frozenset("say tell describe recall add explain report complain".split())


@dataclass(frozen=True, slots=True)
class Introduction:
    """What a report says of a person where it prints the full name."""

    age: int | None
    what: str
    """The noun set beside the name, in lower case: the student of "a student aged 54"; empty without one."""
    first: str
    """The first word after the article, in lower case; empty without one."""
    office: bool
    """Whether that noun is a public office or a rank."""
    head: bool
    """Whether it is that of somebody who leads others: a minister or a colonel, not a soldier or a policeman."""
    new: bool
    """Whether the noun has "a" before it, as of somebody not heard of."""
    leads: bool
    """Whether the clause says that it leads somebody, or holds an office."""
    dead: bool
    speaks: bool

    @property
    def introduces(self) -> bool:
        """Whether anything is said of who it is."""
        return self.age is not None or bool(self.what) or self.leads

    @property
    def private(self) -> bool:
        """Whether it is introduced as people are whom nobody knows: by an age or a trade alone."""
        return (self.age is not None or bool(self.what)) and not (self.head or self.leads)


def introduction(table: Table, lexicon: ActorLexicon, token: int, end: int) -> Introduction:
    """How a person is introduced whose name has the head word ``token`` and ends before ``end``."""
    printed = _AGE.match(table.whole, end)
    said = _WHAT.match(table.whole, printed.end() if printed else end)  # "Ali Sow, 58, a miner"
    words = said[2] if said else ""
    years = _YEARS.search(words) or (_AGED.match(table.whole, said.end()) if said else None)
    age = printed or years
    what = words.split()[-1].lower() if words else ""
    return Introduction(
        age=int(age[1]) if age else None,
        what=what,
        first=words.split()[0].lower() if words else "",
        office=_leads_others(lexicon, what) or (what in lexicon.heads and lexicon.is_form_of_address(what)),
        head=_leads_others(lexicon, what),
        new=bool(said) and said[1] != "the" if said else False,
        leads=_leads(table, lexicon, token),
        dead=_is_dead(table, token),
        speaks=table.dep[token] == "nsubj" and table.lemma[table.head[token]] in SPEAKING,
    )


def are_two(one: Introduction, other: Introduction) -> bool:
    """Whether two introductions of one full name cannot well be of one person."""
    if not (one.introduces and other.introduces):
        return False
    if (one.leads and other.private) or (one.private and other.leads):
        return True
    if one.age is not None and other.age is not None:
        return abs(one.age - other.age) > 1
    if one.what and one.what == other.what:
        return False
    if one.what and other.what and (one.new or other.new):
        return (one.new and other.new) or one.office != other.office
    return (one.dead and other.speaks) or (one.speaks and other.dead)


def _leads(table: Table, lexicon: ActorLexicon, token: int) -> bool:
    """ "Ali Sow leads the Front", "the Front is led by Ali Sow", "Ali Sow is its leader", "the leader of the Front, Ali
    Sow".
    """
    verb, dep = table.head[token], table.dep[token]
    if dep == "pobj" and table.dep[verb] == "agent":
        return table.lemma[table.head[verb]] in LEADING
    if dep == "appos":
        return _leads_others(lexicon, table.lower[_noun_above(table, verb)]) or _leads_others(
            lexicon, table.lower[verb]
        )
    if dep != "nsubj":
        return False
    said_to_be = table.child(verb, "attr") if table.lemma[verb] == "be" else None
    is_office = said_to_be is not None and _leads_others(lexicon, table.lower[said_to_be])
    return table.lemma[verb] in LEADING or is_office


def _noun_above(table: Table, token: int) -> int:
    """The "leader" of "the leader of the Front", asked of "Front": a name set beside it may hang on either."""
    while table.dep[token] in ("pobj", "prep") and table.head[token] != token:
        token = table.head[token]
    return token


def _leads_others(lexicon: ActorLexicon, noun: str) -> bool:
    head = lexicon.heads.get(noun)
    return head is not None and head.leader


def _is_dead(table: Table, token: int) -> bool:
    """Whether the clause of a name says that its bearer died."""
    while table.dep[token] in ("conj", "appos") and table.head[token] != token:
        token = table.head[token]
    verb, dep = table.head[token], table.dep[token]
    if dep in ("nsubjpass", "dobj") and table.lemma[verb] in KILLING:
        return True
    if dep == "nsubj" and table.lemma[verb] == "die":
        return True
    sentence = table.sentence[token]
    first = token
    while first > 0 and table.sentence[first - 1] == sentence:
        first -= 1
    return _DEAD.search(table.whole, table.start[first], table.start[token]) is not None
