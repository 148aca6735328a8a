"""Where a question goes: to a store, or to the tables of a batch."""

from dateline.cli.words import counted, say
from dateline.errors import BadArgument, RunStopped
from dateline.settings import Settings


def settings_for(store: str | None, lake: str | None) -> Settings:
    """The settings of a question about facts. The tables at ``lake`` have a store of their own, made at the first
    question, which is said.

    Raises BadArgument for a folder without a finished batch, RunStopped when the store cannot be made.
    """
    refuse_both(store, lake)
    if lake is None:
        return Settings.build(store=store)
    from dateline.batch.kept import KeptRecord
    from dateline.cli.add_batch import add_batch

    kept = KeptRecord(lake)
    settings = Settings.build(store=kept.store)
    if not kept.is_whole:
        say(f"finding who is who and what is one event in {lake}, once; kept in {kept.store} …")
        try:
            tally = add_batch(lake, settings)
            kept.finish()
        except (OSError, RunStopped) as error:
            told = error.strerror if isinstance(error, OSError) else error
            advice = "XDG_CACHE_HOME names another cache folder"
            raise RunStopped(f"{kept.store} cannot be made: {told}. {advice}") from error
        say(f"{counted(sum(tally.values()) - tally['skipped'], 'report')} taken in")
    return settings


def refuse_both(store: str | None, lake: str | None) -> None:
    """Raises BadArgument where a store and a lake are asked for."""
    if store is not None and lake is not None:
        raise BadArgument("--store and --lake are two places to ask: give one")
