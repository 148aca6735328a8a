"""What two entities of different reports must share to be taken for one actor, or to be compared.

Entities that share a *sure* key are one actor, whatever else. Entities that share a *near* key are compared
(``same_actor``). A name alone is a sure key for a body with a name of its own, never for a person: two teachers may
both be Ali Sow. A person needs something besides: an office in the same country, the same body led or spoken for, or
the same text reprinted.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from dateline.facts.inputs import EntityId, EntityIn, Scene
from dateline.facts.names import acronym_of, bare_name, compared, is_office, skeletons, words_alike
from dateline.knowledge.lookup import known_actors
from dateline.knowledge.nations import nation
from dateline.languages.load import language_data

LONG_ACRONYM = 4
"""Letters from which on an acronym is taken for a name of its own whatever the country."""

OTHER = 0.6
"""Under this likeness of first or last word a full name is somebody else's, whom a report seems to have joined."""


@dataclass(frozen=True, slots=True)
class Key:
    """A key and, where it makes entities one, why and with what score (0 to 1). No reason: only to be compared."""

    text: str
    score: float = 0.0
    reason: str = ""
    inert: bool = False
    """Whether it only counts who bears a name (``bodies``), and makes nobody be compared."""

    @property
    def sure(self) -> bool:
        return bool(self.reason)


@dataclass(frozen=True, slots=True, kw_only=True)
class Background:
    """What the record knows of an entity of a report beside its names."""

    scene: Scene
    cluster: str
    """Of copies, that the report is in."""
    bodies: frozenset[str]
    """Ids of the actors it leads, belongs to or speaks for in this report."""
    around: frozenset[str]
    """Ids of the groups and organisations that the report names; empty for bodies."""
    holds_office: bool
    """Whether the report gives a person an office, rank or role."""
    namesake: bool = False
    """Whether the report has somebody else of the same name."""
    aliases: tuple[str, ...] = ()
    """Names that claims of the report give as aliases of it."""


def is_person(entity: EntityIn) -> bool:
    return entity.kind == "person"


def is_kept(entity: EntityIn) -> bool:
    """Whether an entity can be an actor of the record: it has a name, or is the army, police or government of a
    state.
    """
    return bool(entity.known or usable_names(entity) or (not is_person(entity) and state_body(entity)))


def usable_names(entity: EntityIn) -> tuple[str, ...]:
    """Its names without titles, each once, the fullest first; those without a capital or digit are left out."""
    return _usable(entity.name, entity.names, is_person(entity)) if entity.names else ()


@lru_cache(maxsize=1 << 17)
def _usable(full: str, names: tuple[str, ...], person: bool) -> tuple[str, ...]:
    bare = dict.fromkeys(bare_name(name) for name in (full, *names))
    kept = [name for name in bare if any(c.isupper() or c.isdigit() for c in name) and compared(name)]
    if person and kept:
        main = " ".join(compared(kept[0]))
        kept = [
            name for name in kept if len(compared(name)) == 1 or words_alike(main, " ".join(compared(name))) > OTHER
        ]
    return tuple(sorted(kept, key=lambda name: (-len(compared(name)), -len(name), name)))


def entity_keys(entity: EntityIn, background: Background, forced: Iterable[Key] = ()) -> tuple[Key, ...]:
    """All keys of an entity. ``forced``: those that people's decisions give it."""
    keys = [*forced]
    if entity.known:
        keys.append(Key(f"known:{entity.known}", 1.0, "both stand in the actor file as one"))
    elif is_person(entity):
        keys += _person_keys(entity, background)
    else:
        keys += _body_keys(entity, background)
    return tuple(dict.fromkeys(keys))


def _body_keys(entity: EntityIn, background: Background) -> Iterable[Key]:
    country = entity.country or background.scene.country
    if (body := state_body(entity)) is not None:
        if country:
            yield state_key(body, country)
        return
    yield from _of_state(entity)
    names = (*usable_names(entity), *background.aliases)
    for name in _own_names(names):
        words = " ".join(compared(name))
        if (short := acronym_of(name)) is not None:
            yield from _acronym_keys(short, country)
        elif _is_common(name):
            if country:
                yield Key(f"common:{words}:{country}", 0.9, f"both are called {name!r}, in the same country")
        else:
            yield Key(f"body:{words}", 0.95, f"both are called {name!r}")
            yield Key(f"as:{words}" if entity.taken_for_body else f"real:{words}", inert=True)
            yield Key(f"like:{' '.join(_folded(name))}")
            if len(initials := initials_of(name)) > 2:
                yield Key(f"short:{initials}")


def may_be_body(entity: EntityIn) -> bool:
    """Whether a "person" may be a body whose foreign name the reader took for a person's: a name of several words that
    is never cut to a surname, without title or description.
    """
    if entity.kind != "person" or entity.known is not None or entity.descriptions:
        return False
    long = all(" " in bare_name(name) or acronym_of(name) for name in entity.names)
    return bool(entity.names) and long and not office_by_name(entity)


def initials_of(name: str) -> str:
    """The first letters of the capitalised words of a name, in lower case: "hif" of "Highland Independence Front"."""
    return "".join(word[0] for word in name.replace("-", " ").split() if word[0].isupper()).lower()


def state_key(body: str, country: str) -> Key:
    """The key of the army, police or government of a country: that of the actor file where it has it."""
    known = _known_of_state(body, country)
    if known is not None:
        return Key(f"known:{known}", 0.9, f"the {body} of the same country, which the actor file has")
    return Key(f"state:{body}:{country}", 0.9, f"the {body} of the same country")


