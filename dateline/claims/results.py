"""An attack and its toll told in one sentence are one event: "gunmen ambushed a convoy, killing nine".

The harm that a participle or a relative clause tells of is added to the attack it belongs to, and is no claim of its
own.
"""

from collections.abc import Iterable
from dataclasses import replace

from dateline.claims.agents import agent_words
from dateline.claims.counts import merged
from dateline.claims.drafts import Draft
from dateline.claims.participants import Participant
from dateline.claims.words import Word
from dateline.model import Counts

HARMS = frozenset({"kill", "wound", "injure", "hurt", "maim", "die", "abduct", "kidnap"})
TAKINGS = frozenset({"abduct", "kidnap"})
RESULTS = frozenset({"set", "destroy", "damage", "burn", "wreck", "flatten", "leave"})
"""Verbs of damage; as participles after an attack they tell what came of it."""
TOLLS = frozenset({"kill", "wound", "injure", "die", "perish", "lose", "leave", "cost", "claim"})
"""Verbs whose victims belong to the attack named beside them."""
FURTHER = frozenset({"wound", "injure", "hurt", "leave"})
"""Verbs that with a bare number count further victims of the attack before."""
SUMMING = frozenset({"bring", "raise", "push", "take"})
"""Verbs that with "the toll" tell of all victims so far."""
WITHIN = frozenset({"in", "during"})
WHEN = frozenset({"when", "as", "after"})
ATTACK_NOUN = frozenset({"nsubj", "nsubjpass", "dobj"})
"""How a noun of attack hangs on the verb that says it happened."""
SPOTS = frozenset({"site", "settlement", "near"})
"""How precise a place is that tells where in a province an attack took place."""
MAX_STEPS = 4


def with_results(drafts: Iterable[Draft]) -> list[Draft]:
    """The drafts, with the tolls of attacks taken into the attacks."""
    kept = _one_attack(_one_toll(list(drafts)))
    attacks = {d.match.trigger.i: d for d in kept if d.type == "ASSAULT" and not _is_harm(d.match.trigger)}
    tolls: dict[int, list[Draft]] = {}
    for draft in kept:
        if draft.type == "ASSAULT" and _is_harm(draft.match.trigger):
            attack = None if _is_told_of_somebody(draft) else _attack_of(draft.match.trigger, attacks)
            if attack is not None and not _is_done_back(draft, attacks[attack]):
                tolls.setdefault(attack, []).append(draft)
    told = {id(draft) for harms in tolls.values() for draft in harms}
    return [
        _with_toll(draft, tolls[draft.match.trigger.i]) if draft.match.trigger.i in tolls else draft
        for draft in kept
        if id(draft) not in told
    ]


def _one_toll(drafts: list[Draft]) -> list[Draft]:
    """ "52 people had been killed and 110 wounded", "shot and wounded the mayor" are one event each: the number of
    wounded, or what came of the shots, goes to the first.
    """
    kept: list[Draft] = []
    for draft in drafts:
        trigger = draft.match.trigger
        above = trigger.head if trigger.dep_ != "relcl" else trigger.head.head
        first = None
        if trigger.dep_ in ("conj", "relcl") and _is_harm(trigger):
            first = next((d for d in kept if d.match.trigger == above and _is_one_deed(d, draft)), None)
        first = first or _toll_before(draft, kept)
        if first is None:
            kept.append(draft)
        else:
            kept[kept.index(first)] = _with_further(first, draft)
    return kept


def _with_further(first: Draft, further: Draft) -> Draft:
    """The first of joined harms with those counted further, and with who, where and when the last of them says."""
    is_undated = first.when is None or not first.when.basis
    return replace(
        first,
        subject=first.subject or further.subject,
        place=first.place or further.place,
        when=further.when if is_undated and further.when is not None and further.when.basis else first.when,
        counts=merged(first.counts, further.counts),
    )


