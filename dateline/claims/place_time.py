"""Where and when: the place and the date that belong to a trigger, by their distance in the parse."""

import re
from collections.abc import Collection, Iterable
from datetime import date
from typing import TypeVar

from dateline.claims.logical import Arguments
from dateline.claims.scenes import as_place, named_by, scene_at
from dateline.claims.steps import SIDES, is_clause, is_of_an_answer, is_of_the_crime, is_placed, says_where, steps
from dateline.claims.tense import tense_of
from dateline.claims.words import Stretch, Word, Words
from dateline.model import DateMention, DateSpan, PlaceMention, PlacePrecision, PlaceRef
from dateline.read.dates.claim_span import span_for_claim

LOCATIVE = frozenset(
    "in at near on inside outside into across throughout around over along through within toward towards from to off "
    "between by of".split()
)
PLACED = frozenset("in at near on inside outside across throughout around over along through within off into".split())
SHARPNESS: dict[PlacePrecision, int] = {
    "site": 0,
    "settlement": 1,
    "near": 2,
    "district": 3,
    "province": 4,
    "feature": 5,
    "sea": 6,
    "country": 7,
}
"""Of several places in phrases of their own ("in Gao in northern Mali"), the sharpest counts."""
FARTHEST = 7.0
"""Steps in the parse beyond which a place or date is not taken to belong to a trigger."""
Located = TypeVar("Located", PlaceMention, DateMention)


