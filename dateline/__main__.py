"""``python -m dateline`` is the ``dateline`` program."""

from dateline.cli import main

main()
