"""``dateline ontology``: say whether a file of your own claim types, or a verb dictionary, does what it should."""

from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.cli.options import ModelOption, VerboseOption
from dateline.cli.words import counted, printable, say
from dateline.settings import Settings

if TYPE_CHECKING:
    from dateline.ontology.documents import Document
    from dateline.ontology.petrarch_patterns import NotRun

ontology_app = typer.Typer(no_args_is_help=True, help="Check files of your own claim types and verb dictionaries.")

FileArgument = Annotated[
    Path, typer.Argument(metavar="FILE", help="YAML as docs/ontology.md says, or a PETRARCH or TABARI verb dictionary.")
]
_SHOWN = 20


@ontology_app.callback()
def ontology() -> None:
    """Check files of your own claim types and verb dictionaries."""


@ontology_app.command("check")
def ontology_check_command(
    file: FileArgument,
    every: Annotated[bool, typer.Option("--all", help="Name every entry that cannot be run.")] = False,
    model: ModelOption = None,
    verbose: VerboseOption = 0,
) -> None:
    """Check a file of your own before you read reports with it; nothing is kept.

    Of a YAML file the examples are read, and each that does not give what it says is named with what it gives. Of a
    verb dictionary it is said how many patterns run, and which cannot be expressed and why. The exit status is 3 when
    an example fails, 4 when the file cannot be used.

    **Example:** `dateline ontology check mine.yaml`
    """
    from dateline.ontology.petrarch_verbs import is_verb_dictionary

    if is_verb_dictionary(file):
        for line in check_dictionary(file, shown=None if every else _SHOWN):
            typer.echo(line)
        return
    failures = check_types(file, Settings.build(model=model))
    raise typer.Exit(3 if failures else 0)


def check_types(path: Path, settings: Settings) -> int:
    """Read the examples of a YAML file and tell of each that fails; returns how many did.

    Raises DataFileError for a file that breaks the rules.
    """
    from dateline.ontology.documents import read_documents
    from dateline.ontology.load import load_ontology

    load_ontology(path)
    documents = read_documents(path)
    patterns = examples = failures = 0
    for document in documents:
        patterns += len(document.content.get("patterns") or ())
        for tried, words in _tried(document, path, settings):
            examples += tried
            failures += bool(tried and words)
            if words:
                typer.echo(printable(words))
    fine = f"{failures:,} not as it should be" if failures else "all as they should be"
    say(f"{counted(len(documents), 'type')}, {counted(patterns, 'pattern')}, {counted(examples, 'example')}: {fine}")
    return failures


def _tried(document: "Document", path: Path, settings: Settings) -> Iterator[tuple[int, str]]:
    """For each example 1, and what is wrong with it, empty when nothing is; advice comes with 0."""
    from dateline.ontology.examples import examples_of, failure
    from dateline.pipeline import DEFAULT_MODEL, Reader

    examples = list(examples_of(document))
    if not any(example.expected for example in examples):
        yield 0, f"{document.where}: {document.name} has no says_it: add a sentence that states it, to be tested"
    reader = Reader(settings.model or DEFAULT_MODEL, ontology=[path])
    for example, doc in zip(examples, reader.language.pipe(example.text for example in examples), strict=True):
        wrong = failure(example, doc._.dateline_claims)
        yield 1, f"{example.where}, “{example.text}” {wrong}" if wrong else ""


def check_dictionary(path: Path, *, shown: int | None = _SHOWN) -> Iterator[str]:
    """What became of a verb dictionary, line by line; ``shown``: how many entries are named, None for all.

    Raises DataFileError for a file that cannot be read whole.
    """
    from dateline.ontology.petrarch_patterns import dictionary_patterns
    from dateline.ontology.petrarch_verbs import read_verb_dictionary

    dictionary = read_verb_dictionary(path)
    made = dictionary_patterns(dictionary)
    lines = sum(len(block.patterns) for block in dictionary.blocks)
    verbs = sum(len(block.verbs) for block in dictionary.blocks)
    yield f"{path.name}: a verb dictionary of PETRARCH or TABARI"
    yield f"{counted(len(dictionary.blocks), 'block')}, {counted(len(dictionary.synonyms), 'set')} of synonyms"
    yield f"{made.verbs_run:,} of {counted(verbs, 'verb')} understood"
    yield f"{made.lines_run:,} of {counted(lines, 'pattern')} understood"
    yield f"{len(made.without_event):,} entries with codes that are no events for PLOVER, or none"
    yield from _not_run("no event", made.without_event, 0 if shown is not None else None)
    yield from _not_run("not expressed", made.not_expressed, shown)
    say(f"{len(made.patterns):,} patterns of Dateline's, {len(made.not_expressed):,} entries cannot be expressed")


def _not_run(what: str, entries: "list[NotRun]", shown: int | None) -> Iterator[str]:
    for entry in islice(entries, shown):
        yield printable(f"{what}, line {entry.line}, {entry.words}: {entry.reason}")
    if shown and len(entries) > shown:
        yield f"… and {len(entries) - shown:,} more; --all names them"
