"""Entities into actors: those with a sure key in common are one; of the rest some are judged one, some need a person.

The judgement is made between groups that share a near key, by spelling (Jaro-Winkler, from rapidfuzz) and by what else
they share. It depends on nothing outside the component of entities connected by keys, so that a report changes only its
own.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from rapidfuzz.distance import JaroWinkler

from dateline.facts.actor_keys import Background, Key, Keys, initials_of, is_person, usable_names
from dateline.facts.groups import PartedGroups
from dateline.facts.inputs import EntityId, EntityIn
from dateline.facts.names import acronym_of, compared, skeletons, words_alike
from dateline.model.actor import Judgement, Verdict

MOST_COMPARED = 60
"""Groups with one near key; with more of them only those of the same full name or body are compared."""
SPELT_ALIKE = 0.86
"""Least Jaro-Winkler similarity of two spellings of one name."""
SURE, MAYBE = 0.85, 0.4


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolved:
    """Groups of entities, each an actor, in the order of their first entity, and why."""

    groups: tuple[tuple[EntityIn, ...], ...]
    judgements: tuple[Judgement, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Side:
    """A group of entities that are surely one, as it is compared."""

    first: EntityId
    person: bool
    known: bool
    names: frozenset[str]
    """In one spelling, words between spaces."""
    full: frozenset[str]
    """Those of a person that are more than a surname."""
    acronyms: frozenset[str]
    """Of a body, in lower case."""
    initials: frozenset[str]
    """Of a body's names that are no acronyms."""
    bones: frozenset[tuple[str, ...]]
    bodies: frozenset[str]
    around: frozenset[str]
    plain: bool
    """Whether a report makes the person a victim, or describes the person, and none gives an office."""
    countries: frozenset[str]
    office: bool


def resolve(
    entities: Sequence[EntityIn],
    keys: Keys,
    backgrounds: Mapping[EntityId, Background],
    parts: Mapping[EntityId, frozenset[str]],
    apart: Mapping[EntityId, frozenset[tuple[int, int]]] | None = None,
    *,
    blocks: Collection[str] | None = None,
    kept: Iterable[Judgement] = (),
) -> Resolved:
    """Group entities (in the order of adding). ``parts``: "victim", "speaker" where claims make them so. ``apart``: of
    entities that a person keeps apart the decision and the side they are on.

    ``blocks``: the near keys under which to compare; None for all. Everything that has one of them must be among the
    entities. ``kept``: judgements under other keys, which stand as they are.
    """
    rank = {entity.key: number for number, entity in enumerate(entities)}
    groups = PartedGroups(rank, apart or {})
    judgements = list(_join_sure(entities, keys, groups))
    sides = _sides(entities, groups, rank, backgrounds, parts)
    near = _judged(sides, _near(entities, keys, groups, blocks))
    for verdict in sorted((*near, *kept), key=lambda one: (-one.score, one.left, one.right, one.near)):
        if verdict.verdict == "sure" and groups.parting(verdict.left, verdict.right) is None:
            groups.join(verdict.left, verdict.right)
    judgements += [*near, *_kept_apart(apart or {}, groups, rank)]
    by_key = {entity.key: entity for entity in entities}
    lists = groups.lists(key=lambda key: rank[key])
    return Resolved(groups=tuple(tuple(by_key[key] for key in group) for group in lists), judgements=tuple(judgements))


def _kept_apart(
    apart: Mapping[EntityId, frozenset[tuple[int, int]]], groups: PartedGroups[EntityId], rank: Mapping[EntityId, int]
) -> Iterator[Judgement]:
    """For each decision that keeps two actors apart the first entities of its sides, unless a later one joined them."""
    first: dict[tuple[int, int], EntityId] = {}
    for key in sorted(apart, key=lambda key: rank[key]):
        for side in apart[key]:
            first.setdefault(side, key)
    told: set[frozenset[EntityId]] = set()
    for decision in sorted({number for number, _ in first}, reverse=True):
        left, right = first.get((decision, 0)), first.get((decision, 1))
        if left is None or right is None or groups.joined(left, right) or {left, right} in told:
            continue
        told.add(frozenset((left, right)))
        yield Judgement(left=left, right=right, verdict="apart", score=1.0, reason="kept apart", decision=decision)


