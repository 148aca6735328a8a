"""Fighters that stand for their group: "its men", "the Front's fighters", "his troops" of one who leads a group."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from dateline.claims.agents import agent_words, follows
from dateline.claims.drafts import Draft
from dateline.claims.participants import Participant, Participants
from dateline.claims.words import Word

GROUPS = frozenset({"armed_group", "military", "police", "organisation"})
"""Kinds of those who act through their fighters. A state's soldiers are its army, not the state."""


def with_groups(drafts: Iterable[Draft], participants: Participants) -> Iterator[Draft]:
    """The drafts with the group in place of its fighters, as the annotation guide has it (section 4)."""
    known = list(drafts)
    groups = _Groups(known, participants)
    for draft in known:
        subject, object_ = groups.behind(draft.subject, acts=True), groups.behind(draft.object)
        if subject and object_ and subject.entity and subject.entity == object_.entity:
            yield draft  # "its fighters left the Front"
        else:
            yield replace(draft, subject=subject, object=object_)


class _Groups:
    """The groups of one report, by their fighters and by who leads them."""

    def __init__(self, drafts: Iterable[Draft], participants: Participants) -> None:
        self.participants = participants
        self.led: dict[str, Participant] = {}
        for draft in drafts:
            leader, group = draft.subject, draft.object
            if draft.type == "leads" and leader and leader.entity and group and group.entity and group.kinds & GROUPS:
                self.led.setdefault(leader.entity, group)

    def behind(self, participant: Participant | None, *, acts: bool = False) -> Participant | None:
        """The group for which somebody stands; anyone else as they are. "Dawn League gunmen" stand for the League in
        what they do (``acts``), not in what befalls them.
        """
        if participant is None:
            return None
        if follows(participant.token) or (acts and _are_part(participant.token)):
            owners = _owners(participant.token)
        else:
            owners = self._named_before(participant.token) if acts else iter(())
        group = next((group for owner in owners if (group := self._group(owner))), None)
        if group is None:
            return participant
        return replace(participant, name=group.name, entity=group.entity, kinds=group.kinds, place=None)

    def _named_before(self, fighters: Word) -> Iterator[Word]:
        """The name that tells whose fighters they are: the Dawn League of "Dawn League gunmen"."""
        counted = any(child.dep_ == "nummod" for child in fighters.lefts)
        if not counted and fighters.lemma in agent_words().followers:
            for child in fighters.lefts:
                mention = self.participants.by_head.get(child.idx)
                if child.dep_ in ("compound", "nmod") and mention is not None and mention.form == "name":
                    yield child

    def _group(self, owner: Word) -> Participant | None:
        found = self.participants.of(owner, None)[:1]
        if not found or found[0].entity is None:
            return None
        return found[0] if found[0].kinds & GROUPS else self.led.get(found[0].entity)


def _are_part(token: Word) -> bool:
    """Whether words are for some of a group who do what the group does: "members of the Dawn League", "its engineers",
    not "three members of the League".
    """
    counted = any(child.dep_ in ("nummod", "det") and child.lower_ != "the" for child in token.lefts)
    is_told_apart = any(child.dep_ in ("compound", "nmod", "relcl") for child in token.children)
    return token.tag_ == "NNS" and not (counted or is_told_apart) and token.lemma in agent_words().part_of_group


def _owners(fighters: Word) -> Iterator[Word]:
    """Whose fighters they are: "its men", "gunmen of the Dawn League"."""
    for child in fighters.children:
        if child.dep_ == "poss":
            clause = fighters.head
            is_told_of = child.lower_ == "whose" and clause.dep_ == "relcl"  # "the Front, whose fighters burned Gulu"
            yield clause.head if is_told_of else child
        elif child.dep_ == "prep" and child.lower_ in ("of", "from"):
            yield from (below for below in child.children if below.dep_ == "pobj")
        elif child.dep_ == "acl" and child.lemma == "belong":
            yield from (below for to in child.children if to.lower_ == "to" for below in to.children)
