"""A bar on long work, on standard error, where a person is watching."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

Advance = Callable[[], None]


@contextmanager
def progress(words: str, total: int | None) -> Iterator[Advance]:
    """A bar that moves on at each call of what is yielded, and leaves nothing behind. ``total`` None: not known;
    when more comes than was foreseen (a file may hold many reports), it grows with what comes.

    When standard error is no terminal there is no bar, so that logs and pipes stay clean.
    """
    if not sys.stderr.isatty():
        yield lambda: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeRemainingColumn

    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(words, total=total)

        def advance() -> None:
            bar.advance(task)
            if total is not None and bar.tasks[0].completed > total:
                bar.update(task, total=bar.tasks[0].completed)

        yield advance