class PlacesAndDates:
    """The place and date mentions of one report by token, and how far each is from a trigger."""

    def __init__(self, doc: Words) -> None:
        self.doc = doc
        self.text: str = doc.text
        self.published: date | None = doc._.dateline_published
        self.places: dict[int, PlaceMention] = _by_root(doc, [p for p in doc._.dateline_places if p.role == "location"])
        self.dates: dict[int, DateMention] = _by_root(
            doc,
            [
                one
                for one in doc._.dateline_dates
                if one.span is not None and not _is_blank(self.text, one) and not _is_in_name(doc, one)
            ],
        )
        self._first_tokens = {index: _first_token(doc, place) for index, place in self.places.items()}

    def named(self, arguments: Arguments) -> list[PlaceMention]:
        """Places in a trigger's own prepositional phrases, coordinated ones included; the sharpest of several."""
        by_phrase = [
            found
            for preposition, heads in arguments.preps.items()
            if preposition in PLACED
            for head in heads
            if (found := self._coordinated(head))
        ]
        return _unique(min(by_phrase, key=lambda found: SHARPNESS[found[0].precision])) if by_phrase else []

    def around(self, trigger: Word, arguments: Arguments) -> list[PlaceMention]:
        """The nearest place of a trigger's clause; else one in its own phrases that no gazetteer holds."""
        near = self._nearest(trigger, self.places, PLACED)
        if near:
            return [near]
        scenes = [
            (head.pos_ != "PROPN", scene)
            for preposition, heads in arguments.preps.items()
            if preposition in PLACED
            for head in (named_by(head) or head for head in heads)
            if (scene := scene_at(head))
        ]
        return [scene for _, scene in sorted(scenes, key=lambda found: found[0])][:1]

    def after(self, trigger: Word, prepositions: Collection[str]) -> PlaceMention | None:
        """The place printed right after one of the prepositions behind a trigger, however the parser took it; None
        without one.
        """
        if not prepositions:
            return None
        end = trigger.sent.end
        for index, place in self.places.items():
            first = self._first_tokens[index]
            if not trigger.i + 1 < first < end or self.doc[first - 1].lower_ not in prepositions:
                continue
            if not any(token.is_punct or token.pos_ == "VERB" for token in self.doc[trigger.i + 1 : first]):
                return place
        return None

    def slot(self, trigger: Word, arguments: Arguments) -> list[Word]:
        """The head tokens of the places in any locative phrase of the trigger: what the slot ``place`` means.

        "There" stands for the places named last.
        """
        found = [
            head
            for preposition, heads in arguments.preps.items()
            if preposition in LOCATIVE
            for head in heads
            if any(self._coordinated(head)) or scene_at(named_by(head) or head)
        ]
        if found:
            return found
        there = next((token for token in trigger.subtree if token.lower_ == "there" and token.dep_ == "advmod"), None)
        return self.before(there) if there is not None else []

    def before(self, there: Word) -> list[Word]:
        """The first of the places coordinated before "there", in its sentence or the one before; empty when there are
        none.
        """
        earlier = [index for index in self.places if index < there.i]
        if not earlier:
            return []
        token = self.doc[max(earlier)]
        while token.dep_ == "conj" and token.head.i in self.places:
            token = token.head
        near = token.sent.start == there.sent.start or token.sent.end == there.sent.start
        return [token] if near else []

    def _coordinated(self, head: Word) -> list[PlaceMention]:
        tokens = [head, *(child for child in head.subtree if child.dep_ == "conj" and child.head.i >= head.i)]
        found = [self.places[token.i] for token in tokens if token.i in self.places]
        if found:  # "at Kolo, Mbuji and Taru": a place among places, though no gazetteer holds it
            known = (self.places.get(token.i) or as_place(token) for token in tokens)
            return [place for place in known if place is not None]
        if not found:  # "in the deserts of the north", "on the outskirts of Gao"
            for child in head.children:
                if child.dep_ == "prep" and child.lower_ in ("of", "in"):
                    found += [self.places[c.i] for c in child.children if c.i in self.places]
                if child.dep_ == "poss" and child.i in self.places and head.pos_ == "NOUN" and head.lower_ not in SIDES:
                    found.append(self.places[child.i])
        return found

    def date_of(self, trigger: Word) -> tuple[DateMention | None, str | None]:
        """The date mention that belongs to a trigger, and the word that governs it ("since", "until")."""
        mention = self._nearest(trigger, self.dates, None) or self._only_date(trigger) or self._fronted(trigger)
        mention = mention or self._of_joined(trigger)
        if mention is None:
            return None, None
        span = self.doc.char_span(mention.start, mention.end, alignment_mode="expand")
        if span is None:
            return mention, None
        if is_of_an_answer(span.root, trigger) or is_of_the_crime(span.root, trigger):
            return None, None
        governor = span.root.head
        word = governor.lower_ if governor.pos_ in ("ADP", "SCONJ") else None
        if (
            word is None
            and span.start > 0
            and self.doc[span.start - 1].lower_ in ("since", "until", "till", "by", "before", "after", "from")
        ):
            word = self.doc[span.start - 1].lower_
        return mention, word

    def _only_date(self, trigger: Word) -> DateMention | None:
        """The only date of a sentence for its main verb, where the parser hung it below a noun: "ambushed a bus taking
        men to work on Sunday". None when a verb of a clause in between has it.
        """
        start, end = trigger.sent.start, trigger.sent.end
        dates = [index for index in self.dates if start <= index < end]
        told = trigger.dep_ == "ccomp" and trigger.head.dep_ == "ROOT"
        if len(dates) != 1 or not (trigger.dep_ == "ROOT" or told):
            return None
        token = self.doc[dates[0]]
        while token != trigger:
            if is_clause(token) or token.head == token:  # at the root: the date is of the saying, not of what is said
                return None
            token = token.head
        return self.dates[dates[0]]

    def _fronted(self, trigger: Word) -> DateMention | None:
        """The date in front of the first of coordinated verbs, which dates them all: "On 4 May gunmen burned Gao and
        shot the priest".
        """
        first = trigger
        while first.dep_ == "conj" and not any(child.dep_ in ("nsubj", "nsubjpass") for child in first.children):
            first = first.head
        subject = next((child for child in first.children if child.dep_ in ("nsubj", "nsubjpass")), None)
        if first == trigger or subject is None:
            return None
        start = trigger.sent.start
        ahead = (index for index in self.dates if start <= index < subject.i)
        return next((self.dates[index] for index in ahead if steps(self.doc[index], first) is not None), None)

    def _of_joined(self, trigger: Word) -> DateMention | None:
        """The date of the verb that a verb is joined to: "attacked the town on 3 March and killed two monks"; and of
        the last of joined verbs, at the end: "burned the church and killed two monks on 3 March".
        """
        if trigger.pos_ != "VERB":
            return None
        before = trigger.head if trigger.dep_ == "conj" and not _has_subject(trigger) else None
        behind = next((c for c in trigger.children if c.dep_ == "conj" and not _has_subject(c)), None)
        for other in (before, behind):
            if other is not None and other.tag_ == trigger.tag_ and other.pos_ == "VERB":
                found = self._nearest(other, self.dates, None)
                if found is not None and self._dates_verb(found, other):
                    return found
        return None

    def _dates_verb(self, mention: DateMention, verb: Word) -> bool:
        """Whether a date hangs on a verb, not on a noun below: "suspended his campaign for April's election"."""
        token = next((self.doc[index] for index, one in self.dates.items() if one is mention), None)
        return token is not None and (token.head == verb or (token.dep_ == "pobj" and token.head.head == verb))

    def when(
        self,
        trigger: Word,
        *,
        is_state: bool,
        undated_past: bool,
        own_only: bool = False,
        lasting: bool = False,
        arranged: bool = False,
    ) -> DateSpan | None:
        """The days of a claim; None when neither words nor tense fix any.

        ``own_only``: only a date under the trigger itself counts, as for an office or a name told in passing.
        ``arranged``: the verb arranges what a noun names, for days to come: "called a strike for Thursday".
        ``lasting``: no single day counts, as for an office: not "shot its leader, Omar Tall, on Sunday".
        """
        mention, word = (self._bound(trigger) if is_state else None) or self.date_of(trigger)
        tense = tense_of(trigger)
        if own_only and mention is not None and not self._is_under(mention, trigger):
            mention, word = None, None
        is_done = tense == "past" and trigger.pos_ in ("VERB", "AUX") and not arranged
        if is_done and mention is not None and self.is_ahead(mention.span):
            mention, word = None, None  # "threatened to attack on Friday" was no threat of Friday
        if lasting and mention is not None and not _lasts(mention, word):
            mention, word = None, None
        return span_for_claim(
            mention,
            preposition=word,
            is_state=is_state,
            tense=tense,
            published=self.published,
            undated_past=undated_past,
        )

    def is_ahead(self, when: DateSpan | None) -> bool:
        """Whether all days of a date lie after publication; False where either is not known."""
        first = when.possible.first if when is not None else None
        return self.published is not None and first is not None and first > self.published

    def _bound(self, trigger: Word) -> tuple[DateMention, str] | None:
        """The date of what ended or began a state: "commanded the brigade until he was killed in 2014"."""
        for clause in trigger.children:
            mark = next((child.lower_ for child in clause.children if child.dep_ == "mark"), None)
            if clause.dep_ == "advcl" and mark in ("until", "till", "since") and clause.tag_ in ("VBD", "VBN"):
                for token in clause.subtree:
                    if token.i in self.dates:
                        return self.dates[token.i], mark
        return None

    def _is_under(self, mention: DateMention, trigger: Word) -> bool:
        span = self.doc.char_span(mention.start, mention.end, alignment_mode="expand")
        return span is not None and (trigger == span.root or trigger.is_ancestor(span.root))

    def _nearest(
        self, trigger: Word, mentions: dict[int, Located], prepositions: frozenset[str] | None
    ) -> Located | None:
        """The mention in the trigger's sentence with the fewest steps to it, within the same clause; None when none
        is near.
        """
        if not mentions:
            return None
        start, end = trigger.sent.start, trigger.sent.end
        best: Located | None = None
        best_steps = FARTHEST
        for index, mention in mentions.items():
            if not start <= index < end:
                continue
            token = self.doc[index]
            if prepositions is not None and not (is_placed(token, prepositions) or says_where(mention)):
                continue
            apart = steps(token, trigger)
            if apart is not None and apart < best_steps:
                best, best_steps = mention, apart
        return best


