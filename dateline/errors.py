"""Every error that Dateline raises on purpose. Each message says what is wrong and what to do about it."""


class DatelineError(Exception):
    """Base of all errors that Dateline raises on purpose."""


class ReportSkipped(DatelineError):  # noqa: N818 - the name says what happened, as in nomenklatura's enrichers
    """One item could not be read; the run goes on with the others.

    ``source`` names the item (a path, a url, ``-``), ``reason`` is a sentence for the person who asked.
    """

    def __init__(self, source: str, reason: str) -> None:
        super().__init__(f"{source}: {reason}")
        self.source = source
        self.reason = reason

    @classmethod
    def for_fault(cls, source: str, error: Exception) -> "ReportSkipped":
        """Of an item that met a fault of ours, which must not keep the others from being read."""
        fault = f"{type(error).__name__}: {error}"
        words = f"it could not be read, which is a fault in Dateline ({fault}): please report it"
        return cls(source, " ".join(words.split()))


class RunStopped(DatelineError):  # noqa: N818 - as above
    """The run cannot go on: the store is locked, the disk is full, a setting is wrong."""


class DataFileError(DatelineError):
    """A checked data file (ontology, lexicon, gazetteer, actors) breaks its own rules. Names file and entry."""


class BadArgument(DatelineError):  # noqa: N818 - as above
    """A value given by the user cannot be used, such as a malformed date."""
