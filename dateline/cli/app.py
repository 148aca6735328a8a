"""The program: its commands, and how a run ends.

Exit status: 0 all done, 3 some reports were skipped, 4 the run stopped, 130 stopped with Ctrl-C. 1 and 2 stay with
Python (a fault in Dateline; a reader of a pipe that went away) and with the command line (wrong usage).
"""

import contextlib
import logging
import os
import sys
from typing import Annotated

import typer

from dateline.cli.actor import actor_command
from dateline.cli.actors import actors_app
from dateline.cli.add import add_command
from dateline.cli.chart import chart_command
from dateline.cli.claims import claims_command
from dateline.cli.decide import decide_app
from dateline.cli.decisions import decisions_command
from dateline.cli.diff import diff_command
from dateline.cli.doctor import doctor_command
from dateline.cli.evaluate import evaluate_command
from dateline.cli.events import events_command
from dateline.cli.export import export_command
from dateline.cli.facts import facts_command
from dateline.cli.gazetteer import gazetteer_app
from dateline.cli.merges import merges_command
from dateline.cli.ontology import ontology_app
from dateline.cli.read import read_command
from dateline.cli.rebuild import rebuild_command
from dateline.cli.reports import reports_command
from dateline.cli.schema import schema_command
from dateline.cli.search import search_command
from dateline.cli.serve import serve_command
from dateline.cli.snapshot import snapshot_command
from dateline.cli.snapshots import snapshots_command
from dateline.cli.store import store_app
from dateline.cli.users import users_app
from dateline.cli.why import why_command
from dateline.cli.words import say
from dateline.errors import DatelineError, ReportSkipped

SKIPPED, STOPPED, INTERRUPTED = 3, 4, 130

app = typer.Typer(
    name="dateline",
    no_args_is_help=True,
    rich_markup_mode="markdown",
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
app.command("read")(read_command)
app.command("add")(add_command)
app.command("reports")(reports_command)
app.command("claims")(claims_command)
app.command("search")(search_command)
app.command("facts")(facts_command)
app.command("events")(events_command)
app.command("actor")(actor_command)
app.command("chart")(chart_command)
app.command("why")(why_command)
app.command("rebuild")(rebuild_command)
app.add_typer(decide_app, name="decide")
app.command("decisions")(decisions_command)
app.command("merges")(merges_command)
app.command("snapshot")(snapshot_command)
app.command("snapshots")(snapshots_command)
app.command("diff")(diff_command)
app.command("serve")(serve_command)
app.command("export")(export_command)
app.command("evaluate")(evaluate_command)
app.add_typer(users_app, name="users")
app.add_typer(store_app, name="store")
app.add_typer(gazetteer_app, name="gazetteer")
app.add_typer(actors_app, name="actors")
app.add_typer(ontology_app, name="ontology")
app.command("doctor")(doctor_command)
app.command("schema")(schema_command)


def _show_version(wanted: bool) -> None:
    if wanted:
        from dateline import __version__

        typer.echo(f"dateline {__version__}")
        raise typer.Exit


@app.callback()
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
        app(args=arguments, prog_name="dateline")
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
