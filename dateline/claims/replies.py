"""To whom an answer goes: whoever made the charge, the demand or the offer that is turned down without a name.

"Rwanda accused the Front of raids. The Front rejects the charge": the Front turns down what Rwanda said.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from dateline.claims.drafts import Draft
from dateline.claims.participants import Participant

CHARGES = dict.fromkeys("charge accusation allegation claim report criticism complaint".split(), ("ACCUSE",))
DEMANDS = dict.fromkeys("demand request call appeal plea ultimatum deadline order".split(), ("REQUEST", "THREATEN"))
OFFERS = dict.fromkeys("offer proposal overture invitation".split(), ("AGREE", "CONSULT", "REQUEST", "CONCEDE"))
ANSWERED = CHARGES | DEMANDS | OFFERS
"""Nouns for what is answered, with the types of the claims that make it."""
REACH = 3
"""How many sentences back it may have been made."""


def with_addressees(drafts: Iterable[Draft]) -> list[Draft]:
    """The drafts, refusals that name nobody with whoever said what is refused as their object.

    Who dismisses a charge that nobody is known to have made only denies it, and refuses nobody.
    """
    known = sorted(drafts, key=lambda draft: draft.match.trigger.i)
    answered = [
        replace(draft, object=maker) if (maker := _maker(draft, known[:number])) is not None else draft
        for number, draft in enumerate(known)
    ]
    return [draft for draft in answered if draft.object is not None or not _is_denial(draft)]


def _is_denial(draft: Draft) -> bool:
    objects = {head.lemma for head in draft.match.arguments.obj}
    return draft.type == "REJECT" and bool(objects & CHARGES.keys())


def _maker(answer: Draft, before: Sequence[Draft]) -> Participant | None:
    """Who made what is answered: the last who did, best to the one who answers; None where nobody is known to."""
    if answer.type != "REJECT" or answer.object is not None or answer.subject is None:
        return None
    answered = (head.lemma for head in answer.match.arguments.obj)
    types = next((ANSWERED[lemma] for lemma in answered if lemma in ANSWERED), ())
    made = [
        draft
        for draft in reversed(before)
        if draft.type in types and draft.subject and not _same(draft.subject, answer.subject) and _near(draft, answer)
    ]
    to_them = [draft for draft in made if draft.object is not None and _same(draft.object, answer.subject)]
    return next((draft.subject for draft in (*to_them, *made)), None)


def _same(one: Participant, other: Participant) -> bool:
    return one.name == other.name if one.entity is None else one.entity == other.entity


def _near(earlier: Draft, later: Draft) -> bool:
    between = later.match.trigger.doc[earlier.match.trigger.i + 1 : later.match.trigger.i + 1]
    return sum(1 for token in between if token.is_sent_start) <= REACH
