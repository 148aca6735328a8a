"""The spaCy component that reads places: ``nlp.add_pipe("dateline_places")``."""

import math
from collections import Counter
from collections.abc import Sequence

from spacy.language import Language
from spacy.tokens import Doc

from dateline.gazetteer import Entry, Gazetteer, load_gazetteer
from dateline.gazetteer.entry import CITY, COUNTRY, DISTRICT, DIVISION
from dateline.model import PlaceMention, PlacePrecision, PlaceRole, Report
from dateline.read.extensions import register_extensions
from dateline.read.places.adjectives import adjectives, origin_mention
from dateline.read.places.areas import Surroundings, described_areas, mention_of
from dateline.read.places.cues import Cues, load_cues
from dateline.read.places.find import Finder
from dateline.read.places.roles import role_of, role_reason
from dateline.read.places.settle import Named, Part, settle
from dateline.read.places.words import Words

_PLAIN = "dateline_toponyms"
_DATELINE_BONUS = 4.0
_PUBLISHER_BONUS = 0.5
ADJECTIVE_CUE = 0.3
INSTITUTION_CUE = 1.2
_TOWNS = frozenset({CITY, "settlement", COUNTRY, "camp", "site"})
"""Kinds of entry that "the town of" may stand before; a country too, where a state is a city."""

_PRECISION: dict[str, PlacePrecision] = {
    CITY: "settlement",
    "settlement": "settlement",
    COUNTRY: "country",
    DIVISION: "province",
    DISTRICT: "district",
    "camp": "site",
    "site": "site",
    "sea": "sea",
    "gulf": "sea",
    "strait": "sea",
}


def toponyms(doc: Doc) -> tuple[PlaceMention, ...]:
    """The plain place names of a Doc that ``dateline_places`` has read, without areas and adjectives, in order."""
    found: tuple[PlaceMention, ...] = doc.user_data.get(_PLAIN, ())
    return found


@Language.factory(
    "dateline_places",
    default_config={"language": "en"},
    requires=["token.dep", "token.tag", "token.lemma"],
    assigns=["doc._.dateline_places"],
)
def make_places(nlp: Language, name: str, language: str) -> "PlaceReader":
    """The component for a language; the gazetteer is loaded on first use."""
    register_extensions()
    return PlaceReader(nlp, language)


class PlaceReader:
    """Sets ``doc._.dateline_places``. Works with or without spaCy's entity recogniser."""

    def __init__(self, nlp: Language, language: str = "en", gazetteer: Gazetteer | None = None) -> None:
        self._tokenize = nlp.make_doc
        self._cues: Cues = load_cues(language)
        self._gazetteer = gazetteer

    def __call__(self, doc: Doc) -> Doc:
        """Read the places of a Doc, with the dateline and publisher of its report when it has one."""
        gazetteer = self._gazetteer = self._gazetteer or load_gazetteer()
        words = Words.of_doc(doc)
        from_peoples = list(adjectives(words))
        named = settle(
            [*self._frame(doc._.dateline_report), Part(words=words)],
            Finder(gazetteer, self._cues),
            self._cues,
            country_cues(words, [country for _, _, country in from_peoples], self._cues),
        )
        plain = [_plain(doc, one, one.words is words, self._cues) for one in named]
        inside = [(one, mention) for one, mention in zip(named, plain, strict=True) if one.words is words]
        around = Surroundings(words=words, cues=self._cues, gazetteer=gazetteer, main_countries=_countries(named))
        areas = [mention_of(area, words) for area, _ in described_areas(around, [one for one, _ in inside])]
        origins = [origin_mention(words, *one, gazetteer) for one in from_peoples]
        doc.user_data[_PLAIN] = tuple(plain)
        doc._.dateline_places = _without_overlap([*areas, *plain, *origins])
        return doc

    def _frame(self, report: Report | None) -> list[Part]:
        """The dateline, whose places are mentions; and the publisher's name, which only helps to resolve others."""
        parts = []
        if report is not None and report.dateline is not None and report.dateline.place:
            line = Words.of_text(report.dateline.text, self._tokenize, report.dateline.start)
            line.has_case = True
            parts.append(Part(words=line, bonus=_DATELINE_BONUS))
        if report is not None and report.publisher:
            name = Words.of_text(report.publisher, self._tokenize)
            parts.append(Part(words=name, bonus=_PUBLISHER_BONUS, is_text=False))
        return parts


def country_cues(words: Words, adjectives_of: Sequence[str], cues: Cues) -> dict[str, float]:
    """How much the report speaks of each country by adjectives ("Malian") and by its institutions ("sheriff")."""
    found = {country: ADJECTIVE_CUE * math.log1p(count) for country, count in Counter(adjectives_of).items()}
    institutions = Counter(cues.country_words[word] for word in set(words.lower) & cues.country_words.keys())
    for country, count in institutions.items():
        found[country] = found.get(country, 0.0) + INSTITUTION_CUE * math.log1p(count)
    return found


def _countries(named: Sequence[Named]) -> list[str]:
    """The countries of the places named, most mentioned first."""
    counts: Counter[str] = Counter()
    for one in named:
        if one.choice is not None and one.choice.entry.country:
            counts[one.choice.entry.country] += 1
    return [country for country, _ in counts.most_common()]


def _without_overlap(mentions: Sequence[PlaceMention]) -> tuple[PlaceMention, ...]:
    """The mentions in order, without those that overlap one given earlier: an area stands for the names in it."""
    taken: list[PlaceMention] = []
    for mention in mentions:
        if not any(mention.start < other.end and other.start < mention.end for other in taken):
            taken.append(mention)
    return tuple(sorted(taken, key=lambda mention: mention.start))


def _plain(doc: Doc, named: Named, is_in_doc: bool, cues: Cues) -> PlaceMention:
    """The mention of a plain name; its role only when it stands in the Doc itself."""
    name = named.name
    entry: Entry | None = named.choice.entry if named.choice else None
    role: PlaceRole = "location"
    reason = f"“{name.text}” ends in a word for a place, but stands in no gazetteer."
    if named.choice is not None:
        reason = named.choice.reason
    if is_in_doc:
        role, word = role_of(doc, name.last, entry, cues)
        reason += role_reason(role, word)
    unknown: PlacePrecision = "site" if name.feature in {"road", "site"} else "feature"
    precision = _PRECISION.get(entry.kind, "feature") if entry else unknown
    printed = entry.name if entry else name.text
    if entry and named.typed == CITY and entry.kind not in _TOWNS:
        printed, precision = name.text, "settlement"
        reason += f" The words speak of a town, which no gazetteer holds; it is placed in {entry.name}."
    return PlaceMention(
        start=name.start,
        end=name.end,
        text=name.text,
        name=printed,
        lat=entry.lat if entry else None,
        lon=entry.lon if entry else None,
        country=entry.country if entry else None,
        geonameid=entry.geonameid if entry else None,
        precision=precision,
        radius_km=entry.radius_km if entry else None,
        role=role,
        reason=reason,
    )
