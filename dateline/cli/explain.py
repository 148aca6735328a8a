"""``dateline read --explain``: every layer of one reading, and the reason of each thing in it."""

from collections.abc import Iterator
from itertools import groupby

from rich.text import Text

from dateline.cli.claim_table import MARK_STYLE, NARROWEST, wrapped
from dateline.cli.words import printable
from dateline.export.in_words import (
    chain,
    days,
    grounds,
    marks,
    published_words,
    saying,
    says_who,
    shortened,
    shown,
    what,
    where,
    words_of,
)
from dateline.model import Claim, Reading, Span
from dateline.versions import WITHOUT_ENCODER

Line = tuple[int, str, str]
"""Depth, words, style: depth 0 is a layer, 1 a thing of it, 2 what it says, 3 why."""

INDENT = 2
PLAIN, HEAD, WHY, QUOTE = "", "bold cyan", "dim", "italic"


def explained_lines(reading: Reading, width: int) -> Iterator[Text]:
    """Line by line, in at most ``width`` columns: the report, each layer with its reasons, then a blank line."""
    width = max(width, NARROWEST)
    layers = (_report, _furniture, _dates, _places, _actors, _attributions, _claims, _doubted, _incidents, _relations)
    for layer in layers:
        for depth, words, style in layer(reading):
            yield from _indented(depth, words, style, width)
        yield Text()


def _indented(depth: int, words: str, style: str, width: int) -> Iterator[Text]:
    """The words at their depth; the lines that follow the first stand a step further in."""
    lines = wrapped(printable(shown(words)), width - INDENT * (depth + 1))
    for number, line in enumerate(lines):
        yield Text(" " * INDENT * (depth + (number > 0)) + line, style=style)


def _head(name: str, number: int, none: str) -> Iterator[Line]:
    """A layer's name and how much is in it."""
    yield 0, f"{name.upper()} ({number:,})" if number else f"{name.upper()}: {none}", HEAD


def _report(reading: Reading) -> Iterator[Line]:
    report = reading.report
    yield 0, report.title or report.source, HEAD
    yield 1, f"{report.source}, {report.media_type}, read by {reading.reader}", WHY
    yield 1, published_words(report), PLAIN
    if report.dateline:
        line = report.dateline
        parts = {"place": line.place, "day": line.day, "agency": line.agency}
        held = ", ".join(f"{name} {value}" for name, value in parts.items() if value)
        yield 1, f"dateline “{shortened(line.text)}”: {held or 'nothing in it was understood'}", PLAIN
    else:
        yield 1, "no dateline was found", PLAIN
    for note in report.notes:
        yield 1, f"note: {note}", "yellow"


def _furniture(reading: Reading) -> Iterator[Line]:
    report = reading.report
    yield from _head("page furniture, left out of reading", len(report.furniture), "none was found")
    for item in report.furniture:
        yield 1, f"{item.kind}: “{shortened(report.text[item.start : item.end], 120)}”", PLAIN
        yield 3, item.reason, WHY


def _dates(reading: Reading) -> Iterator[Line]:
    yield from _head("dates", len(reading.dates), "no words say when")
    for date in reading.dates:
        meant = days(date.span) if date.span else "the words fix no days"
        yield 1, f"“{date.text}” → {meant} ({date.type} {date.value})", PLAIN
        yield 3, date.reason, WHY


def _places(reading: Reading) -> Iterator[Line]:
    yield from _head("places", len(reading.places), "no place is named")
    for place in reading.places:
        yield 1, f"“{place.text}” → {where(place)}; as {place.role}", PLAIN
        yield 3, place.reason, WHY


