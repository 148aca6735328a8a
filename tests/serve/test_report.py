"""The page of a report: what stands on it, and what is hidden from whom."""

from typing import Any

import pytest

from dateline import Reader
from dateline.store import open_store

HOSTILE = (
    '<script>window.hacked = 1</script> <svg onload="window.hacked = 2"></svg> gunmen \u202eattacked\u202c Gao\n\n'
    '"><img src=x onerror="window.hacked = 3"> Gunmen of the Reed Front killed three farmers in Gao on 2 April 2012, '
    "said <b onclick='window.hacked = 4'>Ada Keita</b>, a doctor.\n\n"
    f"The Reed Front attacked {'a' * 5000} on Monday, the \u2067army\u2066 said. \x1b[31m\u200b javascript:alert(1)\n"
)


@pytest.fixture
def reports(bench: Any) -> dict[str, str]:
    """The ids of the reports, by the beginning of their text."""
    return {
        bench.workbench.store.reading(one.id)["report"]["text"][:14]: one.id for one in bench.workbench.store.reports()
    }


@pytest.fixture
def raid(reports: dict[str, str]) -> str:
    return reports["The Reed Front"]


def test_the_text_stands_whole_with_its_claims_beside_it(bench: Any, raid: str) -> None:
    html = bench.get(f"/reports/{raid}").text
    claims = bench.get(f"/api/reports/{raid}").json()["claims"]
    assert claims
    for one in claims:
        assert f'id="claim-{one["claim"]["id"]}"' in html
        assert all(f"/facts/{fact['id']}" in html for fact in one["facts"])
    assert any(one["actors"]["subject"] and f"/actors/{one['actors']['subject']}" in html for one in claims)


def test_a_report_that_is_not_there_is_said_so(bench: Any) -> None:
    assert bench.get("/reports/r0000").status_code == 404
    assert bench.get("/reports/r0000/raw").status_code == 404
    assert bench.get("/api/reports/r0000").json()["error"]["status"] == 404


def test_the_bytes_are_downloaded_and_never_shown(bench: Any, raid: str) -> None:
    answer = bench.get(f"/reports/{raid}/raw")
    assert answer.headers["content-type"] == "application/octet-stream"
    assert answer.headers["content-disposition"].startswith("attachment")
    assert answer.content == bench.workbench.store.raw(raid)


def test_all_that_was_read_stands_in_lists(bench: Any, raid: str) -> None:
    html = bench.get(f"/reports/{raid}/layers").text
    assert "Who says so" in html
    assert "Reed Front" in html


def test_what_a_person_decided_stands_beside_the_claim(bench: Any, raid: str) -> None:
    first, second = [one["claim"]["id"] for one in bench.get(f"/api/reports/{raid}").json()["claims"]][:2]
    bench.send("/api/decisions", {"kind": "reject", "targets": [first], "note": "a misprint"})
    bench.workbench.decisions(_visitor()).correct(second, {"said_by": "a mayor"})
    answered = {one["claim"]["id"]: one for one in bench.get(f"/api/reports/{raid}").json()["claims"]}
    assert answered[first]["verdict"] == "rejected"
    assert (answered[second]["verdict"], answered[second]["corrected"]) == ("accepted", ["said_by"])
    html = bench.get(f"/reports/{raid}").text
    assert "a misprint" in html
    assert "put right: said_by" in html


def _visitor() -> Any:
    from dateline.serve.access.rights import Visitor

    return Visitor(name="Ada", role="admin", csrf="", is_user=False)


def test_a_claim_is_added_by_hand_and_undone(bench: Any, raid: str) -> None:
    new = {
        "report": raid,
        "quote": "raided Gao on 2 April",
        "type": "ASSAULT",
        "subject": "Reed Front",
        "place": "Gao#1",
    }
    wrong = bench.send("/api/claims", new)
    assert wrong.status_code == 400  # no place has this number
    made = bench.send(
        "/api/claims", {**new, "place": "", "when": "2012-04-02", "counts": {"killed": "3", "injured": ""}}
    )
    assert made.status_code == 201, made.text
    claim = bench.get(f"/api/claims/{made.json()['claim']}").json()
    assert claim["claim"]["counts"]["killed"]["best"] == 3
    assert claim["sentence"].startswith("The Reed Front raided Gao")
    assert claim["facts"]
    assert f'id="claim-{made.json()["claim"]}"' in bench.get(f"/reports/{raid}").text
    bench.send("/api/decisions/undo", {"number": made.json()["decision"]})
    assert f'id="claim-{made.json()["claim"]}"' not in bench.get(f"/reports/{raid}").text


def test_of_words_that_stand_twice_the_place_that_was_selected_is_meant(bench: Any, rules: Reader) -> None:
    with open_store(str(bench.workbench.store.location)) as store:
        text = "The army left Gao. Nobody saw it. The army left Gao. A mayor said so."
        store.add(rules.read(text, published="2013-01-01"))
        report = next(one.id for one in store.reports() if store.reading(one.id)["report"]["text"] == text)
    new = {"report": report, "quote": "The army  left Gao", "type": "RETREAT"}
    assert bench.send("/api/claims", new).status_code == 400
    made = bench.send("/api/claims", {**new, "near": 30}).json()
    assert bench.get(f"/api/claims/{made['claim']}").json()["claim"]["evidence"][0] == 34


def test_a_reader_is_offered_nothing_to_decide(as_user: Any) -> None:
    reader = as_user("reader")
    report = next(iter(reader.workbench.store.reports())).id
    html = reader.get(f"/reports/{report}").text
    assert "data-judge" not in html
    assert "claim-dialog" not in html
    assert reader.send("/api/claims", {"report": report, "quote": "x", "type": "ASSAULT"}).status_code == 403


def test_a_hostile_report_is_shown_and_does_nothing(screen: Any, rules: Reader, store_path: Any) -> None:
    asked: list[str] = []

    def refuse(dialog: Any) -> None:
        asked.append(dialog.message)
        dialog.dismiss()

    screen.page.on("dialog", refuse)
    with open_store(str(store_path)) as store:
        reading = rules.read(HOSTILE, published="2012-04-03")
        store.add(reading)
        screen.app.state.workbench.keeper.wake()
    for width in (1280, 390):
        screen.page.set_viewport_size({"width": width, "height": 800})
        facts = [fact["id"] for one in _claims(screen, reading.report.id) for fact in one["facts"]]
        paths = [
            f"/reports/{reading.report.id}",
            f"/reports/{reading.report.id}/layers",
            "/facts?described=1",
            "/reports",
        ]
        for path in [*paths, *(f"/facts/{one}" for one in facts[:2])]:
            screen.go(path)
            for mark in screen.page.locator("mark[data-why]").all()[:5]:
                mark.focus()
            assert screen.page.evaluate("window.hacked") is None
            assert screen.page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), (path, width)
    screen.go(f"/reports/{reading.report.id}")
    text = screen.page.locator(".text").all_inner_texts()
    assert any("<script>window.hacked = 1</script>" in one and "[U+202E]" in one for one in text)
    assert screen.page.locator(".text script, .text svg, .text img, .text b").count() == 0
    assert asked == []


def _claims(screen: Any, report: str) -> Any:
    return screen.page.request.get(f"{screen.url}/api/reports/{report}").json()["claims"]
