"""The record out of Dateline, one file per format. Each takes a ``Portion`` and tells what it left out."""

from dateline.export.facts.options import Codebook, ExportOptions, Outcome
from dateline.export.facts.protect import protected
from dateline.export.facts.registry import FACT_FORMATS, FactFormat
from dateline.export.facts.run import export_facts

__all__ = ["FACT_FORMATS", "Codebook", "ExportOptions", "FactFormat", "Outcome", "export_facts", "protected"]
