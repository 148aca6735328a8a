"""Coming in: a link that is good once, a log-in, and what is refused."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from dateline.serve.app import build_app

OWN = __import__("runpy").run_path(str(Path(__file__).with_name("conftest.py")))


@pytest.fixture
def stranger(store_path: Path) -> Any:
    with TestClient(build_app(OWN["options"](store_path))) as client:
        yield client


def test_nobody_sees_anything_before_coming_in(stranger: TestClient) -> None:
    assert stranger.get("/reports", follow_redirects=False).headers["location"] == "/login?next=/reports"
    answer = stranger.get("/api/decisions")
    assert answer.status_code == 401
    assert answer.json()["error"]["status"] == 401


def test_the_link_is_good_once(stranger: TestClient) -> None:
    assert stranger.get("/enter", params={"token": OWN["TOKEN"]}).url.path == "/"
    stranger.cookies.clear()
    assert stranger.get("/enter", params={"token": OWN["TOKEN"]}).status_code == 403
    assert stranger.get("/reports", follow_redirects=False).status_code == 303


def test_a_wrong_token_opens_nothing(stranger: TestClient) -> None:
    assert stranger.get("/enter", params={"token": "guessed"}).status_code == 403


def test_a_request_for_another_host_is_refused(stranger: TestClient) -> None:
    assert stranger.get("/login", headers={"host": "evil.example"}).status_code == 421


def test_a_change_without_the_token_of_the_page_is_refused(bench: Any) -> None:
    verdict = {"kind": "accept", "targets": ["c1"]}
    assert bench.client.post("/api/decisions", json=verdict).status_code == 403
    forged = {"x-csrf-token": bench.csrf, "origin": "https://evil.example"}
    assert bench.client.post("/api/decisions", json=verdict, headers=forged).status_code == 403
    assert bench.send("/api/decisions", verdict).status_code == 400  # there is no such claim


def test_what_is_too_long_is_refused(bench: Any) -> None:
    headers = {"content-length": str(10**9), "x-csrf-token": bench.csrf}
    assert bench.client.post("/api/decisions", content=b"x", headers=headers).status_code == 413


def test_every_answer_forbids_scripts_from_elsewhere(bench: Any) -> None:
    for path in ("/", "/reports", "/nothing", "/static/app.css", "/api/decisions"):
        assert "script-src 'self'" in bench.get(path).headers["content-security-policy"]


def test_a_user_logs_in_and_out(as_user: Any) -> None:
    reader = as_user("reader")
    assert "reader" in reader.get("/").text
    assert reader.send("/logout").status_code == 200
    assert reader.get("/reports", follow_redirects=False).status_code == 303


def test_a_reader_judges_nothing(as_user: Any) -> None:
    answer = as_user("reader").send("/api/decisions", {"kind": "accept", "targets": ["c1"]})
    assert answer.status_code == 403
    assert "needs the rights of a coder" in answer.json()["error"]["message"]


def test_after_many_wrong_passwords_no_more_are_tried(as_user: Any) -> None:
    bench = as_user("reader")
    tries = [bench.client.post("/login", data={"name": "admin", "password": "guess"}).status_code for _ in range(12)]
    assert set(tries) == {401, 429}
    assert tries[-1] == 429


def test_the_first_page_shows_what_there_is(screen: Any) -> None:
    screen.go("/")
    assert screen.page.locator(".numbers b").first.inner_text() == "7"
    screen.page.get_by_role("link", name="Reports", exact=True).click()
    assert screen.page.locator("tbody tr").count() == 7


def test_a_team_behind_one_address_may_log_in(as_user: Callable[[str], Any]) -> None:
    for _ in range(12):
        as_user("coder")
