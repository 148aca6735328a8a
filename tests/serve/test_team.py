"""Users, keys, the log, and several coders."""

from typing import Any

import pytest


def test_an_admin_adds_a_user_who_then_logs_in(as_user: Any) -> None:
    admin = as_user("admin")
    form = {"csrf": admin.csrf, "name": "Zoe", "role": "coder", "password": "correct horse battery"}
    assert "Zoe" in admin.client.post("/team/users", data=form).text
    answer = admin.client.post("/login", data={"name": "Zoe", "password": "correct horse battery"})
    assert answer.status_code == 200
    assert "Zoe" in answer.text


def test_others_do_not_see_the_team(as_user: Any) -> None:
    for role in ("reader", "coder", "curator"):
        assert as_user(role).get("/team").status_code == 403


def test_the_last_admin_stays(as_user: Any) -> None:
    admin = as_user("admin")
    answer = admin.client.post("/team/users/admin/role", data={"csrf": admin.csrf, "role": "reader"})
    assert answer.status_code == 400
    assert "no admin" in answer.text


def test_who_is_shut_out_is_out_at_once(as_user: Any) -> None:
    coder, admin = as_user("coder"), as_user("admin")
    admin.client.post("/team/users/coder/active", data={"csrf": admin.csrf, "active": "false"})
    assert coder.get("/reports", follow_redirects=False).status_code == 303


def test_the_log_tells_what_was_done(as_user: Any) -> None:
    admin = as_user("admin")
    admin.client.post("/login", data={"name": "coder", "password": "wrong"})
    text = admin.get("/team/log").text
    assert "log in failed" in text
    assert "log in" in text


def test_a_key_does_what_its_user_may_until_it_is_taken_back(as_user: Any) -> None:
    coder = as_user("coder")
    shown = coder.client.post("/account/keys", data={"csrf": coder.csrf, "label": "my script"}).text
    key = "dl_" + shown.partition("<code>dl_")[2].partition("<")[0]
    headers = {"authorization": f"Bearer {key}"}
    coder.client.cookies.clear()
    assert coder.client.get("/api/decisions", headers=headers).status_code == 200
    assert coder.client.get("/team", headers=headers).status_code == 403
    (known,) = coder.workbench.keys.of("coder")
    coder.workbench.keys.take_back("coder", known.id)
    assert coder.client.get("/api/decisions", headers=headers).status_code == 401


def test_another_password_ends_all_sessions(as_user: Any) -> None:
    coder = as_user("coder")
    form = {"csrf": coder.csrf, "old": "a long enough password", "new": "another long password"}
    assert coder.client.post("/account/password", data=form).url.path == "/login"
    assert coder.get("/reports", follow_redirects=False).status_code == 303


def test_the_first_user_ends_the_time_of_who_came_with_the_link(bench: Any) -> None:
    form = {"csrf": bench.csrf, "name": "Zoe", "role": "admin", "password": "correct horse battery"}
    assert bench.client.post("/team/users", data=form).url.path == "/login"


@pytest.fixture
def coders(as_user: Any) -> tuple[Any, Any, list[str]]:
    """A curator who has set the store to several coders, a coder, and the claims there are."""
    curator, coder = as_user("curator"), as_user("coder")
    curator.client.post("/coding/mode", data={"csrf": curator.csrf, "mode": "blind"})
    return curator, coder, [one.record["id"] for one in curator.workbench.store.claims()]


def test_where_several_code_a_verdict_is_no_decision(coders: tuple[Any, Any, list[str]]) -> None:
    curator, coder, claims = coders
    made = coder.send("/api/decisions", {"kind": "reject", "targets": claims[:3]}).json()
    assert made["decisions"] == []
    assert len(made["codings"]) == 3
    assert curator.workbench.record.decisions() == []


def test_a_curator_adopts_what_coders_agree_on_and_settles_the_rest(coders: tuple[Any, Any, list[str]]) -> None:
    curator, coder, claims = coders
    coder.send("/api/decisions", {"kind": "reject", "targets": claims[:2]})
    curator.send("/api/decisions", {"kind": "reject", "targets": claims[:1]})
    curator.send("/api/decisions", {"kind": "accept", "targets": claims[1:2]})
    text = curator.get("/coding").text
    assert "1 claim on which at least two coders agree" in text
    assert f"claim-{claims[1]}" in text
    curator.client.post("/coding/agreed", data={"csrf": curator.csrf})
    curator.client.post(
        f"/coding/{claims[1]}/adopt", data={"csrf": curator.csrf, "coder": "coder", "note": "as written"}
    )
    made = curator.workbench.record.decisions()
    assert [(one.kind, one.targets) for one in made] == [("reject", (claims[0],)), ("reject", (claims[1],))]
    assert f"claim-{claims[1]}" not in curator.get("/coding").text


def test_coders_do_not_see_the_page_that_compares_them(as_user: Any) -> None:
    assert as_user("coder").get("/coding").status_code == 403


def test_who_coded_a_claim_is_not_asked_again_and_others_are(coders: tuple[Any, Any, list[str]]) -> None:
    curator, coder, claims = coders
    coder.send("/api/decisions", {"kind": "reject", "targets": claims[:1]})
    assert claims[0] not in {one["id"] for one in coder.get("/api/review?order=report&limit=50").json()["claims"]}
    assert claims[0] in {one["id"] for one in curator.get("/api/review?order=report&limit=50").json()["claims"]}


@pytest.mark.parametrize(("mode", "seen"), [("several", True), ("blind", False)])
def test_what_others_coded_is_seen_unless_coders_work_blind(
    coders: tuple[Any, Any, list[str]], mode: str, seen: bool
) -> None:
    curator, coder, claims = coders
    curator.client.post("/coding/mode", data={"csrf": curator.csrf, "mode": mode})
    curator.send("/api/decisions", {"kind": "reject", "targets": claims[:1], "note": "no such town"})
    assert ("no such town" in coder.get(f"/review?claim={claims[0]}").text) is seen


def test_a_correction_of_one_of_several_coders_changes_nothing_until_it_is_adopted(
    coders: tuple[Any, Any, list[str]],
) -> None:
    curator, coder, claims = coders
    changes = {"killed": "12", "when": "2012-04", "modality": "alleged"}
    made = coder.send(f"/api/claims/{claims[0]}/correction", {"changes": changes}).json()
    assert (made["decisions"], len(made["codings"])) == ([], 1)
    curator.client.post(f"/coding/{claims[0]}/adopt", data={"csrf": curator.csrf, "coder": "coder"})
    assert curator.workbench.keeper.wait(20)
    said, _ = curator.workbench.record.claim(claims[0])
    assert (said.record["modality"], said.record["counts"]["killed"]["best"]) == ("alleged", 12)


def test_several_coders_judge_no_batches(coders: tuple[Any, Any, list[str]]) -> None:
    _, coder, claims = coders
    form = {"csrf": coder.csrf, "kind": "accept", "ids": claims[0], "once": "12345678", "note": ""}
    assert coder.client.post("/review/batch/confirm", data=form).status_code == 400


def test_undo_takes_back_what_was_coded_last(coders: tuple[Any, Any, list[str]]) -> None:
    _, coder, claims = coders
    coder.send("/api/decisions", {"kind": "reject", "targets": claims[:1]})
    assert coder.send("/api/decisions/undo", {"number": None}).status_code == 201
    assert claims[0] in {one["id"] for one in coder.get("/api/review?order=report&limit=50").json()["claims"]}
