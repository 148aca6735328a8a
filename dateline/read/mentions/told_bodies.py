"""Names that look like people's and are bodies', by what the report says of them: "a commander of Euskal Indarra".

Every name of several capitalised words may be a person's by its form. Nobody commands, founds or is a member of a
person, and no person is disbanded or splits.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from dateline.model import EntityKind
from dateline.read.mentions.candidates import Candidate
from dateline.read.mentions.given_names import given_gender
from dateline.read.mentions.lexicon import ActorLexicon
from dateline.read.mentions.table import Table

_CUT = frozenset({"armed_group", "organisation"})
_OF = frozenset({"of", "from", "for"})


def bodies_by_evidence(table: Table, lexicon: ActorLexicon, found: Iterable[Candidate]) -> Iterator[Candidate]:
    """The names among the candidates that were taken for people's and are bodies', as such, wherever they stand."""
    names = [item for item in found if _looks_like_a_person(table, item)]
    told: dict[str, tuple[EntityKind, int]] = {}
    for item in names:
        kind_and_word = (
            _of_others(table, lexicon, item) or _of_its_verb(table, lexicon, item) or _by_article(table, item)
        )
        known = told.get(_key(table, item))
        if kind_and_word is not None and (known is None or known[0] != "armed_group"):
            told[_key(table, item)] = kind_and_word
    for item in names:
        if (evidence := told.get(_key(table, item))) is not None:
            yield replace(item, kind=evidence[0], reason=f"a name told of with '{table.text[evidence[1]]}'")


def bodies_by_last_word(table: Table, found: Iterable[Candidate]) -> dict[str, EntityKind]:
    """The kinds of the bodies named in several words, by the last of them in lower case, to which a report cuts their
    names: "the Lions" for "the Bui Lions".
    """
    return {
        table.lower[item.last]: item.kind
        for item in found
        if item.form == "name" and item.kind in _CUT and item.last > _bare(item)
    }


def _looks_like_a_person(table: Table, item: Candidate) -> bool:
    """Whether nothing but its form makes a name a person's: no title, no given name that a list holds."""
    bare = _bare(item)
    is_untitled = table.lower[item.first : bare] in ([], ["the"]) and item.last > bare
    words = " ".join(table.text[bare : item.last + 1])
    return item.form == "name" and item.kind == "person" and is_untitled and given_gender(words) is None


def _bare(item: Candidate) -> int:
    """The first token of a name without titles and article."""
    return item.bare if item.bare >= 0 else item.first


def _key(table: Table, item: Candidate) -> str:
    return " ".join(table.lower[_bare(item) : item.last + 1])


def _by_article(table: Table, item: Candidate) -> tuple[EntityKind, int] | None:
    """The kind by "the" before the name, which no person's has: "The Sabti Current, whose supporters"."""
    before = _bare(item) - 1
    return ("organisation", before) if table.word(before) == "the" and table.tag[item.last] != "NNPS" else None


def _of_others(table: Table, lexicon: ActorLexicon, item: Candidate) -> tuple[EntityKind, int] | None:
    """The kind by who is of the body: its commander, its fighters, its founder."""
    of = table.head[item.head]
    if table.dep[item.head] != "pobj" or table.lower[of] not in _OF:
        return None
    noun = table.head[of]
    if table.lemma[noun] in lexicon.of_armed:
        return "armed_group", noun
    return ("organisation", noun) if table.lemma[noun] in lexicon.of_bodies else None


def _of_its_verb(table: Table, lexicon: ActorLexicon, item: Candidate) -> tuple[EntityKind, int] | None:
    """The kind by what only bodies do or undergo: "claimed responsibility", "was founded in 1959"."""
    verb, label = table.head[item.head], table.dep[item.head]
    if label == "pobj" and table.lemma[table.head[verb]] in lexicon.leaving_bodies and table.lower[verb] == "from":
        return "organisation", table.head[verb]
    if label == "nsubjpass" and table.lemma[verb] in lexicon.done_to_bodies:
        return "organisation", verb
    done = table.child(verb, "dobj")
    if label == "nsubj" and table.lemma[verb] == "claim" and done is not None and table.lower[done] == "responsibility":
        return "armed_group", done
    return ("organisation", verb) if label == "nsubj" and table.lemma[verb] in lexicon.done_by_bodies else None
