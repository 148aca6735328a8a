"""Find the time expressions of a Doc and work out what they mean."""

import re
from datetime import date
from itertools import pairwise

from spacy.tokens import Doc, Token

from dateline.model import DateMention, DateSpan, DayRange
from dateline.read.dates.grammar import Grammar, Pattern, load_grammar
from dateline.read.dates.meanings import MEANINGS
from dateline.read.dates.ranges import Found, join_ranges
from dateline.read.dates.scan import level, possible_starts
from dateline.read.dates.situation import Meaning, Situation, Story

_GLUED = re.compile(r"[\w$£€]")


def read_dates(doc: Doc, published: date | None, language: str = "en") -> tuple[DateMention, ...]:
    """The time expressions of a Doc, in order, none overlapping another. ``published`` is None when it is not known."""
    levelled = level(doc.text)
    grammar = load_grammar(language)
    story = Story(published=published)
    tokens = _Tokens(doc)
    found: list[Found] = []
    done = 0
    for start in possible_starts(levelled, language):
        if start < done or (start and _GLUED.match(levelled[start - 1])):
            continue
        result = _longest(start, levelled, grammar, doc, story, tokens)
        if result is not None:
            done = result.end
            found.append(result)
            _tell(result, story)
    return tuple(_mention(one, doc.text, published) for one in join_ranges(found, doc.text, levelled))


class _Tokens:
    """Tokens by code point offset; the list is made when first asked for."""

    def __init__(self, doc: Doc) -> None:
        self._doc = doc
        self._at: list[int] | None = None

    def __call__(self, offset: int) -> Token:
        if self._at is None:
            starts = [token.idx for token in self._doc]
            self._at = [
                index for index, (a, b) in enumerate(pairwise([*starts, len(self._doc.text)])) for _ in range(b - a)
            ]
            self._at = [0] * (starts[0] if starts else 0) + self._at
        return self._doc[self._at[offset]]


def _longest(start: int, levelled: str, grammar: Grammar, doc: Doc, story: Story, tokens: _Tokens) -> Found | None:
    """The longest expression at an offset that means something; of equals, the first in the data file."""
    matches = [(match, pattern) for pattern in grammar.patterns if (match := pattern.regex.match(levelled, start))]
    matches.sort(key=lambda pair: -pair[0].end())
    for match, pattern in matches:
        situation = Situation(doc, levelled, start, match.end(), grammar, story, tokens)
        meaning = _meaning(pattern, match, situation)
        if meaning is not None:
            groups = match.groupdict()
            return Found(
                start=start,
                end=match.end(),
                meaning=meaning,
                sentence_start=situation.sentence_start,
                year_said=bool(groups.get("year") or groups.get("word_year")),
            )
    return None


def _meaning(pattern: Pattern, match: re.Match[str], situation: Situation) -> Meaning | None:
    """What a match means; None when it means no date, or one beyond the calendar's ends."""
    try:
        return MEANINGS[pattern.means](match.groupdict(), situation, **pattern.options)
    except (OverflowError, ValueError):
        return None


def _tell(found: Found, story: Story) -> None:
    """Remember a date for those that refer to it."""
    meaning = found.meaning
    story.quarter_age += 1
    if meaning.unit is None or meaning.days is None or meaning.type not in ("DATE", "TIME"):
        return
    story.point = meaning
    first = meaning.days.first
    if first and found.year_said:
        story.sentence_year = (found.sentence_start, first.year)


def _mention(found: Found, text: str, published: date | None) -> DateMention:
    meaning, words = found.meaning, text[found.start : found.end]
    days = limit(found.days or meaning.days, published, ahead=meaning.ahead)
    span = None
    if days is not None:
        certain = days if days.first is not None and days.first == days.last else None
        span = DateSpan(certain=certain, possible=days, basis=found.basis or words, reason=meaning.reason)
    return DateMention(
        start=found.start,
        end=found.end,
        text=words,
        type=meaning.type,
        value=meaning.value,
        span=span,
        reason=meaning.reason,
    )


def limit(days: DayRange | None, published: date | None, *, ahead: bool) -> DayRange | None:
    """Cut days off at publication: after it, or before it if words or tense speak of the future.

    Days that lie wholly on the other side stay as they are: there the words themselves are plain.
    """
    if days is None or published is None or days.first is None or days.last is None:
        return days
    if not days.first <= published <= days.last:
        return days
    return DayRange(first=published, last=days.last) if ahead else DayRange(first=days.first, last=published)