@cache
def _known_of_state(body: str, country: str) -> str | None:
    """The key of the one actor without parent that the file calls "Malian army" or so; None for none or several."""
    kind = {"army": "military"}.get(body, body)
    found = [
        actor.key
        for actor in known_actors().by_key.values()
        if actor.country == country and actor.kind == kind and any(_is_plainly(name, body) for name in actor.names)
    ]
    return found[0] if len(found) == 1 else None


def _is_plainly(name: str, body: str) -> bool:
    """Whether a name is a country's adjective before "army", "police" or "government", with nothing else."""
    words = name.lower().split()
    return len(words) > 1 and words[-1] == body and nation(" ".join(words[:-1])) is not None


def _of_state(entity: EntityIn) -> Iterable[Key]:
    """The key of a named body of a state: "National Police of Mali", "Congolese Armed Forces"."""
    for name in usable_names(entity)[:1]:
        words = [word.lower() for word in compared(name)]
        countries = {country for word in words if (country := nation(word))}
        rest = [word for word in words if nation(word) is None and word not in _IDLE]
        body = _NAMED_BODIES.get(" ".join(rest))
        if len(countries) == 1 and body is not None and entity.kind in _STATE_KINDS:
            yield state_key(body, countries.pop())


_IDLE = frozenset({"of", "the", "national", "forces", "force", "armed", "republic"})
_NAMED_BODIES = {"": "army", "army": "army", "military": "army", "police": "police", "government": "government"}
_STATE_KINDS = frozenset({"military", "police", "government"})


def _own_names(names: tuple[str, ...]) -> Iterable[str]:
    """The fullest name, and those that shorten it or are spelt like it: a report may call two bodies one by mistake."""
    if not names:
        return
    fullest = names[0]
    yield fullest
    letters = initials_of(fullest)
    skeleton = set(_folded(fullest))
    for name in names[1:]:
        short = acronym_of(name)
        if (short is not None and (_in_order(short, fullest.lower()) or short == letters)) or (
            short is None and set(_folded(name)) <= skeleton and len(compared(name)) > 1
        ):
            yield name


def _in_order(letters: str, text: str) -> bool:
    """Whether the letters come in a text in this order, the first of them first."""
    rest = iter(text)
    return text[:1] == letters[:1] and all(letter in rest for letter in letters)


def _acronym_keys(short: str, country: str | None) -> Iterable[Key]:
    yield Key(f"short:{short}")
    if len(short) >= LONG_ACRONYM:
        yield Key(f"acronym:{short}", 0.9, f"both are called {short.upper()}")
    elif country:
        reason = f"both are called {short.upper()}, in reports on the same country"
        yield Key(f"acronym:{short}:{country}", 0.85, reason)


def _person_keys(entity: EntityIn, background: Background) -> Iterable[Key]:
    for name in usable_names(entity):
        words = " ".join(compared(name))
        bones = skeletons(name)
        if not bones:
            continue
        yield Key(f"as:{words}" if may_be_body(entity) else f"who:{words}", inert=True)
        yield Key(f"last:{bones[-1]}")
        if len(bones) > 1:
            yield from _full_name_keys(name, words, entity, background)
        said = f":{entity.descriptions[0].lower()}" if background.namesake and entity.descriptions else ""
        if said or not background.namesake:
            yield Key(f"copied:{words}{said}:{background.cluster}", 0.95, f"both are {name!r} in copies of one report")


def _full_name_keys(name: str, words: str, entity: EntityIn, background: Background) -> Iterable[Key]:
    for body in sorted(background.bodies):
        yield Key(f"person:{words}:of:{body}", 0.97, f"both are {name!r}, of the same body")
    country = entity.country or background.scene.country
    if background.holds_office and country and not background.namesake:
        yield Key(
            f"person:{words}:in:{country}",
            0.9,
            f"both are {name!r}, with an office or rank, in reports on the same country",
        )


def state_body(entity: EntityIn) -> str | None:
    """Which body of a state a description stands for: army, police, government; None for others and for names."""
    if entity.names or entity.kind not in {"military", "police", "government"}:
        return None
    return _state_body_of(entity.name)


@lru_cache(maxsize=1 << 14)
def _state_body_of(description: str) -> str | None:
    words = description.lower().split()
    for body, nouns in _state_bodies():
        if any(_ends_with(words, noun) for noun in nouns):
            return body
    return None


def _ends_with(words: list[str], noun: tuple[str, ...]) -> bool:
    """Whether a description is "the army", "government troops", "Malian army": the noun, at most two words before."""
    rest = len(words) - len(noun)
    return (
        0 <= rest <= 2
        and tuple(words[rest:]) == noun
        and not any(word in _INEXACT or word.isdigit() for word in words[:rest])
    )


_INEXACT = frozenset(
    "some several many two three four five six seven eight nine ten dozens hundreds".split()
    + "former local rebel least most few other".split()
)


@cache
def _state_bodies() -> tuple[tuple[str, tuple[tuple[str, ...], ...]], ...]:
    lists: Mapping[str, list[str]] = language_data("record")["state_bodies"]
    return tuple((body, tuple(tuple(noun.split()) for noun in nouns)) for body, nouns in lists.items())


@cache
def _common_words() -> frozenset[str]:
    return frozenset(language_data("record")["common_bodies"])


def _is_common(name: str) -> bool:
    """Whether a name is made of words that the bodies of every country bear."""
    return all(word in _common_words() for word in compared(name))


def _folded(name: str) -> tuple[str, ...]:
    """The skeletons of a body's name, plural endings dropped."""
    return tuple(part[:-1] if len(part) > 3 and part.endswith("s") else part for part in skeletons(name))


def office_by_name(entity: EntityIn) -> bool:
    """Whether a rank or office is printed before one of its names."""
    return any(is_office(name) for name in entity.names)


Keys = Mapping[EntityId, tuple[Key, ...]]
