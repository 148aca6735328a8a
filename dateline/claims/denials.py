"""What somebody denies or owns up to in a sentence that only points to it: "Moscow denied it", "the Front claimed
responsibility".

The claim that was told before is told again, on the word of whoever denies it or says that it was theirs. The words are
in ``languages/en/denials.yaml``.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from dateline.claims.agents import is_nobody
from dateline.claims.arguments import verb_arguments
from dateline.claims.drafts import Draft
from dateline.claims.evidence import clause_passage
from dateline.claims.logical import Arguments
from dateline.claims.participants import Participant, Participants
from dateline.claims.scope import Scope
from dateline.claims.words import Word, Words
from dateline.languages.load import language_data
from dateline.model import Counts, Polarity

Answer = Literal["denied", "owned"]
REACH = 2
"""How many sentences back it may have been told."""
CHARGING = frozenset({"ACCUSE", "REQUEST", "REJECT"})
"""Types of what is said, which a denial is not about."""
DEEDS = frozenset({"ASSAULT", "COERCE"})
"""Types of what responsibility is claimed for."""


@dataclass(frozen=True, slots=True)
class DenialWords:
    """The lists of ``denials.yaml``."""

    denying: frozenset[str]
    rejecting: frozenset[str]
    accusations: frozenset[str]
    owning: frozenset[str]
    owned: frozenset[str]
    charges: frozenset[str]
    calling: frozenset[str]
    untrue: frozenset[str]


@cache
def denial_words() -> DenialWords:
    """The words of English, read once."""
    data = language_data("denials")
    return DenialWords(**{name: frozenset(data[name]) for name in DenialWords.__slots__})


def with_denials(drafts: Iterable[Draft], participants: Participants) -> list[Draft]:
    """The drafts, and those that denials and owning up in the report add."""
    known = list(drafts)
    told = {draft.match.trigger.i for draft in known}
    added = {
        verb.i: draft
        for verb, answer, arguments in _answers(participants.doc)
        if not any(token.i in told for token in verb.subtree if token.i > verb.i)
        for draft in _retold(verb, answer, arguments, known, participants)
    }
    return [draft for draft in known if draft.match.trigger.i not in added] + [*added.values()]


def _answers(doc: Words) -> Iterator[tuple[Word, Answer, Arguments]]:
    """The verbs that deny or own up to something told elsewhere, with their arguments."""
    words = denial_words()
    verbs = words.denying | words.rejecting | words.owning | words.calling
    for token in (doc[index] for index, lemma in enumerate(doc.lemmas) if lemma in verbs):
        if token.pos_ == "VERB":
            arguments = verb_arguments(token)
            answer = _answer(token, arguments)
            somebody = [head for head in arguments.subj if not is_nobody(head)]
            if answer is not None and somebody and not arguments.neg and not arguments.passive:
                yield token, answer, arguments


def _answer(token: Word, arguments: Arguments) -> Answer | None:
    words, verb = denial_words(), token.lemma
    objects = {noun.lemma for noun in arguments.obj}
    says_what = any(_says_what(noun, token) for noun in arguments.obj)
    points = (objects <= words.charges and not says_what) or _points_back(token)
    if verb in words.denying and points and (arguments.complement is None):
        return "denied"
    if verb in words.rejecting and objects and objects <= words.accusations and not says_what:
        return "denied"
    if verb in words.owning and objects & words.owned and not says_what:
        return "owned"
    called = {token.lemma for token in arguments.attr}
    if verb in words.calling and called & words.untrue:
        return "denied"
    return None


def _says_what(noun: Word, verb: Word) -> bool:
    """Whether a noun says itself what it is about: "any part in the talks", "the report that he had fled"."""
    return any(child.dep_ in ("prep", "acl", "ccomp", "relcl") and child != verb for child in noun.children)


def _points_back(verb: Word) -> bool:
    """Whether a relative clause takes up the whole clause before it: "are armed by Chad, which Chad denies"."""
    which = next((child for child in verb.children if child.lower_ == "which" and child.dep_ == "dobj"), None)
    return verb.dep_ == "relcl" and which is not None and which.i > 0 and which.nbor(-1).text == ","


def _retold(
    verb: Word, answer: Answer, arguments: Arguments, known: Sequence[Draft], participants: Participants
) -> Iterator[Draft]:
    """What was told before, on the word of who denies it or owns up to it; nothing where none fits."""
    speaker = next((one for head in arguments.subj for one in participants.of(head, None)), None)
    if speaker is None or not speaker.kinds:
        return
    before = [draft for draft in known if draft.match.trigger.i < verb.i and _is_near(draft.match.trigger, verb)]
    told = _told_beside(verb, before) if verb.dep_ == "relcl" else _told(answer, before, speaker)
    if told is None:
        return
    if verb.dep_ == "relcl" and told.subject and arguments.subj[0].pos_ == "PRON":
        speaker = told.subject  # "accused the army of looting, a charge it denied"
    polarity: Polarity = "negated" if answer == "denied" else "asserted"
    yield replace(
        told,
        subject=told.subject if answer == "denied" and told.subject else speaker,
        scope=Scope(polarity, "actual", (verb.text,)),
        speaker=speaker.ref,
        attribution=None,
        evidence=clause_passage(verb, arguments.subj),
        counts=Counts(),
    )


def _told_beside(verb: Word, before: Sequence[Draft]) -> Draft | None:
    """The last claim of the same sentence, which a relative clause denies: "accused of looting, a charge it denied"."""
    beside = [d for d in before if d.match.trigger.sent == verb.sent and d.scope.polarity == "asserted"]
    deeds = [draft for draft in beside if draft.type not in CHARGING]
    return deeds[-1] if deeds else None


def _told(answer: Answer, before: Sequence[Draft], speaker: Participant) -> Draft | None:
    """The claim that is meant: what the speaker is charged with, else the last that others said; for owning up, the
    last deed that nobody else is known to have done.
    """
    asserted = [draft for draft in before if draft.scope.polarity == "asserted"]
    if answer == "owned":
        deeds = [d for d in asserted if d.type in DEEDS and (d.subject is None or _is_same(d.subject, speaker))]
        return deeds[-1] if deeds else None
    charges = [d for d in asserted if d.type not in CHARGING and d.subject and _is_charge(d, speaker)]
    own = [d for d in charges if d.subject and _is_same(d.subject, speaker)]
    return next((found[-1] for found in (own, charges) if found), None)


def _is_charge(draft: Draft, speaker: Participant) -> bool:
    """Whether a claim is of an event that others charge somebody with, or say that it took place."""
    if not draft.type.isupper():
        return False
    return draft.scope.modality == "alleged" or (draft.speaker is not None and draft.speaker.entity != speaker.entity)


def _is_same(one: Participant, other: Participant) -> bool:
    if one.entity is not None or other.entity is not None:
        return one.entity == other.entity
    return one.name == other.name


def _is_near(earlier: Word, later: Word) -> bool:
    return sum(1 for token in later.doc[earlier.i + 1 : later.i + 1] if token.is_sent_start) <= REACH
