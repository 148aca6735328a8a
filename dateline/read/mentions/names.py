"""Proper names: what kind of actor bears them. How far they reach says ``name_extent``."""

from dataclasses import dataclass

from dateline.model import EntityKind, PlaceMention
from dateline.read.mentions.lexicon import HeadWord
from dateline.read.mentions.name_extent import FOREIGN_LINKS, JOINED, LINKS, QUOTES, NameExtents, introduced_acronym
from dateline.read.places.cues import load_cues

DESCRIBING = frozenset({"DT", "JJ", "PRP$", "POS"})
"""What stands before a noun that describes the name behind it; a noun there would make a compound of it."""
NAMING = frozenset({"know", "call", "name", "identify", "dub", "nickname", "style"})
"""Verbs of bearing a name: "known as", "calling itself"."""
PLURAL_ARTICLES = frozenset({"los", "las"})
AFTER_OFFICE = "a name after the office"
OFFICE_SCOPE = "what an office is over"
LONGEST_PERSON = 5
"""Words of the longest capitalised sequence that is taken for a person's name by its form alone."""


ONE = frozenset({"a", "an", "another", "one"})
PARTICIPANTS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "conj"})


@dataclass(frozen=True, slots=True)
class Name:
    """A proper name: token numbers (``last`` included), without titles; ``kind`` None when it is no actor's."""

    first: int
    last: int
    head: int
    kind: EntityKind | None
    reason: str
    is_open: bool = False
    """Whether nothing speaks for or against a person, so that other names of the report may decide."""


