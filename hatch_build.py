"""What is made when the package is built: beside every YAML data file the same as JSON, which is read much faster.

A checkout that is installed editable reads the YAML itself, so an edit counts at once.
"""

import json
import tempfile
from pathlib import Path
from typing import Any

import yaml
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class DataAsJson(BuildHookInterface[Any]):
    """Adds ``<name>.yaml.json`` to the wheel for each ``<name>.yaml``: a list of the file's documents."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if version == "editable":
            return
        root = Path(self.root)
        self.folder = tempfile.TemporaryDirectory()
        for path in sorted((root / "dateline").rglob("*.yaml")):
            if (text := as_json(path)) is None:
                continue
            name = f"{path.relative_to(root).as_posix()}.json"
            made = Path(self.folder.name) / name
            made.parent.mkdir(parents=True, exist_ok=True)
            made.write_text(text, encoding="utf-8")
            build_data["force_include"][str(made)] = name

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        if version != "editable":
            self.folder.cleanup()


def as_json(path: Path) -> str | None:
    """The documents of a YAML file as a list; None where JSON cannot say them, as with days, or numbers for keys."""
    documents = list(yaml.load_all(path.read_text(encoding="utf-8"), Loader=_Loader))
    try:
        text = json.dumps(documents, ensure_ascii=False)
    except TypeError:
        return None
    return text if json.loads(text) == documents else None
