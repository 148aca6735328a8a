"""The reader that settings ask for: commands and the workbench read alike."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from dateline.settings import Settings

if TYPE_CHECKING:
    from dateline.pipeline import Reader


def reader_for(settings: Settings) -> "Reader":
    """A reader with the model, actors, claim types, encoder and gate of the settings.

    Raises at once, before any report is fetched: DataFileError for a file of the user that cannot be read whole,
    BadArgument for a gate without an encoder.
    """
    from dateline.pipeline import Reader

    chosen: dict[str, Any] = {}
    if settings.actors:
        from dateline.knowledge.user_actors import actors_for

        actors_for(settings.actors)
        chosen["actors"] = settings.actors
    if ontology := ontology_files(settings):
        from dateline.ontology.load import load_ontology

        load_ontology(*map(Path, ontology))
        chosen["ontology"] = ontology
    if not settings.encoder:
        chosen["encoder"] = False
    if settings.gate is not None:
        chosen["gate"] = settings.gate
    return Reader(settings.model, **chosen) if settings.model else Reader(**chosen)


def ontology_files(settings: Settings) -> tuple[str, ...]:
    """The user's own claim types, then verb dictionaries. Raises DataFileError for a dictionary that is none."""
    if settings.petrarch_verbs:
        from dateline.ontology.petrarch_verbs import read_verb_dictionary

        for path in settings.petrarch_verbs:
            read_verb_dictionary(Path(path))
    return (*settings.ontology, *settings.petrarch_verbs)
