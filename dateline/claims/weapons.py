"""The weapon of an attack: what did it ("mortar rounds wounded two"), or what it was done with."""

from dataclasses import dataclass

from dateline.claims.logical import Arguments
from dateline.claims.match import Match
from dateline.claims.words import Word
from dateline.read.mentions.lexicon import actor_lexicon
from dateline.read.mentions.noun_phrases import bare_start, char_span

WITH = ("prep:with", "prep:in", "prep:by", "prep:from", "prep:using", "agent")
LONGEST = 4
"""Words of the longest weapon name looked for."""
ARMED = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "THREATEN", "PROTEST"})


@dataclass(frozen=True, slots=True)
class Weapon:
    """A weapon as the report words it, and the mode of PLOVER's ASSAULT that its use makes."""

    words: str
    mode: str
    token: Word


def weapon_of(match: Match) -> Weapon | None:
    """The weapon among the arguments of a violent event's trigger; None when the words name none."""
    if match.pattern.type not in ARMED:
        return None
    for token in (*match.subjects, *_instruments(match.trigger, match.arguments)):
        found = _weapon_at(token)
        if found:
            return found
    return None


def _instruments(trigger: Word, arguments: Arguments) -> list[Word]:
    found = [token for slot in WITH for token in arguments.slot(slot)]
    found += [child for child in trigger.children if child.dep_ in ("compound", "amod")]
    for child in trigger.children:  # "dropped barrel bombs", "fired mortar rounds"
        if child.dep_ == "dobj":
            found.append(child)
    return found


def _weapon_at(token: Word) -> Weapon | None:
    mode = _mode_of(token)
    if not mode:
        return None
    first, last = token.phrase
    start, end = char_span(token.doc.table, bare_start(token.doc.table, first, last), last)
    return Weapon(token.doc.text[start:end], mode, token)


def _mode_of(token: Word) -> str | None:
    """The mode that a weapon's noun suggests with the words right before it ("car bomb"), the most words first."""
    weapons = actor_lexicon().weapons
    mode = weapons.get(token.lower_) or weapons.get(token.lemma_.lower())
    words = token.lower_
    for index in range(token.i - 1, max(token.i - LONGEST, -1), -1):
        words = f"{token.doc[index].lower_} {words}"
        mode = weapons.get(words, mode)
    return mode
