"""The screens of the workbench, one file each, each with a ``router``."""

from collections.abc import Iterator
from importlib import import_module

from fastapi import APIRouter

SCREENS = (
    "entrance",
    "home",
    "reports",
    "account",
    "team",
    "coding",
    "actors",
    "actor",
    "actor_decisions",
    "chart",
    "add",
    "search",
    "sources",
    "snapshots",
    "export",
    "help",
    "events",
    "report",
    "facts",
    "fact",
    "review",
    "review_batch",
    "review_merges",
)


def routers() -> Iterator[APIRouter]:
    """The router of every screen."""
    for name in SCREENS:
        yield import_module(f"{__name__}.{name}").router
