"""The files of others are those that the lock names, each package with its licence."""

import hashlib
import json
from pathlib import Path

import dateline.serve

FOLDER = Path(dateline.serve.__file__).parent / "static" / "vendor"
LOCKED = json.loads((FOLDER / "lock.json").read_text(encoding="utf-8"))["packages"]


def test_every_file_is_as_it_was_fetched() -> None:
    for package in LOCKED:
        for name, sha256 in package["files"].items():
            assert hashlib.sha256((FOLDER / name).read_bytes()).hexdigest() == sha256, name


def test_there_is_nothing_that_the_lock_does_not_name() -> None:
    named = {name for package in LOCKED for name in package["files"]}
    assert {path.relative_to(FOLDER).as_posix() for path in FOLDER.glob("*/**/*") if path.is_file()} == named


def test_the_lock_is_of_the_packages_that_are_wanted() -> None:
    wanted = json.loads((FOLDER / "packages.json").read_text(encoding="utf-8"))["packages"]
    assert [(one["name"], one["version"]) for one in wanted] == [(one["name"], one["version"]) for one in LOCKED]


def test_every_package_comes_with_its_licence() -> None:
    for package in LOCKED:
        assert package["licence"]
        assert any("LICENSE" in name for name in package["files"]), package["name"]
