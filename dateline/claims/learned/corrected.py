"""Where the network for claims is surer than the patterns of who takes part: somebody they miss, an object too much.

Between two that are named both are right equally often, so there the patterns' choice stands, which can be explained.
"""

from collections.abc import Sequence
from dataclasses import replace

from dateline.claims.drafts import Draft
from dateline.claims.learned.bars import Bars
from dateline.claims.learned.candidates import Scene
from dateline.claims.participants import Participant
from dateline.claims.parties import somebody
from dateline.claims.targets import is_scene
from dateline.encoder.claims import ROLES
from dateline.encoder.windows import Floats

OBJECT = ROLES.index("object")


def corrected(drafts: Sequence[Draft], scene: Scene, shares: Floats, bars: Bars) -> list[Draft]:
    """The drafts of one event word with the participants of which the network is sure, in the same order.

    ``shares``: of the candidates and last of nobody in each role, (candidates + 1) x roles.
    """
    found = list(drafts)
    if any(draft.object is not None for draft in found) and shares[-1, OBJECT] >= bars.object_dropped:
        found = [replace(draft, object=None) for draft in found]
    for column, (role, least) in enumerate(zip(ROLES, (bars.subject_added, bars.object_added), strict=True)):
        one = _likeliest(scene, shares[:, column], least)
        if one is not None and all(getattr(draft, role) is None for draft in found):
            found = [draft if _is_taken(one, draft) else _with(one, draft, role) for draft in found]
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


def without_scenes(shares: Floats, scene: Scene) -> Floats:
    """The shares with nobody's in place of those of places: the town of "attacked the town" is where, not whom.

    The network has learned from annotations that the place is the object there.
    """
    only_where = [is_scene(candidate.who) for candidate in scene.candidates]
    found = shares.copy()
    found[-1, OBJECT] += found[:-1, OBJECT][only_where].sum()
    found[:-1, OBJECT][only_where] = 0.0
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


def _with(one: Participant, draft: Draft, role: str) -> Draft:
    return replace(draft, subject=one) if role == "subject" else replace(draft, object=one)


def _is_taken(one: Participant, draft: Draft) -> bool:
    """Whether somebody has the other role already."""
    others = (draft.subject, draft.object)
    return any(other is not None and (other.entity or other.name) == (one.entity or one.name) for other in others)
