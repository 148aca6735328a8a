"""The reader that a command's settings ask for."""

from dateline.readers import ontology_files, reader_for

__all__ = ["given_paths", "ontology_files", "reader_for"]


def given_paths(paths: list[str] | None) -> tuple[str, ...] | None:
    """The files of ``--actors``, ``--ontology`` or ``--petrarch-verbs``; None when there are none, so that the
    setting's variable counts.
    """
    return tuple(paths) if paths else None