def _toll_before(draft: Draft, kept: list[Draft]) -> Draft | None:
    """The attack told before in the sentence, where a word only counts more victims: "killed nine, with 29 wounded"."""
    trigger = draft.match.trigger
    says_who = draft.subject or draft.object
    if draft.type != "ASSAULT" or says_who or not (trigger.lemma in FURTHER or _sums_up(trigger)):
        return None
    before = [
        other
        for other in kept
        if other.type == "ASSAULT"
        and other.match.trigger.sent == trigger.sent
        and other.match.trigger.i < trigger.i
        and other.scope == draft.scope
        and draft.place in (None, other.place)
    ]
    return before[-1] if before else None


def _sums_up(trigger: Word) -> bool:
    """Whether a participle only tells of all victims so far: "killed nine, bringing the toll to 45"."""
    is_sum = trigger.tag_ == "VBG" and trigger.lemma in SUMMING
    return is_sum and any(word.lemma == "toll" and word.dep_ == "dobj" for word in trigger.children)


def _is_one_deed(first: Draft, other: Draft) -> bool:
    """Whether the second only counts further victims of a harm, or tells of the same doer and victim."""
    if other.object is None or other.object.token.lower_ == "others":
        is_beside = other.match.trigger.dep_ == "conj"
        return is_beside and _is_harm(first.match.trigger) and other.counts != Counts()
    is_same = first.object is not None and first.object.token == other.object.token
    return is_same and first.type == other.type and not _differs(first.subject, other.subject)


def _one_attack(drafts: list[Draft]) -> list[Draft]:
    """ "Six died in a raid by rebels", "the raid left six dead", "four died when a bomb went off": one event each."""
    attacks = [d for d in drafts if d.type == "ASSAULT" and not _is_harm(d.match.trigger)]
    kept = list(drafts)
    for harm in drafts:
        if harm.type != "ASSAULT" or harm.match.trigger.lemma not in TOLLS:
            continue
        attack = next((a for a in attacks if a is not harm and _tells_how(a, harm)), None)
        if attack is None:
            continue
        kept = [_joined(harm, attack) if draft is harm else draft for draft in kept if draft is not attack]
        attacks.remove(attack)
    return kept


def _tells_how(attack: Draft, harm: Draft) -> bool:
    """Whether a word of attack stands in the harm's phrase ("in a raid"), as its subject, or in its clause of time."""
    trigger, verb = attack.match.trigger, harm.match.trigger
    if _differs(attack.subject, harm.subject):
        return False
    if trigger.dep_ == "pobj" and trigger.head.lower_ in WITHIN and counted_with(trigger.head.head) == verb:
        return True
    if trigger.dep_ == "nsubj" and trigger.head == verb:
        return True
    is_beside = trigger.dep_ == "advcl" and counted_with(trigger.head) == verb
    is_when = is_beside and any(c.lower_ in WHEN for c in trigger.children)
    return is_when and (attack.object is None or attack.object.token.pos_ == "PRON" or not _is_people(attack.object))


def counted_with(verb: Word) -> Word:
    """The verb that tells of the first victims, where one only counts more: "nine were killed and 30 wounded in the
    raid".
    """
    while verb.dep_ == "conj" and verb.lemma in FURTHER:
        verb = verb.head
    return verb


def _is_people(participant: Participant) -> bool:
    """Whether somebody is meant: not "stormed Guma", of a village that no gazetteer holds, or "attacked a church"."""
    return participant.entity is not None and bool(participant.kinds)


def _differs(one: Participant | None, other: Participant | None) -> bool:
    return bool(one and other and one.token != other.token and (one.entity is None or one.entity != other.entity))


