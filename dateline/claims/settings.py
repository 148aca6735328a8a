"""Where an event is that its own words don't place: where the last one was, when it goes on with the same story.

"Gunmen entered Huanta. They burned the post office": the post office is Huanta's. A report goes on with a story when
the one who acts or suffers is the same, when "the attack" takes it up, or when it only gives the toll. In a digest the
place is that at the head of the paragraph: "Yei: On 2 September a convoy was stopped."
"""

from collections.abc import Iterable
from dataclasses import replace

from dateline.claims.drafts import Draft
from dateline.claims.words import Word
from dateline.model import PlaceMention

REACH_IN_SENTENCES = 2
"""How far back the place may stand."""
LOCATED = frozenset({"ASSAULT", "COERCE", "RETREAT"})
"""Types of what is done to somebody at some spot; talks, demands and threats have none that carries on."""
SPOTS = frozenset({"settlement", "near", "district", "site"})
"""How precise a place must be for what follows to be there too."""
HEADING_MARKS = frozenset({":", "-", "–", "—"})
HEADINGS = SPOTS | {"province"}
"""The same for the place at the head of a paragraph."""
POINTING = frozenset({"the", "this", "that", "these", "those"})


def with_settings(drafts: Iterable[Draft]) -> list[Draft]:
    """The drafts in order of their triggers, those without a place in the one of the story that they go on with."""
    settled: list[Draft] = []
    last: list[Draft] = []
    for draft in sorted(drafts, key=lambda draft: draft.match.trigger.i):
        if draft.type in LOCATED and _is_open(draft):
            source = next((other for other in reversed(last) if _goes_on(draft, other)), None)
            if source is not None:
                draft = replace(draft, place=source.place)
            elif draft.place is None and (heading := _heading(draft)) is not None:
                draft = replace(draft, place=heading)
        settled.append(draft)
        if draft.type in LOCATED and draft.place and draft.place.precision in SPOTS and _is_known(draft.place):
            last.append(draft)
    return settled


def _heading(draft: Draft) -> PlaceMention | None:
    """The place with which the paragraph of a draft is headed; None where a sentence names places of its own."""
    doc, at = draft.match.trigger.doc, draft.match.trigger.idx
    start = next((start for start, end in doc._.dateline_paragraphs if start <= at < end), None)
    for place in doc._.dateline_places:
        is_heading = doc.text[place.end : place.end + 3].lstrip()[:1] in HEADING_MARKS
        if place.start == start and is_heading and place.precision in HEADINGS:
            own = [p for p in _places_in(draft) if p.start != start]
            return place if not own else None
    return None


def _is_open(draft: Draft) -> bool:
    """Whether nothing says where: no place, or only "the post office"."""
    place = draft.place
    if draft.scope.polarity == "negated" or draft.scope.modality == "planned":
        return False
    if any(participant and participant.place for participant in (draft.subject, draft.object)):
        return False
    return place is None or (place.lat is None and not _is_known(place) and _is_definite(draft, place))


def _is_known(place: PlaceMention) -> bool:
    """Whether a place is one with a name."""
    return place.lat is not None or any(word[:1].isupper() for word in place.text.split())


def _is_definite(draft: Draft, place: PlaceMention) -> bool:
    before = draft.match.trigger.doc.text[: place.start].split()[-1:]
    return bool(before) and before[0].lower() in POINTING


def _goes_on(draft: Draft, earlier: Draft) -> bool:
    trigger, before = draft.match.trigger, earlier.match.trigger
    if _breaks(before, trigger):
        return False
    apart = _sentences_between(before, trigger)
    if apart > REACH_IN_SENTENCES:
        return False
    if draft.place is not None:  # "the church" is in the town only as long as nobody has moved on
        return apart <= 1 and _shares_actor(draft, earlier)
    if apart == 0 or _places_in_sentence(draft):
        return False
    return _shares_actor(draft, earlier) or _takes_up(trigger) or _is_toll(draft, earlier)


def _sentences_between(one: Word, other: Word) -> int:
    """How many sentences further on the other stands; 0 in the same one."""
    return sum(1 for token in one.doc[one.i + 1 : other.i + 1] if token.is_sent_start)


def _breaks(one: Word, other: Word) -> bool:
    """Whether a blank line stands between: a paragraph may tell of something else."""
    return "\n\n" in one.doc.text[one.idx : other.idx]


def _places_in_sentence(draft: Draft) -> bool:
    """Whether the sentence names another place, which then may be its own."""
    return bool(_places_in(draft))


def _places_in(draft: Draft) -> list[PlaceMention]:
    """The places named in the sentence of a draft."""
    sentence = draft.match.trigger.sent
    return [
        place
        for place in sentence.doc._.dateline_places
        if sentence.start_char <= place.start < sentence.end_char and place.role == "location"
    ]


def _shares_actor(draft: Draft, earlier: Draft) -> bool:
    ours = {p.entity for p in (draft.subject, draft.object) if p and p.entity}
    return bool(ours & {p.entity for p in (earlier.subject, earlier.object) if p and p.entity})


def _takes_up(trigger: Word) -> bool:
    """Whether a noun speaks of an event as known: "the attack", "this massacre"."""
    return trigger.pos_ == "NOUN" and any(
        child.dep_ == "det" and child.lower_ in POINTING for child in trigger.children
    )


def _is_toll(draft: Draft, earlier: Draft) -> bool:
    """Whether a sentence gives nothing but the toll of the attack before: "Nine people were killed"."""
    return draft.type == earlier.type == "ASSAULT" and draft.subject is None and draft.when == earlier.when
