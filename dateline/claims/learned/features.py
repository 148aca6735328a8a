"""What the scorer of participants is told of a candidate and of its trigger, as words and numbers."""

from collections.abc import Sequence
from math import log2

from dateline.claims.drafts import Draft
from dateline.claims.learned.candidates import Candidate, Scene

FEATURES = ("slot", "path", "kinds", "form", "distance", "link", "pronoun", "back", "place", "subject", "object")
"""Names of what is told of a candidate, in the order of ``features_of``."""
SCENE_FEATURES = 10
"""How many numbers tell of a trigger."""


def features_of(scene: Scene, candidate: Candidate, told: Sequence[Draft]) -> tuple[str, ...]:
    """What is known of a candidate; ``told``: the rules' drafts of the type in question from the same trigger."""
    who, word = candidate.who, candidate.word
    return (
        candidate.slot,
        candidate.path,
        "/".join(sorted(who.kinds)),
        candidate.form,
        _distance(word.i - scene.trigger.i),
        word.dep_,
        word.lower_ if candidate.form == "pronoun" else "",
        str(candidate.back),
        "yes" if who.place is not None else "no",
        standing(candidate, told, "subject"),
        standing(candidate, told, "object"),
    )


def scene_features(scene: Scene, told: Sequence[Draft]) -> list[float]:
    """``SCENE_FEATURES`` numbers, 0 or 1: voice, part of speech, filled slots, and what the rules made of it."""
    slots = {candidate.slot for candidate in scene.candidates}
    known = (
        scene.arguments.passive,
        *(kind in scene.kinds for kind in ("verb", "noun", "role")),
        "subj" in slots,
        "obj" in slots,
        bool(told),
        bool(told) and all(draft.subject is None for draft in told),
        bool(told) and all(draft.object is None for draft in told),
        not slots.isdisjoint({"poss", "compound"}),
    )
    return [float(one) for one in known]


def standing(candidate: Candidate, told: Sequence[Draft], role: str) -> str:
    """Whether the rules take the candidate for subject or object: unasked, chosen, passed over, or nobody."""
    if not told:
        return "unasked"
    chosen = [one for draft in told if (one := getattr(draft, role)) is not None]
    if any(one.token is candidate.word or (one.entity and one.entity == candidate.who.entity) for one in chosen):
        return "chosen"
    return "passed over" if chosen else "nobody"


def _distance(words: int) -> str:
    """How far off, in steps that grow: "3" behind the trigger, "-3" before it."""
    step = min(7, int(log2(abs(words) + 1) * 1.6))
    return str(step if words >= 0 else -step)
