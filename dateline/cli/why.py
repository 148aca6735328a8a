"""``dateline why``: what a fact rests on, down to the words of reports."""

import json
from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING, Annotated, Any

import typer

from dateline.cli.fact_filter import asked_record
from dateline.cli.options import JsonOption, StoreOption, VerboseOption
from dateline.cli.words import counted, say
from dateline.settings import Settings

if TYPE_CHECKING:
    from dateline.model.decision import Decision
    from dateline.model.fact import Fact
    from dateline.record import Record
    from dateline.record.grounds import Ground

IdArgument = Annotated[
    str, typer.Argument(metavar="ID", help="Of a fact (v…, x…) or a claim (c…, h…); a fact's may be cut short.")
]


def why_command(
    identifier: IdArgument, as_json: JsonOption = False, store: StoreOption = None, verbose: VerboseOption = 0
) -> None:
    """Show what a fact rests on: each claim, the words that state it, who vouches for it, and why these are one fact.

    In the sentences, the words that state the claim stand between » and «.

    **Example:** `dateline why x3f2a91c04be7`
    """
    with asked_record(Settings.build(store=store)) as record:
        if identifier[:1] in ("c", "h"):
            count = _claim(record, identifier, as_json=as_json)
        else:
            count = _fact(record, identifier, as_json=as_json)
    say(counted(count, "claim"))


def _fact(record: "Record", identifier: str, *, as_json: bool) -> int:
    from dateline.cli.why_view import decision_lines, fact_head, ground_lines
    from dateline.record.grounds import decisions_about, grounds

    fact = record.fact(identifier)
    held = grounds(record, fact)
    decided = decisions_about(record, fact, [one.claim for one in fact.evidence])
    if as_json:
        typer.echo(json.dumps(as_record(record, fact, list(held), decided), ensure_ascii=False))
        return len(fact.evidence)
    _print(partial(fact_head, record, fact))
    names = source_names(record, fact)
    before = ""
    for number, ground in enumerate(held, 1):
        _print(partial(ground_lines, ground, number, names, again=ground.card.id == before))
        before = ground.card.id
    _print(partial(decision_lines, decided))
    return len(fact.evidence)


def _claim(record: "Record", identifier: str, *, as_json: bool) -> int:
    from dateline.cli.why_view import decision_lines, facts_of_claim_lines, ground_lines
    from dateline.record.grounds import decisions_about, ground_of_claim

    ground = ground_of_claim(record, identifier)
    facts = record.facts_of_claim(identifier)
    decided = decisions_about(record, None, [identifier])
    if as_json:
        made = {**claim_record(ground), "facts": [_told(fact, identifier) for fact in facts]}
        typer.echo(json.dumps({**made, "decisions": _decisions(decided)}, ensure_ascii=False))
        return 1
    _print(partial(ground_lines, ground, 1, {}))
    _print(partial(facts_of_claim_lines, facts, identifier))
    _print(partial(decision_lines, decided))
    return 1


def source_names(record: "Record", fact: "Fact") -> dict[str, str]:
    """The names of the actors that vouch for claims of a fact, by ``actor:ID``."""
    from dateline.errors import BadArgument

    found = {}
    for source in {evidence.source for evidence in fact.evidence if evidence.source.startswith("actor:")}:
        try:
            found[source] = record.actor(source.removeprefix("actor:")).name
        except BadArgument:  # the record was made anew in between
            found[source] = source.removeprefix("actor:")
    return found


def as_record(
    record: "Record", fact: "Fact", held: "list[Ground]", decided: "list[tuple[Decision, bool]]"
) -> dict[str, Any]:
    """The JSON form: the fact, its claims with their reports, the reasons of its actors, the decisions."""
    from dateline.cli.why_view import actors_of
    from dateline.model.fact_record import fact_record

    reasons = {
        actor: [{"reason": reason, "times": times} for reason, times in record.reasons(actor)]
        for actor in actors_of(fact)
    }
    return {
        "fact": fact_record(fact),
        "claims": [claim_record(ground) for ground in held],
        "merged_because": reasons,
        "decisions": _decisions(decided),
    }


def claim_record(ground: "Ground") -> dict[str, Any]:
    """A claim in JSON, with what it is to the fact, its sentence, its attributions and its report without the text."""
    from dataclasses import asdict

    card = {name: value for name, value in asdict(ground.card).items() if name != "text"}
    card["published"] = ground.card.published.isoformat() if ground.card.published else None
    start, end = ground.sentence
    return {
        "claim": ground.said.record,
        "stance": ground.evidence.stance if ground.evidence else None,
        "source": ground.evidence.source if ground.evidence else None,
        "sentence": ground.card.text[start:end],
        "attributions": list(ground.attributions),
        "corrected": list(ground.said.corrected),
        "reader": ground.said.reader,
        "report": card,
        "copy": asdict(ground.copy) if ground.copy else None,
    }


def _told(fact: "Fact", claim: str) -> dict[str, Any]:
    evidence = next(one for one in fact.evidence if one.claim == claim)
    return {"id": fact.id, "type": fact.type, "stance": evidence.stance, "source": evidence.source}


def _decisions(decided: "list[tuple[Decision, bool]]") -> list[dict[str, Any]]:
    from dataclasses import asdict

    return [{**asdict(one), "at": one.at.isoformat(), "stands": stands} for one, stands in decided]


def _print(lines: "Callable[..., Iterator[Any]]") -> None:
    """Print what a function makes for the width of the screen."""
    from dateline.cli.tables import console

    screen = console()
    for line in lines(width=screen.width):
        screen.print(line, soft_wrap=True)
