"""Find the mentions of a parsed report, one for each head word."""

from dataclasses import replace

from spacy.tokens import Doc

from dateline.knowledge.lookup import KnownActors, known_actors
from dateline.model import EntityKind, Mention, PlaceMention
from dateline.read.mentions.agents import lexicon_with
from dateline.read.mentions.candidates import Candidate, numbered
from dateline.read.mentions.known import keep_known, known_names
from dateline.read.mentions.lexicon import CAPTIVE, ActorLexicon, HeadWord
from dateline.read.mentions.name_extent import NAME_TAGS, introduced_acronym
from dateline.read.mentions.names import AFTER_OFFICE, OFFICE_SCOPE, Name, NameReader
from dateline.read.mentions.noun_phrases import phrase
from dateline.read.mentions.table import Table, table_of
from dateline.read.mentions.told_armed import armed_by_evidence
from dateline.read.mentions.told_bodies import bodies_by_evidence, bodies_by_last_word

AGE = 4
"""Words before "old" of "17-year-old"."""
PERSONAL = frozenset("he she him her his hers i me my himself herself".split())
ONE_OF_TWO = frozenset({"latter", "former"})
"""Words that, after "the" and without a noun, mean one of the two who were named last."""
_STANDING_ALONE = frozenset({"nsubj", "nsubjpass", "dobj", "pobj"})
PRONOUNS = PERSONAL | frozenset("they it them their its itself themselves we us our".split())
_NOUNS = frozenset({"NN", "NNS"})
_COUNTED = frozenset({"CD", "DT", "JJ", "PDT", "RB", "NN", "NNS"})
_NOMINAL = frozenset({"JJ", "VBN", "VBD"})
_TITLE_PARTS = frozenset({"compound", "nmod", "amod", "poss", "det"})

WHEREABOUTS = frozenset({"at", "on", "to", "from", "along", "behind", "in", "into", "across"})
"""Prepositions before places: whoever is "at the front" is with no Front."""


class MentionFinder:
    """Finds mentions by the actor file, the word lists and the parse."""

    def __init__(self, actors: KnownActors | None = None) -> None:
        """``actors``: the known ones; None: those that Dateline ships."""
        self.actors = known_actors() if actors is None else actors
        self.lexicon = lexicon_with(self.actors.agents)

    def mentions(self, doc: Doc) -> tuple[Mention, ...]:
        """All mentions in order of start, then of end. Each is still its own entity, to be joined by coreference."""
        table = table_of(doc, fresh=True)
        known = known_names(doc, table, self.actors, self.lexicon)
        keep_known(doc, known)
        search = _Search(table, self.lexicon, _places_by_token(doc, table))
        for name in known:
            words = table.whole[table.start[name.first] : table.end[name.last]]
            reason = f"'{words}' stands in the actor file as {name.actor.name}"
            search.take(Candidate(name.first, name.last, name.head, name.actor.kind, "name", reason))
        search.run()
        doc._.dateline_bare_names = {
            table.start[item.head]: (table.start[item.bare if item.bare >= 0 else item.first], table.end[item.last])
            for item in search.found.values()
            if item.form == "name"
        }
        return numbered(table, search.found.values())


