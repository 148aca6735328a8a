"""Read a verb dictionary of TABARI, PETRARCH or PETRARCH-2: blocks of verbs with a code, and patterns around them.

A block begins with ``--- NAME [code] ---``; in TABARI's form with ``VERB [code]``. Lines of verbs follow, with their
forms in braces and at times a code of their own, then patterns that begin with ``-`` and hold ``*`` for the verb.
``&NAME`` opens a set of synonyms, each on a line after ``+``. ``#``, ``;`` and ``<!-- … -->`` are comments. Sources:
chapter 5 of the TABARI manual (0.8.4b2), the dictionary pages of PETRARCH's documentation.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from dateline.errors import DataFileError

_HEADER = re.compile(r"---\s*(?P<name>[^\[\]]+?)\s*\[(?P<code>[^\[\]]*)\]\s*-*")
_VERB = re.compile(r"(?P<word>[+\w'./&-]+)\s*(?:\{(?P<forms>[^{}]*)\})?\s*(?:\[(?P<code>[^\[\]]*)\])?")
_PATTERN = re.compile(r"-\s*(?P<words>[^\[\]]*\*[^\[\]]*?)\s*\[(?P<code>[^\[\]]*)\]")
_CODE = re.compile(r"(?:---|\d{2,4})?(?::(?:---|\d{2,4})?)?")
_COMMENT = re.compile(r"[#;].*")
_MARKUP = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_LOOKS_LIKE = re.compile(r"(?m)^(?:---[ \t]*[A-Z+][^\[\]\n]*\[[^\[\]\n]*\]|[A-Z][A-Z_+]*[ \t]+\[[\d:-]+\])")
_SHOWN = 10


@dataclass(frozen=True, slots=True)
class DictionaryCode:
    """A code as written: what the source does to the target, and what the target does to the source."""

    forth: str | None
    """None: nothing, written ``---``."""
    back: str | None = None

    @classmethod
    def of(cls, text: str) -> "DictionaryCode":
        """Raises ValueError with what is malformed."""
        if not _CODE.fullmatch(text.strip()):
            raise ValueError(f"[{text}] is no code: write figures as in [0841], [042:043], or [---] for no event")
        forth, _, back = text.strip().partition(":")
        return cls(*(part if part.strip("-") else None for part in (forth, back)))


@dataclass(frozen=True, slots=True)
class VerbLine:
    """A verb of a block."""

    line: int
    words: str
    """As written: ``ABANDON``, ``+CLEAR_UP``."""
    code: DictionaryCode | None
    """None: that of the block."""


@dataclass(frozen=True, slots=True)
class PatternLine:
    """A pattern of a block: what stands before the verb, and what after it."""

    line: int
    words: str
    """As written, the code left out."""
    before: str
    after: str
    code: DictionaryCode


@dataclass(slots=True)
class VerbBlock:
    """Verbs that share a code and patterns."""

    name: str
    code: DictionaryCode
    verbs: list[VerbLine] = field(default_factory=list)
    patterns: list[PatternLine] = field(default_factory=list)


@dataclass(slots=True)
class VerbDictionary:
    """The content of one file."""

    path: Path
    blocks: list[VerbBlock] = field(default_factory=list)
    synonyms: dict[str, list[str]] = field(default_factory=dict)
    """The set's name, without ``&``, to its words as written."""
    transformations: list[tuple[int, str]] = field(default_factory=list)
    """Lines that begin with ``~``: PETRARCH-2's rules that rewrite events within events."""


def is_verb_dictionary(path: Path) -> bool:
    """Whether a file is a verb dictionary and not one of Dateline's YAML files; told from its content."""
    if path.suffix.lower() in (".yaml", ".yml"):
        return False
    return bool(_LOOKS_LIKE.search(_text(path)))


