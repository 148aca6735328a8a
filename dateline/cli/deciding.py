"""What the commands of ``dateline decide`` share: who decides, and the line that says what a decision did."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.cli.words import counted, say
from dateline.errors import BadArgument
from dateline.settings import Settings

if TYPE_CHECKING:
    from dateline.model.decision import Decision
    from dateline.record.decide import Decisions
    from dateline.record.effects import Effect
    from dateline.record.record import Record
    from dateline.store import View

ByOption = Annotated[
    str | None, typer.Option("--by", metavar="NAME", help="Who decides. Default: DATELINE_CODER.", show_default=False)
]
NoteOption = Annotated[str, typer.Option("--note", metavar="WORDS", help="Why, for those who come after you.")]
SetOption = Annotated[
    list[str] | None,
    typer.Option(
        "--set",
        metavar="FIELD=VALUE",
        help="A field and its value, such as type=ASSAULT, mode=abduct, subject='Reed Brigade', when=2012-04, "
        "killed=12 or place=Gao. An empty value takes it away. May be given several times.",
    ),
]
DONE = {
    "accept": "accepted",
    "reject": "rejected",
    "correct": "corrected",
    "add": "added",
    "merge": "merged",
    "split": "split",
    "duplicate": "marked as a copy",
    "undo": "undone",
}


@contextmanager
def decisions(settings: Settings) -> "Iterator[Decisions]":
    """To decide in the store of the settings, as their coder. Raises BadArgument without one."""
    from dateline.record.decide import Decisions
    from dateline.record.upkeep import bring_up_to_date
    from dateline.store import open_store, open_view

    with open_view(settings.store, wait_seconds=settings.store_wait_seconds):
        pass  # a decision makes no store: a mistyped path is told as such
    with open_store(settings.store, wait_seconds=settings.store_wait_seconds) as store:
        opened = Decisions(store, settings.coder)
        bring_up_to_date(store)
        yield opened


def carried_out(deciding: "Decisions", decide: Callable[[], Iterable[int]]) -> "Effect":
    """Decide, bring the facts up to date, and say what changed in one line."""
    from dateline.record.effects import carry_out

    effect = carry_out(deciding.store, decide)
    say(told(effect))
    return effect


def told(effect: "Effect") -> str:
    """``decision 3 by Ada: c0123456789ab corrected; 1 fact changed``."""
    counts = [
        f"{counted(len(ids), 'fact')} {how}"
        for how, ids in (("new", effect.added), ("changed", effect.changed), ("gone", effect.gone))
        if ids
    ]
    first, last = effect.decisions[0], effect.decisions[-1]
    numbers = f"decision {first.id}" if first is last else f"decisions {first.id} to {last.id}"
    what = ", ".join(_told(one) for one in effect.decisions)
    return f"{numbers} by {first.by}: {what}; {', '.join(counts) or 'no fact changed'}"


def _told(decision: "Decision") -> str:
    if decision.kind == "undo":
        return f"decision {decision.targets[0]} undone"
    about = named_in(decision)
    if decision.kind == "duplicate":
        return f"{about[0]} is a copy of {about[1]}"
    if decision.kind == "split" and decision.about in {"actor", "report"} and len(about) > 1:
        return f"{about[0]} and {about[1]} kept apart"
    return f"{' and '.join(about)} {DONE[decision.kind]}"


def named_in(decision: "Decision") -> list[str]:
    """The ids that a decision is about, as a person knows them: of facts and actors those that they had then."""
    named: list[str] = decision.before.get("facts") or decision.before.get("actors") or list(decision.targets)
    return named


def one_actor(record: "Record", name_or_id: str) -> str:
    """The id of the actor of a name or id. Raises BadArgument for none, and for several, listing them."""
    found = record.named(name_or_id)
    if len(found) > 1:
        listed = "; ".join(f"{one.id} ({one.name}, {one.kind}, {counted(one.reports, 'report')})" for one in found[:12])
        raise BadArgument(f"{len(found)} actors are called {name_or_id!r}: give the id of one. They are {listed}")
    return found[0].id


def one_report(view: "View", wanted: str) -> str:
    """The id of the report of an id, the beginning of one, a file name or a URL. Raises BadArgument for none or
    several.
    """
    from dateline.store import ReportFilter

    found = [one.id for one in view.reports(ReportFilter(report=wanted))]
    if not found:
        raise BadArgument(f"there is no report {wanted!r} in the store: `dateline reports` lists those there are")
    if len(found) > 1:
        raise BadArgument(
            f"{len(found)} reports are meant by {wanted!r}: give the id of one of {', '.join(found[:12])}"
        )
    return found[0]


def fields_of(given: list[str]) -> dict[str, object]:
    """``["type=ASSAULT/abduct", "killed=12"]`` as a claim's record has it. Raises BadArgument for what has no ``=``."""
    from dateline.record.corrections import COUNTED

    found: dict[str, object] = {}
    counts: dict[str, str] = {}
    for item in given:
        name, equals, value = (part.strip() for part in item.partition("="))
        if not equals or not name:
            raise BadArgument(f"--set {item!r} has no =: write a field and its value, such as killed=12")
        if name in COUNTED:
            counts[name] = value
        elif name == "type" and "/" in value:
            found["type"], found["mode"] = value.split("/", 1)
        else:
            found[name] = value
    return {**found, "counts": counts} if counts else found