def _join_sure(entities: Sequence[EntityIn], keys: Keys, groups: PartedGroups[EntityId]) -> Iterator[Judgement]:
    """Join those with a sure key in common, each with the first that has the key."""
    first: dict[str, EntityId] = {}
    for entity in entities:
        for key in sorted((key for key in keys[entity.key] if key.sure), key=lambda key: -key.score):
            holder = first.setdefault(key.text, entity.key)
            decision = _decision_of(key)
            if groups.parting(holder, entity.key, after=decision or 0) is None and groups.join(holder, entity.key):
                yield Judgement(
                    left=holder,
                    right=entity.key,
                    verdict="sure",
                    score=key.score,
                    reason=key.reason,
                    decision=decision,
                )


def _decision_of(key: Key) -> int | None:
    """The decision to merge that gave a key, also where a later one parted some of those merged."""
    text = key.text
    while text.startswith("apart:"):
        text = text.split(":", 2)[2]
    return int(text.split(":")[1]) if text.startswith("decision:") else None


def _sides(
    entities: Sequence[EntityIn],
    groups: PartedGroups[EntityId],
    rank: Mapping[EntityId, int],
    backgrounds: Mapping[EntityId, Background],
    parts: Mapping[EntityId, frozenset[str]],
) -> dict[EntityId, _Side]:
    members: dict[EntityId, list[EntityIn]] = {}
    for entity in entities:
        members.setdefault(groups.top(entity.key), []).append(entity)
    return {
        top: _side(held, backgrounds, parts)
        for top, held in sorted(members.items(), key=lambda item: rank[item[1][0].key])
    }


def _side(
    members: list[EntityIn],
    backgrounds: Mapping[EntityId, Background],
    parts: Mapping[EntityId, frozenset[str]],
) -> _Side:
    names = {name for entity in members for name in usable_names(entity)}
    known = [backgrounds[entity.key] for entity in members]
    countries = {entity.country or background.scene.country for entity, background in zip(members, known, strict=True)}
    office = any(background.holds_office for background in known)
    return _Side(
        first=members[0].key,
        person=is_person(members[0]),
        known=any(entity.known for entity in members),
        names=frozenset(" ".join(compared(name)) for name in names),
        full=frozenset(" ".join(compared(name)) for name in names if len(skeletons(name)) > 1),
        acronyms=frozenset(short for name in names if (short := acronym_of(name)) is not None),
        initials=frozenset(initials_of(name) for name in names if acronym_of(name) is None),
        bones=frozenset(skeletons(name) for name in names),
        bodies=frozenset(body for background in known for body in background.bodies),
        around=frozenset(body for background in known for body in background.around),
        plain=not office and any(entity.descriptions or "victim" in parts.get(entity.key, ()) for entity in members),
        countries=frozenset(country for country in countries if country),
        office=office,
    )


def _near(
    entities: Sequence[EntityIn], keys: Keys, groups: PartedGroups[EntityId], blocks: Collection[str] | None
) -> list[tuple[str, list[EntityId]]]:
    """The groups under each near key, by the entity that stands for them now, in the order of adding."""
    holders: dict[str, dict[EntityId, None]] = {}
    for entity in entities:
        for key in keys[entity.key]:
            if not key.sure and not key.inert and (blocks is None or key.text in blocks):
                holders.setdefault(key.text, {})[groups.top(entity.key)] = None
    return [(text, list(held)) for text, held in sorted(holders.items()) if len(held) > 1]


def _judged(sides: Mapping[EntityId, _Side], near: Iterable[tuple[str, list[EntityId]]]) -> list[Judgement]:
    """All judgements between groups, each under the key that made them be compared."""
    found: dict[tuple[EntityId, EntityId, str], Judgement] = {}
    for text, held in near:
        block = [sides[top] for top in held]
        for left, right in _worth_comparing(block):
            pair = (left.first, right.first, text)
            if pair not in found and (judged := _compare(left, right, block, text)) is not None:
                found[pair] = judged
    return list(found.values())


def _worth_comparing(block: list[_Side]) -> Iterator[tuple[_Side, _Side]]:
    if len(block) <= MOST_COMPARED:
        yield from combinations(block, 2)
        return
    by_trait: dict[str, list[_Side]] = {}
    for side in block:
        for trait in (*(f"n:{name}" for name in side.full or side.names), *(f"b:{body}" for body in side.bodies)):
            by_trait.setdefault(trait, []).append(side)
    for _, held in sorted(by_trait.items()):
        yield from ((held[0], other) for other in held[1:])


def _compare(left: _Side, right: _Side, block: list[_Side], near: str) -> Judgement | None:
    if left.person != right.person or (left.known and right.known):
        return None
    score, reason = _compare_persons(left, right, block) if left.person else _compare_bodies(left, right, block)
    if score < MAYBE:
        return None
    verdict: Verdict = "sure" if score >= SURE else "maybe"
    return Judgement(
        left=left.first, right=right.first, verdict=verdict, score=round(score, 3), reason=reason, near=near
    )


