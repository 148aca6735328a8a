"""The dossier of an actor: what it shows, the slider, and what a curator decides."""

import re
from typing import Any

import pytest

FRONT = "Reed Front"


def actor_id(bench: Any, name: str) -> str:
    found = bench.get("/api/actors", params={"q": name}).json()
    return next(str(one["id"]) for one in found if one["name"] == name)


def send(bench: Any, path: str, **fields: Any) -> Any:
    return bench.client.post(path, data={"csrf": bench.csrf, **fields})


def text_of(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def test_the_list_is_found_by_words_and_kind(bench: Any) -> None:
    whole = bench.get("/actors").text
    assert FRONT in whole
    assert "Omar Tall" in whole
    assert "Omar Tall" not in bench.get("/actors?words=reed").text
    assert FRONT not in bench.get("/actors?kind=person").text
    assert "No actor is so" in bench.get("/actors?words=nobodyatall").text
    assert bench.get("/actors?order=name&country=ML").status_code == 200


def test_the_dossier_tells_who_leads_and_where_it_says_so(bench: Any) -> None:
    html = bench.get(f"/actors/{actor_id(bench, FRONT)}").text
    words = text_of(html)
    for expected in (
        "Led by Musa Tall",
        "Omar Tall (leader) since 2012-04-03",
        "Hill Brigade : split from it",
        "armed group",
    ):
        assert expected in words
    assert len(set(re.findall(r'href="/facts/(x[0-9a-f]{12})"', html))) == 3
    assert re.search(r'href="/reports/r[0-9a-f]+"', html)  # the report that used the name first


def test_the_dossier_as_of_a_day_tells_what_holds_then(bench: Any) -> None:
    address = f"/actors/{actor_id(bench, FRONT)}"
    before = text_of(bench.get(f"{address}/as-of?as_of=2012-04-03").text)
    after = text_of(bench.get(f"{address}/as-of?as_of=2012-06-20").text)
    assert "On 2012-04-03" in before
    assert "Omar Tall" in before
    assert "Omar Tall" not in after
    assert "Musa Tall" in after
    assert before in text_of(bench.get(f"{address}?as_of=2012-04-03").text)


def test_what_is_no_day_is_refused_with_the_form_of_one(bench: Any) -> None:
    answer = bench.get(f"/actors/{actor_id(bench, FRONT)}?as_of=spring")
    assert answer.status_code == 400
    assert "write it as 2012-12-03" in answer.text


def test_events_are_narrowed_to_days_and_contradictions_told(bench: Any) -> None:
    address = f"/actors/{actor_id(bench, FRONT)}"
    words = text_of(bench.get(address).text)
    assert "ASSAULT" in words
    assert "killed" in words
    narrowed = text_of(bench.get(f"{address}/events?from=2012-06-01&to=2012-06-30").text)
    assert "2012-04-02" not in narrowed
    assert "No event of the actor falls" in text_of(bench.get(f"{address}/events?from=1999-01-01&to=1999-12-31").text)


def test_an_unknown_actor_is_not_there_with_a_hint(bench: Any) -> None:
    for identifier in ("a000000000000", "no-such-army"):
        answer = bench.get(f"/actors/{identifier}")
        assert answer.status_code == 404
        assert "look for its name under Actors" in answer.text


def test_two_actors_merged_are_one_until_it_is_undone(bench: Any) -> None:
    front, hill = actor_id(bench, FRONT), actor_id(bench, "Hill Brigade")
    kept = send(bench, f"/actors/{hill}/merge", other=front, note="one and the same")
    assert kept.status_code == 200
    stays = kept.url.path.rpartition("/")[2]
    gone = front if stays == hill else hill
    assert "one and the same" in kept.text
    assert "Hill Brigade" in kept.text
    led = bench.get(f"/actors/{gone}")
    assert led.url.path == f"/actors/{stays}"
    assert "was merged into this actor" in led.text
    number = re.search(r'name="number" value="(\d+)"', kept.text)
    assert number is not None
    assert "undone" in send(bench, f"/actors/{stays}/undo", number=number[1]).text
    assert bench.get(f"/actors/{gone}").url.path == f"/actors/{gone}"


def test_names_are_split_off_and_two_are_kept_apart(bench: Any) -> None:
    front = actor_id(bench, FRONT)
    report = re.search(r'name="reports" value="(r[0-9a-f]+)"', bench.get(f"/actors/{front}").text)
    assert report is not None
    split = send(bench, f"/actors/{front}/split", reports=report[1])
    assert "split off" in text_of(split.text)
    apart = send(bench, f"/actors/{front}/apart", name="Hill Brigade")
    assert "kept apart : Hill Brigade" in text_of(apart.text)


def test_a_split_of_nothing_and_a_merge_with_nobody_say_what_to_do(bench: Any) -> None:
    front = actor_id(bench, FRONT)
    assert "choose at least one name" in send(bench, f"/actors/{front}/split").text
    assert "type its name" in send(bench, f"/actors/{front}/merge").text
    assert send(bench, f"/actors/{front}/merge", other="a000000000000").status_code == 400


@pytest.mark.parametrize("role", ["reader", "coder"])
def test_only_a_curator_sees_and_may_merge(as_user: Any, role: str) -> None:
    bench = as_user(role)
    front = actor_id(bench, FRONT)
    assert "Merge with another actor" not in bench.get(f"/actors/{front}").text
    assert send(bench, f"/actors/{front}/merge", name="Hill Brigade").status_code == 403
