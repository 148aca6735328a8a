"""How far a proper name reaches."""

import re
from collections.abc import Collection, Mapping
from functools import cached_property

from dateline.model import EntityKind, PlaceMention
from dateline.read.mentions.lexicon import ActorLexicon
from dateline.read.mentions.table import Table

NAME_TAGS = frozenset({"NNP", "NNPS"})
JOINED = frozenset({"-", "'", "’", "‑", "–"})
QUOTES = frozenset({'"', "“", "”", "'", "‘", "’", "``", "''"})
LINKS = frozenset({"of", "for"})
IZAFET = frozenset({"e", "i", "o", "ye"})
"""How Persian and Urdu names join their words: "Lashkar-e-Jhangvi", "Nezam-e Haq"."""
FOREIGN_LINKS = frozenset({"pour", "para", "por", "de", "du", "des", "del", "al", "el", "an", "ar", "as", "at"})
_INNER_TAGS = frozenset({"JJ", "NN", "NNS", "VBN", "VBG", "FW"})

MINISTRIES = frozenset({"ministry", "department", "minister", "secretary", "directorate", "office"})
"""What is for something, but not to do something with it: "Ministry for the Environment of Chad" is Chad's."""
OFFICES = MINISTRIES | {"committee", "commission"}
"""What is over several things: "Ministry of Justice and Human Rights"."""
AIMS = ("ion", "ence", "ense", "ment", "ance", "val", "birth", "ity", "dom", "ort")
"""How words end that tell what is done with something: the aims of "for the Defence of", "for the Support of"."""
UNITS = frozenset({"military", "police", "armed_group"})
"""Kinds of bodies whose units bear numbers."""
_ORDINAL = re.compile(r"\d+(st|nd|rd|th)")
LONGEST_NUMBER = 3
"""Digits of a unit's number; more are a year."""


