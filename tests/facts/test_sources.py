"""Who vouches for a claim."""

from typing import Any

from dateline.facts.sources import Outlet, source_of


def sources(make: Any, claims: Any, outlets: Any) -> set[str]:
    actors = make.telling(claims).actors
    return {source_of(claim, outlets, actors) for claim in claims}


def test_twenty_reprints_of_one_agency_are_one_source(make: Any) -> None:
    claims = [make.claim(f"c{number}", report=f"r{number}") for number in range(20)]
    outlets = {f"r{number}": Outlet(cluster="r0", name="AFP") for number in range(20)}
    assert sources(make, claims, outlets) == {"outlet:afp"}


def test_an_outlet_is_one_source_in_all_its_reports_however_it_is_written(make: Any) -> None:
    claims = [make.claim("c1", report="r1"), make.claim("c2", report="r2")]
    outlets = {"r1": Outlet(cluster="r1", name="The Post"), "r2": Outlet(cluster="r2", name="THE POST")}
    assert sources(make, claims, outlets) == {"outlet:the post"}


def test_the_army_cited_by_two_papers_is_one_source(make: Any) -> None:
    claims = [make.claim(f"c{number}", report=f"r{number}", said_by="Army") for number in (1, 2)]
    outlets = {f"r{number}": Outlet(cluster=f"r{number}", name=f"Paper {number}") for number in (1, 2)}
    assert sources(make, claims, outlets) == {"actor:Army"}


def test_speakers_without_a_name_count_with_the_outlet_that_cites_them(make: Any) -> None:
    claims = [make.claim("c1", said_by="a resident"), make.claim("c2", said_by="a doctor"), make.claim("c3")]
    assert sources(make, claims, {"r1": Outlet(cluster="r1", name="AFP")}) == {"outlet:afp"}


def test_reports_that_name_no_outlet_count_by_their_text(make: Any) -> None:
    claims = [make.claim("c1", report="r1"), make.claim("c2", report="r2"), make.claim("c3", report="r3")]
    outlets = {one: Outlet(cluster=cluster, name=None) for one, cluster in zip(("r1", "r2", "r3"), "AAB", strict=True)}
    assert sources(make, claims, outlets) == {"copies:A", "copies:B"}
