"""Adding reports: pasted, as files, by script; what became of each."""

from pathlib import Path
from typing import Any

import pytest

from dateline.serve.intake import intake

TEXT = "Gunmen of the Reed Front attacked Tessit on Monday; five people died, said Ada Keita, a doctor."


OWN = __import__("runpy").run_path(str(Path(__file__).with_name("conftest.py")))
settled = OWN["settled"]
pytestmark = pytest.mark.usefixtures("read_by_rules")


def paste(bench: Any, text: str = TEXT, **more: str) -> Any:
    return bench.send("/api/jobs", {"text": text, "published": "2012-04-04", **more})


def files(bench: Any, *given: tuple[str, bytes], **data: str) -> Any:
    return bench.send("/api/jobs/files", files=[("files", one) for one in given], data=data)


def test_a_pasted_text_is_read_with_its_day_title_and_publisher(bench: Any) -> None:
    assert paste(bench, title="Attack on Tessit", publisher="Sahel Wire").status_code == 202
    (job,) = settled(bench)
    (became,) = job["reports"]
    assert (became["result"], became["title"], became["published"]) == ("new", "Attack on Tessit", "2012-04-04")
    assert became["claims"] > 0
    (report,) = [one for one in bench.workbench.store.reports() if one.id == became["report"]]
    assert (report.publisher, report.published_basis) == ("Sahel Wire", "user")


def test_what_is_there_is_not_added_twice(bench: Any) -> None:
    paste(bench)
    paste(bench)
    second, first = settled(bench)
    assert [first["reports"][0]["result"], second["reports"][0]["result"]] == ["new", "unchanged"]
    assert first["reports"][0]["report"] == second["reports"][0]["report"]


def test_the_facts_follow_what_was_added(bench: Any) -> None:
    paste(bench)
    report = settled(bench)[0]["reports"][0]["report"]
    assert bench.workbench.keeper.wait(20)
    assert report in {one.report for fact in bench.workbench.record.events() for one in fact.evidence}


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"text": " … "}, "no text to read"),
        ({"text": TEXT, "published": "Monday"}, "day of publication"),
        ({"text": TEXT, "url": "javascript:alert(1)"}, "http://"),
        ({"url": "ftp://example.org/"}, "http://"),
        ({"url": "https://ada:secret@example.org/"}, "password"),
        ({"url": "https://example.org/", "title": "A title"}, "belong to a text"),
    ],
)
def test_what_cannot_be_read_is_refused_at_once(bench: Any, asked: dict[str, str], said: str) -> None:
    answer = bench.send("/api/jobs", asked)
    assert answer.status_code == 400
    assert said in answer.json()["error"]["message"]


def test_files_of_several_kinds_are_read_and_archives_told_apart(bench: Any) -> None:
    table = f"title,text,published\nOne,{TEXT!r},2012-04-04\nTwo,The army left Ber on 2 May 2012.,2012-05-03\n"
    page = f"<html><body><h1>Attack</h1><article><p>{TEXT}</p></article></body></html>"
    given = (("a.csv", table.encode()), ("b.html", page.encode()), ("c.zip", b"PK\x03\x04\x00\x00zip"), ("d.txt", b""))
    assert files(bench, *given, published="2012-04-05").status_code == 202
    empty, archive, html, csv = settled(bench)
    assert csv["counts"] == {"new": 2}
    assert html["reports"][0]["published"] == "2012-04-05"
    assert "unpack it first" in archive["reports"][0]["reason"]
    assert "empty" in empty["reports"][0]["reason"]


def test_a_hostile_file_name_leads_nowhere_and_is_no_markup(bench: Any) -> None:
    name = "../../etc/\u202e<script>alert(1)</script>\x07" + "w" * 300 + ".txt"
    files(bench, (name, TEXT.encode()))
    (job,) = settled(bench)
    assert job["name"].startswith("script>")
    assert len(job["name"]) <= 200
    assert not {"\u202e", "/", "\x07"} & set(job["name"])
    files(bench, ("<img src=x onerror=alert(1)>.txt", b"The army left Ber on 2 May 2012."))
    settled(bench)
    assert "<img src=x" not in bench.get("/add").text
    assert "&lt;img src=x" in bench.get("/add").text


def test_an_upload_that_is_too_large_is_refused(bench: Any) -> None:
    assert files(bench, ("a.txt", b"x" * (26 * 1024 * 1024))).status_code == 413


