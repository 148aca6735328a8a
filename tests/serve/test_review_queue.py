"""The queue as the API gives it: orders, filters, progress, two coders at once."""

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest


def ids(bench: Any, **asked: Any) -> list[str]:
    answer = bench.get("/api/review", params={"limit": 50, **asked})
    assert answer.status_code == 200, answer.text
    return [one["id"] for one in answer.json()["claims"] or answer.json()["facts"]]


def judge(bench: Any, kind: str, *targets: str) -> Any:
    return bench.send("/api/decisions", {"kind": kind, "targets": list(targets)})


def test_facts_on_which_sources_differ_come_first_then_the_least_sure(bench: Any) -> None:
    claims = bench.get("/api/review", params={"limit": 50}).json()["claims"]
    keys = [
        (
            not any("CONFLICTING" in fact["marks"] or "DENIED" in fact["marks"] for fact in one["facts"]),
            abs(one["confidence"] - 0.5),
        )
        for one in claims
    ]
    assert keys == sorted(keys)


def test_a_queue_goes_on_after_a_claim(bench: Any) -> None:
    every = ids(bench, order="report")
    assert ids(bench, order="report", after=every[2], limit=3) == every[3:6]


def test_what_is_judged_leaves_the_queue_and_is_counted(bench: Any) -> None:
    first, second = ids(bench)[:2]
    judge(bench, "accept", first)
    judge(bench, "reject", second)
    answer = bench.get("/api/review").json()
    assert (answer["judged"], answer["today"], answer["left"]) == (2, 2, answer["total"] - 2)
    assert not {first, second} & set(ids(bench))
    assert set(ids(bench, status="mine")) == {first, second} == set(ids(bench, status="decided"))
    assert ids(bench, status="others") == []
    assert first in ids(bench, status="all")


def test_what_is_taken_back_waits_again_in_its_place(bench: Any) -> None:
    every = ids(bench)
    number = judge(bench, "accept", every[1]).json()["decisions"][0]
    bench.send("/api/decisions/undo", {"number": number})
    assert ids(bench) == every


@pytest.mark.parametrize(
    ("asked", "field"),
    [({"type": "leads"}, "leads"), ({"type": "ASSAULT"}, "ASSAULT"), ({"modality": "alleged"}, "ALLEGED")],
)
def test_filters_keep_what_fits(bench: Any, asked: dict[str, str], field: str) -> None:
    claims = bench.get("/api/review", params=asked).json()["claims"]
    assert all(field in one["what"] or field in one["marks"] for one in claims)


def test_a_queue_of_one_actor_by_id_and_by_name(bench: Any) -> None:
    actor = next(one for one in bench.workbench.record.actors("Reed Front") if one.name == "Reed Front")
    by_id, by_name = ids(bench, actor=actor.id), ids(bench, actor="reed front")
    assert by_id
    assert set(by_id) & set(by_name)


def test_a_queue_of_one_report(bench: Any) -> None:
    report = bench.get("/api/review").json()["claims"][0]["report"]
    claims = bench.get("/api/review", params={"report": report, "order": "report"}).json()["claims"]
    assert {one["report"] for one in claims} == {report}
    assert bench.get("/api/review", params={"report": report, "what": "events"}).status_code == 200


def test_a_filter_that_cannot_be_is_refused_in_words(bench: Any) -> None:
    assert "no type of claim" in bench.get("/api/review", params={"type": "NONSENSE"}).json()["error"]["message"]
    assert bench.get("/api/review", params={"order": "sideways"}).status_code == 422


def test_a_claim_comes_with_its_sentence_lit_and_what_others_say(bench: Any) -> None:
    claims = bench.get("/api/review", params={"actor": "Reed Front", "limit": 50}).json()["claims"]
    for one in claims:
        lit = "".join(piece["text"] for piece in one["pieces"] if "claim" in piece["marks"])
        assert lit.strip()
    assert any(fact["others"] for one in claims for fact in one["facts"])


