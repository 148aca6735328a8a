"""The spaCy component that reads places: ``nlp.add_pipe("dateline_places")``."""

import logging
from collections import Counter

from spacy.language import Language
from spacy.tokens import Doc

from dateline.gazetteer import Gazetteer, load_gazetteer
from dateline.gazetteer.entry import CITY, COUNTRY, DISTRICT, DIVISION, Entry
from dateline.model import PlaceMention, PlacePrecision
from dateline.read.extensions import register_extensions
from dateline.read.places.cues import Cues, load_cues
from dateline.read.places.find import Finder
from dateline.read.places.settle import Named, settle
from dateline.read.places.words import Words

logger = logging.getLogger(__name__)

_PLAIN = "dateline_toponyms"


def toponyms(doc: Doc) -> tuple[PlaceMention, ...]:
    """The plain place names of a Doc that ``dateline_places`` has read, without areas and adjectives, in order."""
    found: tuple[PlaceMention, ...] = doc.user_data.get(_PLAIN, ())
    return found


@Language.factory(
    "dateline_places",
    default_config={"language": "en"},
    requires=["token.dep", "token.tag"],
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
        self._finder: Finder | None = None

    def __call__(self, doc: Doc) -> Doc:
        if self._finder is None:
            self._finder = Finder(self._gazetteer or load_gazetteer(), self._cues)
        words = Words.of_doc(doc)
        named = settle([(words, 0.0)], self._finder, self._cues, Counter())
        doc.user_data[_PLAIN] = tuple(place_of(one) for one in named)
        doc._.dateline_places = doc.user_data[_PLAIN]
        return doc


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


def place_of(named: Named) -> PlaceMention:
    """The mention of a plain name."""
    name = named.name
    entry: Entry | None = named.choice.entry if named.choice else None
    if entry is None or named.choice is None:
        return PlaceMention(
            start=name.start,
            end=name.end,
            text=name.text,
            name=name.text,
            lat=None,
            lon=None,
            country=None,
            geonameid=None,
            precision="site" if name.feature in {"road", "site"} else "feature",
            radius_km=None,
            role="location",
            reason=f"“{name.text}” ends in a word for a place, but stands in no gazetteer.",
        )
    return PlaceMention(
        start=name.start,
        end=name.end,
        text=name.text,
        name=entry.name,
        lat=entry.lat,
        lon=entry.lon,
        country=entry.country,
        geonameid=entry.geonameid,
        precision=_PRECISION.get(entry.kind, "feature"),
        radius_km=entry.radius_km,
        role="location",
        reason=named.choice.reason,
    )
