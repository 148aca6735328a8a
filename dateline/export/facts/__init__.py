"""The record out of Dateline, one file per format. Each takes a ``Portion`` and tells what it left out."""

from typing import TYPE_CHECKING

from dateline.lazily import on_first_use

if TYPE_CHECKING:
    from dateline.export.facts.options import Codebook, ExportOptions, Outcome
    from dateline.export.facts.protect import protected
    from dateline.export.facts.registry import FACT_FORMATS, FactFormat
    from dateline.export.facts.run import export_facts
else:
    __getattr__ = on_first_use(
        __name__,
        {
            "options": "Codebook ExportOptions Outcome",
            "protect": "protected",
            "registry": "FACT_FORMATS FactFormat",
            "run": "export_facts",
        },
    )

__all__ = ["FACT_FORMATS", "Codebook", "ExportOptions", "FactFormat", "Outcome", "export_facts", "protected"]
