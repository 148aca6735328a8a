"""Read actor dictionaries of KEDS, TABARI and PETRARCH: a name, ``+`` synonyms, codes that may hold for a time."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from dateline.knowledge.actor_file import ActorFile, Faults, Skipped, text_lines
from dateline.knowledge.cameo import Coded, decode, is_nothing
from dateline.knowledge.load import KnownActor
from dateline.knowledge.petrarch_lines import DatedCode, split_codes, without_comments
from dateline.knowledge.petrarch_names import Name, names_of
from dateline.knowledge.roles import Role
from dateline.knowledge.spelling import NameKey, name_key
from dateline.knowledge.words import ActorWords, actor_words
from dateline.model import EntityKind

FORMAT = "PETRARCH actors"


@dataclass(slots=True)
class _Entry:
    """A name, its synonyms and its codes, as printed."""

    line: int
    printed: str
    names: list[Name]
    codes: list[DatedCode] = field(default_factory=list)


def read_petrarch_actors(path: Path) -> ActorFile:
    """The actors of a dictionary. Raises DataFileError, naming every malformed line."""
    faults = Faults(path)
    entries = _joined(_entries(path, faults))
    actors: list[KnownActor] = []
    skipped: list[Skipped] = []
    for entry in entries:
        roles = _decoded(entry, faults)
        actor = _actor(entry, roles, path.name)
        if isinstance(actor, KnownActor):
            actors.append(actor)
        else:
            skipped.append(Skipped(entry.line, entry.printed, actor))
    faults.stop_if_any()
    return ActorFile(path=path, format=FORMAT, actors=tuple(actors), skipped=tuple(skipped))


# ------------------------------------------------------------ lines to entries


def _entries(path: Path, faults: Faults) -> Iterator[_Entry]:
    entry: _Entry | None = None
    for number, line in without_comments(text_lines(path)):
        try:
            name, codes = split_codes(line)
        except ValueError as error:
            faults.add(number, str(error))
            continue
        if entry and not name:
            entry.codes += codes
        elif entry and name.startswith("+") and not codes:
            entry.names += names_of(name[1:])
        elif not name or name == "+" or (name.startswith("+") and not entry):
            faults.add(number, "stands below no actor" if name != "+" else "a synonym without words")
        else:
            if entry:
                yield entry
            printed = name.removeprefix("+").strip("_ ")
            entry = _Entry(number, printed, list(names_of(printed)), list(codes))
    if entry:
        yield entry


def _joined(entries: Iterable[_Entry]) -> list[_Entry]:
    """The entries, those that begin with the same name made one."""
    by_name: dict[NameKey | int, _Entry] = {}
    for entry in entries:
        key: NameKey | int = name_key(entry.names[0].text) if entry.names else entry.line
        kept = by_name.setdefault(key, entry)
        if kept is not entry:
            kept.names += entry.names
            kept.codes += entry.codes
    return list(by_name.values())


def _decoded(entry: _Entry, faults: Faults) -> list[tuple[DatedCode, Coded]]:
    """The codes of an entry that say something. A code in small letters names an ethnic or religious group."""
    found = []
    for dated in entry.codes:
        if is_nothing(dated.code) or dated.code.islower():
            continue
        coded = decode(dated.code)
        if coded is None:
            faults.add(entry.line, f"{dated.code!r} is no code: it is not made of parts of three capitals")
        else:
            found.append((dated, coded))
    return found


# ------------------------------------------------------------ entries to actors


def _actor(entry: _Entry, coded: list[tuple[DatedCode, Coded]], file: str) -> KnownActor | str:
    """The actor of an entry, or why there is none."""
    if not entry.names:
        return "its name holds no letters"
    if not entry.codes:
        return "it has no code"
    if not coded:
        return "its codes name no actor, or an ethnic or religious group"
    words = actor_words()
    body = _body_kind(entry.names[0].text, words)
    is_person = body is None and _is_person(entry, coded, words)
    roles = tuple(_role(dated, code, body, is_person=is_person) for dated, code in coded)
    if any(role is None for role in roles):
        return "its code is that of a country or region: places come from the gazetteer"
    return _known(entry, tuple(role for role in roles if role), file, is_person=is_person)


def _body_kind(name: str, words: ActorWords) -> EntityKind | None:
    """The kind of body that a word of a name tells ("Front", "Army"), the last first; None when none does."""
    return next(
        (words.name_heads[key] for word in reversed(name.split()) if (key := name_key(word)) in words.name_heads), None
    )


def _is_person(entry: _Entry, coded: list[tuple[DatedCode, Coded]], words: ActorWords) -> bool:
    """Whether dates of office, an elite's code or a title tell that an entry is a person."""
    if any(dated.first or dated.last for dated, _ in coded) or any(code.kind == "person" for _, code in coded):
        return True
    return any(name_key(name.text.split()[0]) in words.titles for name in entry.names if " " in name.text)


def _role(dated: DatedCode, code: Coded, body: EntityKind | None, *, is_person: bool) -> Role | None:
    """The role that a code gives; None when it names only a country and nothing tells what the actor is."""
    kind: EntityKind | None = "person" if is_person else code.kind if code.kind != "person" else None
    kind = kind or body
    return Role(kind, code.country, code.plover, dated.first, dated.last) if kind else None


def _known(entry: _Entry, roles: tuple[Role, ...], file: str, *, is_person: bool) -> KnownActor:
    names: dict[NameKey, Name] = {}
    for name in entry.names:
        names.setdefault(name_key(name.text), name)
    texts = [name.text for name in names.values()]
    is_single = {text for text in texts if is_person and " " not in text}
    is_dated = any(role.is_dated for role in roles)
    shared = roles if is_dated else roles[:1]
    return KnownActor(
        key="user-" + slug(entry.names[0].text),
        name=texts[0],
        aliases=tuple(texts[1:]),
        ambiguous=tuple(name.text for name in names.values() if name.is_ambiguous or name.text in is_single),
        kind=roles[0].kind if len({role.kind for role in shared}) == 1 else "organisation",
        country=roles[0].country if len({role.country for role in shared}) == 1 else None,
        parent=None,
        since=None,
        until=None,
        wikidata=None,
        plover=roles[0].plover if len({role.plover for role in shared}) == 1 else "UNK",
        source=f"{file}, line {entry.line}",
        roles=roles if is_dated else (),
    )


def slug(name: str) -> str:
    """A name as part of a key: its words in small letters a to z and figures, joined by hyphens."""
    words = ["".join(letter for letter in word if letter.isascii() and letter.isalnum()) for word in name_key(name)]
    return "-".join(word for word in words if word) or "unnamed"
