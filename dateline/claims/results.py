"""An attack and its toll told in one sentence are one event: "gunmen ambushed a convoy, killing nine".

The harm that a participle or a relative clause tells of is added to the attack it belongs to, and is no claim of its
own.
"""

from collections.abc import Iterable
from dataclasses import fields, replace

from spacy.tokens import Token

from dateline.claims.drafts import Draft
from dateline.model import Count, Counts

HARMS = frozenset({"kill", "wound", "injure", "hurt", "maim", "die", "abduct", "kidnap"})
RESULTS = frozenset({"set", "destroy", "damage", "burn", "wreck", "flatten", "leave"})
"""Verbs of damage; as participles after an attack they tell what came of it."""
MAX_STEPS = 4


def with_results(drafts: Iterable[Draft]) -> list[Draft]:
    """The drafts, with the tolls of attacks taken into the attacks."""
    kept = _one_toll(list(drafts))
    attacks = {d.match.trigger.i: d for d in kept if d.type == "ASSAULT" and not _is_harm(d.match.trigger)}
    tolls: dict[int, list[Draft]] = {}
    for draft in kept:
        if draft.type == "ASSAULT" and _is_harm(draft.match.trigger):
            attack = _attack_of(draft.match.trigger, attacks)
            if attack is not None:
                tolls.setdefault(attack, []).append(draft)
    told = {id(draft) for harms in tolls.values() for draft in harms}
    return [
        _with_toll(draft, tolls[draft.match.trigger.i]) if draft.match.trigger.i in tolls else draft
        for draft in kept
        if id(draft) not in told
    ]


def _one_toll(drafts: list[Draft]) -> list[Draft]:
    """ "52 people had been killed and 110 wounded" is one event: a number of wounded goes to the dead before it."""
    kept: list[Draft] = []
    for draft in drafts:
        trigger = draft.match.trigger
        first = next((d for d in kept if d.match.trigger == trigger.head and _is_harm(d.match.trigger)), None)
        if first and trigger.dep_ == "conj" and _is_harm(trigger) and draft.object is None and draft.counts != Counts():
            kept[kept.index(first)] = replace(first, counts=merged(first.counts, draft.counts))
        else:
            kept.append(draft)
    return kept


def _is_harm(trigger: Token) -> bool:
    lemma = trigger.lemma_.lower()
    if lemma in RESULTS:
        return trigger.tag_ == "VBG" and trigger.dep_ == "advcl"
    return lemma in HARMS and trigger.pos_ in ("VERB", "AUX")


def _attack_of(harm: Token, attacks: dict[int, Draft]) -> int | None:
    """The trigger of the attack that a participle ("killing nine") or a relative clause ("that killed nine") belongs
    to.
    """
    if not (harm.tag_ == "VBG" and harm.dep_ in ("advcl", "conj", "acl")) and harm.dep_ != "relcl":
        return None
    token = harm
    for _ in range(MAX_STEPS):
        token = token.head
        if token.i in attacks:
            return token.i
    return None


def _with_toll(attack: Draft, harms: list[Draft]) -> Draft:
    """The attack with the numbers of its toll, and its victims where it names no target."""
    counts = attack.counts
    for harm in harms:
        counts = merged(counts, harm.counts)
    victims = next((harm.object for harm in harms if harm.object is not None), None)
    target = attack.object if attack.object and attack.object.token in attack.match.objects else None
    return replace(attack, counts=counts, object=target or victims or attack.object)


def merged(one: Counts, other: Counts) -> Counts:
    """The counts of both; where both give one, the first."""
    found: dict[str, Count | None] = {
        field.name: getattr(one, field.name) or getattr(other, field.name) for field in fields(Counts)
    }
    return Counts(**found)
