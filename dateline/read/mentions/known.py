"""The names of the actor file that a report uses, and which actor each of them means there."""

from dataclasses import dataclass

from spacy.tokens import Doc

from dateline.knowledge.load import KnownActor
from dateline.knowledge.lookup import Found, KnownActors
from dateline.read.mentions.lexicon import ActorLexicon
from dateline.read.mentions.name_extent import IZAFET
from dateline.read.mentions.table import Table

_KEY = "dateline_known_actors"
ARTICLES = frozenset("al el ul ad ar as ash at az an".split())
"""Arabic articles, as they stand before the hyphen of a name."""


@dataclass(frozen=True, slots=True)
class KnownName:
    """A name of a known actor: token numbers (``last`` included) and the actor meant."""

    first: int
    last: int
    head: int
    actor: KnownActor


def known_names(doc: Doc, table: Table, actors: KnownActors, lexicon: ActorLexicon) -> list[KnownName]:
    """The known names in a report; one that means several things counts only when the report supports it."""
    found = actors.scan(table.text, any_case=table.whole.islower())
    sure = {actor.key for item in found if not item.needs_support for actor in item.actors}
    countries = {place.country for place in doc._.dateline_places if place.country}
    day = doc._.dateline_published
    names, others = [], set[str]()
    for item in found:
        if _is_half(table, item.start) or _is_under_head(table, item.start, lexicon):
            continue
        actor = supported_actor(item, sure, countries)
        if actor is None:
            continue
        if _is_of_longer_name(table, item, actor, lexicon):
            others.add(actor.key)
        else:
            names.append(KnownName(item.start, item.end - 1, _root(table, item.start, item.end - 1), actor.as_of(day)))
    in_full = {name.actor.key for name in names if not _is_short(table, name.first, name.last, lexicon)}
    unsure = others - in_full
    return [name for name in names if name.actor.key not in unsure or name.actor.kind != "person"]


def _is_half(table: Table, first: int) -> bool:
    """Whether a name is the second half of another: the Wafa of "Kataib al-Wafa", the Taliban of
    "Tehrik-i-Taliban".
    """
    joined = table.word(first - 1) == "-" and table.touches_next(first - 1)
    return joined and table.word(first - 2) in ARTICLES | IZAFET


def _is_under_head(table: Table, first: int, lexicon: ActorLexicon) -> bool:
    """Whether a name with an article stands right behind a body's first word: the al-Islah of "Harakat al-Islah"."""
    if table.word(first) not in ARTICLES or first == 0 or not table.text[first - 1][0].isupper():
        return False
    return lexicon.body_kind(table.lower[first - 1]) == "armed_group"


def _is_of_longer_name(table: Table, found: Found, actor: KnownActor, lexicon: ActorLexicon) -> bool:
    """Whether somebody or some body else bears a longer name: "Yusuf al-Maliki", "Ali Sow", "Mai-Mai Safari"."""
    goes_on = _is_name_word(table, found.end, lexicon) and not table.opens[found.end]
    if actor.kind in ("armed_group", "organisation"):
        return goes_on and table.head[found.end - 1] == found.end and table.dep[found.end - 1] == "compound"
    if actor.kind != "person" or not _is_short(table, found.start, found.end - 1, lexicon):
        return False
    return goes_on or _is_name_word(table, _before_particles(table, found.start, lexicon), lexicon)


def _is_short(table: Table, first: int, last: int, lexicon: ActorLexicon) -> bool:
    """Whether a name is one word beside particles: a surname, which others in the report may bear."""
    words = [table.text[token] for token in range(first, last + 1) if table.lower[token] not in lexicon.particles]
    return sum(word[0].isupper() for word in words) == 1


def _before_particles(table: Table, token: int, lexicon: ActorLexicon) -> int:
    """The token before a name and the particles in front of it."""
    token -= 1
    while token >= 0 and (table.lower[token] in lexicon.particles or table.text[token] == "-"):
        token -= 1
    return token


def _is_name_word(table: Table, token: int, lexicon: ActorLexicon) -> bool:
    """Whether a token is a word of a name and neither a title nor the name of an office."""
    if not 0 <= token < len(table) or not table.text[token][0].isupper() or table.tag[token] not in ("NNP", "NNPS"):
        return False
    word = table.lower[token]
    is_idle = table.opens[token] and word in lexicon.opening_adjectives
    is_calendar = word in lexicon.calendar or word in lexicon.no_names
    in_title = table.in_title(token) and table.dep[token] != "compound"
    return not (lexicon.is_title(word) or word in lexicon.heads or is_idle or is_calendar or in_title)


def supported_actor(found: Found, sure: set[str], countries: set[str]) -> KnownActor | None:
    """The actor meant by a known name: its only bearer, or the one that other names or countries support."""
    if not found.needs_support:
        return found.actors[0]
    for actor in found.actors:
        if actor.key in sure or actor.parent in sure or (actor.country and actor.country in countries):
            return actor
    return None


def keep_known(doc: Doc, names: list[KnownName]) -> None:
    """Keep the actors with the doc, for coreference."""
    doc.user_data[_KEY] = {name.head: name.actor for name in names}


def known_by_head(doc: Doc) -> dict[int, KnownActor]:
    """The known actor named at each head token."""
    kept: dict[int, KnownActor] = doc.user_data.get(_KEY, {})
    return kept


def _root(table: Table, first: int, last: int) -> int:
    """The last word of a name whose head lies outside the name, as a parse may have several."""
    for token in range(last, first - 1, -1):
        if not first <= table.head[token] <= last or table.head[token] == token:
            return token
    return last