def _has_subject(verb: Word) -> bool:
    return any(child.dep_ in ("nsubj", "nsubjpass") for child in verb.children)


def _lasts(mention: DateMention, word: str | None) -> bool:
    """Whether a date says since when or until when, or is longer than a day."""
    days = mention.span.possible if mention.span else None
    return word in ("since", "until", "till", "from") or (days is not None and days.first != days.last)


def place_ref(place: PlaceMention) -> PlaceRef:
    """The claim's place as the report's place mention has it."""
    return PlaceRef(
        name=_without_distance(place),
        lat=place.lat,
        lon=place.lon,
        country=place.country,
        geonameid=place.geonameid,
        precision=place.precision,
        radius_km=place.radius_km,
        basis=place.text,
    )


def _without_distance(place: PlaceMention) -> str:
    """The town of "15 kilometres from Djibo"; how far from it the basis tells."""
    if place.precision == "near" and place.name[:1].isdigit():
        return re.split(r"\b(?:from|of)\s+", place.name)[-1]
    return place.name


def _is_blank(text: str, mention: DateMention) -> bool:
    """Whether a date stands in what is not read: a dateline says when a report was filed, not when things happened."""
    return text[mention.start : mention.end].isspace()


def _is_in_name(doc: Words, date: DateMention) -> bool:
    """Whether a date is part of a name: the March 23 Movement."""
    return any(one.form == "name" and one.start <= date.start and date.end < one.end for one in doc._.dateline_mentions)


def _by_root(doc: Words, mentions: Iterable[Located]) -> dict[int, Located]:
    """Mentions by the index of their root token, in their order; the longest where several share one."""
    found: dict[int, Located] = {}
    for mention in sorted(mentions, key=lambda m: m.end - m.start):
        span = doc.char_span(mention.start, mention.end, alignment_mode="expand")
        if span is not None and len(span):
            found[_head_of(span).i] = mention
    return dict(sorted(found.items()))


def _first_token(doc: Words, mention: PlaceMention) -> int:
    """The index of the first token of a place that has a root token."""
    span = doc.char_span(mention.start, mention.end, alignment_mode="expand")
    assert span is not None
    return int(span.start)


def _head_of(span: Stretch) -> Word:
    """The head word of a mention; for "near Gao" the place, not the preposition."""
    root = span.root
    while root.pos_ == "ADP":
        below = next((child for child in root.children if child in span), None)
        if below is None:
            return span[-1]
        root = below
    return root


def _unique(places: list[PlaceMention]) -> list[PlaceMention]:
    return list(dict.fromkeys(places))
