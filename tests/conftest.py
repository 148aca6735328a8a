"""Fixtures that several tests share. The language model is loaded once, and a PostgreSQL server started once."""

import copy
import os
import runpy
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from spacy.tokens import Doc

from dateline import Reader
from dateline.model import Reading
from dateline.store import open_store


@pytest.fixture(scope="session")
def reader() -> Reader:
    """A reader without the network for claims: what it tells is what patterns state."""
    found = Reader()
    component = found.language.get_pipe("dateline_encoder")
    if component.encoder is not None:
        component._encoder = copy.copy(component.encoder)  # the loaded one is shared by all readers
        component._encoder.claims = None
    return found


@pytest.fixture(scope="session")
def whole_reader() -> Reader:
    """A reader as users have it."""
    return Reader()


@pytest.fixture(scope="session")
def rules() -> Reader:
    """A reader without the encoder: it reads alike whether weights are installed or not."""
    return Reader(encoder=False)


@pytest.fixture(scope="session")
def parse(reader: Reader) -> Callable[[str], Doc]:
    """The annotated Doc of a text."""
    return lambda text: reader.language(text)


@pytest.fixture(scope="session")
def read(reader: Reader) -> Callable[..., Reading]:
    """The reading of a text, with ``published`` as an ISO day."""
    return lambda text, published=None: reader.read(text, published=published)


@pytest.fixture(scope="session")
def postgres() -> Iterator[Any]:
    """A database to test with: the one that DATELINE_TEST_POSTGRES names, else on a server of our own."""
    own = runpy.run_path(str(Path(__file__).parent / "postgres_server.py"))
    given = os.environ.get("DATELINE_TEST_POSTGRES")
    if given:
        database = own["Database"](given)
        with database.bare():
            yield database
        return
    programs = own["programs"]()
    if programs is None:
        pytest.skip(own["MISSING"])
    with own["running"](programs) as url:
        yield own["Database"](url)


@pytest.fixture(scope="session")
def made_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An SQLite store without reports, to be copied."""
    path = tmp_path_factory.mktemp("made") / "dateline.sqlite"
    open_store(str(path)).close()
    return path


@pytest.fixture(params=["sqlite", "postgresql"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """A path or URL for ``--store``: of a store without reports, on each database."""
    if request.param == "postgresql":
        with request.getfixturevalue("postgres").store() as url:
            yield url
        return
    yield shutil.copyfile(request.getfixturevalue("made_file"), str(tmp_path / "dateline.sqlite"))


@pytest.fixture(params=["sqlite", "postgresql"])
def bare_address(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """A path or URL where a store may be made: there is nothing, on each database."""
    if request.param == "postgresql":
        with request.getfixturevalue("postgres").bare() as url:
            yield url
        return
    yield str(tmp_path / "dateline.sqlite")
