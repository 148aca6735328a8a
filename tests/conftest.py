"""Fixtures that several tests share. The language model is loaded once."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from dateline import Reader
from dateline.model import Reading


@pytest.fixture(scope="session")
def reader() -> Reader:
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
