"""The page of a fact, the list of facts, and their JSON."""

from typing import Any

import pytest

from dateline.model.fact import Event
from dateline.record.wanted import FactFilter


@pytest.fixture
def raid(bench: Any) -> Event:
    """An event that several claims tell of."""
    return _raid(bench)


def _raid(bench: Any) -> Event:
    events = bench.workbench.record.events(FactFilter(place="Gao"))
    return max(events, key=lambda one: (len(one.evidence), one.id))  # type: ignore[no-any-return]


def test_every_claim_of_a_fact_leads_to_its_words(bench: Any, raid: Event) -> None:
    html = bench.get(f"/facts/{raid.id}").text
    assert len(raid.evidence) > 1
    for number, one in enumerate(raid.evidence, 1):
        assert f'id="ground-{number}"' in html
        assert f"/reports/{one.report}#claim-{one.claim}" in html
    assert "ASSAULT" in html
    assert all(f"/actors/{party.actor}" in html for party in raid.actors if party.actor)


def test_what_claims_differ_on_is_shown_with_who_says_so(bench: Any) -> None:
    differing = [one for one in bench.workbench.record.facts() if one.disagreements]
    assert differing
    for fact in differing[:3]:
        html = bench.get(f"/facts/{fact.id}").text
        assert "On this claims differ" in html


def test_a_fact_without_a_day_and_a_fact_with_open_ends_have_a_page(bench: Any) -> None:
    for fact in bench.workbench.record.facts(FactFilter(described_too=True)):
        answer = bench.get(f"/facts/{fact.id}")
        assert answer.status_code == 200, fact.id


def test_a_fact_that_is_not_there_is_said_so(bench: Any) -> None:
    assert bench.get("/facts/v0000").status_code == 404
    assert bench.get("/api/facts/v0000").json()["error"]["status"] == 404
    assert bench.get("/api/claims/c0000").json()["error"]["status"] == 404


def test_the_list_is_what_its_address_asks_for(bench: Any) -> None:
    every = bench.get("/api/facts").json()
    leads = bench.get("/api/facts", params={"type": "leads"}).json()
    assert 0 < leads["total"] < every["total"]
    assert {one["type"] for one in leads["facts"]} == {"leads"}
    assert f"{leads['total']} fact" in bench.get("/facts", params={"type": "leads"}).text
    held = bench.get("/api/facts", params={"as_of": "2012-05-01", "type": "leads", "possible": "1"}).json()
    assert held["total"] <= leads["total"]
    two = bench.get("/api/facts", params={"limit": 2, "offset": 1}).json()
    assert two["facts"] == every["facts"][1:3]
    assert two["next_offset"] == 3
    empty = {"kind": "", "actor": "", "sources": "", "as_of": "", "status": ""}
    assert bench.get("/facts", params=empty).status_code == 200  # as a form sends what was left empty


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"actor": "Nobody Known"}, "no actor in the record is called"),
        ({"from": "soon"}, "is not a day"),
        ({"from": "2013", "to": "2012"}, "ends before it starts"),
        ({"as_of": "2012-05-01", "kind": "event"}, "about relations"),
        ({"possible": "1"}, "belongs to a day"),
    ],
)
def test_what_cannot_be_asked_is_said_beside_the_filters(bench: Any, asked: dict[str, str], said: str) -> None:
    answer = bench.get("/facts", params=asked)
    assert answer.status_code == 400
    assert said in answer.text
    assert 'name="actor"' in answer.text


def test_claims_are_split_off_and_joined_again(as_user: Any) -> None:
    curator = as_user("curator")
    raid = _raid(curator)
    last = raid.evidence[-1].claim
    form = {"csrf": curator.csrf, "claims": last, "note": "another raid"}
    answer = curator.client.post(f"/facts/{raid.id}/split", data=form)
    assert answer.status_code == 200
    assert "another raid" in answer.text
    left = answer.url.path.removeprefix("/facts/")
    [other] = curator.workbench.record.facts_of_claim(last)
    assert other.id != left
    joined = curator.client.post(f"/facts/{left}/merge", data={"csrf": curator.csrf, "other": f"/facts/{other.id}"})
    claims = {one.claim for one in curator.workbench.record.fact(joined.url.path.removeprefix("/facts/")).evidence}
    assert last in claims
    assert raid.evidence[0].claim in claims


def test_a_coder_judges_and_takes_back_but_joins_and_parts_nothing(as_user: Any) -> None:
    coder = as_user("coder")
    raid = _raid(coder)
    page = coder.client.post(f"/facts/{raid.id}/judge", data={"csrf": coder.csrf, "kind": "reject"})
    assert coder.workbench.record.fact(raid.id).status == "rejected"
    assert 'aria-label="Take back decision' in page.text
    number = coder.workbench.record.decisions()[-1].id
    coder.client.post(f"/facts/{raid.id}/undo", data={"csrf": coder.csrf, "number": number})
    assert coder.workbench.record.fact(raid.id).status != "rejected"
    assert "Split the ticked" not in page.text
    form = {"csrf": coder.csrf, "claims": raid.evidence[-1].claim}
    assert coder.client.post(f"/facts/{raid.id}/split", data=form).status_code == 403


def test_pages_of_facts_stand_in_both_widths_and_answer_to_keys(screen: Any) -> None:
    record = screen.app.state.workbench.record
    event = max(record.events(), key=lambda one: (len(one.evidence), one.id))
    relation = max(record.relations(), key=lambda one: (len(one.evidence), one.id))
    for width in (390, 1280):
        screen.page.set_viewport_size({"width": width, "height": 900})
        for path in ("/facts", f"/facts/{relation.id}", f"/facts/{event.id}"):
            screen.go(path)
            assert screen.page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), (path, width)
    screen.page.keyboard.press("j")
    assert screen.page.evaluate("document.activeElement.id") == "ground-1"
    screen.page.keyboard.press("Enter")
    screen.page.wait_for_url("**/reports/**")
    assert event.evidence[0].claim in screen.page.url
