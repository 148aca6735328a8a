"""When: the date that belongs to a trigger, by its distance in the parse, and what days a claim makes of it."""

from datetime import date

from dateline.claims.located import by_root, nearest
from dateline.claims.steps import is_clause, is_of_an_answer, is_of_the_crime, steps
from dateline.claims.tense import tense_of
from dateline.claims.words import Word, Words
from dateline.model import DateMention, DateSpan
from dateline.read.dates.claim_span import span_for_claim


class Days:
    """The date mentions of one report by token, and how far each is from a trigger."""

    def __init__(self, doc: Words) -> None:
        self.doc = doc
        self.published: date | None = doc._.dateline_published
        named = {  # a day is part of a name that goes on behind it: "the March 23 Movement"
            offset for one in doc._.dateline_mentions if one.form == "name" for offset in range(one.start, one.end)
        }
        self.dates: dict[int, DateMention] = by_root(
            doc,
            [
                one
                for one in doc._.dateline_dates
                if one.span is not None and not _is_blank(doc.text, one) and not {one.start, one.end} <= named
            ],
        )

    def date_of(self, trigger: Word) -> tuple[DateMention | None, str | None]:
        """The date mention that belongs to a trigger, and the word that governs it ("since", "until")."""
        mention = nearest(trigger, self.dates, None) or self._only_date(trigger) or self._fronted(trigger)
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
                found = nearest(other, self.dates, None)
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


def _has_subject(verb: Word) -> bool:
    return any(child.dep_ in ("nsubj", "nsubjpass") for child in verb.children)


def _lasts(mention: DateMention, word: str | None) -> bool:
    """Whether a date says since when or until when, or is longer than a day."""
    days = mention.span.possible if mention.span else None
    return word in ("since", "until", "till", "from") or (days is not None and days.first != days.last)


def _is_blank(text: str, mention: DateMention) -> bool:
    """Whether a date stands in what is not read: a dateline says when a report was filed, not when things happened."""
    return text[mention.start : mention.end].isspace()
