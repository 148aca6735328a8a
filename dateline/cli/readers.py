"""The reader that a command's settings ask for."""

from typing import TYPE_CHECKING, Any

from dateline.settings import Settings

if TYPE_CHECKING:
    from dateline.pipeline import Reader


def given_paths(actors: list[str] | None) -> tuple[str, ...] | None:
    """The files of ``--actors``; None when there are none, so that the setting's variable counts."""
    return tuple(actors) if actors else None


def reader_for(settings: Settings) -> "Reader":
    """A reader with the model and actors of the settings.

    Raises DataFileError at once, before any report is fetched, for an actor file that cannot be read whole.
    """
    from dateline.pipeline import Reader

    chosen: dict[str, Any] = {}
    if settings.actors:
        from dateline.knowledge.user_actors import actors_for

        actors_for(settings.actors)
        chosen["actors"] = settings.actors
    return Reader(settings.model, **chosen) if settings.model else Reader(**chosen)
