"""The program: its commands, and how a run ends.

Exit status: 0 all done, 3 some reports were skipped, 4 the run stopped, 130 stopped with Ctrl-C. 1 and 2 stay with
Python (a fault in Dateline; a reader of a pipe that went away) and with the command line (wrong usage).
"""

import contextlib
import logging
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Annotated

import typer

from dateline.cli.words import say
from dateline.errors import DatelineError, ReportSkipped

SKIPPED, STOPPED, INTERRUPTED = 3, 4, 130

COMMANDS = (
    "read",
    "add",
    "batch",
    "reports",
    "claims",
    "search",
    "facts",
    "events",
    "actor",
    "chart",
    "why",
    "rebuild",
    "decide",
    "decisions",
    "merges",
    "snapshot",
    "snapshots",
    "diff",
    "serve",
    "export",
    "evaluate",
    "users",
    "store",
    "gazetteer",
    "actors",
    "ontology",
    "doctor",
    "schema",
)
"""In the order of the help. Each is ``NAME_command`` in the file of its name, or ``NAME_app``, which has its own."""


def program(arguments: Sequence[str]) -> typer.Typer:
    """The program, with no other command than the one that the arguments begin with; else, as for help, with all.

    The files of the others, and of what they import, need not be read then, which saves a third of a second.
    """
    app = typer.Typer(
        name="dateline",
        no_args_is_help=True,
        rich_markup_mode="markdown",
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    )
    app.callback()(dateline)
    wanted = tuple(arguments[:1])
    for name in wanted if set(wanted) & set(COMMANDS) else COMMANDS:
        _add(app, name)
    return app


def _add(app: typer.Typer, name: str) -> None:
    module = import_module(f"dateline.cli.{name}")
    if hasattr(module, f"{name}_app"):
        app.add_typer(getattr(module, f"{name}_app"), name=name)
    else:
        app.command(name)(getattr(module, f"{name}_command"))


def _show_version(wanted: bool) -> None:
    if wanted:
        from dateline import __version__

        typer.echo(f"dateline {__version__}")
        raise typer.Exit


def dateline(
    version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Print the version and stop.")
    ] = False,
) -> None:
    """Read news reports on armed conflict and keep the record: who did what to whom, where, when, and who says so.

    **Example:** `dateline add reports/ && dateline claims --place Gao`
    """


def run(arguments: list[str]) -> int:
    """Run the program and return its exit status. Deliberate errors become one line; others are faults, and show."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8")
    try:
        status = _invoke(arguments)
        sys.stdout.flush()
    except BrokenPipeError:
        _let_go_of_stdout()
        return 1
    except KeyboardInterrupt:
        return INTERRUPTED
    except ReportSkipped as skipped:
        return _ended(skipped, SKIPPED)
    except DatelineError as error:
        return _ended(error, STOPPED)
    return status


def _invoke(arguments: list[str]) -> int:
    try:
        program(arguments)(args=arguments, prog_name="dateline")
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else int(end.code is not None)
    return 0


def _ended(error: DatelineError, status: int) -> int:
    logging.getLogger("dateline").info("where it happened", exc_info=error)
    say(f"error: {error}")
    return status


def _let_go_of_stdout() -> None:
    """Nobody reads on: send what is left nowhere, so that Python does not complain when it flushes at the end."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
