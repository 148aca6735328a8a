"""A stage imports the shared nouns and data, not its neighbours; only ``pipeline.py`` and the programs join them."""

import ast
import subprocess
import sys
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "dateline"
SHARED = {"model", "errors", "libraries", "languages", "settings", "versions", "logs", "lazily"}
ALLOWED = {
    "model": {"errors", "lazily"},
    "languages": {"errors", "model"},
    "knowledge": SHARED,
    "gazetteer": SHARED,
    "ontology": SHARED,
    "ingest": SHARED,
    "encoder": SHARED,
    "read": SHARED | {"knowledge", "gazetteer", "encoder"},
    "claims": SHARED | {"ontology", "knowledge", "read", "encoder"},
    "store": SHARED,
    "facts": SHARED | {"knowledge", "ontology"},
    "record": SHARED | {"facts", "store", "export", "ontology", "knowledge", "gazetteer"},
    "export": SHARED | {"knowledge", "gazetteer"},
    "evaluate": SHARED,
}
"""What each stage may import of Dateline, itself aside. ``claims`` is the last reader of a Doc, hence ``read``.

``facts`` knows no database: it asks a shelf (``facts/shelf.py``). ``record`` is where the store becomes that shelf.
"""
EXCEPTIONS = {
    # Joins the components for spaCy, and so reaches into the stage after it.
    "read/components.py": {"claims"},
}
"""What single files may import besides."""


def _imports(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
        elif isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
    return {name.split(".")[1] for name in found if name.startswith("dateline.")}


FILES = [path for stage in ALLOWED for path in sorted((PACKAGE / stage).rglob("*.py"))]


@pytest.mark.parametrize("path", FILES, ids=[path.relative_to(PACKAGE).as_posix() for path in FILES])
def test_a_stage_does_not_import_its_neighbours(path: Path) -> None:
    name = path.relative_to(PACKAGE).as_posix()
    stage = name.split("/")[0]
    assert _imports(path) - {stage} <= ALLOWED[stage] | EXCEPTIONS.get(name, set())


def test_every_folder_is_a_stage_that_is_checked_or_joins_them() -> None:
    folders = {path.parent.name for path in PACKAGE.glob("*/__init__.py")}
    assert folders - ALLOWED.keys() == {"batch", "cli", "serve"}


def test_facts_know_neither_the_store_nor_the_reader_nor_an_export() -> None:
    for path in (PACKAGE / "facts").rglob("*.py"):
        assert not _imports(path) & {"store", "read", "export", "record", "ingest"}, path
        assert "sqlalchemy" not in path.read_text(encoding="utf-8"), path


def test_nothing_but_logs_sets_handlers_and_nothing_prints() -> None:
    for path in PACKAGE.rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        if path.name != "logs.py":
            assert "addHandler" not in text, path
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                assert node.func.id != "print", f"{path}:{node.lineno}"


MAKERS = [
    *("numpy", "spacy", "psycopg", "alembic", "jinja2", "rapidfuzz", "rensa", "yaml", "sqlalchemy.dialects.postgresql"),
    *("dateline.facts.update", "dateline.ontology", "dateline.knowledge", "dateline.gazetteer", "dateline.read"),
    *("dateline.export.facts.registry", "dateline.cli.read"),
]
"""What only reading, making facts, exporting and PostgreSQL need."""


@pytest.mark.parametrize(
    "module",
    [
        *("dateline.record.record", "dateline.record.grounds", "dateline.record.command", "dateline.record.actor_file"),
        *("dateline.store", "dateline.cli.fact_lines", "dateline.cli.why_view", "dateline.cli.actor_view"),
    ],
)
def test_what_answers_from_the_record_does_not_import_what_makes_it(module: str) -> None:
    look = f"import sys, {module}; print([name for name in {MAKERS} if name in sys.modules])"
    ended = subprocess.run([sys.executable, "-c", look], capture_output=True, text=True, check=True)
    assert ended.stdout == "[]\n"


@pytest.mark.parametrize("package", ["model", "record", "export.facts", "gazetteer"])
def test_every_name_that_a_package_offers_on_first_use_is_there(package: str) -> None:
    opened = import_module(f"dateline.{package}")
    for name in opened.__all__:
        assert getattr(opened, name) is not None, name
    with pytest.raises(AttributeError, match="no attribute 'nonsense'"):
        _ = opened.nonsense


def test_every_package_says_what_it_is() -> None:
    for path in PACKAGE.rglob("__init__.py"):
        assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))), path


@pytest.mark.parametrize("folder", ["benchmarks", "training"])
def test_the_programs_beside_the_package_ask_for_modules_that_are_there(folder: str) -> None:
    """They are run seldom, so that a module which moved would be missed only then."""
    for path in sorted((PACKAGE.parent / folder).rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("dateline"):
                assert find_spec(str(node.module)), f"{path}:{node.lineno} asks for {node.module}"


def test_only_one_file_imports_ray() -> None:
    for path in PACKAGE.rglob("*.py"):
        words = path.read_text(encoding="utf-8")
        if path.relative_to(PACKAGE).as_posix() != "batch/ray.py":
            assert "import ray" not in words, path
            assert 'library("ray' not in words, path


def test_cleaning_a_crawl_needs_no_language_model() -> None:
    found = "import sys, dateline.batch.local, dateline.batch.run; print('spacy' in sys.modules, 'ray' in sys.modules)"
    answer = subprocess.run([sys.executable, "-c", found], capture_output=True, text=True, check=True)
    assert answer.stdout.split() == ["False", "False"]
