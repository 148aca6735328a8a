"""The command line, one file per command. Nothing heavy is imported before a command needs it."""

import sys


def main() -> None:
    """The ``dateline`` program."""
    from dateline.cli.app import run

    sys.exit(run(sys.argv[1:]))