class NameExtents:
    """Says how far the proper names of one report reach."""

    def __init__(self, table: Table, lexicon: ActorLexicon, places: Mapping[int, PlaceMention], taken: Collection[int]):
        """``taken``: tokens of known actors' names, which no other name reaches into."""
        self.table, self.lexicon, self.places, self.taken = table, lexicon, places, taken

    def begins_whatever_tag(self, token: int) -> bool:
        """Whether a word begins a name though a tagger took it for none: an acronym that the report introduces in
        brackets, or the first word of a foreign body's name: "Mouvement pour la Paix".
        """
        table = self.table
        if not table.text[token][0].isupper() or table.tag[token][:2] not in ("NN", "JJ", "FW", "VB"):
            return False
        if table.text[token] in self.acronyms:
            return True
        if self.lexicon.body_kind(table.lower[token]) is None:
            return False
        links = table.word(token + 1) in FOREIGN_LINKS
        return (links and self._next_in_name(token) is not None) or self._has_aim(token)

    def _has_aim(self, body: int) -> bool:
        """Whether a body's word goes on with what it is for: the Front of "the Front for the Unity of Peoples"."""
        table = self.table
        return table.word(body + 1) == "for" and self._linked(body) is not None and not table.opens[body]

    def _linked(self, last: int) -> int | None:
        """The word of a name behind a link and its article, "of the", "for all"; None where none is."""
        after = last + 2
        while self.table.word(after) in ("the", "all"):
            after += 1
        return after if after < len(self.table) and self._is_part(after) else None

    @cached_property
    def acronyms(self) -> frozenset[str]:
        """Those that the report introduces in brackets behind capitals."""
        table = self.table
        found = (introduced_acronym(table, last) for last in range(len(table) - 3) if table.text[last][0].isupper())
        return frozenset(table.text[token] for token in found if token is not None)

    # ------------------------------------------------------------ extent

    def _end_of_run(self, token: int) -> int:
        while (following := self._next_in_name(token)) is not None:
            token = following
        return token

    def _next_in_name(self, token: int) -> int | None:
        """The next word of a name after a word of it: capitalised, or joined to one by a hyphen or a particle."""
        table, following = self.table, token + 1
        if following >= len(table) or table.opens[following]:
            return None
        if table.text[following] in JOINED and table.touches_next(token) and table.touches_next(following):
            return following + 1 if self._is_joined(following + 1) else None
        if self._is_part(following):
            return following
        if table.lower[following] == "and" and self._is_first_of_two(token):
            return following + 1
        if table.text[following] in QUOTES:
            return self._after_mark(token, following) or self._after_nickname(following)
        if table.tag[following] == "POS" and table.lower[token] in self.lexicon.name_owners:
            return following + 1 if following + 1 < len(table) and self._is_part(following + 1) else None
        if table.text[following] == "." and self.lexicon.is_title(table.lower[token]):
            return following + 1 if following + 1 < len(table) and self._is_part(following + 1) else None
        if table.lower[following] in self.lexicon.particles and table.lower[following] not in self.lexicon.alias_words:
            after = following + 1
            while after < len(table) and (table.lower[after] in self.lexicon.particles or table.text[after] in JOINED):
                after += 1
            if after < len(table) and not table.opens[after] and after - following <= 3 and self._is_part(after):
                return (
                    after if table.lower[following] not in ("la", "e", "y", "as", "an") or after > following else None
                )
        return None

    def _is_first_of_two(self, token: int) -> bool:
        """Whether a name goes on behind "and" up to its body's word: "Intelligence and Security Agency"."""
        table, body = self.table, self.table.head[token]
        is_before = table.dep[token] in ("nmod", "compound") and token + 1 < body < token + 5
        if not is_before or table.tag[token] != "NNP" or token in self.places or table.text[token].isupper():
            return False
        return (
            table.tag[body] == "NNP"
            and self.lexicon.body_kind(table.lower[body]) is not None
            and self._is_part(token + 2)
        )

    def _after_mark(self, token: int, mark: int) -> int | None:
        """The word after an apostrophe that ends a word and the article behind it: "Liwa' al-Fajr"."""
        table = self.table
        if not table.touches_next(token) or table.word(mark + 1) not in self.lexicon.particles:
            return None
        after = mark + 3 if table.word(mark + 2) == "-" else mark + 2
        return (
            after
            if after < len(table) and self._is_part(after) and self.lexicon.body_kind(table.lower[token])
            else None
        )

    def _after_nickname(self, opening: int) -> int | None:
        """The word after a nickname of up to three words in quotation marks; None when it is no nickname."""
        for closing in range(opening + 2, min(opening + 5, len(self.table) - 1)):
            if self.table.text[closing] in QUOTES:
                return closing + 1 if self._is_part(closing + 1) and not self.table.opens[closing + 1] else None
            if not self._is_part(closing - 1):
                return None
        return None

    def _is_joined(self, token: int) -> bool:
        """Whether a word after a hyphen belongs to the name: "Al-Shami", "Ja'afari", and not "Kenyan-born"."""
        text = self.table.text
        after = token + 2 if self.table.word(token + 1) == "-" else token + 1 if text[token] in IZAFET else len(text)
        links_on = after < len(text) and text[after][0].isupper()
        is_word = text[token][0].isupper() or text[token - 1] != "-" or links_on
        return is_word and token not in self.taken and not self.table.opens[token]

    def _is_part(self, token: int) -> bool:
        text, tag = self.table.text[token], self.table.tag[token]
        if token in self.taken or not text[0].isupper() or text.lower() in self.lexicon.calendar:
            return False
        return tag in NAME_TAGS or (tag in _INNER_TAGS and text.lower() not in self.lexicon.idle_modifiers)

    def _with_of_phrase(self, start: int, last: int) -> int:
        """The end of a name that goes on after "of" or "for": "Ministry of Rural Affairs"."""
        table = self.table
        if table.word(last + 1) not in LINKS:
            return last
        people = self.lexicon.heads.get(table.lower[last])
        describes = start == last and people is not None and people.number == "people"
        if (describes or not self.lexicon.body_kind(table.lower[last])) and not self._opens_name(last):
            return last
        after = self._linked(last)
        if after is None or table.text[after] in self.lexicon.no_actors:
            return last
        end = self._with_aim_or_acronym(last, self._with_second_scope(last, self._end_of_run(after)))
        return self._with_of_phrase(start, end) if end > last and self._has_aim(end) else end

    def _with_second_scope(self, office: int, last: int) -> int:
        """The end of a ministry's name with what it is over besides: "Ministry of Justice and Human Rights"."""
        table, after = self.table, last + 2
        if table.lower[office] not in OFFICES or table.word(last + 1) != "and" or after >= len(table):
            return last
        is_scope = self._is_part(after) and not table.text[after].isupper() and after not in self.places
        if not is_scope or self.lexicon.is_title(table.lower[after]):
            return last
        end = self._end_of_run(after)
        return last if self.lexicon.body_kind(table.lower[end]) else end

    def _with_aim_or_acronym(self, body: int, last: int) -> int:
        """The end of a name that goes on with "of": what its aim is about ("Front for the Rebirth of Zambezia"), or
        words up to its acronym ("League of the Sons of the Hills (LSH)").
        """
        table, after = self.table, self._linked(last)
        if table.word(last + 1) != "of" or after is None:
            return last
        end = self._end_of_run(after)
        has_aim = table.word(body + 1) == "for" and table.lower[body] not in MINISTRIES
        is_aim = has_aim and table.lower[last].endswith(AIMS)
        return end if is_aim or introduced_acronym(table, end) is not None else last

    def _ordinal_before(self, start: int, kind: EntityKind) -> int:
        """Where a unit's name begins with its number: "the 33rd Light Infantry Division"."""
        is_numbered = kind in UNITS and start > 0 and _ORDINAL.fullmatch(self.table.lower[start - 1])
        return start - 1 if is_numbered else start

    def _number_behind(self, last: int, kind: EntityKind) -> int:
        """Where a unit's name ends with its number: "Light Infantry Battalion 77"."""
        table, number = self.table, last + 1
        if kind not in UNITS or not table.word(number).isdigit() or len(table.word(number)) > LONGEST_NUMBER:
            return last
        counts = number + 1 < len(table) and table.head[number] != last and table.tag[number + 1].startswith("NN")
        if counts or table.opens[number]:
            return last
        is_double = table.word(number + 1) in JOINED and table.word(number + 2).isdigit()  # "Battalion 3-15"
        return number + 2 if is_double and table.touches_next(number) else number

    def _with_faction(self, last: int) -> int:
        """Where a body's name ends with the word in brackets that tells it from others: "Communist Party (Maoist)"."""
        table, word = self.table, last + 2
        if table.word(last + 1) != "(" or table.word(last + 3) != ")" or introduced_acronym(table, last) is not None:
            return last
        is_name = table.text[word][0].isupper() and table.text[word].isalpha() and not table.text[word].isupper()
        return last + 3 if is_name and word not in self.places and not table.opens[last + 1] else last

    def _opens_name(self, token: int) -> bool:
        """Whether a word for people or a body is printed as a name before "of", as in "Soldiers of Justice"."""
        table = self.table
        word = self.lexicon.heads.get(table.lower[token])
        if word is None or word.number == "person" or table.tag[token] not in NAME_TAGS or table.opens[token]:
            return False
        return not table.in_title(token) and token + 2 not in self.places

    def _office_word(self, start: int) -> str:
        """The title before "of" and a run of capitals: "Secretary" before "of State Ana Lopes"; empty when none is."""
        office = self.office_before(start)
        return self.table.text[office] if office < start else ""

    def office_before(self, start: int) -> int:
        """The number of that title; ``start`` itself when none is there."""
        table, before = self.table, start - 1
        if table.word(before) == "the":
            before -= 1
        if table.word(before) in LINKS and self.lexicon.is_title(table.word(before - 1)):
            return before - 1
        return start

    def _after_office(self, start: int, last: int) -> int | None:
        """Where the person's name begins after an office with "of": "Minister for the North Ana Lopes"."""
        if not self._office_word(start) or self.lexicon.body_kind(self.table.lower[last]):
            return None
        if self.lexicon.body_kind(self.table.lower[start]) and self.table.word(start + 1) in FOREIGN_LINKS:
            return None
        first = start
        while first <= last and (first in self.places or self.table.lower[first] in self.lexicon.portfolios):
            first += 1
        return first if start < first <= last else None

    def _after_titles(self, start: int, last: int) -> int:
        """The first word after the last title of a run: "Staff Sergeant Ana Lopes" begins at "Ana"; a
        country such as "DR Congo" has none.
        """
        for token in range(last - 1, start - 1, -1):
            place = self.places.get(token)
            if place is not None and place.precision == "country" and self.places.get(token + 1) == place:
                continue
            if self.lexicon.is_form_of_address(self.table.lower[token]) and self.table.tag[token + 1] != "IN":
                following = token + 1
                while following < last and self.table.text[following] in (".", *JOINED):
                    following += 1
                return following
        while start < last and (place := self.places.get(start)) and place.role == "origin":
            if self.places.get(last) == place or (last - start == 1 and self._may_be_given(start)):
                break
            start += 1
        return start

    def _may_be_given(self, start: int) -> bool:
        """Whether a nation's adjective right before a surname may be a given name: "German Murillo", not "the
        German Voss".
        """
        return self.table.word(start - 1) != "the" and self.table.tag[start] in NAME_TAGS


def acronym_of(text: str) -> str:
    """The initials of a name's capitalised words, in upper case: "National Liberation Front" gives NLF."""
    return "".join(word[0] for word in text.replace("-", " ").split() if word[:1].isupper()).upper()


def introduced_acronym(table: Table, last: int) -> int | None:
    """Number of the acronym in brackets right after a name: "Northern Front (NF)". None when there is none."""
    if table.word(last + 1) == "(" and table.word(last + 3) == ")":
        text = table.text[last + 2]
        if text.isupper() and 2 <= len(text) <= 8:
            return last + 2
    return None
