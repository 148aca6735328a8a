"""What was read from one file of actors that a user brings, and what was wrong with it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from dateline.errors import DataFileError
from dateline.knowledge.agents import Agent
from dateline.knowledge.load import KnownActor

_SHOWN = 10


@dataclass(frozen=True, slots=True)
class Skipped:
    """An entry that was understood and cannot be used."""

    line: int
    words: str
    """How the file names it."""
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorFile:
    """The content of one file. Nothing in it is half-read: a malformed line stops the reading of the whole file."""

    path: Path
    format: str
    """For people, such as ``PETRARCH actors``."""
    actors: tuple[KnownActor, ...] = ()
    agents: tuple[Agent, ...] = ()
    """Common nouns with a sector, from agent files."""
    skipped: tuple[Skipped, ...] = ()


@dataclass(slots=True)
class Faults:
    """Malformed lines of a file, gathered so that a person can mend them all at once."""

    path: Path
    found: list[tuple[int, str]] = field(default_factory=list)

    def add(self, line: int, reason: str) -> None:
        self.found.append((line, reason))

    def stop_if_any(self) -> None:
        """Raises DataFileError with the file, the first lines and what is wrong with each."""
        if not self.found:
            return
        told = "; ".join(f"line {line}: {reason}" for line, reason in self.found[:_SHOWN])
        rest = len(self.found) - _SHOWN
        more = f"; and {rest} more malformed lines" if rest > 0 else ""
        raise DataFileError(f"{self.path.name}, {told}{more}")


def text_lines(path: Path) -> Iterator[tuple[int, str]]:
    """Number (from 1) and content of every line, one at a time. Raises DataFileError for what is no UTF-8 text."""
    try:
        with path.open(encoding="utf-8-sig") as file:
            yield from enumerate((line.rstrip("\n") for line in file), start=1)
    except OSError as error:
        raise DataFileError(f"{path}: could not be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        advice = f"convert it, for instance with: iconv -f cp1252 -t utf-8 {path.name}"
        raise DataFileError(f"{path.name}: is not UTF-8 text; {advice}") from error
