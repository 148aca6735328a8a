"""Claims that words state and the network for claims makes unlikely are shown, and are no part of the record."""

from collections.abc import Callable

import pytest

from dateline import Reader
from dateline.cli.reading_view import reading_lines
from dateline.encoder.model import FOLDER, description
from dateline.ingest import report_from_text
from dateline.model import Reading
from dateline.model.from_record import reading_of
from dateline.model.record import to_record

TEXT = (
    "Gunmen of the Dawn Front ambushed a convoy near Gao on Monday and killed six soldiers, the army said. "
    "Ana Lopes leads the Dawn Front."
)


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader()


@pytest.fixture
def read_with(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> Callable[[float], Reading]:
    """Reads the text where events are told from a confidence."""

    def read(kept: float) -> Reading:
        monkeypatch.setitem(description(FOLDER)["claims"], "kept", kept)
        return reader.read(report_from_text(TEXT, published=None, source="x.txt"))

    return read


def test_what_words_state_is_told_or_doubted(read_with: Callable[[float], Reading]) -> None:
    all_told, doubted = read_with(0.0), read_with(1.01)
    assert not all_told.doubted
    assert {claim.type for claim in doubted.claims} == {"leads"}
    assert "ASSAULT" in {claim.type for claim in doubted.doubted}
    assert {claim.id for claim in doubted.doubted} <= {claim.id for claim in all_told.claims}


def test_doubted_claims_have_codes_and_come_back_from_the_record(read_with: Callable[[float], Reading]) -> None:
    reading = read_with(1.01)
    assert any(claim.codes for claim in reading.doubted)
    assert reading_of(to_record(reading)).doubted == reading.doubted


def test_a_reading_of_before_has_none(read_with: Callable[[float], Reading]) -> None:
    record = to_record(read_with(1.01))
    del record["doubted"]  # type: ignore[misc]
    assert reading_of(record).doubted == ()


def test_a_person_sees_them_under_a_heading_of_their_own(read_with: Callable[[float], Reading]) -> None:
    shown = "\n".join(line.plain for line in reading_lines(read_with(1.01), 100))
    assert shown.index("Ana Lopes") < shown.index("Doubted") < shown.index("ambushed a convoy")
    assert "Doubted" not in "\n".join(line.plain for line in reading_lines(read_with(0.0), 100))
