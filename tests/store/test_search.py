import contextlib
import dataclasses
from collections.abc import Callable
from datetime import date

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.errors import BadArgument
from dateline.model import Reading, Report
from dateline.store import Store, search
from dateline.store.search_index import vector_of
from dateline.store.search_query import folded
from dateline.store.search_tables import search_items

MakeReading = Callable[..., Reading]
SPLIT, RAID = "c000000000001", "c000000000002"


@pytest.fixture
def filled(store: Store, make_reading: MakeReading, make_report: Callable[..., Report]) -> Store:
    """The usual report with its two claims, and one on a convoy without claims."""
    store.add(make_reading())
    text = (
        "The convoy left Ménaka. " * 40 + "Gunmen of the Northern  Front burned its fuel trucks at 5.30 on 2012-11-30."
    )
    report = make_report(text=text, published=date(2012, 12, 1), source="b.txt")
    store.add(make_reading(report=dataclasses.replace(report, title="Trucks burned near Ménaka")))
    return store


def found(store: Store, words: str, **wanted: object) -> set[tuple[str, str | None]]:
    sources = {report.id: report.source for report in store.reports()}
    return {(sources[hit.report_id], hit.claim_id) for hit in search(store, words, **wanted)}  # type: ignore[arg-type]


A, B = ("a.txt", None), ("b.txt", None)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("front", {A, ("a.txt", SPLIT), B}),
        ("KELE raid", {A, ("a.txt", RAID)}),
        ("Kélé sana'a", {A, ("a.txt", RAID)}),
        ("trucks", {B}),
        ("menaka", {B}),
        ('"northern front"', {A, ("a.txt", SPLIT), B}),
        ('"front northern"', set()),
        ('"fuel trucks" gunmen', {B}),
        ('"near menaka"', {B}),
        ("north*", {A, ("a.txt", SPLIT), B}),
        ("nort", set()),
        ('"northern fro"*', {A, ("a.txt", SPLIT), B}),
        ("front -trucks", {A, ("a.txt", SPLIT)}),
        ('front -"northern front"', set()),
        ('men -"northern men"', {A, ("a.txt", RAID)}),
        ("front -north*", set()),
        ("5.30", {B}),
        ("2012-11-30", {B}),
        ("divided", {A}),
        ("absent", set()),
    ],
)
def test_all_words_must_occur_whatever_their_case_and_accents(
    filled: Store, words: str, expected: set[tuple[str, str | None]]
) -> None:
    assert found(filled, words) == expected


def test_reports_or_claims_alone_can_be_asked_for(filled: Store) -> None:
    assert found(filled, "front", what="reports") == {A, B}
    assert found(filled, "front", what="claims") == {("a.txt", SPLIT)}


def test_a_hit_tells_its_report_and_where_it_matches(filled: Store) -> None:
    [hit] = search(filled, '"fuel trucks"')
    assert (hit.kind, hit.title, hit.published) == ("report", "Trucks burned near Ménaka", date(2012, 12, 1))
    assert [hit.snippet[first:last] for first, last in hit.matches] == ["fuel trucks"]
    assert hit.snippet.startswith("… ")
    [claim] = search(filled, "raid", what="claims")
    assert (claim.kind, claim.claim_id, claim.title) == ("claim", RAID, "Front, divided")
    assert claim.snippet == "Kélé’s men did not raid Sana’a on Monday, killing three."
    assert claim.as_record()["matches"] == [[19, 23]]


def test_a_claim_is_found_by_the_names_of_its_parties(store: Store, make_reading: MakeReading) -> None:
    reading = make_reading()
    raid = dataclasses.replace(reading.claims[1], subject=reading.claims[0].object)
    store.add(dataclasses.replace(reading, claims=(raid,)))
    [hit] = search(store, "northern raid", what="claims")
    assert [hit.snippet[first:last] for first, last in hit.matches] == ["raid"]


def test_the_nearer_fit_comes_first_and_pages_follow_each_other(filled: Store) -> None:
    every = search(filled, "front")
    assert [hit.rank for hit in every] == sorted((hit.rank for hit in every), reverse=True)
    assert every[-1].report_id == search(filled, "trucks")[0].report_id, "the long report, of which it is a small part"
    pages = [search(filled, "front", limit=1, offset=number) for number in range(4)]
    assert [hit for page in pages for hit in page] == every


def test_claims_of_a_superseded_reading_and_an_older_text_are_no_longer_found(
    store: Store, make_reading: MakeReading
) -> None:
    reading = make_reading(reader="hand 1")
    store.add(reading)
    cleaned = dataclasses.replace(reading.report, text="Cleaned anew.", title=None)
    store.add(dataclasses.replace(reading, reader="hand 2", report=cleaned, claims=()))
    assert search(store, "kele") == []
    assert [hit.snippet for hit in search(store, "cleaned")] == ["Cleaned anew."]


def test_a_reading_that_fails_leaves_no_words(store: Store, make_reading: MakeReading) -> None:
    reading = make_reading()
    too_large = dataclasses.replace(reading.claims[1].evidence, end=2**70)
    bad = dataclasses.replace(reading.claims[1], evidence=too_large)
    with pytest.raises(Exception, match=r".+"):
        store.add(dataclasses.replace(reading, claims=(bad,)))
    with store.engine.connect() as connection:
        assert connection.scalar(sa.select(sa.func.count()).select_from(search_items)) == 0
    assert search(store, "kele") == []


def test_a_very_long_report_is_found_by_its_last_words_and_phrases(store: Store, make_reading: MakeReading) -> None:
    text = "The convoy waited at the gate of the town. " * 2_500 + "Then the gate opened."
    store.add(make_reading(text=text, raw=text.encode()))
    assert len(search(store, '"then the gate opened"')) == 1
    assert search(store, '"the gate waited"') == []


def test_a_report_of_very_many_different_words_can_be_stored(store: Store, make_reading: MakeReading) -> None:
    text = " ".join(f"w{number}" for number in range(150_000)) + " " + "x" * 5_000
    store.add(make_reading(text=text, raw=text.encode()))
    assert len(search(store, "w17 w4321")) == 1
    assert len(vector_of(text.split())) < 1_500_000


@pytest.mark.parametrize("wanted", [{"what": "facts"}, {"limit": 0}, {"offset": -1}])
def test_a_search_that_cannot_be_meant_is_a_bad_argument(filled: Store, wanted: dict[str, object]) -> None:
    with pytest.raises(BadArgument):
        search(filled, "front", **wanted)  # type: ignore[arg-type]


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.one_of(st.text(), st.text(alphabet="ab\"*-'&|!():<>\\%_ é’\0\ud800", max_size=30)))
def test_whatever_is_asked_it_is_answered_or_refused_in_a_sentence(filled: Store, words: str) -> None:
    with contextlib.suppress(BadArgument):
        search(filled, words)


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\0"), min_size=1, max_size=100))
def test_any_text_is_found_by_each_of_its_words(store: Store, make_reading: MakeReading, text: str) -> None:
    reading = make_reading(text=text, raw=text.encode())
    store.add(reading)
    for word in folded(text)[:5]:
        hits = search(store, word, what="reports", limit=1_000)
        assert reading.report.id in {hit.report_id for hit in hits}, word
