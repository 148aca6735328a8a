"""Write one export, whole and with its manifest."""

import logging
from dataclasses import replace
from pathlib import Path
from typing import Any

from dateline.errors import RunStopped
from dateline.export.destination import destination
from dateline.export.facts.manifest import manifest, write_manifest
from dateline.export.facts.options import ExportOptions, Outcome
from dateline.export.facts.protect import Masking
from dateline.export.facts.registry import FactFormat
from dateline.model.portion import Portion

logger = logging.getLogger(__name__)
MANIFEST = "manifest.json"


def export_facts(portion: Portion, form: FactFormat, to: Path | None, options: ExportOptions) -> dict[str, Any]:
    """Write a portion in a format to a file or folder, with its manifest beside or in it; returns the manifest.

    ``to`` None is standard output, for formats of one file; the manifest is then only returned. Raises RunStopped when
    the place cannot be written, when a format of several files is to go to standard output, and when a library that
    the format needs is missing.
    """
    if options.protect:
        masking = Masking(portion)
        filters = {name: masking.words(value) for name, value in options.filters.items()}
        portion, options = masking.portion, replace(options, filters=filters)
    else:
        logger.warning("people who are not public are not masked in this export")
    outcome, files = _written(portion, form, to, options)
    content = manifest(form.name, portion, options, outcome, files)
    if to is not None:
        write_manifest(content, manifest_path(form, to))
    return content


def manifest_path(form: FactFormat, to: Path) -> Path:
    """Where the manifest stands: in the folder, or beside the file as ``NAME.manifest.json``."""
    return to / MANIFEST if form.is_folder else to.with_name(f"{to.name}.manifest.json")


def _written(portion: Portion, form: FactFormat, to: Path | None, options: ExportOptions) -> tuple[Outcome, list[Path]]:
    if form.write_file is not None:
        with destination(to) as out:
            outcome = form.write_file(portion, out, options)
        return outcome, [to] if to and to.is_file() else []
    assert form.write_folder is not None
    if to is None:
        raise RunStopped(f"{form.name} is a folder of several files. Name the folder to write it to")
    try:
        to.mkdir(parents=True, exist_ok=True)
        outcome = form.write_folder(portion, to, options)
    except OSError as error:
        raise RunStopped(f"{to} cannot be written ({error.strerror or error}). Choose another folder") from error
    return outcome, [to / name for name in form.files]
