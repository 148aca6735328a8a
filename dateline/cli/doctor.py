"""``dateline doctor``: what is installed, what is missing, and how to get it."""

import importlib.metadata
import platform
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import typer

from dateline.cli.options import ModelOption, StoreOption, VerboseOption
from dateline.cli.readers import ontology_files
from dateline.cli.words import counted
from dateline.errors import DatelineError, RunStopped
from dateline.settings import Settings

PACKAGES = (
    "spacy",
    "numpy",
    "trafilatura",
    "feedparser",
    "pypdf",
    "python-docx",
    "httpx",
    "sqlalchemy",
    "alembic",
    "onnxruntime",
    "tokenizers",
)
OPTIONAL = {"psycopg": "only for a store on PostgreSQL: pip install 'dateline[postgres]'"}


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of the doctor's report."""

    subject: str
    fine: bool
    words: str


def doctor_command(store: StoreOption = None, model: ModelOption = None, verbose: VerboseOption = 0) -> None:
    """Check the installation: versions, language model, encoder, gazetteer, actors, claim types and the store.

    The exit status is 0 when Dateline can read reports, 4 when something it needs is missing.

    **Example:**

    - `dateline doctor --store archive.sqlite`
    """
    findings = list(examine(Settings.build(store=store, model=model)))
    for finding in findings:
        typer.echo(f"{'ok ' if finding.fine else '-- '} {finding.subject:<22} {finding.words}")
    wrong = sum(not finding.fine for finding in findings)
    typer.echo("All is well." if not wrong else f"{wrong} of {len(findings)} need attention.", err=True)
    raise typer.Exit(4 if wrong else 0)


def examine(settings: Settings) -> Iterator[Finding]:
    """Every finding, in the order of a report's path."""
    from dateline import __version__

    yield Finding("dateline", True, f"{__version__} on Python {platform.python_version()}")
    for name in PACKAGES:
        yield _package(name)
    for name, advice in OPTIONAL.items():
        found = _version(name)
        yield Finding(name, True, found or f"not installed; {advice}")
    checks: list[tuple[str, Callable[[Settings], str]]] = [
        ("language model", _model),
        ("encoder", _encoder),
        ("gazetteer", _gazetteer),
        ("known actors", _actors),
        ("claim types", _ontology),
        ("SQLite", _sqlite),
        ("store", _store),
    ]
    for subject, check in checks:
        yield _checked(subject, check, settings)


def _checked(subject: str, check: Callable[[Settings], str], settings: Settings) -> Finding:
    try:
        return Finding(subject, True, check(settings))
    except DatelineError as error:
        return Finding(subject, False, str(error))


def _package(name: str) -> Finding:
    found = _version(name)
    return Finding(
        name,
        found is not None,
        found or "missing: install Dateline again with pip install -e . or pip install dateline",
    )


def _version(name: str) -> str | None:
    try:
        return importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        return None


def _model(settings: Settings) -> str:
    from dateline.pipeline import DEFAULT_MODEL
    from dateline.read.language import load_language, model_version

    name = settings.model or DEFAULT_MODEL
    load_language(name)
    return f"{name} {model_version(name)}"


def _encoder(settings: Settings) -> str:
    """Its questions, once it has answered one; that it is missing or switched off keeps nobody from reading."""
    from dateline.encoder.model import load_encoder, shipped

    if not shipped():
        return (
            "its weights are not installed: reading goes on without, less accurately; install Dateline again for them"
        )
    encoder = load_encoder()
    encoder.read("Soldiers shot two farmers, a villager said.")
    off = "" if settings.encoder else "; switched off by DATELINE_ENCODER"
    return f"runs, and answers about {', '.join(head.name.replace('_', ' ') for head in encoder.heads)}{off}"


def _gazetteer(settings: Settings) -> str:
    from dateline.gazetteer import load_gazetteer

    gazetteer = load_gazetteer()
    return f"{len(gazetteer):,} places"


def _actors(settings: Settings) -> str:
    from dateline.knowledge.user_actors import actors_for

    own = f", with those of {counted(len(settings.actors), 'file')} of yours" if settings.actors else ""
    return f"{len(actors_for(settings.actors)):,} groups, forces, bodies and people{own}"


def _ontology(settings: Settings) -> str:
    from dateline.ontology.load import load_ontology

    files = ontology_files(settings)
    ontology = load_ontology(*map(Path, files))
    own = f", with those of {counted(len(files), 'file')} of yours" if files else ""
    return f"{len(ontology.types)} types, {len(ontology.triggers):,} words that state them{own}"


def _sqlite(_settings: Settings) -> str:
    """Its version, once it has made an index of words as a store does."""
    try:
        with closing(sqlite3.connect(":memory:")) as connection:
            connection.execute("CREATE VIRTUAL TABLE words USING fts5(text)")
    except sqlite3.OperationalError as error:
        raise RunStopped(
            f"{sqlite3.sqlite_version} comes without FTS5 ({error}), which a store on SQLite and `dateline search` "
            "need: use a Python from python.org, conda or your system's packages, or keep the store on PostgreSQL"
        ) from error
    return f"{sqlite3.sqlite_version}, with FTS5 for `dateline search`"


def _store(settings: Settings) -> str:
    from dateline.store import open_view
    from dateline.store.location import locate

    location = locate(settings.store)
    if location.path is not None and not location.path.exists():
        return f"none yet; the first `dateline add` makes {location}"
    with open_view(settings.store) as view:
        count = sum(1 for _ in view.reports())
    return f"{location}, {count:,} reports"
