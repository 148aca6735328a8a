"""Export: every form, masked unless a curator says otherwise; noted in the log."""

import csv
import io
import json
import zipfile
from pathlib import Path
from typing import Any

import pytest

from dateline import Reader
from dateline.export.facts import FACT_FORMATS
from dateline.serve.files import exports

TEXT = "Gunmen killed Fatima Ould Sidi, a teacher, in Gao on 2 May 2012, a relative said."


def file(bench: Any, **query: str) -> Any:
    return bench.get("/export/file", params=query)


def unmasked(bench: Any, **data: str) -> Any:
    return bench.client.post("/export/unmasked", data={"csrf": bench.csrf, **data})


@pytest.fixture
def with_victim(bench: Any, rules: Reader) -> Any:
    bench.workbench.store.add(rules.read(TEXT, published="2012-05-03"))
    bench.workbench.keeper.wake()
    assert bench.workbench.keeper.wait(20)
    return bench


@pytest.mark.parametrize("name", FACT_FORMATS)
def test_every_form_is_sent_as_a_file(bench: Any, name: str) -> None:
    if exports._missing(name):
        pytest.skip(f"{exports.NEEDS[name]} is not installed")
    answer = file(bench, form=name)
    assert answer.status_code == 200
    assert answer.headers["content-disposition"].startswith('attachment; filename="dateline-')
    assert answer.headers["content-type"] != "text/html"
    if FACT_FORMATS[name].is_folder:
        names = zipfile.ZipFile(io.BytesIO(answer.content)).namelist()
        assert any(one.endswith("/manifest.json") for one in names)


def test_a_file_comes_with_its_manifest_in_a_zip_when_asked(bench: Any) -> None:
    answer = file(bench, zip="ucdp-ged", place="Mali")
    archive = zipfile.ZipFile(io.BytesIO(answer.content))
    (manifest,) = [name for name in archive.namelist() if name.endswith(".manifest.json")]
    told = json.loads(archive.read(manifest))
    assert (told["filters"], told["protected"]) == ({"place": "Mali"}, True)


def test_filters_choose_the_facts(bench: Any) -> None:
    def features(**query: str) -> int:
        return len(json.loads(file(bench, form="geojson", **query).content)["features"])

    assert features() > features(actor="Reed Front") > 0
    assert features(**{"from": "2030"}) == 0
    assert features(status="rejected") == 0


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ({"form": "xls"}, 404),
        ({"form": "csv", "actor": "Nobody At All"}, 400),
        ({"form": "csv", "from": "Monday"}, 400),
        ({"form": "csv", "from": "2013", "to": "2012"}, 400),
        ({"form": "csv", "sources": "many"}, 400),
    ],
)
def test_what_cannot_be_asked_is_told(bench: Any, query: dict[str, str], status: int) -> None:
    assert file(bench, **query).status_code == status


def test_people_who_are_not_public_are_masked(with_victim: Any) -> None:
    assert "Fatima" not in file(with_victim, form="html").text
    assert "Fatima" not in file(with_victim, form="geojson").text


def test_a_curator_exports_unmasked_after_a_confirmation_and_it_is_logged(with_victim: Any) -> None:
    assert unmasked(with_victim, form="geojson").status_code == 400
    answer = unmasked(with_victim, form="html", confirm="yes")
    content = zipfile.ZipFile(io.BytesIO(answer.content))
    (page,) = [name for name in content.namelist() if name.endswith(".html")]
    assert b"Fatima" in content.read(page)
    assert "unmasked" in answer.headers["content-disposition"]
    latest = next(iter(with_victim.workbench.log.lines()))
    assert (latest.person, latest.what, latest.about) == ("Ada", "export unmasked", "html")


def test_a_coder_exports_masked_only(as_user: Any) -> None:
    coder = as_user("coder")
    assert "With all names" not in coder.get("/export").text
    assert unmasked(coder, form="csv", confirm="yes").status_code == 403
    assert file(coder, form="ucdp-ged").status_code == 200


def test_nothing_stays_behind(bench: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    file(bench, form="csv")
    file(bench, form="csv", actor="Nobody At All")
    assert [path for path in tmp_path.iterdir() if path.name.startswith("dateline-export")] == []


def test_filters_of_an_address_stand_in_the_form(bench: Any) -> None:
    text = bench.get("/export", params={"actor": '"><script>', "status": "corroborated"}).text
    assert 'value="corroborated" selected' in text
    assert '"><script>' not in text


def test_a_ged_csv_is_two_clicks_from_the_first_page(screen: Any, tmp_path: Path) -> None:
    screen.go("/")
    screen.page.get_by_role("link", name="Export", exact=True).click()
    with screen.page.expect_download(timeout=60_000) as started:
        screen.page.get_by_role("button", name="Download ucdp-ged", exact=True).click()
    name = started.value.suggested_filename
    assert name.startswith("dateline-ucdp-ged-")
    assert name.endswith(".csv")
    saved = tmp_path / "ged.csv"
    started.value.save_as(saved)
    lines = list(csv.DictReader(io.StringIO(saved.read_text(encoding="utf-8"))))
    assert lines
    assert len(lines[0]) == 49
    screen.page.locator("#making", has_text="facts left out").wait_for()


def test_what_cannot_be_exported_is_told_on_the_page(screen: Any) -> None:
    screen.allowed.append("400")
    screen.go("/export")
    screen.page.get_by_label("Actor", exact=True).fill("Nobody At All")
    screen.page.get_by_role("button", name="Download acled", exact=True).click()
    screen.page.locator(".toast.bad").wait_for()
    assert "Nobody At All" in screen.page.locator(".toast.bad").inner_text()
