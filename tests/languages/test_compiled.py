"""Data files as the build makes them: the same content, read from JSON, for as long as the YAML stays as it was."""

import importlib.util
import os
import shutil
from pathlib import Path
from types import ModuleType

import pytest

from dateline.languages import load

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def hook() -> ModuleType:
    spec = importlib.util.spec_from_file_location("hatch_build", ROOT / "hatch_build.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A package with one data file."""
    monkeypatch.setattr(load, "_PACKAGE", tmp_path)
    data = tmp_path / "words.yaml"
    data.write_text("ambush: [lie in wait]\n---\nraid: []\n", encoding="utf-8")
    return data


def test_the_wheel_gets_every_file_that_json_can_say(hook: ModuleType, tmp_path: Path) -> None:
    built = hook.DataAsJson(str(ROOT), {}, None, None, str(tmp_path), "wheel")
    data: dict[str, dict[str, str]] = {"force_include": {}}
    built.initialize("standard", data)
    sources = {path.relative_to(ROOT).as_posix() for path in (ROOT / "dateline").rglob("*.yaml")}
    made = {name.removesuffix(".json"): Path(at) for at, name in data["force_include"].items()}
    assert set(made) <= sources
    assert len(made) > 0.9 * len(sources)
    assert all(load.json.loads(at.read_text()) == load.load_yaml_documents(ROOT / name) for name, at in made.items())
    built.finalize("standard", data, "")
    assert not any(at.exists() for at in made.values())


def test_a_checkout_gets_none(hook: ModuleType, tmp_path: Path) -> None:
    data: dict[str, dict[str, str]] = {"force_include": {}}
    hook.DataAsJson(str(ROOT), {}, None, None, str(tmp_path), "wheel").initialize("editable", data)
    assert data["force_include"] == {}


@pytest.mark.parametrize("text", ["day: 2026-11-30", "2026: a year as key"])
def test_what_json_cannot_say_stays_yaml(hook: ModuleType, tmp_path: Path, text: str) -> None:
    path = tmp_path / "some.yaml"
    path.write_text(text, encoding="utf-8")
    assert hook.as_json(path) is None


def test_what_was_made_is_read(package: Path) -> None:
    package.with_name("words.yaml.json").write_text('[{"ambush": ["read"]}, {}]', encoding="utf-8")
    assert load.load_yaml_documents(package) == [{"ambush": ["read"]}, {}]
    assert load.load_yaml(package) == {"ambush": ["read"]}


def test_an_edited_file_is_read_itself(package: Path) -> None:
    made = package.with_name("words.yaml.json")
    made.write_text("[{}]", encoding="utf-8")
    os.utime(made, (1, 1))
    assert load.load_yaml_documents(package) == [{"ambush": ["lie in wait"]}, {"raid": []}]


def test_files_of_a_user_have_nothing_made(package: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    own = Path(shutil.copy(package, tmp_path_factory.mktemp("own")))
    own.with_name("words.yaml.json").write_text("[{}]", encoding="utf-8")
    assert load.load_yaml_documents(own) == [{"ambush": ["lie in wait"]}, {"raid": []}]