def read_verb_dictionary(path: Path) -> VerbDictionary:
    """The dictionary of a file. Raises DataFileError that names all malformed lines, or says that it is none."""
    dictionary, faults = VerbDictionary(path), []
    reader = _Lines(dictionary)
    for number, line in _lines(path):
        try:
            reader.take(number, line)
        except ValueError as error:
            faults.append(f"line {number}: {error}")
    if faults:
        more = f"; and {len(faults) - _SHOWN} more malformed lines" if len(faults) > _SHOWN else ""
        raise DataFileError(f"{path}: {'; '.join(faults[:_SHOWN])}{more}. Mend the lines, or put # before them")
    if not dictionary.blocks:
        raise DataFileError(
            f"{path}: holds no verbs in the form of PETRARCH or TABARI: a line such as '--- SEIZE [170] ---', then "
            "verbs and patterns. A file of Dateline's own form ends in .yaml and goes to --ontology"
        )
    return dictionary


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        return path.read_text(encoding="latin-1")  # TABARI's files are of the time before UTF-8
    except OSError as error:
        raise DataFileError(f"{path}: could not be read: {error.strerror}. Check the name of the file") from error


def _lines(path: Path) -> Iterator[tuple[int, str]]:
    """The numbered lines that say something; comments keep their line ends, so that the numbers stay right."""
    text = _MARKUP.sub(lambda found: "\n" * found[0].count("\n"), _text(path))
    for number, line in enumerate(text.splitlines(), 1):
        kept = _COMMENT.sub("", line).strip()
        if kept:
            yield number, kept


@dataclass(slots=True)
class _Lines:
    """Takes one line after another, and knows what they belong to."""

    dictionary: VerbDictionary
    set_name: str | None = None
    """The set of synonyms that is open."""
    has_header: bool = False
    """Whether the open block began with ``---``; if not, each verb with a code opens its own, as in TABARI."""

    def take(self, number: int, line: str) -> None:
        """Raises ValueError with what is malformed."""
        if line.startswith("~"):
            self.dictionary.transformations.append((number, line))
        elif line.startswith("---"):
            self._open_block(line)
        elif line.startswith("-"):
            self._pattern(number, line)
        elif line.startswith("&"):
            self.set_name = line[1:].split()[0].rstrip("_").upper()
            self.dictionary.synonyms[self.set_name] = []
        elif line.startswith("+") and self.set_name is not None:
            self.dictionary.synonyms[self.set_name].append(line[1:].split()[0])
        else:
            self._verb(number, line)

    def _open_block(self, line: str) -> None:
        found = _HEADER.match(line)
        if found is None:
            raise ValueError("the block's first line holds no code: write '--- NAME [code] ---'")
        self.set_name, self.has_header = None, True
        self.dictionary.blocks.append(VerbBlock(found["name"], DictionaryCode.of(found["code"])))

    def _verb(self, number: int, line: str) -> None:
        found = _VERB.match(line)
        if found is None:
            raise ValueError(f"{line[:40]!r} is no verb, pattern or synonym")
        self.set_name = None
        code = DictionaryCode.of(found["code"]) if found["code"] is not None else None
        if not self.has_header:
            if code is None and not self.dictionary.blocks:
                raise ValueError(f"the verb {found['word']} stands before any block and has no code")
            if code is not None:
                self.dictionary.blocks.append(VerbBlock(found["word"], code))
        self.dictionary.blocks[-1].verbs.append(VerbLine(number, found["word"], code))

    def _pattern(self, number: int, line: str) -> None:
        found = _PATTERN.match(line)
        if found is None:
            raise ValueError("a pattern holds * for the verb and ends with its code in brackets")
        if not self.dictionary.blocks:
            raise ValueError("a pattern stands before any verb")
        words = found["words"].replace("_*", " *").replace("*_", "* ")
        before, _, after = words.partition("*")
        code = DictionaryCode.of(found["code"])
        self.dictionary.blocks[-1].patterns.append(PatternLine(number, found["words"], before, after, code))
