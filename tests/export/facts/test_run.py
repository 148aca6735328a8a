"""An export is whole, and its manifest tells the truth about it."""

import hashlib
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from dateline.errors import RunStopped
from dateline.export.facts import FACT_FORMATS, ExportOptions, export_facts
from dateline.export.facts.run import manifest_path
from dateline.model.portion import Portion


@pytest.mark.parametrize("name", FACT_FORMATS)
def test_the_manifest_has_the_digest_of_every_file(name: str, export: Callable[..., Path]) -> None:
    path = export(name)
    form = FACT_FORMATS[name]
    manifest = json.loads(manifest_path(form, path).read_text(encoding="utf-8"))
    folder = path if form.is_folder else path.parent
    assert {file["name"] for file in manifest["files"]} == set(form.files or (path.name,))
    for file in manifest["files"]:
        assert hashlib.sha256((folder / file["name"]).read_bytes()).hexdigest() == file["sha256"]
    assert (manifest["format"], manifest["made"], manifest["protected"]) == (name, "2024-05-01", True)
    assert manifest["readers"] == ["dateline 0.1.0, model 1"]
    assert manifest["filters"] == {"about": "[private person 1]", "actor": "private-person-1"}


def test_what_is_left_out_is_counted_with_the_reason(export: Callable[..., Path]) -> None:
    manifest = json.loads(manifest_path(FACT_FORMATS["ucdp-ged"], export("ucdp-ged")).read_text(encoding="utf-8"))
    assert manifest["left_out"] == [{"reason": "no death is counted", "count": 1, "ids": ["v000000000002"]}]
    assert manifest["counts"]["written"] == {"events": 2}


def test_a_format_of_one_file_goes_to_standard_output_and_a_folder_does_not(
    portion: Portion, options: ExportOptions, capsys: pytest.CaptureFixture[str]
) -> None:
    content = export_facts(portion, FACT_FORMATS["acled"], None, options)
    assert capsys.readouterr().out.startswith("event_id_cnty,")
    assert content["files"] == []
    with pytest.raises(RunStopped, match="Name the folder"):
        export_facts(portion, FACT_FORMATS["sfm"], None, options)


def test_a_folder_that_cannot_be_made_stops_the_run(portion: Portion, options: ExportOptions, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file", encoding="utf-8")
    with pytest.raises(RunStopped, match="Choose another folder"):
        export_facts(portion, FACT_FORMATS["csv"], tmp_path / "taken", options)
