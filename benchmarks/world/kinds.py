"""The kinds of events of the world, with what they are called in PLOVER and its local modes."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Kind:
    """What is true of all events of a kind."""

    type: str
    mode: str | None
    weight: int
    doer: Literal["group", "state", "either", "forum"]
    two_sided: bool = False
    """Whether the other side is an actor too."""
    deadly: bool = True
    counted: bool = False
    """Whether people are taken, held or freed."""
    victims: tuple[str, ...] = ()
    """Words in the plural for those who suffer it."""
    nouns: tuple[str, ...] = ()
    """What such an event may be called later."""


_CIVILIANS = ("people", "civilians", "villagers", "traders", "farmers")

KINDS = {
    "bombing": Kind(
        "ASSAULT",
        "explosives",
        16,
        "group",
        victims=(*_CIVILIANS, "worshippers", "soldiers", "police officers"),
        nouns=("bombing", "bomb attack", "blast"),
    ),
    "shooting": Kind(
        "ASSAULT",
        "firearms",
        14,
        "group",
        victims=(*_CIVILIANS, "police officers", "passengers"),
        nouns=("shooting", "gun attack"),
    ),
    "ambush": Kind(
        "ASSAULT", "ambush", 12, "group", victims=("soldiers", "police officers", "traders"), nouns=("ambush",)
    ),
    "raid": Kind(
        "ASSAULT", "raid", 10, "either", victims=("villagers", "farmers", "herders", "miners"), nouns=("raid",)
    ),
    "clash": Kind(
        "ASSAULT",
        "clash",
        12,
        "group",
        two_sided=True,
        victims=("fighters", "people", "combatants"),
        nouns=("clash", "firefight"),
    ),
    "air strike": Kind(
        "ASSAULT",
        "aerial",
        9,
        "state",
        victims=("people", "civilians", "villagers", "fighters"),
        nouns=("air strike", "aerial attack"),
    ),
    "abduction": Kind(
        "ASSAULT",
        "abduct",
        8,
        "group",
        deadly=False,
        counted=True,
        victims=("aid workers", "students", "traders", "miners", "teachers", "villagers"),
        nouns=("kidnapping", "abduction"),
    ),
    "arrest": Kind(
        "COERCE",
        "arrest",
        8,
        "state",
        deadly=False,
        counted=True,
        victims=("protesters", "students", "journalists", "traders", "activists"),
        nouns=("arrests",),
    ),
    "protest": Kind("PROTEST", "demo", 8, "forum", deadly=False, nouns=("protest", "demonstration")),
    "release": Kind(
        "RETREAT",
        "release",
        5,
        "group",
        deadly=False,
        counted=True,
        victims=("hostages", "soldiers", "aid workers", "students"),
        nouns=("release",),
    ),
    "ceasefire": Kind("RETREAT", "ceasefire", 3, "group", two_sided=True, deadly=False, nouns=("ceasefire", "truce")),
    "talks": Kind("CONSULT", None, 4, "group", two_sided=True, deadly=False, nouns=("talks", "peace talks")),
    "seizure": Kind("ASSAULT", "seize_territory", 0, "either", victims=("people", "fighters"), nouns=("capture",)),
}
"""By our own name for the kind. A seizure has no weight: it comes with the change of who holds a town."""
