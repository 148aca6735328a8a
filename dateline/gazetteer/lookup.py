"""Ask for places by name: the index of the package and whatever the user has added."""

import logging
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from dateline.errors import DataFileError
from dateline.gazetteer import folder as places_folder
from dateline.gazetteer.entry import COUNTRY, DIVISION, Entry, Match
from dateline.gazetteer.index import Index
from dateline.gazetteer.names import fold, respelled, without_article

logger = logging.getLogger(__name__)

PACKAGED = Path(__file__).parent / "data" / "gazetteer.npz"


class Gazetteer:
    """Several indexes asked as one. Answers are remembered; safe to share between threads."""

    def __init__(self, indexes: Iterable[Index]) -> None:
        self._indexes = tuple(indexes)
        self._answers: dict[str, tuple[Match, ...]] = {}
        self._codes: dict[str, Entry] | None = None
        self._capitals: dict[str, Entry] | None = None

    def __len__(self) -> int:
        return sum(len(index) for index in self._indexes)

    def find(self, name: str) -> tuple[Match, ...]:
        """All places of a name, in no order of merit. Case, accents, hyphens and Arabic articles make no difference,
        nor does the usual spelling of Arabic words ("Tel", "Beit", "Ain").
        """
        folded = fold(name)
        answer = self._answers.get(folded)
        if answer is None:
            answer = self._ask(folded) or self._ask(without_article(folded)) or self._ask(respelled(folded))
            if len(self._answers) > 200_000:
                self._answers.clear()
            self._answers[folded] = answer
        return answer

    def _ask(self, folded: str) -> tuple[Match, ...]:
        """What the indexes say; a place that stands in several counts once, as the last (the user's) has it."""
        by_id: dict[object, Match] = {}
        for index in self._indexes:
            for match in index.find(folded):
                by_id[match.entry.geonameid or match.entry.row] = match
        return tuple(by_id.values())

    def beginning(self, words: str, *, limit: int) -> list[Entry]:
        """Places whose main name begins so, in any case, those with most people first."""
        found = [entry for index in self._indexes for entry in index.beginning(words, limit)]
        return sorted(found, key=lambda entry: (-entry.population, entry.name))[:limit]

    def area(self, code: str) -> Entry | None:
        """The country (``ML``) or first-order division (``ML.09``) of a code; None when there is none."""
        if self._codes is None:
            self._codes = dict(self._areas())
        return self._codes.get(code)

    def capital(self, country: str) -> Entry | None:
        """The capital of a country (ISO 3166-1 alpha-2), its largest when GeoNames marks several; None without one."""
        if self._capitals is None:
            cities = (city for index in self._indexes for city in index.capitals())
            self._capitals = {city.countries[0]: city for city in sorted(cities, key=lambda city: city.population)}
        return self._capitals.get(country)

    def _areas(self) -> Iterable[tuple[str, Entry]]:
        for index in self._indexes:
            for kind in (COUNTRY, DIVISION):
                for row in index.rows_of_kind(kind):
                    entry = index.entry(row)
                    yield entry.division or entry.countries[0], entry


def open_gazetteer(folder: Path) -> Gazetteer:
    """The packaged index and the dumps in a folder. A dump that can't be read is left out with a warning."""
    indexes = [Index.load(PACKAGED)]
    for path in sorted(folder.glob("*.npz")):
        try:
            indexes.append(Index.load(path, base=sum(len(index) for index in indexes)))
        except DataFileError as error:
            logger.warning("left out: %s", error)
    return Gazetteer(indexes)


@cache
def load_gazetteer() -> Gazetteer:
    """The gazetteer of this user, read once a process."""
    return open_gazetteer(places_folder.user_folder())
