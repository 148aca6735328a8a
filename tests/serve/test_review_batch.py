"""Many claims at once: exactly which are shown, then judged in one step, then taken back as one."""

import re
from typing import Any


def post(bench: Any, path: str, **fields: Any) -> Any:
    return bench.client.post(path, data={"csrf": bench.csrf, **fields})


def hidden(page: str, name: str) -> str:
    found = re.search(rf'name="{name}" value="([^"]*)"', page)
    assert found, name
    return found[1]


def test_a_batch_is_shown_then_done_then_undone_as_a_whole(bench: Any) -> None:
    preview = post(bench, "/review/batch?type=ASSAULT", kind="accept", number=500, note="all read")
    chosen = hidden(preview.text, "ids").split(",")
    assert bench.workbench.record.decisions() == []  # nothing is written by looking
    assert f"Accept {len(chosen)} claims?" in preview.text
    assert "100 %" in preview.text
    confirmed = {name: hidden(preview.text, name) for name in ("ids", "once", "kind", "note")}
    done = post(bench, "/review/batch/confirm", **confirmed)
    made = bench.workbench.record.decisions()
    assert [one.targets[0] for one in made] == chosen
    assert {(one.kind, one.by, one.note) for one in made} == {("accept", "Ada", "all read")}
    post(bench, "/review/batch/confirm", **confirmed)  # the page was loaded again
    assert len(bench.workbench.record.decisions()) == len(chosen)
    undone = post(bench, "/review/batch/undo", numbers=hidden(done.text, "numbers"))
    assert f"{len(chosen)} decisions taken back" in undone.text
    assert bench.get("/api/review", params={"status": "decided"}).json()["claims"] == []


def test_a_batch_leaves_out_what_is_judged(bench: Any) -> None:
    claim = bench.get("/api/review").json()["claims"][0]["id"]
    bench.send("/api/decisions", {"kind": "reject", "targets": [claim]})
    assert claim not in hidden(post(bench, "/review/batch?status=all", kind="accept").text, "ids").split(",")


def test_a_batch_has_a_limit(bench: Any) -> None:
    assert post(bench, "/review/batch", kind="accept", number=501).status_code == 422
    many = ",".join(f"c{number:012x}" for number in range(501))
    answer = post(bench, "/review/batch/confirm", kind="accept", ids=many, once="12345678")
    assert answer.status_code == 400
    assert "at most 500" in answer.text


def test_none_is_judged_when_one_is_not_there(bench: Any) -> None:
    claim = bench.get("/api/review").json()["claims"][0]["id"]
    answer = post(bench, "/review/batch/confirm", kind="accept", ids=f"{claim},c000000000000", once="12345678")
    assert answer.status_code == 400
    assert bench.workbench.record.decisions() == []


def test_nobody_takes_back_a_batch_of_another_coder(as_user: Any) -> None:
    curator, coder = as_user("curator"), as_user("coder")
    claim = curator.get("/api/review").json()["claims"][0]["id"]
    number = curator.send("/api/decisions", {"kind": "accept", "targets": [claim]}).json()["decisions"][0]
    assert post(coder, "/review/batch/undo", numbers=str(number)).status_code == 403


def test_a_batch_is_accepted_in_the_browser(screen: Any) -> None:
    screen.go("/review/batch?order=report&least=0.6")
    page = screen.page
    page.get_by_label("Accept: somebody looked").check()
    page.get_by_label("How many at most").fill("3")
    page.get_by_role("button", name="Show exactly which").click()
    assert page.locator("tbody tr").count() == 3
    page.get_by_role("button", name="Accept these 3").click()
    page.get_by_role("button", name="Undo the whole batch").click()
    page.get_by_role("heading", name="3 decisions taken back").wait_for()
