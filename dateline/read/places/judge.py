"""Decide whether words that could name a place do so here, and not a person, a body, a team or nothing."""

from collections.abc import Sequence
from dataclasses import dataclass

from dateline.gazetteer import Match
from dateline.gazetteer.entry import CITY, COUNTRY, DISTRICT, DIVISION
from dateline.read.places.cues import Cues
from dateline.read.places.find import Name
from dateline.read.places.words import Words

_LARGE_CITY = 200_000
_TOWN = 5_000
_NO_CASE = 1.7
"""Taken from every name in text of one case, where a capital speaks for none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """How well words fit a place. ``score`` of at least 0 means that they name one."""

    score: float
    reasons: tuple[str, ...]


class Judge:
    """Weighs names of one text against its cues. ``surnames`` are the folded last words of full names in the text."""

    def __init__(self, words: Words, cues: Cues) -> None:
        self.words = words
        self.cues = cues
        self.surnames = _surnames(words, cues)
        self.lower_words = {word for word in words.words if word.islower()}

    def verdict(self, name: Name, comma_place: bool) -> Verdict:
        """The verdict on a name; ``comma_place`` says that a country or division follows it after a comma."""
        score, reasons = self._from_name(name)
        for part in (self._from_neighbours(name), self._from_people(name, comma_place), self._from_entity(name)):
            score += part[0]
            reasons += part[1]
        if comma_place:
            score, reasons = score + 3.0, [*reasons, "followed by the place it lies in"]
        return Verdict(score=score, reasons=tuple(reasons))

    def _from_name(self, name: Name) -> tuple[float, list[str]]:
        """What the name alone is worth: countries and large cities much, small villages and common words little."""
        if not name.matches:
            return (0.5, ["ends in a word for a place"])
        score, reason = best_standing(name.matches)
        folded = name.text.lower()
        if self._is_common(name, folded.rstrip(".")):
            score -= 3.0
        elif name.first == name.last and folded in self.cues.first_names:
            score -= 1.5 if score < 2 else 1.0
        if name.last > name.first:
            score += 0.7
        if not self.words.has_case:
            return score - _NO_CASE, [reason]
        if name.first == name.last and folded in self.lower_words:
            score -= 1.5
        if not any(self.words.noun[name.first : name.last + 1]):
            score -= 1.5
        if self.words.first[name.first] and name.first == name.last:
            score -= 0.3
        return score, [reason]

    def _is_common(self, name: Name, folded: str) -> bool:
        """Whether a single word is an ordinary one, or a title; "US" is not "us"."""
        single = name.first == name.last and not any(match.link == "abbreviation" for match in name.matches)
        return single and (folded in self.cues.common_words or folded in self.cues.person_titles)

    def _from_neighbours(self, name: Name) -> tuple[float, list[str]]:
        """What the words on both sides say."""
        score, reasons = 0.0, []
        before = self.words.word(name.first - 1)
        if before == "the":
            before = self.words.word(name.first - 2)
        if before == "of" and self.words.word(name.first - 2) in self.cues.kinds_before_of:
            score, reasons = 2.5, ["after “town of” or the like"]
        elif before in self.cues.place_before or before in self.cues.directions:
            score, reasons = 1.2, [f"after “{before}”"]
        if self._is_part_of_run_after(name):
            after = self.words.word(name.last + 1)
            if after in self.cues.not_places_after:
                score -= 2.5
            elif after in self.cues.bodies_of_places or after in self.cues.feature_words:
                score += 0.2
            else:
                score -= 1.5
        return score, reasons

    def _is_part_of_run_after(self, name: Name) -> bool:
        at = name.last + 1
        return self.words.is_capital(at) and not self.words.first[at] and self.words.start[at] - name.end <= 1

    def _from_people(self, name: Name, comma_place: bool) -> tuple[float, list[str]]:
        """Whether the words belong to a person's name, here or elsewhere in the text."""
        words, at = self.words, name.first - 1
        before = words.word(at).rstrip(".")
        score = 0.0
        if words.is_capital(at) and not (words.first[at] and before in self.cues.place_before):
            if before in self.cues.person_titles or before in self.cues.first_names or _is_initial(words.words[at]):
                score -= 4.0
            elif before in self.cues.directions or before in {"downtown", "greater", "central"}:
                score += 0.5
            elif (
                words.noun[at] and before not in self.cues.place_before and words.start[name.first] - words.end[at] == 1
            ):
                score -= 1.5
        if words.word(name.last + 1) in self.cues.person_after:
            score -= 3.0
        if name.first == name.last and not comma_place and words.lower[name.first] in self.surnames:
            score -= 2.5
        return score, []

    def _from_entity(self, name: Name) -> tuple[float, list[str]]:
        """What spaCy's recogniser says; a hint only, for it often takes names from the field for people."""
        kinds = {self.words.entity[at] for at in range(name.first, name.last + 1)} - {""}
        if kinds & {"GPE", "LOC", "FAC"}:
            return 1.2, ["spaCy takes it for a place"]
        if "PERSON" in kinds:
            return -1.2, []
        if kinds & {"ORG", "NORP", "PRODUCT", "WORK_OF_ART", "EVENT", "LAW"}:
            return -0.6, []
        return -0.2, []


def best_standing(matches: Sequence[Match]) -> tuple[float, str]:
    """How likely a name with these matches is to mean a place at all, and why."""
    return max((_standing(match) for match in matches), key=lambda pair: pair[0])


def _standing(match: Match) -> tuple[float, str]:
    entry = match.entry
    if match.link == "short":
        return -2.0, "a division's short name"
    if entry.kind == COUNTRY:
        return (3.0 if match.link != "abbreviation" else 2.5), "a country"
    if entry.kind == DIVISION:
        return (1.8 if entry.population > 500_000 and match.link != "abbreviation" else 0.0), "a first-order division"
    if entry.kind == DISTRICT:
        return -0.3, "a second-order division"
    if entry.kind == CITY:
        if entry.population >= _LARGE_CITY:
            score = 1.5
        elif entry.population >= _TOWN:
            score = 0.2
        else:
            score = -0.4
        return score - (0.8 if match.link == "alternative" else 0.0), "a city" if score > 1 else "a town"
    return 1.5, f"a {entry.kind} of Dateline's own list"


def _is_initial(word: str) -> bool:
    return len(word) == 2 and word[1] == "." and word[0].isupper()


def _surnames(words: Words, cues: Cues) -> set[str]:
    """Last words of runs of capitals that begin with a first name or follow a title: the people of the text."""
    found: set[str] = set()
    at = 0
    while at < len(words) - 1:
        if not words.is_capital(at) or words.lower[at].rstrip(".") not in cues.first_names | cues.person_titles:
            at += 1
            continue
        last = at
        while last + 1 < len(words) and last - at < 4 and words.is_capital(last + 1) and not words.first[last + 1]:
            last += 1
        if last > at:
            found.add(words.lower[last])
        at = last + 1
    return found