def _compare_bodies(left: _Side, right: _Side, block: list[_Side]) -> tuple[float, str]:
    spelling = _likeness(left.names, right.names)
    shared = left.countries & right.countries
    if spelling >= SPELT_ALIKE:
        how = f"names spelt alike ({spelling:.2f})"
        return (
            (0.6 + 0.3 * spelling, f"{how}, in reports on the same country") if shared else (0.4 + 0.3 * spelling, how)
        )
    if not (left.acronyms & right.initials or right.acronyms & left.initials):
        return (0.42, "names that sound alike, or one acronym") if shared else (0.0, "")
    if not shared:
        return 0.5, "an acronym and a name with these initials, in reports on different countries"
    fitting = [one for one in block if one.initials & (left.acronyms | right.acronyms) and one.countries & shared]
    alone = len({min(one.names) for one in fitting}) == 1
    return (0.86 if alone else 0.5), "an acronym and the name with these initials, in reports on the same country"


def _compare_persons(left: _Side, right: _Side, block: list[_Side]) -> tuple[float, str]:
    if left.full and right.full:
        return _compare_full_names(left, right)
    shared = left.bodies & right.bodies
    if not shared:
        return _compare_by_company(left, right) if left.names & right.names else (0.0, "")
    short, other = (left, right) if right.full else (right, left)
    namesakes = [side for side in block if side.full and side.bodies & short.bodies]
    if not other.full:
        return 0.88, "the same surname alone, of the same body"
    if len({_first_bones(side) for side in namesakes}) > 1:
        return 0.5, "a surname alone, which several people of the body bear"
    return 0.87, "a surname alone, of the same body as the one person with that surname"


def _compare_by_company(left: _Side, right: _Side) -> tuple[float, str]:
    """One name where the one is of a body that the other's report names beside it, as "Belmoktar" beside AQIM."""
    if left.plain or right.plain:
        return 0.45, "the same name, but one of them is described without an office"
    if left.bodies & right.around or right.bodies & left.around:
        words = "the same name, of a body that the other report names too"
        return (0.86, words) if left.office and right.office else (0.7, words)
    if left.office and right.office and left.around & right.around:
        return 0.85, "the same name, both with an office or rank, beside the same group"
    both = left.office and right.office and bool(left.countries & right.countries)
    return (0.6, "the same name, in reports on the same country") if both else (0.0, "")


def _first_bones(side: _Side) -> tuple[str, ...]:
    return min(bones for bones in side.bones if len(bones) > 1)


def _compare_full_names(left: _Side, right: _Side) -> tuple[float, str]:
    same_name = bool(left.full & right.full)
    spelling = 1.0 if same_name else _spelt(left.full, right.full)
    if spelling < SPELT_ALIKE or not (same_name or _same_bones(left, right)):
        return 0.0, ""
    how = "the same name" if same_name else f"names spelt alike ({spelling:.2f})"
    if left.bodies & right.bodies:
        return 0.6 + 0.35 * spelling, f"{how}, of the same body"
    if (by_company := _compare_by_company(left, right))[0] >= SURE and same_name:
        return by_company
    if left.office and right.office and left.countries & right.countries:
        return 0.55 + 0.33 * spelling, f"{how}, both with an office or rank, in reports on the same country"
    if left.office or right.office:
        return 0.5 * spelling, f"{how}, and nothing else in common that says who"
    return 0.45 * spelling, f"{how} of two people without office: a name alone does not make them one"


def _same_bones(left: _Side, right: _Side) -> bool:
    """Whether two full names have the same consonants, or one of them more names between first and last."""
    for mine in left.bones:
        for theirs in right.bones:
            ends = len(mine) > 1 and len(theirs) > 1 and (mine[0], mine[-1]) == (theirs[0], theirs[-1])
            if ends or (len(mine) > 1 and mine == theirs):
                return True
    return False


def _spelt(left: frozenset[str], right: frozenset[str]) -> float:
    """How alike the most alike of two people's names are in their first and last words, 0 to 1."""
    return max((words_alike(mine, theirs) for mine in left for theirs in right), default=0.0)


def _likeness(left: frozenset[str], right: frozenset[str]) -> float:
    """The similarity of the most alike of the names, 0 to 1."""
    return max((JaroWinkler.normalized_similarity(mine, theirs) for mine in left for theirs in right), default=0.0)
