"""Snapshots: taken by curators, compared by everybody."""

from typing import Any

from dateline import Reader


def take(bench: Any, name: str, note: str = "") -> Any:
    return bench.client.post("/snapshots", data={"csrf": bench.csrf, "name": name, "note": note})


def test_a_snapshot_is_taken_and_listed_with_its_note(bench: Any) -> None:
    answer = take(bench, "May <i>", "as published")
    assert answer.url.path == "/snapshots"
    assert "May &lt;i&gt;" in answer.text
    assert "as published" in answer.text
    assert "<i>" not in answer.text
    latest = next(iter(bench.workbench.log.lines()))
    assert (latest.person, latest.what) == ("Ada", "take snapshot")


def test_a_name_that_is_taken_or_empty_is_refused(bench: Any) -> None:
    take(bench, "May")
    assert take(bench, "May").status_code == 400
    assert take(bench, " ").status_code == 400
    assert take(bench, "now").status_code == 400


def test_a_coder_takes_none_but_sees_them(as_user: Any) -> None:
    assert take(as_user("curator"), "May").status_code == 200
    coder = as_user("coder")
    assert take(coder, "June").status_code == 403
    text = coder.get("/snapshots").text
    assert "May" in text
    assert "Take a snapshot of now" not in text


def test_a_difference_says_what_is_new_changed_and_withdrawn_and_why(bench: Any, rules: Reader) -> None:
    take(bench, "May")
    event = next(iter(bench.workbench.record.events()))
    bench.send("/api/decisions", {"kind": "reject", "targets": [event.id]})
    reading = rules.read(
        "The Hill Brigade shelled Menaka on 9 May 2012 and killed two traders.", published="2012-05-10"
    )
    bench.workbench.store.add(reading)
    bench.workbench.keeper.wake()
    assert bench.workbench.keeper.wait(20)
    text = bench.get("/snapshots/diff", params={"before": "May"}).text
    assert f'href="/reports/{reading.report.id}"' in text
    assert f'href="/facts/{event.id}"' in text
    assert "<ins><bdi>rejected</bdi></ins>" in text
    assert "by Ada: reject event" in text
    only = bench.get("/snapshots/diff", params={"before": "May", "how": "added"}).text
    assert reading.report.id in only
    assert event.id not in only
    take(bench, "June")
    assert bench.get("/snapshots/diff", params={"before": "May", "after": "June"}).text.count('class="change ') >= 2
    assert "Nothing changed" in bench.get("/snapshots/diff", params={"before": "June"}).text


def test_a_snapshot_that_is_not_there_is_told(bench: Any) -> None:
    answer = bench.get("/snapshots/diff", params={"before": "never"})
    assert answer.status_code == 400
    assert "no snapshot" in answer.text


def test_a_snapshot_is_taken_and_compared_in_a_browser(screen: Any) -> None:
    screen.go("/snapshots")
    screen.page.get_by_label("Name").fill("before the review")
    screen.page.get_by_role("button", name="Take a snapshot of now").click()
    screen.page.get_by_role("link", name="What changed").click()
    assert screen.page.locator("h1").inner_text() == "From before the review to now"
    assert "Nothing changed" in screen.page.locator("main").inner_text()
