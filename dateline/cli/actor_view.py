"""The dossier of an actor on the terminal."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from rich.text import Text

from dateline.cli.claim_table import GAP, ID_WIDTH, NARROWEST, wrapped
from dateline.cli.fact_lines import DOUBT_STYLE, MARK_STYLES, WITH_ROLES, fact_lines
from dateline.cli.words import counted, printable
from dateline.model.fact import Fact, Relation
from dateline.record.actor_sections import in_sections, other_words
from dateline.record.in_words import disagreement_words, listed, marks, one_line, sources_words, when_words

if TYPE_CHECKING:
    from dateline.record.actor_file import ActorFile, MaybeSame

HEAD = "bold cyan"


def actor_view(file: "ActorFile", width: int) -> Iterator[Text]:
    """Line by line, in at most ``width`` columns; sections without anything in them are left out."""
    width = max(width, NARROWEST)
    yield from _heading(file, width)
    yield from _names(file, width)
    for heading, held in in_sections(file.relations, file.actor.id):
        yield from _section(heading.upper(), held, file.actor.id, width)
    if file.described:
        words = f"{counted(file.described, 'relation')} more with people whom reports only describe"
        yield from _wrapped(f"{words}: `dateline facts --actor {file.actor.id} --all`", width)
        yield Text()
    yield from _events(file, width)
    yield from _contradicted(file, width)
    yield from _maybe(file, width)
    yield from _reasons(file, width)


def _heading(file: "ActorFile", width: int) -> Iterator[Text]:
    actor = file.actor
    yield Text(printable(actor.name), style=HEAD)
    country = f"country {actor.country}" if actor.country else "country not said, or reports differ"
    known = f"in the actor file as {actor.known}" if actor.known else "not in the actor file"
    about = [actor.id, actor.kind.replace("_", " "), country, known, counted(actor.reports, "report")]
    yield from _wrapped(" · ".join(about), width)
    yield from _wrapped(f"protection: {actor.protection}, since {actor.protection_reason}", width)
    yield Text()


def _names(file: "ActorFile", width: int) -> Iterator[Text]:
    yield Text("NAMES", style=HEAD)
    for use in file.actor.names:
        yield from _wrapped(f"{use.name}: {counted(use.reports, 'report')}", width)
    yield Text()


def _section(heading: str, held: Sequence[Relation], actor: str, width: int) -> Iterator[Text]:
    yield Text(heading, style=HEAD)
    for relation in held:
        yield from _relation(relation, actor, width)
    yield Text()


def _relation(relation: Relation, actor: str, width: int) -> Iterator[Text]:
    roles = f" ({listed(relation.roles)})" if relation.roles and relation.type in WITH_ROLES else ""
    words = f"{other_words(relation, actor)}{roles}, {when_words(relation)} · {sources_words(relation)}"
    yield from _entry(relation.id, marks(relation), words, width)


def _entry(identifier: str, marked: Iterable[str], words: str, width: int) -> Iterator[Text]:
    """An id, marks in capitals, and words whose further lines stand under the first."""
    indent = GAP + ID_WIDTH + GAP
    text = " ".join([*marked, words])
    for number, line in enumerate(wrapped(printable(text), width - indent)):
        lead = f"{' ' * GAP}{identifier:<{ID_WIDTH}}{' ' * GAP}" if number == 0 else " " * indent
        made = Text(lead + line)
        if number == 0:
            for mark in marked:
                start = made.plain.index(mark, indent)
                made.stylize(MARK_STYLES.get(mark, DOUBT_STYLE), start, start + len(mark))
        yield made


def _events(file: "ActorFile", width: int) -> Iterator[Text]:
    if file.events:
        yield Text("EVENTS", style=HEAD)
        yield from fact_lines(file.events, width, dated=True)
        yield Text()


def _contradicted(file: "ActorFile", width: int) -> Iterator[Text]:
    facts: list[Fact] = [*file.relations, *file.events]
    held = [fact for fact in facts if fact.disagreements or "DENIED" in marks(fact)]
    if not held:
        return
    yield Text("CONTRADICTED", style=HEAD)
    for fact in held:
        differ = "; ".join(disagreement_words(one) for one in fact.disagreements)
        yield from _entry(fact.id, marks(fact), " · ".join(part for part in (one_line(fact), differ) if part), width)
    yield Text()


def _maybe(file: "ActorFile", width: int) -> Iterator[Text]:
    if not file.maybe:
        return
    yield Text("MAY BE THE SAME: A PERSON HAS TO LOOK", style=HEAD)
    for one in file.maybe:
        yield from _wrapped(_maybe_words(file, one), width)
    yield Text()


def _maybe_words(file: "ActorFile", one: "MaybeSame") -> str:
    mine = f"{file.actor.name} (here, in report {one.here[0]})"
    other = one.other
    theirs = (
        f"{other.name} ({other.id}, {other.kind.replace('_', ' ')}, {counted(other.reports, 'report')}, "
        f"in report {one.there[0]})"
    )
    return f"{mine} and {theirs}: {one.judgement.reason} ({one.judgement.score:.2f})"


def _reasons(file: "ActorFile", width: int) -> Iterator[Text]:
    yield Text("WHY THESE ARE ONE ACTOR", style=HEAD)
    for reason, times in file.reasons:
        yield from _wrapped(f"{times:,} × {reason}", width)
    if not file.reasons:
        yield from _wrapped("nothing was joined: one entity of one report", width)


def _wrapped(words: str, width: int) -> Iterator[Text]:
    for number, line in enumerate(wrapped(printable(words), width - 2 * GAP)):
        yield Text(" " * GAP * (1 if number == 0 else 2) + line)
