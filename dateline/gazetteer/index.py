"""The compact index: columns of numbers, a table of folded names, and the texts, in one compressed numpy file."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self
from zipfile import BadZipFile

import numpy as np

from dateline.errors import DataFileError
from dateline.gazetteer.entry import KINDS, LINKS, Entry, Match
from dateline.gazetteer.names import fold, key_of

FORMAT = 1
_NEWLINE = ord("\n")
_SCALE = 10_000
"""Degrees are stored in ten-thousandths, which is 11 metres."""


@dataclass(slots=True, kw_only=True)
class Draft:
    """A place on its way into an index, with its names."""

    name: str
    kind: str
    lat: float
    lon: float
    countries: tuple[str, ...]
    division: str = ""
    district: str = ""
    population: int = 0
    radius_km: float = 5.0
    geonameid: int = 0
    capital: bool = False
    names: dict[str, int]
    """Folded name to its position in ``LINKS``."""


class Index:
    """A read-only set of places, found by name. ``base`` is added to its row numbers when several are used together."""

    def __init__(self, columns: dict[str, Any], base: int = 0) -> None:
        self._columns = columns
        self.base = base
        self.keys = np.cumsum(columns["key_gaps"], dtype=np.uint64)
        self._name_ends = np.append(np.flatnonzero(columns["names"] == _NEWLINE), len(columns["names"]))
        self._countries = _lines(columns["country_sets"])
        self._divisions = _lines(columns["division_codes"])
        self._districts = _lines(columns["district_codes"])
        self._lowered: bytes | None = None
        """The names in lower case, each after a line end; made when first searched by beginnings."""

    def __len__(self) -> int:
        return len(self._columns["kind"])

    def find(self, folded: str) -> Iterator[Match]:
        """The places of a folded name."""
        key = key_of(folded)
        at = int(np.searchsorted(self.keys, np.uint64(key)))
        if at < len(self.keys) and int(self.keys[at]) == key:
            starts = self._columns["starts"]
            rows, links = self._columns["rows"], self._columns["links"]
            for place in range(int(starts[at]), int(starts[at + 1])):
                yield Match(self.entry(int(rows[place])), LINKS[int(links[place])])

    def entry(self, row: int) -> Entry:
        """The place of a row number of this index (without ``base``)."""
        column = self._columns
        countries = self._countries[int(column["country_set"][row])]
        return Entry(
            row=self.base + row,
            name=self._name(row),
            kind=KINDS[int(column["kind"][row])],
            lat=int(column["lat"][row]) / _SCALE,
            lon=int(column["lon"][row]) / _SCALE,
            countries=tuple(countries.split()),
            division=self._divisions[int(column["division"][row])] or None,
            district=self._districts[int(column["district"][row])] or None,
            population=int(column["population"][row]),
            radius_km=float(column["radius_km"][row]),
            geonameid=int(column["geonameid"][row]) or None,
            capital=bool(column["capital"][row]),
        )

    def _name(self, row: int) -> str:
        start = int(self._name_ends[row - 1]) + 1 if row else 0
        return bytes(self._columns["names"][start : self._name_ends[row]]).decode()

    def beginning(self, words: str, limit: int) -> list[Entry]:
        """Places whose main name begins so, those with most people first. Accents make a difference."""
        wanted = words.strip().lower().encode()
        if not wanted:
            return []
        if self._lowered is None:
            self._lowered = b"\n" + bytes(self._columns["names"]).decode().lower().encode()
        starts = [one.start() for one in re.finditer(b"\n" + re.escape(wanted), self._lowered)]
        ends = np.flatnonzero(np.frombuffer(self._lowered, dtype=np.uint8) == _NEWLINE)
        rows = np.searchsorted(ends, np.array(starts, dtype=np.int64))
        largest = np.argsort(-self._columns["population"][rows].astype(np.int64), kind="stable")[:limit]
        return [self.entry(int(row)) for row in rows[largest]]

    def rows_of_kind(self, kind: str) -> list[int]:
        """Row numbers of all places of a kind."""
        return [int(row) for row in np.flatnonzero(self._columns["kind"] == KINDS.index(kind))]

    def capitals(self) -> list[Entry]:
        """All capitals of countries."""
        return [self.entry(int(row)) for row in np.flatnonzero(self._columns["capital"])]

    @classmethod
    def load(cls, path: Path, base: int = 0) -> Self:
        """Read an index. Raises DataFileError when the file is missing, damaged or of another format."""
        try:
            with np.load(path, allow_pickle=False) as file:
                columns = {name: file[name] for name in file.files}
        except (OSError, ValueError, BadZipFile) as error:
            raise DataFileError(f"{path}: not a readable gazetteer: {error}") from error
        if int(columns.get("format", np.array(0))) != FORMAT:
            raise DataFileError(f"{path}: made by another version of Dateline; add the dump again")
        return cls(columns, base)

    def save(self, path: Path) -> None:
        """Write the index; the same places give the same bytes."""
        np.savez_compressed(path, **self._columns)

    @classmethod
    def of(cls, drafts: Sequence[Draft]) -> Self:
        """An index of these places, in this order."""
        return cls({"format": np.array(FORMAT), **_place_columns(drafts), **_name_columns(drafts)})


def _place_columns(drafts: Sequence[Draft]) -> dict[str, Any]:
    """One array per property, one element per place; texts as a joined blob."""
    country_sets, country_set = _numbered([" ".join(draft.countries) for draft in drafts])
    divisions, division = _numbered([draft.division for draft in drafts])
    districts, district = _numbered([draft.district for draft in drafts])
    return {
        "names": _blob([draft.name for draft in drafts]),
        "kind": np.array([KINDS.index(draft.kind) for draft in drafts], dtype=np.uint8),
        "lat": np.array([round(draft.lat * _SCALE) for draft in drafts], dtype=np.int32),
        "lon": np.array([round(draft.lon * _SCALE) for draft in drafts], dtype=np.int32),
        "population": np.array([draft.population for draft in drafts], dtype=np.uint32),
        "radius_km": np.array([max(1, round(draft.radius_km)) for draft in drafts], dtype=np.uint16),
        "geonameid": np.array([draft.geonameid for draft in drafts], dtype=np.uint32),
        "capital": np.array([draft.capital for draft in drafts], dtype=np.bool_),
        "country_sets": country_sets,
        "country_set": country_set,
        "division_codes": divisions,
        "division": division,
        "district_codes": districts,
        "district": district,
    }


def _name_columns(drafts: Sequence[Draft]) -> dict[str, Any]:
    """The table of names: sorted keys as gaps, where each key's places start, and the places with their links."""
    found: dict[int, list[tuple[int, int]]] = {}
    for row, draft in enumerate(drafts):
        for folded, link in draft.names.items():
            found.setdefault(key_of(folded), []).append((row, link))
    keys = sorted(found)
    places = [pair for key in keys for pair in found[key]]
    gaps = np.diff(np.array([0, *keys], dtype=np.uint64))
    return {
        "key_gaps": gaps.astype(np.uint32 if not len(gaps) or int(gaps.max()) < 2**32 else np.uint64),
        "starts": np.cumsum([0, *(len(found[key]) for key in keys)], dtype=np.uint32),
        "rows": np.array([row for row, _ in places], dtype=np.uint32),
        "links": np.array([link for _, link in places], dtype=np.uint8),
    }


def add_name(names: dict[str, int], name: str, link: str) -> None:
    """Give a draft one more name; the closest link stays when the name is there already."""
    folded = fold(name)
    if folded:
        names[folded] = min(names.get(folded, len(LINKS)), LINKS.index(link))


def _numbered(texts: Sequence[str]) -> tuple[Any, Any]:
    """The distinct texts as a blob, and for each text its number. The empty text is number 0."""
    distinct = {"": 0}
    numbers = np.array([distinct.setdefault(text, len(distinct)) for text in texts], dtype=np.uint16)
    if len(distinct) > 2**16:
        raise DataFileError("the gazetteer has more than 65,536 codes of one kind")
    return _blob(list(distinct)), numbers


def _blob(texts: Sequence[str]) -> Any:
    return np.frombuffer("\n".join(texts).encode(), dtype=np.uint8)


def _lines(blob: Any) -> list[str]:
    return bytes(blob).decode().split("\n")
