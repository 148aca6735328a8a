"""Which drafts become claims where several tell of one thing."""

from collections.abc import Iterable

from dateline.claims.agents import is_nobody
from dateline.claims.drafts import Draft
from dateline.claims.match import own_words
from dateline.claims.results import counted_with, with_results
from dateline.claims.ruling import CIRCUMSTANCES
from dateline.claims.words import Word
from dateline.model import Counts
from dateline.ontology.load import Ontology

CONDITIONS = frozenset({"if", "unless", "whether", "lest"})
ABSORBED_LINKS = frozenset({"xcomp", "ccomp", "prep", "pobj", "pcomp", "dobj", "acl", "conj"})


def select(drafts: Iterable[Draft], ontology: Ontology) -> list[Draft]:
    """Drop events in the complement of an event that absorbs them: "threatened to attack" is one THREATEN."""
    kept = [draft for draft in drafts if not _says_nothing(draft, ontology) and not _is_mere_thought(draft, ontology)]
    absorbing = {d.match.trigger.i for d in kept if ontology.types[d.type].absorbs}
    kept = [d for d in kept if ontology.types[d.type].kind == "relation" or not _is_absorbed(d, absorbing)]
    kept = [d for d in kept if not _repeats(d, kept) and not _is_undone(d, kept) and not _is_state(d, kept)]
    kept = [d for d in kept if not _tells_how(d, kept) and not _is_of_its_head(d, kept)]
    return with_results(_once(kept, ontology))


def _is_of_its_head(draft: Draft, others: list[Draft]) -> bool:
    """Whether "of" makes a member of whoever heads the body: "the Head of the Mission, Ana Lopes"."""
    if draft.match.trigger.lower_ != "of" or draft.subject is None or draft.object is None:
        return False
    return any(
        other.type == "leads"
        and other.subject
        and other.object
        and (other.subject.name, other.object.name) == (draft.subject.name, draft.object.name)
        and other.match.trigger.sent.start == draft.match.trigger.sent.start
        for other in others
    )


def _once(drafts: list[Draft], ontology: Ontology) -> list[Draft]:
    """The drafts, each relation once a sentence, and of places only the one that lies in the other: "has its camps near
    Pisko in Chad" is Pisko.
    """
    kept: list[Draft] = []
    for draft in drafts:
        if ontology.types[draft.type].kind == "relation":
            beside = [d for d in kept if _is_between_the_same(d, draft)]
            twin = next((d for d in beside if _same_object(d, draft)), None)
            if twin is not None and twin.role is None and draft.role is not None:
                kept[kept.index(twin)] = draft  # "remains a part of" names the role, too
            if twin is not None or any(_lies_in(d, draft) for d in beside):
                continue
            kept = [d for d in kept if not any(d is other and _lies_in(draft, other) for other in beside)]
        kept.append(draft)
    return kept


def _is_between_the_same(one: Draft, other: Draft) -> bool:
    """Whether two drafts of one sentence tell of the same relation of the same one."""
    if one.type != other.type or one.match.trigger.sent.start != other.match.trigger.sent.start:
        return False
    if one.subject is None or other.subject is None or one.scope.polarity != other.scope.polarity:
        return False
    same = one.subject.entity == other.subject.entity if one.subject.entity else one.subject.span == other.subject.span
    return same and (one.role == other.role or None in (one.role, other.role))


def _same_object(one: Draft, other: Draft) -> bool:
    if one.object is None or other.object is None:
        return one.object is other.object
    return one.object.span == other.object.span or (
        one.object.entity is not None and one.object.entity == other.object.entity
    )


def _lies_in(inner: Draft, outer: Draft) -> bool:
    """Whether the place that one names is printed with the other, which says less: "Pisko in Chad", where the other is
    Chad; "the river in Chad", where it is the river.
    """
    one, other = inner.object, outer.object
    if one is None or other is None or one.place is None or other.place is None or one.token == other.token:
        return False
    if one.token.pos_ != "PROPN":
        return False
    if other.place.precision == "country" and one.place.precision != "country":
        return one.place.country == other.place.country
    return _is_under(other.token, one.token) or (other.token.pos_ == "NOUN" and _is_under(one.token, other.token))


def _is_under(token: Word, above: Word) -> bool:
    """Whether a word hangs on another in one phrase, and is not coordinated to it."""
    while token != above:
        if token.dep_ not in ("pobj", "prep", "compound", "poss", "appos") or token.head == token:
            return False
        token = token.head
    return True


def _repeats(draft: Draft, others: list[Draft]) -> bool:
    """Whether a noun tells again what its verb tells, and of nobody else: the talks of "held talks with the rebels"."""
    if _describes_weapon(draft, others) or _names_means(draft, others) or _says_less(draft, others):
        return True
    if draft.match.pattern.pos != "noun":
        return False
    mode, noun = draft.match.pattern.mode, draft.match.trigger
    same = [
        other
        for other in others
        if other.type == draft.type
        and mode in (None, other.match.pattern.mode)
        and (noun in own_words(other.match) or (noun.dep_ == "dobj" and noun.head == other.match.trigger))
    ]
    told = {p.token.i for other in same for p in (other.subject, other.object) if p}
    return bool(same) and all(p.token.i in told for p in (draft.subject, draft.object) if p)


def _is_state(draft: Draft, others: list[Draft]) -> bool:
    """Whether a verb tells how things stand and not of an attack: "they hold the town", "he fought for the Front"."""
    states = {"abduct": "controls", "clash": "member_of"}
    state = states.get(draft.match.pattern.mode or "") if draft.type == "ASSAULT" else None
    return state is not None and any(d.type == state and d.match.trigger == draft.match.trigger for d in others)