class NameReader(NameExtents):
    """Reads the proper names of one report."""

    def at(self, start: int) -> Name:
        """The name whose first capitalised word is at ``start``, titles included in the walk but not in the result."""
        last = self._end_of_run(start)
        after_office = self._after_office(start, last)
        if after_office is not None:
            reason = f"{AFTER_OFFICE} '{self._office_word(start)}'"
            return Name(after_office, last, self._head_of(after_office, last), "person", reason)
        if all(self.table.lower[token] in self.lexicon.portfolios for token in range(start, last + 1)) and (
            self._office_word(start)
        ):
            return Name(start, last, last, None, OFFICE_SCOPE)
        last = self._with_of_phrase(start, last)
        first = self._after_titles(start, last)
        return self._country_at(start, last) or self._judged(start, first, last)

    # ------------------------------------------------------------ kind

    def _judged(self, start: int, first: int, last: int) -> Name:
        table, lexicon = self.table, self.lexicon
        head = self._head_of(start, last)
        body = self._body(start, last)
        if body:
            last = self._with_faction(self._number_behind(last, body[0]))
            return Name(self._ordinal_before(start, body[0]), last, head, *body)
        if self._is_band(start, last):
            return Name(start, last, head, "armed_group", f"several by the article '{table.text[start]}'")
        if self._of_fighters(first, last) and not self._is_place(first, last) and first == start:
            return Name(first, last, head, "armed_group", "a name borne by fighters")
        if first == start and self._has_acronym(first, last):
            return Name(first, last, head, "organisation", "a name with an acronym behind it")
        described = self._body_before(first, head) or self._body_called(head)
        if described and not self._is_place(first, last):
            return Name(first, last, head, described.kind, f"a name behind the description '{table.text[first - 1]}'")
        several = first == start < last and not self._is_place(first, last)
        if several and (beside := self._body_beside(first, last, head)):
            return Name(first, last, head, *beside)
        if first > start and last >= first and not lexicon.is_title(table.lower[last]):
            return Name(first, last, head, "person", f"a name after the title '{table.text[first - 1]}'")
        if lexicon.is_title(table.lower[last]) and (last == start or first > start or table.word(last + 1) in LINKS):
            return Name(first, last, head, None, "a title without a name")
        person = self._person_by_neighbours(first, last, head)
        if person and (not self._is_place(first, last) or "title" in person):
            return Name(first, last, head, "person", person)
        place = self.places.get(last)
        if place is not None and self._ends_in_origin(first, last, place):
            return Name(first, last, head, "person", f"a name that ends in '{table.text[last]}'")
        if place is not None:
            return self._place(first, last, head, place)
        return self._by_form(first, last, head)

    def _country_at(self, first: int, last: int) -> Name | None:
        """The name as that of a country of several words, whatever its words are: "United Arab Emirates", "Bosnia and
        Herzegovina". None when it is no such name, or goes on behind it.
        """
        table, place = self.table, self.places.get(first)
        if place is None or place.precision != "country" or place.role == "origin":
            return None
        end = last
        while end + 1 < len(table) and self.places.get(end + 1) == place:
            end += 1
        whole = self.places.get(last) == place and table.start[first] == place.start
        if not whole or end == first:
            return None
        return self._place(first, end, self._head_of(first, end), place)

    def _ends_in_origin(self, first: int, last: int, place: PlaceMention) -> bool:
        """Whether an Arabic name ends in where its bearer is from: "Abu Omar al-Iraqi"."""
        table = self.table
        is_joined = last - first >= 3 and table.text[last - 1] in JOINED and table.lower[last - 2] == "al"
        return is_joined and place.precision == "country" and place.start >= table.start[last - 2]

    def _of_fighters(self, first: int, last: int) -> bool:
        """Whether a name of several words stands before "fighters", or behind "fighters from" and the like; behind
        "fighters of the" too, since neither people nor towns have an article.
        """
        table = self.table
        if table.text[last] == "s":
            return False
        if last == first:
            return False
        if table.word(first - 1) == "the" and table.word(first - 2) == "of" and self._are_fighters(first - 3):
            return table.text[last] not in self.lexicon.no_actors
        after = last + 1
        if after < len(table) and self._are_fighters(after) and table.tag[after] == "NNS":
            return True
        before = first - 2 if table.word(first - 1) != "the" else first - 3
        return table.word(before + 1) == "from" and self._are_fighters(before)

    def _has_acronym(self, first: int, last: int) -> bool:
        """Whether the letters of an acronym in brackets right behind a name begin words of it: "Los Halcones (LH)"."""
        short = introduced_acronym(self.table, last)
        if short is None or last == first:
            return False
        letters = self.table.text[short].lower()
        words = [self.table.lower[token] for token in range(first, last + 1)]
        rest = iter(word[0] for word in words if word[0].isalpha())
        return words[0][0] == letters[0] and all(letter in rest for letter in letters)

    def _are_fighters(self, token: int) -> bool:
        if token < 0:
            return False
        word = self.lexicon.heads.get(self.table.lower[token])
        return word is not None and word.kind == "armed_group" and word.number == "people"

    def _head_of(self, start: int, last: int) -> int:
        """The word of the name on which the sentence hangs; the last where the parse has several."""
        for token in range(last, start - 1, -1):
            above = self.table.head[token]
            if not start <= above <= last or above == token:
                return token
        return last

    def _body(self, start: int, last: int) -> tuple[EntityKind, str] | None:
        """The kind of a body that one of the name's words tells: its last, that before "of", or for some its first."""
        table = self.table
        if last == start:
            return None
        before_links = [token - 1 for token in range(start + 1, last) if table.lower[token] in LINKS]
        with_aims = [token for token in before_links if table.lower[token + 1] == "for"]
        ends = [*with_aims, last, *before_links, start]
        for token in ends:
            kind = self._body_kind(token)
            links = LINKS | FOREIGN_LINKS
            if kind is None or (token == start and table.word(start + 1) not in links and kind != "armed_group"):
                continue
            has_aim = kind == "military" and token in with_aims  # states' armies are for nothing in particular
            if has_aim or self._of_rebels(kind, [table.lower[i] for i in range(start, token)]):
                kind = "armed_group"
            return kind, f"a name with the word '{table.text[token]}'"
        if table.word(start + 1) in LINKS and self._opens_name(start):
            return self.lexicon.heads[table.lower[start]].kind, f"a name with the word '{table.text[start]}'"
        return None

    def _of_rebels(self, kind: EntityKind, words: list[str]) -> bool:
        """Whether the other words of a body's name make an armed group of it: "Darfur Liberation Army"."""
        if kind == "organisation":
            return "armed_group" in map(self.lexicon.name_modifiers.get, words)
        return kind == "military" and not self.lexicon.rebel_names.isdisjoint(words)

    def _is_band(self, start: int, last: int) -> bool:
        """Whether a Spanish article of the plural begins a name that is no place's: "Los Zorros del Sur"."""
        table = self.table
        if table.lower[start] not in PLURAL_ARTICLES or start == last or table.word(start - 1) in ("de", "in", "at"):
            return False
        return table.lower[start + 1].endswith("s") and not any(token in self.places for token in (start, start + 1))

    def _body_kind(self, token: int) -> EntityKind | None:
        """What a word says that bears the name; "Kata'ib" and "Liwa'" may be cut at the apostrophe."""
        table, kind_of = self.table, self.lexicon.body_kind
        word = table.lower[token].rstrip(".")
        if table.word(token + 1) == "-" and token + 2 < len(table):  # "Mai-Mai Sheka"
            word = self._hyphenated(token) or word
        return kind_of(word) or kind_of(word.replace("'", "").replace("’", "")) or kind_of(table.lemma[token])

    def _hyphenated(self, token: int) -> str:
        """A word joined by a hyphen to the next, where a list has the two; empty otherwise."""
        word = f"{self.table.lower[token]}-{self.table.lower[token + 2]}"
        return word if self.lexicon.body_kind(word) else ""

    def _body_before(self, first: int, head: int) -> HeadWord | None:
        """The body that a common noun right before a name says it is: "the nationalist party Ak-Too"."""
        table, before = self.table, first - 1
        if before < 1 or table.tag[before] != "NN" or table.text[before][0].isupper() or table.opens[first]:
            return None
        if table.dep[head] in ("nsubj", "nsubjpass") and table.dep[before] in ("dobj", "dative", "pobj"):
            return None  # "told the group Ana Lopes would come"
        word = self.lexicon.heads.get(table.lower[before])
        if word is None or word.number != "body" or word.plural:
            return None
        is_apposed = table.dep[head] == "appos" and table.head[head] == before  # "the guerrilla organization Al-Shafra"
        is_described = table.tag[before - 1] in DESCRIBING or table.lower[before - 1] in self.lexicon.modifiers
        return word if is_described or is_apposed else None

    def _body_called(self, head: int) -> HeadWord | None:
        """The body or the people that bear a name they are called by: "vigilantes known as the Hill Brothers"."""
        table, verb = self.table, self.table.head[head]
        if table.dep[head] == "pobj" and table.lower[verb] == "as":
            verb = table.head[verb]
        elif table.dep[head] != "oprd":
            return None
        if table.lemma[verb] not in NAMING or table.dep[verb] not in ("acl", "relcl"):
            return None
        word = self.lexicon.head(table, table.head[verb])
        return word if word is not None and word.number != "person" and word.kind != "civilians" else None

    def _body_beside(self, first: int, last: int, head: int) -> tuple[EntityKind, str] | None:
        """The kind of a body that what follows a name tells: "Al-Shafra, a coalition of…", "…, whose commander…"."""
        table = self.table
        if (leader := self._leader_behind(last)) is not None:
            return "armed_group", f"a name before 'whose {table.text[leader]}'"
        for other in table.children[head]:
            word = self.lexicon.head(table, other) if table.dep[other] == "appos" and other > last else None
            if word and word.number == "body" and not word.plural and table.tag[other] == "NN":
                return word.kind, f"a name beside the description '{table.text[other]}'"
        return None

    def _leader_behind(self, last: int) -> int | None:
        """The word for who leads a group, behind the name of the group: the commander of "…, whose young commander"."""
        table = self.table
        if table.word(last + 1) != "," or table.word(last + 2) != "whose":
            return None
        noun = next((token for token in range(last + 3, min(last + 6, len(table))) if table.tag[token] == "NN"), None)
        return noun if noun is not None and table.lower[noun] in self.lexicon.leading else None

    def _person_by_neighbours(self, first: int, last: int, head: int) -> str | None:
        """What around a name says that a person bears it; None when nothing does."""
        table, lexicon = self.table, self.lexicon
        before = table.word(first - 1)
        if before == "." and lexicon.is_title(table.word(first - 2)):
            before = table.word(first - 2)
        if lexicon.is_title(before) and (before in lexicon.titles or table.tag[first - 1] == "NN"):
            return f"a name after the title '{before}'"
        if before in lexicon.alias_words:
            return f"a name after '{before}'"
        apposed = self._apposed(head)
        if apposed:
            return f"beside the description '{table.text[apposed]}'"
        following = table.word(last + 1)
        after_comma = table.word(last + 2) if following == "," else following
        if after_comma in ("who", "whose", "whom") and self._leader_behind(last) is None:
            return f"a name before '{after_comma}'"
        if (
            following == ","
            and after_comma.isdigit()
            and len(after_comma) <= 2
            and table.word(last + 3) in (",", ".", "from")
        ):
            return f"a name with the age {after_comma}"
        if table.lower[last] in lexicon.suffixes or table.text[last] in lexicon.suffixes:
            return f"a name that ends in '{table.text[last]}'"
        return None

    def _apposed(self, head: int) -> int | None:
        """The noun for one person set beside the name: "Hamaha, an associate of…"."""
        table = self.table
        beside = [child for child in table.children[head] if table.dep[child] == "appos"]
        if table.dep[head] == "appos":
            beside.append(table.head[head])
        for other in beside:
            word = self.lexicon.head(table, other)
            if word and word.number == "person" and table.tag[other] == "NN":
                return other
        return None

    def _is_place(self, first: int, last: int) -> bool:
        return all(token in self.places for token in range(first, last + 1))

    def _place(self, first: int, last: int, head: int, place: PlaceMention) -> Name:
        if place.role == "actor" or (place.precision == "country" and place.role == "location" and self._acts(head)):
            return Name(first, last, head, "government", f"the place {place.name} named for those who act for it")
        is_one = first == last and self.table.word(first - 1) in ONE and self.table.text[last] != place.name
        if is_one and self.table.dep[head] in PARTICIPANTS:
            return Name(first, last, head, "person", f"somebody of {place.name}")
        is_of_people = self.table.tag[last] == "NNPS" and self.table.text[last] != place.name
        if place.role == "origin" and first == last and is_of_people:
            return Name(first, last, head, "civilians", f"people of {place.name}")
        return Name(first, last, head, None, "a place", is_open=first == last)

    def _acts(self, head: int) -> bool:
        """Whether a country is the subject or agent of a verb that takes somebody to do it, or is judged or asked."""
        table = self.table
        while table.dep[head] == "conj" and table.head[head] in self.places:
            head = table.head[head]
        above = table.head[head]
        if table.dep[head] == "nsubj":
            return table.tag[above].startswith("VB") and table.lemma[above] not in self.lexicon.idle_verbs
        if table.dep[head] == "dobj":
            return table.lemma[above] in self.lexicon.judging_verbs or table.child(above, "xcomp") is not None
        return table.dep[head] == "pobj" and (table.dep[above] == "agent" or self._is_judged(above))

    def _is_judged(self, preposition: int) -> bool:
        """Whether a phrase says on whom a penalty falls: "imposed sanctions on Russia"."""
        table, above = self.table, self.table.head[preposition]
        verb = table.head[above] if table.dep[above] == "dobj" else above
        return table.lower[preposition] in ("on", "against") and table.lemma[verb] in self.lexicon.judging_verbs

    def _by_form(self, first: int, last: int, head: int) -> Name:
        table, lexicon = self.table, self.lexicon
        text, before = table.text[last], table.word(first - 1)
        marks = JOINED | QUOTES
        words = [table.lower[token] for token in range(first, last + 1) if table.text[token] not in marks]
        if text in self.acronyms and first == last:
            return Name(first, last, head, "organisation", "an acronym")
        if (
            text in lexicon.no_actors
            or table.text[first] in lexicon.no_actors
            or any(w in lexicon.things for w in words)
        ):
            return Name(first, last, head, None, "the name of a thing, a date or a place")
        if any(not word.replace(".", "").replace("'", "").isalpha() for word in words):
            return Name(first, last, head, None, "a name with figures or signs")
        if text.isupper() and 2 <= len(text) <= 7 and len(words) == 1:
            return Name(first, last, head, "organisation", "an acronym")
        is_located = before in lexicon.place_prepositions or self._is_of_town(first)
        if lexicon.is_title(text.lower()) and table.word(last + 1) == "," and table.child(head, "appos") is not None:
            return Name(first, last, head, None, "an office before a name", is_open=True)  # "NLC President, Ana Ba,"
        governed = self._governed(head)
        if before in ("the", "a", "an", "this", "that") or is_located:
            return Name(first, last, head, None, f"a name after '{before}'", is_open=not is_located)
        if governed:
            return Name(first, last, head, "person", governed)
        if len(words) == 2 and words[0] in ("al", "el") and table.text[first + 1] in JOINED:
            return Name(first, last, head, "other", "a name with an article", is_open=True)
        if 2 <= len(words) <= LONGEST_PERSON:
            return Name(first, last, head, "person", "a name of several capitalised words", is_open=True)
        return Name(first, last, head, None, "a single capitalised word", is_open=True)

    def _is_of_town(self, first: int) -> bool:
        """Whether the word before "of" says that a name is a place's: "the town of Deh Karez"."""
        table = self.table
        return table.word(first - 1) == "of" and table.word(first - 2) in load_cues().towns_before_of

    def _governed(self, head: int) -> str | None:
        table, lexicon = self.table, self.lexicon
        verb = table.head[head]
        if table.dep[head] == "nsubj" and table.lemma[verb] in lexicon.person_verbs:
            return f"a name that is the subject of '{table.text[verb]}'"
        if table.dep[head] in ("dobj", "nsubjpass") and table.lemma[verb] in lexicon.person_object_verbs:
            return f"a name that is the object of '{table.text[verb]}'"
        return None
