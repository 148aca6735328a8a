"""The command chart of an actor on a day, for its page and for the API."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dateline.model.actor import Actor
from dateline.model.fact import Party
from dateline.record import Record
from dateline.record.command import Held, Unit, chart_of, held_on
from dateline.record.hydrate import readable
from dateline.record.ties import ties_under, turning_days
from dateline.serve.asked.as_of import Slider, slider_of
from dateline.serve.drawing.graph import every_unit
from dateline.serve.drawing.time_chart import axis_of, last_known_day


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """Who is under an actor on a day."""

    actor: Actor
    day: date
    held: Held
    tree: Unit
    slider: Slider | None
    """None when no day is known of any relation under the actor."""
    turns: Sequence[date]
    """The days from which something else holds somewhere under the actor."""

    @property
    def units(self) -> int:
        """How many bodies are under the top, each counted once."""
        return sum(unit.repeats == "no" for unit in every_unit(self.tree)) - 1

    @property
    def leaders(self) -> int:
        """How many people lead one of them."""
        return len({one.subject.actor for unit in every_unit(self.tree) for one in unit.leaders})


def chart_on(record: Record, actor: Actor, day: date | None, *, possible_too: bool) -> Chart:
    """The chart of an actor. ``day``: None for the last day that reports tell of; today when they tell of none."""
    ties = ties_under(record, actor.id)
    day = day or last_known_day(ties) or date.today()  # noqa: DTZ011 - the day where the person is
    held = held_on(ties, day, possible_too=possible_too)
    top = Party(actor=actor.id, name=readable(actor), kind=actor.kind, country=actor.country)
    axis, turns = axis_of(ties), turning_days(ties)
    slider = slider_of(day, axis.first, axis.last, turns) if axis else None
    return Chart(actor=actor, day=day, held=held, tree=chart_of(held, top), slider=slider, turns=turns)
