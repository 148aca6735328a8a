"""Words for people, on standard error."""

import unicodedata

import typer


def say(words: str) -> None:
    """Print one line on standard error, with nothing in it that a terminal would obey."""
    typer.echo(printable(words), err=True)


def printable(text: str) -> str:
    """The text in one line; control characters, which could steer a terminal, become ``�``."""
    line = " ".join(text.split())
    return "".join("�" if unicodedata.category(letter) == "Cc" else letter for letter in line)


def counted(number: int, noun: str) -> str:
    """``1 report``, ``2 reports``, ``1,234 reports``."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
