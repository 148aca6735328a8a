"""The JSON API of the workbench, one file per subject, each with a ``router``. The pages use it too."""

from collections.abc import Iterator
from importlib import import_module

from fastapi import APIRouter

SUBJECTS = (
    "actors",
    "chart",
    "decisions",
    "jobs",
    "events",
    "claims",
    "facts",
    "reports",
    "review",
    "merges",
    "suggest",
)


def routers() -> Iterator[APIRouter]:
    """The router of every subject."""
    for name in SUBJECTS:
        yield import_module(f"{__name__}.{name}").router
