import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from dateline.cli.doctor import Finding, examine
from dateline.encoder import model
from dateline.errors import RunStopped
from dateline.settings import Settings

Run = Callable[..., Any]


def encoder(path: Path, **settings: Any) -> Finding:
    """What the doctor finds of the encoder."""
    return next(finding for finding in examine(Settings(store=str(path), **settings)) if finding.subject == "encoder")


@pytest.mark.skipif(not model.shipped(), reason="the weights are not in this checkout")
def test_the_encoder_answers_a_question_before_it_is_said_to_run(path: Path) -> None:
    found = encoder(path)
    assert found.fine
    assert found.words.startswith("runs, and answers about ")
    assert encoder(path, encoder=False).words.endswith("; switched off by DATELINE_ENCODER")


def test_that_the_weights_are_missing_is_said_and_keeps_nobody_from_reading(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(model, "shipped", lambda: False)
    found = encoder(path)
    assert found.fine
    assert "not installed" in found.words


def test_weights_that_cannot_be_loaded_need_attention(
    path: Path, monkeypatch: pytest.MonkeyPatch, dateline: Run
) -> None:
    def broken() -> None:
        raise RunStopped("the encoder's weights cannot be loaded: no such graph")

    monkeypatch.setattr(model, "shipped", lambda: True)
    monkeypatch.setattr(model, "load_encoder", broken)
    ended = dateline("doctor")
    assert ended.status == 4
    assert "--  encoder" in ended.out
    assert "no such graph" in ended.out


def test_sqlite_is_fine_when_it_can_index_words(path: Path) -> None:
    found = next(finding for finding in examine(Settings(store=str(path))) if finding.subject == "SQLite")
    assert found.fine
    assert found.words == f"{sqlite3.sqlite_version}, with FTS5 for `dateline search`"


def test_a_sqlite_without_an_index_of_words_needs_attention_and_what_to_do_is_said(
    monkeypatch: pytest.MonkeyPatch, dateline: Run
) -> None:
    class Without:
        def execute(self, _statement: str) -> None:
            raise sqlite3.OperationalError("no such module: fts5")

        def close(self) -> None:
            pass

    monkeypatch.setattr("dateline.cli.doctor._store", lambda _: "none yet")
    monkeypatch.setattr("dateline.cli.doctor.sqlite3.connect", lambda _: Without())
    ended = dateline("doctor")
    assert ended.status == 4
    assert "--  SQLite" in ended.out
    assert "no such module: fts5" in ended.out
    assert "PostgreSQL" in ended.out
