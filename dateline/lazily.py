"""Names of a package that are imported on first use, so that asking for one does not import what the others need."""

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any


def on_first_use(package: str, modules: Mapping[str, str]) -> Callable[[str], Any]:
    """The ``__getattr__`` of a package. ``modules``: the names that it offers, by the module below it that has each.

    A module's own name can not be offered: once imported, the module stands in its place.
    """
    where = {name: module for module, names in modules.items() for name in names.split()}

    def get(name: str) -> Any:
        if name not in where:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        return getattr(import_module(f"{package}.{where[name]}"), name)

    return get