def test_a_correction_is_checked_and_counts_as_accepted(bench: Any) -> None:
    claim = ids(bench)[0]
    path = f"/api/claims/{claim}/correction"
    assert bench.send(path, {"changes": {"when": "yesterday"}}).status_code == 400
    assert bench.send(path, {"changes": {"colour": "red"}}).status_code == 400
    assert bench.send("/api/claims/c000000000000/correction", {"changes": {"type": "ASSAULT"}}).status_code == 400
    assert bench.send(path, {"changes": {"when": "2012-04", "killed": "12"}, "note": "seen"}).status_code == 201
    one = next(
        one for one in bench.get("/api/review", params={"status": "mine"}).json()["claims"] if one["id"] == claim
    )
    assert (one["values"]["when"], one["values"]["killed"]) == ("2012-04", "12")
    assert [(line["kind"], line["by"], line["note"]) for line in one["verdicts"]] == [("corrected", "Ada", "seen")]


def test_a_request_that_is_sent_twice_is_written_once(bench: Any) -> None:
    verdict = {"kind": "accept", "targets": [ids(bench)[0]], "once": "a-name-of-its-own"}
    first, second = (bench.send("/api/decisions", verdict).json() for _ in range(2))
    assert first == second
    assert len(bench.workbench.record.decisions()) == 1


def test_two_coders_at_once_lose_no_decision(as_user: Any) -> None:
    coders = [as_user("coder"), as_user("curator")]
    targets = ids(coders[0])[:12]
    with ThreadPoolExecutor(max_workers=8) as pool:
        work = [(coder, target) for target in targets for coder in coders]
        answers = list(pool.map(lambda one: judge(one[0], "accept", one[1]).status_code, work))
    assert set(answers) == {201}
    made = coders[0].workbench.record.decisions()
    assert {(one.by, one.targets[0]) for one in made} == {(by, one) for by in ("coder", "curator") for one in targets}
    assert len(made) == 24
    assert set(ids(coders[0], status="decided")) == set(targets)


def test_readers_look_and_judge_nothing(as_user: Any) -> None:
    reader = as_user("reader")
    claim = ids(reader)[0]
    assert reader.send(f"/api/claims/{claim}/correction", {"changes": {"when": "2012"}}).status_code == 403
    assert reader.get("/review/batch").status_code == 403
    page = reader.get("/review").text
    assert 'data-act="accept"' not in page
    assert 'data-act="next"' in page


def test_suggestions_begin_with_those_of_the_report(bench: Any) -> None:
    claim = bench.get("/api/review", params={"actor": "Omar Tall"}).json()["claims"][0]
    found = bench.get("/api/suggest/actors", params={"words": "omar", "report": claim["report"]}).json()
    assert found[0]["name"] == "Omar Tall"
    assert found[0]["detail"].startswith("in this report")
    assert bench.get("/api/suggest/actors", params={"words": "%"}).json() == []


def test_places_are_suggested_with_what_tells_them_apart(bench: Any) -> None:
    found = bench.get("/api/suggest/places", params={"words": "gao"}).json()
    assert "Gao#2457163" in [one["value"] for one in found]
    begun = bench.get("/api/suggest/places", params={"words": "timbukt"}).json()
    assert begun[0]["name"] == "Timbuktu"
    assert bench.get("/api/suggest/places", params={"words": " "}).json() == []


def test_a_date_is_checked_in_words(bench: Any) -> None:
    assert bench.get("/api/check/date", params={"text": "2012-04-03"}).json()["detail"] == "certain"
    assert bench.get("/api/check/date", params={"text": "2012-04/.."}).json()["words"] == "since 2012-04-01"
    assert bench.get("/api/check/date", params={"text": "spring"}).status_code == 400


def test_a_hostile_report_is_shown_as_text(bench: Any, rules: Any) -> None:
    bad = ("<img src=x onerror=alert(1)>", '"><script>alert(2)</script>')
    words = f"The Reed Front {bad[0]} attacked Gao on 5 May 2012 and killed {bad[1]} nine men."
    bench.workbench.store.add(rules.read(words, published="2012-05-06"))
    page = bench.get("/review?order=report&status=all").text + bench.get("/review/cards?order=report").text
    assert "<img src=x" not in page
    assert "<script>alert" not in page