def test_without_a_file_nothing_is_queued(bench: Any) -> None:
    assert bench.send("/api/jobs/files", data={"published": ""}).status_code in {400, 422}
    assert bench.get("/api/jobs").json() == []


def test_a_job_that_stopped_is_tried_again_and_nothing_is_lost(bench: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    from dateline.errors import RunStopped

    def stopping(*_: object) -> Any:
        raise RunStopped("the store is busy")
        yield

    monkeypatch.setattr(intake, "TRIES", 1)
    with monkeypatch.context() as patched:
        patched.setattr(intake, "keep", stopping)
        paste(bench)
        (job,) = settled(bench)
    assert (job["state"], job["problem"]) == ("stopped", "the store is busy")
    assert "Try again" in bench.get("/add").text
    assert bench.send(f"/add/again?number={job['number']}").status_code == 200
    assert settled(bench)[0]["counts"] == {"new": 1}


def test_people_see_their_own_and_a_reader_adds_nothing(as_user: Any) -> None:
    coder, curator, reader = as_user("coder"), as_user("curator"), as_user("reader")
    paste(coder, title="The coder's report")
    paste(curator, "The army left Ber on 2 May 2012.", title="The curator's report")
    settled(coder), settled(curator)
    assert "The coder&#39;s report" in coder.get("/add").text
    assert "The curator&#39;s report" not in coder.get("/add").text
    assert reader.get("/add").status_code == 403
    assert paste(reader).status_code == 403
    assert coder.send("/add/again?number=2").status_code == 400


def test_what_was_added_is_in_the_log(bench: Any) -> None:
    paste(bench)
    (job,) = settled(bench)
    latest = next(iter(bench.workbench.log.lines()))
    assert (latest.person, latest.what) == ("Ada", "add report (new)")
    assert job["reports"][0]["report"] in latest.about


def test_a_form_without_script_leads_back_to_the_page(bench: Any) -> None:
    answer = bench.client.post("/add/text", data={"csrf": bench.csrf, "text": TEXT, "published": "2012-04-04"})
    assert (answer.status_code, answer.url.path) == (200, "/add")
    settled(bench)
    assert "to review" in bench.get("/add").text


def test_files_come_without_script_too_with_the_token_of_the_page(bench: Any) -> None:
    given = [("files", ("a.txt", TEXT.encode()))]
    assert bench.client.post("/add/files", files=given, data={"csrf": "forged"}).status_code == 403
    assert bench.client.post("/add/files", files=given, data={"csrf": bench.csrf}).url.path == "/add"
    assert settled(bench)[0]["counts"] == {"new": 1}


def test_a_long_table_is_told_in_short(bench: Any) -> None:
    lines = [f'{{"text": "Bulletin {number}: nothing to report."}}' for number in range(25)]
    files(bench, ("many.jsonl", "\n".join(lines).encode()))
    assert settled(bench)[0]["counts"] == {"new": 25}
    text = bench.get("/add/jobs").text
    assert text.count('class="mark accepted"') == 20
    assert "and 5 more" in text


def test_pasting_shows_progress_and_leads_to_the_report(screen: Any) -> None:
    screen.go("/add")
    screen.page.get_by_label("Text of the report").fill(TEXT)
    screen.page.locator("#add-text").get_by_label("Day of publication").fill("2012-04-04")
    screen.page.get_by_role("button", name="Read it", exact=True).click()
    found = screen.page.locator(".job.done")
    found.wait_for(timeout=60_000)
    assert found.get_by_role("link", name="to review").get_attribute("href").startswith("/review?report=r")
    assert found.locator("a").first.get_attribute("href").startswith("/reports/r")
    assert screen.page.get_by_label("Text of the report").input_value() == ""
    screen.go("/add")
    assert screen.page.locator(".job.done").count() == 1


def test_files_are_chosen_and_too_large_ones_are_refused_before_they_are_sent(screen: Any, tmp_path: Path) -> None:
    small, large = tmp_path / "small.txt", tmp_path / "large.txt"
    small.write_text("The army left Ber on 2 May 2012.")
    large.write_bytes(b"x" * (26 * 1024 * 1024))
    screen.go("/add")
    field = screen.page.get_by_label("Drop files here")
    field.set_input_files([str(large)])
    screen.page.get_by_role("button", name="Read them").click()
    screen.page.get_by_text("more than 25 MB").wait_for()
    field.set_input_files([str(small)])
    screen.page.get_by_role("button", name="Read them").click()
    screen.page.locator(".job.done").wait_for(timeout=60_000)
    assert screen.page.locator(".job").count() == 1
