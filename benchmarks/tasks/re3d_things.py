"""What re3d marks besides actors and named places: weapons, platforms, vehicles, described places, numbers, money.

Dateline does not keep these as entities. They are found here by the words of its own lists.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from dateline.claims.scenes import place_nouns
from dateline.knowledge.words import actor_words
from dateline.languages.load import language_data
from dateline.model import Reading, Span

CARRIED = frozenset({"heavy", "aerial", "drone"})
"""Lists of weapons, of which those that move or fly are platforms."""
PLATFORM = re.compile(
    r"(tank|aircraft|plane|jet|bomber|helicopter|gunship|drone|uav|quadcopter|ship|boat|vehicle|carrier)s?$"
)
MORE_WEAPONS = ("munition", "munitions", "artillery", "vbied", "vbieds", "bombardment")
"""What re3d counts as weapons too."""
ACTS = ("air strike", "airstrike", "air raid")
"""What Dateline's list has for the mode of an attack; re3d mostly marks no act."""
DIRECTIONS = frozenset("north south east west front line post mine bank base position house".split())
"""Nouns of place that mostly mean something else."""
MONEY = r"[$£€]\s?\d[\d.,]*(?: (?:million|billion|thousand))?|\d[\d.,]* (?:million |billion )?(?:dollars|euros|pounds)"
UNITS = r"(?: (?:percent|per cent|kilomet(?:er|re)s|miles|km|square (?:kilomet(?:er|re)s|miles)))?"
BEFORE = r"(?<![\w.:/°\[$£€-])"
DIGITS = r"\d[\d,]*(?:\.\d+)?"
SCALES = "hundred|thousand|million|billion|dozen"
AFTER = r"(?![\w:/°\]])(?!\.\d)(?!-\w)"
NAMED = re.compile(r"[A-Z][\w.]*\)? \(?$")
"""A word with a capital before a number, which then is the number of a thing: "Resolution 12"."""
YEAR = re.compile(r"(19|20)\d\d$")


def things_of(reading: Reading) -> Iterator[tuple[str, Span]]:
    """Type and span of each thing that stands in no actor's name and no date."""
    names = [(m.start, m.end) for m in reading.mentions if m.form == "name"]
    taken = [*names, *((date.start, date.end) for date in reading.dates)]
    bodies = [(m.start, m.end) for m in reading.mentions if m.form == "description"]
    text = reading.report.text
    for start, end in reading.sentences:
        for kind, pattern in _patterns():
            for found in pattern.finditer(text, start, end):
                span = found.span()
                if _inside(span, taken) or (kind != "Quantity" and _inside(span, bodies)):
                    continue
                if kind == "Quantity" and (YEAR.match(found.group()) or _is_named(text, start, found.start())):
                    continue
                yield kind, span


def _is_named(text: str, sentence: int, number: int) -> bool:
    """Whether a number stands after a capitalised word that does not open the sentence."""
    found = NAMED.search(text, max(sentence, number - 20), number)
    return found is not None and found.start() > sentence


def _inside(span: Span, others: Iterable[Span]) -> bool:
    return any(start < span[1] and span[0] < end for start, end in others)


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    words = actor_words()
    weapons = [(thing.words.lower(), thing.group) for thing in words.weapons.values()]
    platforms = [word for word, group in weapons if group in CARRIED and PLATFORM.search(word)]
    vehicles = [(thing.words.lower(), thing.group) for thing in words.vehicles.values()]
    platforms += [word for word, group in vehicles if group == "military" or PLATFORM.search(word)]
    described = list(place_nouns())
    described += [_plural(noun) for noun in described]
    return (
        (
            "Weapon",
            _any_of(
                [*(word for word, _ in weapons if word not in platforms and not word.startswith(ACTS)), *MORE_WEAPONS]
            ),
        ),
        ("MilitaryPlatform", _any_of(platforms)),
        ("Vehicle", _any_of([word for word, _ in vehicles if word not in platforms])),
        ("Location", _any_of([noun for noun in described if noun not in DIRECTIONS])),
        ("Money", re.compile(MONEY)),
        ("Quantity", re.compile(rf"{BEFORE}(?:{DIGITS}|{_numbers()})(?: (?:{SCALES}))?{AFTER}{UNITS}", re.IGNORECASE)),
    )


def _numbers() -> str:
    counts = language_data("counts")
    words = [*counts["numbers"], *counts["scales"], "dozens", "scores", "hundreds", "thousands", "millions"]
    return "|".join(word for word in words if word not in ("a", "an", "one"))


def _plural(noun: str) -> str:
    if noun.endswith(("s", "ch", "sh", "x")):
        return noun + "es"
    return noun[:-1] + "ies" if noun.endswith("y") and noun[-2] not in "aeiou" else noun + "s"


def _any_of(words: Iterable[str]) -> re.Pattern[str]:
    longest = sorted(set(words), key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, longest))})(?![\w-])", re.IGNORECASE)
