"""Docs that the rules have read, with an encoder's answers as a test writes them down."""

import re
import runpy
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from spacy.tokens import Doc

from dateline import Reader
from dateline.encoder.heads import Heads

TABLES = runpy.run_path(str(Path(__file__).parents[1] / "encoder" / "tables.py"))


@pytest.fixture
def seen(rules: Reader, tmp_path: Path) -> Callable[..., Doc]:
    """``seen(text, heads, answer, settings)``: a doc with an encoder's scores of it; words are wordpieces."""

    def make(text: str, heads: Any, answer: Any, settings: Any = None, published: str | None = None) -> Doc:
        report = rules.read(text, published=published).report
        doc = rules.language(rules.prepare(report))
        words = sorted({word.lower() for word in re.findall(r"\w+|[^\w\s]", text)})
        cutter = TABLES["cutter_of"](tmp_path, words)
        doc._.dateline_encoder = TABLES["table_encoder"](cutter, Heads(heads), answer, settings).read(doc.text)
        return doc

    return make
