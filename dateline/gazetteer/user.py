"""Users' own places: a GeoNames country dump becomes one more index beside the packaged one.

A dump is a text of 19 tab-separated columns (the GeoNames "geoname" table; readme.txt of the GeoNames export folder),
alone or in a zip with one such text. Adding a dump of the same name again replaces it.
"""

import csv
import io
import zipfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from tempfile import NamedTemporaryFile

from dateline.errors import DataFileError
from dateline.gazetteer.cities import city_names, city_radius_km
from dateline.gazetteer.entry import CITY, COUNTRY, DISTRICT, DIVISION
from dateline.gazetteer.index import Draft, Index

_COLUMNS = 19
_MOST_BYTES = 4_000_000_000
"""Of the text in a zip; the dump of all countries has 1.7 GB."""
_BY_CODE = {
    "ADM1": DIVISION,
    "ADM2": DISTRICT,
    "PCLI": COUNTRY,
    "CMPRF": "camp",
    "CMP": "camp",
    "DSRT": "desert",
    "ISL": "island",
    "ISLS": "island",
    "MT": "mountain",
    "MTS": "range",
    "HLLS": "range",
    "VAL": "valley",
    "PEN": "peninsula",
    "FRST": "forest",
    "RGN": "region",
    "AREA": "region",
    "LK": "lake",
    "LKS": "lake",
    "STM": "river",
    "STMI": "river",
    "WAD": "valley",
    "CNL": "canal",
    "STRT": "strait",
    "GULF": "gulf",
    "BAY": "gulf",
    "SEA": "sea",
    "AIRB": "site",
    "AIRP": "site",
    "DAM": "site",
    "INSM": "site",
    "MN": "site",
    "OILF": "site",
    "PRN": "site",
    "PSTB": "border",
}
_RADIUS_KM = {
    DIVISION: 120.0,
    DISTRICT: 40.0,
    COUNTRY: 500.0,
    "site": 3.0,
    "camp": 3.0,
    "border": 3.0,
    "mountain": 10.0,
}


def add_dump(path: Path, folder: Path) -> dict[str, int]:
    """Add a dump to the indexes in ``folder`` and return how many places of each kind it brought.

    Raises DataFileError, naming the line, when the file is no such dump or holds no place that Dateline uses; the
    folder is then left as it was.
    """
    drafts = list(_drafts(path))
    if not drafts:
        raise DataFileError(f"{path}: holds no populated place, division or feature that Dateline uses")
    target = folder / f"{path.stem.lower()}.npz"
    _write(Index.of(drafts), target)
    return dict(sorted(Counter(draft.kind for draft in drafts).items()))


def _write(index: Index, target: Path) -> None:
    """Put the finished file in place at once, so that a run beside this one never sees half of it."""
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile(dir=target.parent, suffix=".part", delete=False) as file:
            unfinished = Path(file.name)
        written = unfinished.with_suffix(".part.npz")
        try:
            index.save(written)
            written.replace(target)
        finally:
            unfinished.unlink(missing_ok=True)
            written.unlink(missing_ok=True)
    except OSError as error:
        raise DataFileError(f"{target}: could not be written: {error}") from error


def _drafts(path: Path) -> Iterator[Draft]:
    number = 0
    try:
        for number, row in enumerate(csv.reader(_lines(path), delimiter="\t", quoting=csv.QUOTE_NONE), start=1):
            if len(row) != _COLUMNS:
                raise DataFileError(f"{path}, line {number}: has {len(row)} columns; a GeoNames dump has {_COLUMNS}")
            draft = _draft(row)
            if draft is not None:
                yield draft
    except UnicodeDecodeError as error:
        raise DataFileError(f"{path}: is not UTF-8 text, as GeoNames dumps are") from error
    except (ValueError, csv.Error) as error:
        raise DataFileError(f"{path}, line {number}: {error}") from error


def _lines(path: Path) -> Iterator[str]:
    """The lines of the dump, out of its zip if it is in one."""
    try:
        if not zipfile.is_zipfile(path):
            with path.open(encoding="utf-8", newline="") as file:
                yield from file
            return
        with zipfile.ZipFile(path) as archive, archive.open(_member(archive, path)) as raw:
            yield from io.TextIOWrapper(raw, encoding="utf-8", newline="")
    except (OSError, zipfile.BadZipFile, RuntimeError) as error:
        raise DataFileError(f"{path}: could not be read: {error}") from error


def _member(archive: zipfile.ZipFile, path: Path) -> zipfile.ZipInfo:
    """The one dump in a zip; GeoNames adds a readme.txt to it."""
    texts = [
        info
        for info in archive.infolist()
        if info.filename.lower().endswith(".txt") and Path(info.filename).name.lower() != "readme.txt"
    ]
    if len(texts) != 1:
        raise DataFileError(f"{path}: the zip must hold one dump (a .txt file); it holds {len(texts)}")
    if texts[0].file_size > _MOST_BYTES:
        raise DataFileError(f"{path}: the text in the zip is larger than any GeoNames dump")
    return texts[0]


def _draft(row: list[str]) -> Draft | None:
    """The place of a line; None for one that Dateline does not use. Raises ValueError with what is wrong."""
    geonameid, name, _ascii, others, lat, lon, feature_class, feature_code, country, _cc2, admin1, admin2 = row[:12]
    kind = CITY if feature_class == "P" else _BY_CODE.get(feature_code)
    latitude, longitude, identifier, population = float(lat), float(lon), int(geonameid), int(row[14] or 0)
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
        raise ValueError(f"{lat}, {lon} is no point on Earth")
    if kind is None or not name:
        return None
    division = f"{country}.{admin1}" if admin1 and admin1 != "00" else ""
    return Draft(
        name=name.replace("\n", " "),
        kind=kind,
        lat=latitude,
        lon=longitude,
        countries=(country,) if country else (),
        division=division,
        district=f"{division}.{admin2}" if division and admin2 else "",
        population=min(max(population, 0), 2**32 - 1),
        radius_km=_RADIUS_KM.get(kind, city_radius_km(population) if kind == CITY else 25.0),
        geonameid=identifier,
        capital=feature_code == "PPLC",
        names=city_names(name, tuple(filter(None, others.split(","))), with_alternatives=True),
    )
