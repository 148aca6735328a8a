"""Quote the report as it was printed.

The parser is given spaces for no-break ones, line ends of wrapped lines and marks among the words, and small letters
for capitals alone (``unread.py``); what is quoted of the report must hold the report's own characters again. Offsets
are the same in both texts.
"""

from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar

from dateline.model import ActorRef, Claim, DateMention, Filler, Mention, Passage, PlaceMention, Reading

Located = TypeVar("Located", Mention, PlaceMention, DateMention, Filler)


def in_original_words(reading: Reading, read: str) -> Reading:
    """The reading with every quoted word taken from ``report.text``; the same where nothing else was ``read``."""
    text = reading.report.text
    if read == text:
        return reading
    return replace(
        reading,
        mentions=_quoted(reading.mentions, text),
        places=_quoted(reading.places, text),
        toponyms=_quoted(reading.toponyms, text),
        dates=_quoted(reading.dates, text),
        claims=tuple(_claim(claim, text) for claim in reading.claims),
        doubted=tuple(_claim(claim, text) for claim in reading.doubted),
        incidents=tuple(replace(item, fillers=_quoted(item.fillers, text)) for item in reading.incidents),
    )


def _quoted(items: Iterable[Located], text: str) -> tuple[Located, ...]:
    return tuple(replace(item, text=text[item.start : item.end]) for item in items)


def _claim(claim: Claim, text: str) -> Claim:
    return replace(
        claim,
        subject=_ref(claim.subject, text),
        object=_ref(claim.object, text),
        said_by=_ref(claim.said_by, text),
        evidence=Passage.of(text, *claim.evidence.span),
    )


def _ref(ref: ActorRef | None, text: str) -> ActorRef | None:
    return replace(ref, words=text[ref.span[0] : ref.span[1]]) if ref and ref.span else ref
