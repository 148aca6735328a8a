"""What a batch is to do: everything that decides what comes out, and how far each report may go."""

import dataclasses
import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

from dateline.ingest.options import IngestOptions
from dateline.readers import reader_for
from dateline.settings import Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class BatchOptions:
    """The inputs and how to read them. Two runs with equal options give equal output, byte for byte."""

    inputs: tuple[str, ...]
    settings: Settings = field(default_factory=Settings)
    """Of the reader; ``gate`` None: every report is read."""
    ingest: IngestOptions = field(default_factory=IngestOptions)
    languages: frozenset[str] = frozenset({"en"})
    """ISO 639-1. Texts in none of them are skipped; empty: no text is skipped for its language."""
    near: float = 0.8
    """Estimated Jaccard similarity, 0 to 1, from which on a text is not read since another was."""
    chunk: int = 32
    """Records that are cleaned, and then read, as one piece of work."""
    part: int = 128
    """Chunks whose rows make one file of the output."""

    def fingerprint(self, paths: Iterable[str]) -> str:
        """SHA-256 in hex of all that decides the output. ``paths``: the files that the inputs stand for, with sizes.

        Raises as ``reader_for`` does.
        """
        decides = {**self.as_record(), "paths": list(paths), "version": reader_for(self.settings).version}
        return sha256(json.dumps(decides, sort_keys=True).encode()).hexdigest()

    def as_record(self) -> dict[str, Any]:
        """For the manifest. The time limit decides what is quarantined; the store and who codes decide nothing."""
        settings = dataclasses.asdict(self.settings)
        reading = ("model", "actors", "ontology", "petrarch_verbs", "encoder", "gate", "time_limit_seconds")
        ingest = dataclasses.asdict(self.ingest)
        ingest["published"] = str(self.ingest.published) if self.ingest.published else None
        fetching = ("timeout_seconds", "delay_seconds", "allow_private", "respect_robots", "user_agent")
        return {
            "inputs": list(self.inputs),
            "reader": {name: settings[name] for name in reading},
            "ingest": {name: value for name, value in ingest.items() if name not in fetching},
            "languages": sorted(self.languages),
            "near": self.near,
            "chunk": self.chunk,
            "part": self.part,
        }
