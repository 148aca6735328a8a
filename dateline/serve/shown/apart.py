"""Where several coders code the same claims: what counts as judged for one of them, and what is shown of the others."""

from collections.abc import Mapping

from dateline.record.codings import Coding, Codings
from dateline.record.verdicts import Standing, Verdict
from dateline.serve.access.rights import Visitor
from dateline.serve.workbench import Workbench


def judged_for(bench: Workbench, visitor: Visitor) -> Standing:
    """What is out of a person's queue: what was decided, and where several code, what this one coded."""
    return _seen(bench, visitor, others=False)


def shown_to(bench: Workbench, visitor: Visitor) -> Standing:
    """What a person sees of verdicts: decisions, own codings, and those of others unless coders work blind."""
    return _seen(bench, visitor, others=True)


def _seen(bench: Workbench, visitor: Visitor, *, others: bool) -> Standing:
    decided = bench.queue.verdicts.now()
    codings = Codings(bench.store)
    mode = codings.mode
    if mode == "one":
        return decided
    everybody = others and mode == "several"
    coded = {
        claim: tuple(_verdict(one) for one in held.values() if everybody or one.coder == visitor.name)
        for claim, held in _open(codings.standing()).items()
    }
    return {**decided, **{claim: (*decided.get(claim, ()), *held) for claim, held in coded.items() if held}}


def _open(standing: Mapping[str, Mapping[str, Coding]]) -> dict[str, dict[str, Coding]]:
    """What is not settled: of the rest there are decisions."""
    found = {claim: {who: one for who, one in held.items() if one.decision is None} for claim, held in standing.items()}
    return {claim: held for claim, held in found.items() if held}


def _verdict(one: Coding) -> Verdict:
    return Verdict(number=one.id, at=one.at, by=one.coder, kind=one.verdict, target=one.claim_id, note=one.note)