def _joined(harm: Draft, attack: Draft) -> Draft:
    """The harm with what the attack adds to it; where only the attack says how, the attack with those it harmed."""
    counts = merged(harm.counts, attack.counts)
    if attack.match.trigger.dep_ == "nsubj" and attack.object is not None:  # "the bombing of the embassy killed nine"
        return replace(attack, counts=counts, place=attack.place or harm.place)
    match = harm.match
    if harm.mode is None and attack.mode is not None and harm.match.trigger in attack.match.trigger.sent:
        match = replace(match, pattern=replace(match.pattern, mode=attack.mode))
    return replace(
        harm,
        match=match,
        subject=harm.subject or attack.subject,
        object=harm.object or attack.object,
        place=harm.place or attack.place,
        when=attack.when if harm.when is None or not harm.when.basis else harm.when,
        counts=counts,
    )


def _is_harm(trigger: Word) -> bool:
    lemma = trigger.lemma_.lower()
    if lemma in RESULTS:
        return trigger.tag_ == "VBG" and trigger.dep_ == "advcl"
    if lemma in TAKINGS and trigger.dep_ == "conj":
        return False  # "killing four guards and abducting a nun": whom they took is another than whom they killed
    return lemma in HARMS and trigger.pos_ in ("VERB", "AUX")


def _is_told_of_somebody(harm: Draft) -> bool:
    """Whether a relative clause says what somebody else did: "held by the gang that abducted two nuns"."""
    trigger = harm.match.trigger
    return trigger.dep_ == "relcl" and harm.subject is not None and harm.subject.token == trigger.head


def _is_done_back(harm: Draft, attack: Draft) -> bool:
    """Whether those who were attacked did the harm: "the army repelled the attack, killing twenty rebels"."""
    return bool(harm.subject and attack.object) and not _differs(harm.subject, attack.object)


def _attack_of(harm: Word, attacks: dict[int, Draft]) -> int | None:
    """The trigger of the attack that a participle ("killing nine") or a relative clause ("that killed nine") belongs
    to.
    """
    if not (harm.tag_ == "VBG" and harm.dep_ in ("advcl", "conj", "acl")) and harm.dep_ != "relcl":
        return None
    token = harm
    for _ in range(MAX_STEPS):
        token = token.head
        named = next((c.i for c in token.children if c.i in attacks and c.dep_ in ATTACK_NOUN and c.i < harm.i), None)
        if named is not None:  # "clashes erupted, leaving five dead", "carried out an attack, killing nine"
            return named
        if token.i in attacks:
            return token.i
    return None


def _with_toll(attack: Draft, harms: list[Draft]) -> Draft:
    """The attack with the numbers of its toll, and its victims where it names no target."""
    counts = attack.counts
    for harm in harms:
        counts = merged(counts, harm.counts)
    victims = next(
        (harm.object for harm in harms if harm.object is not None and not _is_doer(harm.object, attack)), None
    )
    target = attack.object if attack.object and attack.object.token in attack.match.objects else None
    if victims and target and target.token.lemma in agent_words().cars:
        target = None
    whole = replace(attack, counts=counts, object=target or victims or attack.object)
    return _where_it_ended(whole, harms[0]) if len(harms) == 1 else whole


def _where_it_ended(attack: Draft, harm: Draft) -> Draft:
    """The attack in the place and on the day that stand with its toll, where they are the more exact: "attacked posts
    in Helmand, killing nine policemen in Sangin on 4 May".
    """
    trigger, place = harm.match.trigger, harm.place
    if place is not None and place.start > trigger.idx and place.precision in SPOTS:
        is_vague = attack.place is None or attack.place.precision not in SPOTS
        attack = replace(attack, place=place) if is_vague else attack
    is_dated = harm.when is not None and bool(harm.when.basis) and harm.when.basis != "tense"
    if is_dated and (attack.when is None or not attack.when.basis):
        attack = replace(attack, when=harm.when)
    return attack


def _is_doer(victims: Participant, attack: Draft) -> bool:
    """Whether "21 of them" was taken for those who attacked."""
    return attack.subject is not None and victims.entity is not None and victims.entity == attack.subject.entity
