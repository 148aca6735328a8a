"""An encoder of a few words whose answers each test writes down."""

import runpy
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from dateline.encoder.heads import Heads
from dateline.encoder.model import Encoder
from dateline.encoder.wordpieces import WordpieceCutter

TABLES = runpy.run_path(str(Path(__file__).parent / "tables.py"))
WORDS = """. , gunmen of the red dawn front attacked a bridge guard ##s in car bomb ##ing rd ##f said mayor that rain
fell on monday cafe""".split()
HEADS = {
    "roles": {"kind": "spans", "labels": ["PerpInd", "PerpOrg", "Target", "Victim", "Weapon"]},
    "attribution": {"kind": "spans", "labels": ["source", "cue", "content"]},
    "filler_incident": {"kind": "pieces", "labels": ["attack", "bombing"]},
    "incident": {"kind": "window", "labels": ["attack", "bombing", "conflict"]},
    "event": {"kind": "sentence", "labels": ["ASSAULT", "AID"]},
    "relation": {"kind": "pairs", "labels": ["BelongsTo", "FightingAgainst"]},
}


@pytest.fixture
def cutter(tmp_path: Path) -> WordpieceCutter:
    made: WordpieceCutter = TABLES["cutter_of"](tmp_path, WORDS)
    return made


@pytest.fixture
def heads() -> Heads:
    return Heads(HEADS)


@pytest.fixture
def encoder_of(cutter: WordpieceCutter, heads: Heads) -> Callable[..., Encoder]:
    """Makes an encoder whose answers depend on the wordpiece alone, as a table says."""

    def make(answer: Any, **options: int) -> Encoder:
        made: Encoder = TABLES["table_encoder"](cutter, heads, answer, **options)
        return made

    return make
