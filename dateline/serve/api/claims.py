"""Claims: one with all that it rests on, and those that a person adds by hand."""

import re
from typing import Annotated, Any, Literal

from fastapi import APIRouter
from pydantic import BaseModel, ConfigDict, Field

from dateline.errors import BadArgument
from dateline.record.ground_records import why_claim
from dateline.serve.access.guard import AsCoder, AsReader
from dateline.serve.problems import NotThere
from dateline.serve.workbench import Bench

router = APIRouter(prefix="/api/claims", tags=["claims"])
_NAMED = re.compile(r"\[U\+([0-9A-F]{4,5})\]")
"""How pages name a character that would steer them."""

Words = Annotated[str, Field(max_length=300)]
Counted = Literal["killed", "injured", "abducted", "arrested", "displaced", "crowd"]


class NewClaim(BaseModel):
    """A claim that the reader missed. Empty fields are not said."""

    model_config = ConfigDict(extra="forbid", str_strip_whitespace=True)
    report: Annotated[str, Field(description="The id of the report.")]
    quote: Annotated[str, Field(min_length=1, max_length=5000, description="The words of the report that state it.")]
    near: Annotated[
        int | None,
        Field(
            ge=0, description="Where the words stand in the text, about, in code points: of several places the nearest."
        ),
    ] = None
    type: Annotated[str, Field(min_length=1, description="A type of the ontology: `ASSAULT`, `leads`.")]
    mode: Annotated[str, Field(description="A mode of the type, such as `abduct`.")] = ""
    subject: Annotated[Words, Field(description="Who does it.")] = ""
    subject_kind: Annotated[
        str, Field(description="What kind of actor the subject is, if the report does not name it.")
    ] = ""
    object: Annotated[Words, Field(description="To whom; for operates_in, controls and based_in the place.")] = ""
    object_kind: str = ""
    place: Annotated[Words, Field(description="`Gao`, or `Gao#2457163` where several places bear the name.")] = ""
    when: Annotated[
        Words, Field(description="`2012-04-03`, `2012-04`, `2012-04-01/2012-04-05`, `2012-04/..`, `../2012`.")
    ] = ""
    counts: Annotated[dict[Counted, str], Field(description="People: `12`, `10-15`, `10+`.")] = {}
    polarity: Literal["asserted", "negated"] = "asserted"
    modality: Literal["actual", "planned", "possible", "alleged"] = "actual"
    said_by: Annotated[Words, Field(description="Whom the report cites; empty for its own voice.")] = ""
    said_by_kind: str = ""
    role: Annotated[Words, Field(description="An office or rank.")] = ""
    weapon: Words = ""
    note: Annotated[str, Field(max_length=2000)] = ""

    def fields(self) -> dict[str, Any]:
        """What is said, keyed as the record of a claim is."""
        given = self.model_dump(exclude={"report", "quote", "near", "note", "counts"})
        counts = {name: number for name, number in self.counts.items() if number.strip()}
        return {**{name: value for name, value in given.items() if value}, **({"counts": counts} if counts else {})}


class Added(BaseModel):
    """A claim that was added by hand."""

    decision: Annotated[int, Field(description="What undoes it.")]
    claim: Annotated[str, Field(description="Its id: `h` and 12 hex digits.")]


@router.post("", status_code=201)
def add_claim(bench: Bench, visitor: AsCoder, new: NewClaim) -> Added:
    """Add a claim that the reader missed. Facts follow within seconds."""
    decisions = bench.decisions(visitor)
    try:
        number = decisions.add(new.report, new.quote, new.fields(), new.note, near=new.near)
    except BadArgument:
        words = _NAMED.sub(lambda found: chr(int(found[1], 16)), new.quote)
        if words == new.quote:
            raise
        number = decisions.add(new.report, words, new.fields(), new.note, near=new.near)
    bench.keeper.wake(visitor.name)
    [claim] = next(one.targets for one in reversed(bench.record.decisions()) if one.id == number)
    return Added(decision=number, claim=claim)


@router.get("/{claim}")
def claim(bench: Bench, visitor: AsReader, claim: str) -> dict[str, Any]:
    """A claim as people put it right, its sentence, who says so, its report, the facts that it is evidence of, and what
    was decided of it: as `dateline why CLAIM --json` prints it.
    """
    try:
        return why_claim(bench.fresh(visitor), claim)
    except BadArgument as error:
        raise NotThere(str(error)) from error
