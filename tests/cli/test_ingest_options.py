from datetime import date

import pytest

from dateline.cli.ingest_options import FIELDS, ingest_options
from dateline.errors import BadArgument
from dateline.ingest import COLUMN_GUESSES, IngestOptions


def test_what_is_not_given_stays_as_ingest_has_it() -> None:
    assert ingest_options() == IngestOptions()


def test_what_is_given_is_handed_on() -> None:
    options = ingest_options(
        published="2012-12-03",
        encoding="cp1251",
        columns=["text=body", "url=a=b"],
        max_megabytes=0.5,
        allow_private=True,
    )
    assert options == IngestOptions(
        published=date(2012, 12, 3),
        encoding="cp1251",
        text_column="body",
        url_column="a=b",
        max_bytes=500_000,
        allow_private=True,
    )


def test_the_fields_are_those_of_ingest() -> None:
    assert set(FIELDS) == set(COLUMN_GUESSES)


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"published": "3 December"}, "is not a day"),
        ({"encoding": "latin-99"}, "no encoding 'latin-99'"),
        ({"columns": ["body"]}, "FIELD=NAME"),
        ({"columns": ["colour=red"]}, "FIELD=NAME"),
        ({"columns": ["text="]}, "FIELD=NAME"),
        ({"max_megabytes": 0.0}, "more than 0"),
        ({"max_megabytes": float("nan")}, "more than 0"),
    ],
)
def test_what_cannot_be_used_is_refused(given: dict[str, object], message: str) -> None:
    with pytest.raises(BadArgument, match=message):
        ingest_options(**given)  # type: ignore[arg-type]