class _Search:
    """One pass over the words of one report."""

    def __init__(self, table: Table, lexicon: ActorLexicon, places: dict[int, PlaceMention]) -> None:
        self.table, self.lexicon, self.places = table, lexicon, places
        self.found: dict[int, Candidate] = {}
        self.covered: set[int] = set()
        self.open_names: list[Name] = []
        self.names = NameReader(table, lexicon, places, self.covered)

    def take(self, candidate: Candidate) -> None:
        self.found[candidate.head] = candidate
        if candidate.form == "name":
            first = candidate.bare if candidate.bare >= 0 else candidate.first
            self.covered.update(range(first, candidate.last + 1))

    def run(self) -> None:
        """Visit every word once, then decide the names that were left open."""
        table, token = self.table, 0
        tags, lower, endings = table.tag, table.lower, self.lexicon.endings
        no_names = self.lexicon.no_names
        while token < len(table):
            tag, here = tags[token], token
            token += 1
            if here in self.covered:
                continue
            if tag[:2] == "NN" and lower[here] in self.lexicon.modifiers and table.begins_compound(here):
                self._doer(here)
                continue
            if (
                (tag in NAME_TAGS and lower[here] not in no_names)
                or (tag == "JJ" and self._begins_name(here))
                or self.names.begins_whatever_tag(here)
            ):
                token = self._name(here) + 1
            elif tag in ("PRP", "PRP$") or lower[here] in ONE_OF_TWO:
                self._pronoun(here)
            elif (tag in _NOUNS and lower[here].removeprefix("ex-") in endings) or (
                tag in _COUNTED and lower[here] in self.lexicon.containers
            ):
                self._description(here)
            elif lower[here] == "old" and self._is_aged(here):
                self.take(Candidate(here - AGE, here, here, "person", "description", "somebody's age"))
            elif tag in _NOMINAL and f"the {lower[here]}" in self.lexicon.heads:
                self._nominal(here)
            elif tag == "NN" and (kind := self._bearing(here)) is not None:
                self._described(here, HeadWord(kind, "body", leader=False, plural=False, group="short_forms"))
        self._settle_open_names()
        for by_evidence in (bodies_by_evidence, armed_by_evidence):
            for candidate in [*by_evidence(table, self.lexicon, self.found.values())]:
                self.take(candidate)

    def _is_aged(self, token: int) -> bool:
        """Whether somebody is told of by age alone: "a 17-year-old was killed"."""
        table = self.table
        is_age = table.word(token - 1) == "-" and table.word(token - 2) in ("year", "years", "month", "months")
        return is_age and token >= AGE and table.dep[token] in ("nsubj", "nsubjpass", "dobj", "pobj", "conj", "appos")

    def _bearing(self, token: int) -> EntityKind | None:
        """The kind of the body named before that a small word is short for: "the front" after "the Northern Front", but
        not in "at the front".
        """
        table, word = self.table, self.table.lower[token]
        kind = self.lexicon.body_kind(word) if word in self.lexicon.small_short_forms else None
        if kind is None or table.word(token - 1) != "the" or table.word(token - 2) in WHEREABOUTS:
            return None
        named = (item for item in self.found.values() if item.form == "name" and table.lower[item.last] == word)
        return kind if any(item.first < item.last for item in named) else None

    def _doer(self, token: int) -> None:
        """Those who do it in a compound: the rebels of "rebel-held"."""
        kind = self.lexicon.modifiers[self.table.lower[token]]
        self.take(Candidate(token, token, token, kind, "description", f"the word '{self.table.text[token]}'"))

    def _begins_name(self, token: int) -> bool:
        """Whether a capitalised adjective opens a name: "Islamic Renewal Party"."""
        table = self.table
        after = token + 1
        return (
            table.text[token][0].isupper()
            and after < len(table)
            and after not in self.covered
            and table.tag[after] in NAME_TAGS
            and table.text[after][0].isupper()
            and token not in self.places
        )

    # ------------------------------------------------------------ names

    def _name(self, start: int) -> int:
        """Take the name that starts at a word; returns the last token that was looked at."""
        if self._is_adjective(start):
            return start
        name = self.names.at(start)
        if name.kind is None and name.is_open:
            self.open_names.append(name)
        elif name.kind is None and name.reason != OFFICE_SCOPE:
            self._capitalised_description(name)
        elif name.kind is not None:
            self._take_name(name, start)
        return name.last

    def _is_adjective(self, token: int) -> bool:
        """Whether a capitalised word opens a compound adjective ("Kenyan-born"), or stands before a name as one."""
        table = self.table
        if table.opens[token] and table.lower[token] in self.lexicon.opening_adjectives:
            return token + 1 < len(table) and table.text[token + 1][0].isupper()
        return table.begins_compound(token)

    def _take_name(self, name: Name, start: int) -> None:
        if name.kind == "civilians":
            self._described(
                name.last,
                HeadWord("civilians", "people", leader=False, plural=True, group="civilian_people"),
                name.reason,
            )
            return
        first = name.first
        if name.kind == "person":
            is_after = name.reason.startswith(AFTER_OFFICE)
            first = self.names.office_before(start) if is_after else min(start, self._title_start(name))
        self.take(Candidate(first, name.last, name.head, name.kind or "other", "name", name.reason, name.first))
        self.covered.update(range(min(first, start), name.last + 1) if first == start else ())
        if name.kind == "person" and name.is_open:
            self.open_names.append(name)

    def _title_start(self, name: Name) -> int:
        """The first token of "Malian army spokesman Colonel Idrissa Traoré": the title and what belongs to it."""
        table, start = self.table, name.first
        for child in table.children[name.head]:
            if child < name.first and table.dep[child] in _TITLE_PARTS and table.word(child + 1) != ",":
                start = min(start, table.left_edge(child))
        while start < name.first and not table.text[start][0].isalnum():
            start += 1
        apart = [token for token in range(start, name.first) if table.lower[token] in self.lexicon.no_names]
        return apart[-1] + 1 if apart else start

    def _capitalised_description(self, name: Name) -> None:
        """A title that stands alone: "the Foreign Minister"."""
        if "-" in self.table.text[name.first : name.last]:
            return
        word = self._short_form(name) or self.lexicon.head(self.table, name.last)
        if not word or name.last in self.places or self._is_modifier(name.last, word):
            return
        if self._names_many(name, word):
            reason = f"a name that ends in '{self.table.text[name.last]}'"
            self.take(Candidate(name.first, name.last, name.head, word.kind, "name", reason))
        else:
            self._described(name.last, word)

    def _names_many(self, name: Name, word: HeadWord) -> bool:
        """Whether capitals make a name of several words for people or a body: "the Patriotic Youth Units"."""
        table = self.table
        if name.first == name.last or word.number == "person" or table.tag[name.last] not in NAME_TAGS:
            return False
        if name.first in self.places or table.lower[name.first] in self.lexicon.modifiers:
            return False
        return not table.in_title(name.first)

    def _short_form(self, name: Name) -> HeadWord | None:
        """A body by the last word of its name: "the Front" for "the Highland Liberation Front"."""
        kind = self.lexicon.body_kind(self.table.lower[name.last])
        if kind is None or name.first != name.last or self.table.word(name.first - 1) != "the":
            return None
        return HeadWord(kind, "body", leader=False, plural=False, group="short_forms")

    def _settle_open_names(self) -> None:
        """A single unknown word is a person when a fuller name of a person in the report ends in it."""
        table = self.table
        surnames = {
            table.lower[item.last] for item in self.found.values() if item.form == "name" and item.kind == "person"
        }
        bodies = bodies_by_last_word(table, self.found.values())
        for name in self.open_names:
            single = name.kind is None and name.first == name.last
            if single and table.word(name.first - 1) == "the" and (kind := bodies.get(table.lower[name.last])):
                reason = "the last word of a body's name in the report"
                self._described(
                    name.last, HeadWord(kind, "body", leader=False, plural=False, group="short_forms"), reason
                )
            elif single and table.lower[name.last] in surnames:
                if name.head not in self.found:
                    place = self.places.get(name.last)
                    if place is None or place.role != "origin":
                        reason = "the last word of a person's name in the report"
                        self._take_name(replace(name, kind="person", reason=reason, is_open=False), name.first)
            elif name.kind is None and name.last not in self.places:
                self._capitalised_description(name)

    # ------------------------------------------------------------ descriptions and pronouns

    def _pronoun(self, token: int) -> None:
        lower = self.table.lower[token]
        if lower in ONE_OF_TWO:
            if token == 0 or self.table.lower[token - 1] != "the" or self.table.dep[token] not in _STANDING_ALONE:
                return
        elif lower not in PRONOUNS or (lower == "it" and self.table.dep[token] == "expl"):
            return
        kind: EntityKind = "person" if lower in PERSONAL else "other"
        self.take(Candidate(token, token, token, kind, "pronoun", f"the pronoun '{self.table.text[token]}'"))

    def _description(self, token: int) -> None:
        table = self.table
        if table.lower[token] in self.lexicon.containers:
            inner = self._under_of(token)
            inner_word = self.lexicon.head(table, inner) if inner is not None and table.tag[inner] in _NOUNS else None
            if inner_word:
                self._described(token, inner_word)
            if inner is not None and table.tag[inner] in _NOUNS:
                return
        word = self.lexicon.head(table, token)
        if (
            word
            and table.tag[token] in _NOUNS
            and not self._is_modifier(token, word)
            and not self._is_gloss(token, word)
            and not self._is_state(token)
            and not self._has_price(token)
        ):
            self._described(token, word)

    def _is_modifier(self, token: int, word: HeadWord) -> bool:
        """Whether a noun only modifies another. A body before a person's noun is an actor itself: "police chief"."""
        table = self.table
        if table.dep[token] not in ("compound", "nmod"):
            return False
        above = table.head[token]
        if self._is_state(above):
            return False
        if word.number != "body" or above != token + 1 or table.tag[above] not in _NOUNS:
            return True
        if table.lower[token] in self.lexicon.ranking:  # "a former state minister"
            return True
        person = self.lexicon.head(table, above)
        return person is None or person.number != "person"

    def _is_state(self, token: int) -> bool:
        """Whether a noun tells what became of those before it: the hostage of "took two nuns hostage"."""
        table = self.table
        return table.lower[token] in CAPTIVE and table.tag[token - 1] == "NNS" and table.head[token - 1] == token

    def _has_price(self, token: int) -> bool:
        """Whether a head is one for which money is offered: "a bounty on the head of General Tall"."""
        table, on = self.table, self.table.head[token]
        return table.lower[token] == "head" and table.lemma[table.head[on]] in self.lexicon.bounties

    def _is_gloss(self, token: int, word: HeadWord) -> bool:
        """Whether a noun only explains the one before: "a katiba, or cell"."""
        table = self.table
        if word.number != "body" or table.word(token - 1) != "or":
            return False
        before = token - 2
        while before >= 0 and not table.text[before][0].isalnum() and before > token - 5:
            before -= 1
        return before < token - 2 and self.lexicon.head(table, before) is not None

    def _under_of(self, token: int) -> int | None:
        """The noun under "of": "a group of tourists", "one of the cells"."""
        table = self.table
        for child in table.children[token]:
            if table.dep[child] == "prep" and table.lower[child] in ("of", "including"):
                return table.child(child, "pobj")
        return None

    def _nominal(self, token: int) -> None:
        """An adjective that stands for people: "the wounded"."""
        table = self.table
        if table.word(token - 1) == "the" and table.tag[min(token + 1, len(table) - 1)] not in {
            *_NOUNS,
            *NAME_TAGS,
            "JJ",
        }:
            self._described(token, self.lexicon.heads[f"the {table.lower[token]}"])

    def _described(self, token: int, word: HeadWord, reason: str = "") -> None:
        first, last = phrase(self.table, token)
        reason = reason or f"the word '{self.table.text[token]}'"
        self.take(Candidate(first, last, token, word.kind, "description", reason))


def _places_by_token(doc: Doc, table: Table) -> dict[int, PlaceMention]:
    """The place mention that holds each token, the shortest first."""
    at = {start: token for token, start in enumerate(table.start)}
    by_token: dict[int, PlaceMention] = {}
    for place in sorted(doc._.dateline_places, key=lambda p: p.start - p.end):
        token = at.get(place.start)
        while token is not None and token < len(table) and table.start[token] < place.end:
            by_token[token] = place
            token += 1
    return by_token


__all__ = ["Candidate", "MentionFinder", "introduced_acronym"]
