"""Where the network for claims is surer than the patterns of who takes part: somebody they miss, an object too much.

Between two that are named both are right equally often, so there the patterns' choice stands, which can be explained.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dateline.claims.drafts import Draft
from dateline.claims.learned.candidates import Scene
from dateline.claims.participants import Participant
from dateline.claims.parties import somebody
from dateline.encoder.claims import ROLES
from dateline.encoder.windows import Floats

OBJECT = ROLES.index("object")
PLACE = frozenset({"place"})


@dataclass(frozen=True, slots=True)
class Sureness:
    """From which share the network's word stands against the patterns', by role; 1.0: never."""

    adds: tuple[float, float]
    """Somebody where the patterns have nobody."""
    drops: tuple[float, float]
    """Nobody where they have somebody."""


def corrected(drafts: Sequence[Draft], scene: Scene, shares: Floats, sureness: Sureness) -> list[Draft]:
    """The drafts of one event word with the participants of which the network is sure.

    ``shares``: of the candidates and last of nobody in each role, (candidates + 1) x roles.
    """
    found = list(drafts)
    for column, role in enumerate(ROLES):
        if all(getattr(draft, role) is None for draft in found):
            one = _likeliest(scene, shares[:, column], sureness.adds[column])
            if one is not None:
                found = [draft if _is_taken(one, draft) else _with(one, draft, role) for draft in found]
        elif shares[-1, column] >= sureness.drops[column]:
            found = [_with(None, draft, role) for draft in found]
    return found


def changes(before: Draft, after: Draft) -> str:
    """What was corrected of a draft, for the reason of the claim; empty where nothing was."""
    told = []
    for role in ROLES:
        old, new = getattr(before, role), getattr(after, role)
        if old is None and new is not None:
            told.append(f"The {role} is the network's: no pattern finds one.")
        elif old is not None and new is None:
            told.append(f"The network finds no {role} where a pattern finds “{old.name}”.")
    return " ".join(told)


def is_scene(one: Participant | None) -> bool:
    """Whether somebody is a place and no government."""
    return one is not None and one.place is not None and one.kinds == PLACE


def without_scenes(shares: Floats, scene: Scene) -> Floats:
    """The shares with nobody's in place of those of places: the town of "attacked the town" is where, not whom.

    The network has learned from annotations that the place is the object there.
    """
    is_place = [is_scene(candidate.who) for candidate in scene.candidates]
    found = shares.copy()
    found[-1, OBJECT] += found[:-1, OBJECT][is_place].sum()
    found[:-1, OBJECT][is_place] = 0.0
    return found


def _likeliest(scene: Scene, shares: Floats, least: float) -> Participant | None:
    """Whoever has most of the shares under all words that mean him, where it is enough and more than nobody's."""
    sums: dict[str, float] = {}
    first: dict[str, Participant] = {}
    for candidate, share in zip(scene.candidates, shares[:-1], strict=True):
        who = candidate.who.entity or candidate.who.name
        sums[who] = sums.get(who, 0.0) + float(share)
        first.setdefault(who, candidate.who)
    if not sums:
        return None
    who = max(sums, key=lambda one: sums[one])
    return somebody(first[who]) if sums[who] >= max(least, float(shares[-1])) else None


def _with(one: Participant | None, draft: Draft, role: str) -> Draft:
    return replace(draft, subject=one) if role == "subject" else replace(draft, object=one)


def _is_taken(one: Participant, draft: Draft) -> bool:
    """Whether somebody has the other role already."""
    others = (draft.subject, draft.object)
    return any(other is not None and (other.entity or other.name) == (one.entity or one.name) for other in others)
