"""What a fact rests on, on the terminal."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from rich.text import Text

from dateline.cli.claim_table import GAP, NARROWEST, wrapped
from dateline.cli.fact_lines import DOUBT_STYLE, MARK_STYLES, below, fact_lines
from dateline.cli.words import counted, printable
from dateline.model.decision import Decision
from dateline.model.fact import Event, Fact, Party
from dateline.record.ground_words import STANCE_WORDS, marked_sentence, source_words, whose_word

if TYPE_CHECKING:
    from dateline.record import Record
    from dateline.record.grounds import Ground

HEAD = "bold cyan"
_STANCE_STYLES = {"supports": "bold green", "contradicts": "bold red", "superseded": "dim", "rejected": "bold red"}
STANCES = {stance: (words.upper(), _STANCE_STYLES.get(stance, "bold")) for stance, words in STANCE_WORDS.items()}
Line = tuple[int, str, str]
"""Depth, words, style."""


def fact_head(record: "Record", fact: Fact, width: int) -> Iterator[Text]:
    """The fact as it is listed, why its claims are one, the rules of its numbers, and why each actor is one."""
    yield from fact_lines([fact], width)
    yield from below(f"why one fact: {fact.reason}", width)
    if isinstance(fact, Event):
        for kind, tally in sorted(fact.counts.items()):
            yield from below(f"{kind} {tally.best:,}: {tally.rule}", width)
        for scheme, code in sorted(fact.codes.items()):
            yield from below(f"{scheme}: {code}", width)
    for party in parties_of(fact):
        if party.actor is not None:
            yield from below(_why_one_actor(record, party), width)
    yield Text()


def _why_one_actor(record: "Record", party: Party) -> str:
    reasons = [f"{times:,} × {reason}" for reason, times in record.reasons(party.actor or "")]
    maybe = len(record.judgements(party.actor, verdict="maybe"))
    doubt = f"; {counted(maybe, 'possible merge')} to look at: `dateline actor {party.actor}`" if maybe else ""
    return f"{party.name} is {party.actor}: {'; '.join(reasons) or 'one entity of one report'}{doubt}"


def parties_of(fact: Fact) -> tuple[Party, ...]:
    """Everybody who takes part, doers first."""
    return (*fact.actors, *fact.recipients) if isinstance(fact, Event) else (fact.subject, fact.object)


def ground_lines(
    ground: "Ground", number: int, names: Mapping[str, str], width: int, *, again: bool = False
) -> Iterator[Text]:
    """One claim. ``names``: of actors that vouch for claims, by ``actor:ID``. ``again``: it stands in the same report
    as the claim before, which is not described twice.
    """
    width = max(width, NARROWEST)
    record = ground.said.record
    stance, style = STANCES[ground.evidence.stance] if ground.evidence else ("CLAIM", HEAD)
    modality = record["modality"]
    marked = ["NOT"] if record["polarity"] == "negated" else []
    marked += [modality.upper()] if modality != "actual" else []
    head = Text(f"{number} {record['id']}  {stance}", style=style)
    for mark in marked:
        head.append(f"  {mark}", style=MARK_STYLES.get(mark, DOUBT_STYLE))
    yield head
    for depth, words, line_style in _ground(ground, names, again):
        for place, line in enumerate(wrapped(printable(words), width - GAP * (depth + 1))):
            yield Text(" " * GAP * (depth + (place > 0)) + line, style=line_style)
    yield Text()


def _ground(ground: "Ground", names: Mapping[str, str], again: bool) -> Iterator[Line]:
    said = ground.said
    yield 1, f"“{marked_sentence(ground)}”", "italic"
    yield 1, f"on whose word: {whose_word(ground)}", ""
    yield from ((1, f"report: {ground.card.id}, as above", ""),) if again else _report(ground)
    if ground.evidence is not None:
        yield 1, f"counts for: {source_words(ground.evidence.source, names)}", ""
    yield 1, f"read by {said.reader}: {said.record['reason']} (confidence {said.record['confidence']:.2f})", "dim"
    if said.corrected:
        yield 1, f"put right by a person: {', '.join(said.corrected)}", "bold"


def _report(ground: "Ground") -> Iterator[Line]:
    """What the report is, and whether it is a copy, of what."""
    card = ground.card
    where = [card.title, card.publisher, f"agency {card.agency}" if card.agency else None]
    published = card.published.isoformat() if card.published else "day of publication not known"
    parts = [card.id, *where, card.author, published, card.url or card.source]
    yield 1, f"report: {' · '.join(part for part in parts if part)}", ""
    if ground.copy is not None and ground.copy.of is not None:
        yield 1, f"a copy: it {_standing(ground.copy.standing)}; {ground.copy.reason}", ""
    elif ground.copy is not None and ground.copy.superseded_by:
        yield 1, "the first of its copies", ""
    if ground.copy is not None and ground.copy.superseded_by:
        yield 1, f"a newer version of the report: {ground.copy.superseded_by}", ""


def _standing(standing: str) -> str:
    return {"copy": "counts as no source of its own", "update": "takes the place of what it updates"}[standing]


def facts_of_claim_lines(facts: Sequence[Fact], claim: str, width: int) -> Iterator[Text]:
    """The facts that a claim is evidence of."""
    if not facts:
        yield Text("No fact rests on it.", style=HEAD)
    for fact in facts:
        stance = next(one.stance for one in fact.evidence if one.claim == claim)
        yield Text(f"{STANCES[stance][0]} {fact.id}", style=HEAD)
        yield from fact_lines([fact], width)
    yield Text()


def decision_lines(decided: Sequence[tuple[Decision, bool]], width: int) -> Iterator[Text]:
    """What people decided, in order; what was taken back is said."""
    for one, stands in decided:
        after = ", ".join(f"{name}={value}" for name, value in one.after.items() if name != "record")
        parts = [f"decision {one.id}: {one.kind} {one.about}, by {one.by} on {one.at.date()}", after, one.note]
        undone = [] if stands else ["UNDONE"]
        yield from below(" · ".join(part for part in [*undone, *parts] if part), width, "")