def _actors(reading: Reading) -> Iterator[Line]:
    """Entities in order of first mention, each with the words that stand for it."""
    yield from _head("actors", len(reading.entities), "nobody is named or described")
    mentions = {mention.id: mention for mention in reading.mentions}
    for entity in reading.entities:
        known = [entity.country and f"country {entity.country}", entity.actor and f"known as {entity.actor}"]
        about = [entity.kind.replace("_", " "), *("several" for _ in range(entity.plural)), *filter(None, known)]
        yield 1, f"{entity.id} {entity.name} ({', '.join(about)})", "bold"
        found = [mentions[identifier] for identifier in entity.mentions if identifier in mentions]
        for (text, form, reason), same in groupby(found, key=lambda found: (found.text, found.form, found.reason)):
            times = len(list(same))
            yield 2, f"“{text}” {form}{f', {times} times' if times > 1 else ''}: {reason}", WHY


def _attributions(reading: Reading) -> Iterator[Line]:
    yield from _head("who says so", len(reading.attributions), "the report speaks in its own voice throughout")
    for attribution in reading.attributions:
        yield 1, f"{attribution.id} {saying(attribution)}", "bold"
        yield 2, f"“{shortened(_words(reading, attribution.content), 240)}”", QUOTE
        for outer in chain(reading, attribution.id)[1:]:
            yield 2, f"within {outer.id}, {saying(outer)}", PLAIN
        yield 3, attribution.reason, WHY


def _words(reading: Reading, spans: tuple[Span, ...]) -> str:
    return " … ".join(reading.report.text[start:end] for start, end in spans)


def _claims(reading: Reading) -> Iterator[Line]:
    none = f"the report is {reading.silence}" if reading.silence else "none about conflict or politics was found"
    yield from _head("claims", len(reading.claims), none)
    yield from _told(reading, reading.claims)


def _doubted(reading: Reading) -> Iterator[Line]:
    yield from _head("doubted", len(reading.doubted), "every claim that words state is told")
    yield from _told(reading, reading.doubted)


def _told(reading: Reading, claims: tuple[Claim, ...]) -> Iterator[Line]:
    for number, claim in enumerate(claims, 1):
        marked = marks(claim)
        style = MARK_STYLE[marked[0].lower()] if marked else "bold"
        yield 1, f"{number} {' '.join([*marked, what(claim)])}: {_sentence(reading, claim)}", style
        yield 2, f"“{shortened(claim.evidence.quote)}”", QUOTE
        for part, reason in grounds(reading, claim):
            yield 3, f"{part}: {reason}", WHY


def _incidents(reading: Reading) -> Iterator[Line]:
    yield from _head("incidents, the report as a whole", len(reading.incidents), _none_seen(reading))
    for incident in reading.incidents:
        parts = [incident.kind, *(shortened(p.name) for p in (incident.place,) if p)]
        parts += [when.in_words for when in (incident.when,) if when]
        yield 1, f"{incident.id} {', '.join(parts)}", "bold"
        for filler in incident.fillers:
            role = filler.role.replace("_", " ")
            yield 2, f"{role}: “{shortened(filler.text)}” ({filler.score:.2f})", PLAIN
        yield 3, incident.reason, WHY


def _relations(reading: Reading) -> Iterator[Line]:
    """The surest first."""
    yield from _head("relations the encoder sees", len(reading.relations), _none_seen(reading))
    for seen in sorted(reading.relations, key=lambda seen: -seen.score):
        subject, other = (shortened(words_of(reading, mention), 80) for mention in (seen.subject, seen.object))
        yield 1, f"“{subject}” {seen.kind.replace('_', ' ')} “{other}” ({seen.score:.2f})", PLAIN


def _none_seen(reading: Reading) -> str:
    return f"it was read {WITHOUT_ENCODER}" if WITHOUT_ENCODER in reading.reader else "the encoder sees none"


def _sentence(reading: Reading, claim: Claim) -> str:
    """``Kélé → the Front, Gao, 2012-04, says a local official``."""
    who, whom = (shortened(actor.name) if actor else "(nobody named)" for actor in (claim.subject, claim.object))
    parts = [f"{who} → {whom}" if claim.object else who]
    if claim.place:
        parts.append(shortened(claim.place.name))
    if claim.when:
        parts.append(claim.when.in_words)
    return ", ".join([*parts, f"says {shortened(says_who(reading, claim)) or 'the report itself'}"])
