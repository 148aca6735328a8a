"""Read a file of actors that a user brings, whatever its kind: the kind is told from the content, not from the name."""

import csv
import hashlib
import re
from collections.abc import Callable, Iterable
from itertools import islice
from pathlib import Path

from dateline.errors import DataFileError
from dateline.knowledge.actor_file import ActorFile, text_lines
from dateline.knowledge.ftm_entities import read_ftm_entities
from dateline.knowledge.own_rows import NEEDED, read_own_rows
from dateline.knowledge.petrarch_actors import read_petrarch_actors
from dateline.knowledge.petrarch_agents import read_petrarch_agents
from dateline.knowledge.petrarch_lines import without_comments

_LOOKED_AT = 2000
"""Lines that say something, at the beginning of a file, by which its kind is told."""
_AGENT = re.compile(r"\[\s*(?:~[^\]]+|[^\[\]]+~)\s*[\]}]|^![^!\s]+!\s*=")
_ACTOR = re.compile(r"\[[^\[\]]+\]")
_VERB = re.compile(r"^(?:---|- .*\*|&\w)")
_CHUNK = 1 << 20


def read_actor_file(path: Path) -> ActorFile:
    """The actors of a file, and what was skipped.

    Raises DataFileError when the file is of no known kind or has malformed lines, which it names.
    """
    return _reader_of(path)(path)


def files_digest(paths: Iterable[str]) -> str:
    """The first 8 hex digits of a SHA-256 over the content of files, in order.

    Raises DataFileError for one that cannot be read.
    """
    digest = hashlib.sha256()
    for path in paths:
        size = 0
        try:
            with Path(path).open("rb") as file:
                while chunk := file.read(_CHUNK):
                    size += len(chunk)
                    digest.update(chunk)
        except OSError as error:
            raise DataFileError(f"{path}: could not be read: {error.strerror}") from error
        digest.update(f"\0{size}\0".encode())
    return digest.hexdigest()[:8]


def _reader_of(path: Path) -> Callable[[Path], ActorFile]:
    first = next((line for _, line in text_lines(path) if line.strip()), "")
    if first.lstrip().startswith("{"):
        return read_ftm_entities
    if {*NEEDED} & {column.strip().lower() for column in next(csv.reader([first]), [])}:
        return read_own_rows
    lines = [line for _, line in islice(without_comments(text_lines(path)), _LOOKED_AT)]
    if any(_AGENT.search(line) for line in lines):
        return read_petrarch_agents
    if any(_ACTOR.search(line) for line in lines) and not any(_VERB.search(line) for line in lines):
        return read_petrarch_actors
    raise DataFileError(
        f"{path.name}: holds no actors in a form that Dateline knows: a CSV file with the columns name and kind, a "
        "PETRARCH or TABARI dictionary of actors or agents, or FollowTheMoney entities, one JSON object a line"
    )
