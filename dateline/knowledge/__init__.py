"""What Dateline knows before it opens a report: armed groups, forces and bodies, and the words that describe actors.

``actors/*.csv`` is written by hand, a row an actor, and checked as it loads (``load.py``, ``lookup.py``).
``spellings.csv`` makes transliterations one (``spelling.py``). ``support.py`` settles names that many actors share.
``words.py`` reads a language's list of describing words. ``user_actors.py`` adds the actors of a user's own files, as
``user_files.py`` reads them: CSV, PETRARCH dictionaries, FollowTheMoney entities.
"""

from dateline.knowledge.load import KnownActor, read_actor_rows
from dateline.knowledge.lookup import Found, KnownActors, known_actors, read_actors
from dateline.knowledge.support import Support, supported
from dateline.knowledge.user_actors import actors_for
from dateline.knowledge.words import ActorWords, Head, HeadFound, Thing, actor_words

__all__ = [
    "ActorWords",
    "Found",
    "Head",
    "HeadFound",
    "KnownActor",
    "KnownActors",
    "Support",
    "Thing",
    "actor_words",
    "actors_for",
    "known_actors",
    "read_actor_rows",
    "read_actors",
    "supported",
]
