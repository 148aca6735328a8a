"""What of the queue is asked for, as an address says it: the pages and the API read it alike."""

from typing import Annotated, Any

from fastapi import Depends, Query
from pydantic import Field

from dateline.errors import BadArgument
from dateline.model.claim import Modality
from dateline.ontology.load import load_ontology
from dateline.record.queue import Batch, Order, QueueFilter, Status, What
from dateline.serve.access.rights import Visitor
from dateline.serve.shown.apart import judged_for
from dateline.serve.shown.review_cards import Model
from dateline.serve.workbench import Workbench

Words = Annotated[str, Field(max_length=300)]
WHATS: dict[What, str] = {"claims": "Claims", "events": "Events", "relations": "Relations"}
ORDERS: dict[Order, str] = {"doubt": "least sure first", "sure": "surest first", "report": "report by report"}
STATUSES: dict[Status, str] = {
    "open": "not judged yet",
    "mine": "judged by me",
    "others": "judged by others, not by me",
    "decided": "judged by anybody",
    "all": "all",
}


class ReviewQuery(Model):
    """Order, filter and status; what is empty is not asked for."""

    what: What = "claims"
    order: Order = "doubt"
    """``doubt``: facts on which sources differ first, then the confidence nearest the line. ``sure``: the surest
    first. ``report``: report by report; facts the latest first.
    """
    type: Words = ""
    """``ASSAULT``, ``ASSAULT/abduct`` or a relation."""
    report: Words = ""
    """A report's id or the beginning of it, a file or a url."""
    actor: Words = ""
    """An actor's id, else words of a name."""
    modality: Modality | Annotated[str, Field(pattern="^$")] = ""
    status: Status = "open"
    least: Annotated[float, Field(ge=0, le=1)] | None = None
    """Of claims: the least confidence."""

    @property
    def wanted(self) -> QueueFilter:
        """As the queue takes it. Raises BadArgument for a type that there is not."""
        if self.type and self.type.partition("/")[0] not in load_ontology().types:
            raise BadArgument(f"{self.type!r} is no type of claim: choose one from the list")
        names = ("type", "report", "actor", "modality")
        held: dict[str, Any] = {name: getattr(self, name).strip() or None for name in names}
        return QueueFilter(what=self.what, order=self.order, least=self.least, **held)

    def batch(self, bench: Workbench, visitor: Visitor, **more: Any) -> Batch:
        """A stretch of the queue of one person. Raises as ``Queue.batch`` does."""
        verdicts = judged_for(bench, visitor)
        return bench.queue.batch(self.wanted, by=visitor.name, status=self.status, verdicts=verdicts, **more)

    def address(self, **changed: Any) -> dict[str, Any]:
        """What stands in the address: all that is not as it is without it."""
        own = ReviewQuery()
        held = {name: value for name, value in self.model_dump().items() if value != getattr(own, name)}
        return {**held, **changed}


def _asked(
    what: What = "claims",
    order: Order = "doubt",
    claim_type: Annotated[Words, Query(alias="type")] = "",
    report: Words = "",
    actor: Words = "",
    modality: Annotated[str, Query(pattern="^(actual|planned|possible|alleged)?$")] = "",
    status: Status = "open",
    least: Annotated[str, Query(pattern=r"^(0?\.\d{1,3}|[01](\.0*)?)?$")] = "",
) -> ReviewQuery:
    return ReviewQuery(
        what=what,
        order=order,
        type=claim_type,
        report=report,
        actor=actor,
        modality=modality,
        status=status,
        least=float(least) if least else None,
    )


AskedQueue = Annotated[ReviewQuery, Depends(_asked)]