def _says_less(draft: Draft, others: list[Draft]) -> bool:
    """Whether a verb without participants tells what its noun tells of somebody: "clashes erupted between militias"."""
    if draft.match.pattern.pos != "verb" or draft.subject or draft.object:
        return False
    words = own_words(draft.match)
    return any(
        other.type == draft.type and other.match.trigger in words and (other.subject or other.object)
        for other in others
    )


def _tells_how(draft: Draft, others: list[Draft]) -> bool:
    """Whether a noun only tells how or in the course of what another attack was made: "killed nine soldiers in an
    ambush", "wounded in the bombing of a bus".
    """
    noun = draft.match.trigger
    if draft.type != "ASSAULT" or draft.match.pattern.pos != "noun" or draft.subject or draft.object:
        return False
    if noun.dep_ != "pobj" or noun.head.lower_ not in ("in", "during", "with", "by"):
        return False
    verb = counted_with(noun.head.head)
    return any(
        other.type == draft.type and verb == other.match.trigger and (other.subject or other.object) for other in others
    )


def _describes_weapon(draft: Draft, others: list[Draft]) -> bool:
    """Whether a participle only describes what another attack was done with: "a bomb hidden in a cart exploded"."""
    trigger = draft.match.trigger
    if trigger.dep_ not in ("acl", "relcl") or draft.type != "ASSAULT" or draft.subject or draft.object:
        return False
    return any(
        other is not draft and other.type == draft.type and trigger.head in other.match.arguments.subj
        for other in others
    )


def _names_means(draft: Draft, others: list[Draft]) -> bool:
    """Whether a participle only names the means of another attack: "dispersed the crowd using tear gas"."""
    means = draft.match.trigger
    if draft.type != "ASSAULT" or means.lower_ != "using" or draft.object is not None:
        return False
    return any(
        other.type == draft.type and other.mode == draft.mode and other.match.trigger.is_ancestor(means)
        for other in others
    )


def _is_undone(draft: Draft, others: list[Draft]) -> bool:
    """Whether a noun is what another event ends or denies: the curfew of "lifted the curfew". Attacks stay, and so do
    protests that force breaks up.
    """
    return (
        draft.match.pattern.pos == "noun"
        and draft.type != "ASSAULT"
        and any(
            other.type.isupper()
            and other.type != draft.type
            and not (draft.type == "PROTEST" and other.type == "ASSAULT")
            and draft.match.trigger in own_words(other.match)
            for other in others
        )
    )


def _is_mere_thought(draft: Draft, ontology: Ontology) -> bool:
    """Whether nobody claims the thing: it stands in a condition ("if the rebels attack"), an event is but an aim
    ("to"), or an accusation only says who somebody is.
    """
    trigger = draft.match.trigger
    if CONDITIONS & set(draft.scope.words) or _is_inverted_condition(trigger) or _asks_who(trigger):
        return True
    if trigger.dep_ == "relcl" and is_nobody(trigger.head):  # "anyone who attacked the town would be tried"
        return True
    if draft.type == "ACCUSE" and draft.subject is None and trigger.dep_ == "acl" and _is_about(trigger.head, draft):
        return True  # "officers accused of abuses" says who they are
    is_event = ontology.types[draft.type].kind == "event"
    return is_event and trigger.tag_ == "VB" and trigger.dep_ == "advcl" and draft.scope.modality == "planned"


def _is_about(noun: Word, draft: Draft) -> bool:
    """Whether a noun names whom an event befalls."""
    return draft.object is not None and draft.object.token == noun


def _asks_who(trigger: Word) -> bool:
    """ "Did not know who had killed them": a question within a sentence."""
    return trigger.dep_ == "ccomp" and any(
        child.dep_ in ("nsubj", "nsubjpass") and child.lower_ in ("who", "what") for child in trigger.children
    )


def _is_inverted_condition(trigger: Word) -> bool:
    """ "Had he been killed, …", "Should the road be closed again": an auxiliary before the subject, and no question."""
    aux = next((child for child in trigger.children if child.dep_ == "aux"), None)
    subject = next((child for child in trigger.children if child.dep_ in ("nsubj", "nsubjpass")), None)
    if aux is None or subject is None or aux.lower_ not in ("had", "should", "were"):
        return False
    return aux.i < subject.i and not trigger.sent.text.rstrip().endswith("?")


def _says_nothing(draft: Draft, ontology: Ontology) -> bool:
    """Whether an event is only alluded to, by a noun or a participle before a noun, without anyone, any place or
    number.
    """
    if (
        ontology.types[draft.type].kind == "relation"
        or draft.subject
        or draft.object
        or draft.place
        or draft.counts != Counts()
        or draft.match.pattern.company
    ):
        return False
    if any(child.dep_ == "nummod" for child in draft.match.trigger.children):  # "312 killings"
        return False
    return draft.match.pattern.pos != "verb" or draft.match.trigger.dep_ == "amod"


def _is_absorbed(draft: Draft, absorbing: set[int]) -> bool:
    token = draft.match.trigger
    while token.dep_ in ABSORBED_LINKS and token.head != token and not _stands_beside(token):
        link, token = token.dep_, token.head
        if token.i in absorbing and link != "conj":  # "rejected the offer and attacked" is two events
            return True
    return False


def _stands_beside(token: Word) -> bool:
    """Whether a phrase tells of circumstances, not of what is agreed: "after the attack", "soldiers fighting there"."""
    if token.dep_ == "ccomp":  # "he accused the army; the army rejected it"
        return any(word.text == ";" for word in token.doc[token.i : token.head.i])
    return (token.dep_ == "prep" and token.lower_ in CIRCUMSTANCES) or (
        token.dep_ == "acl" and token.tag_ in ("VBG", "VBN")
    )
