import io
import sys

import pytest

from dateline.cli.progress import progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_nothing_is_drawn_where_nobody_watches(capsys: pytest.CaptureFixture[str]) -> None:
    with progress("Reading", 2) as advance:
        advance()
    assert capsys.readouterr() == ("", "")


def test_a_person_at_a_terminal_sees_how_far_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    with progress("Reading", 2) as advance:
        for _ in range(3):
            advance()
    assert "Reading" in terminal.getvalue()
    assert "3/3" in terminal.getvalue()
