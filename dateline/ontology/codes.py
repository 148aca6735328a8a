"""What PLOVER, CAMEO, ACLED and UCDP would call an event, each with its reason. The rules are ``codes.yaml``."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from dateline.languages.load import load_yaml
from dateline.model.code import Code, Scheme
from dateline.ontology.claim_types import KIND_GROUPS

FILE = Path(__file__).with_name("codes.yaml")
NOBODY = "nobody"
HAPPENED = frozenset({"actual", "alleged"})


@dataclass(frozen=True, slots=True, kw_only=True)
class CodedEvent:
    """What the rules ask of an event claim."""

    type: str
    mode: str | None
    plover_type: str | None
    """As ``ontology/plover_rules.py`` has it; None: PLOVER's rules drop the event."""
    subject: str = "nobody named"
    """The name of who does it."""
    subject_kind: str = NOBODY
    """The kind of its entity; "nobody" when there is no subject, "other" when the words are no known actor."""
    object: str = "nobody named"
    object_kind: str = NOBODY
    polarity: str = "asserted"
    modality: str = "actual"
    weapon: str | None = None
    counts_dead: bool = False
    """Whether the words count at least one dead."""
    cameo: Code | None = None
    """The code that a dictionary gave."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One line of the rules."""

    events: frozenset[str]
    code: str
    detail: str | None
    because: str
    subject: frozenset[str] = field(default_factory=frozenset)
    object: frozenset[str] = field(default_factory=frozenset)
    weapon: str | None = None

    @classmethod
    def of(cls, entry: Mapping[str, str]) -> "Rule":
        return cls(
            events=frozenset(entry["event"].split()),
            code=entry["code"],
            detail=entry.get("detail"),
            because=entry["because"],
            subject=_kinds(entry.get("subject")),
            object=_kinds(entry.get("object")),
            weapon=entry.get("weapon"),
        )

    def fits(self, event: CodedEvent, name: str, mode: str | None) -> bool:
        """Whether the rule holds for an event under a type and mode."""
        return (
            bool({name, f"{name}/{mode}"} & self.events)
            and (not self.subject or event.subject_kind in self.subject)
            and (not self.object or event.object_kind in self.object)
            and (self.weapon is None or self.weapon in (event.weapon or "").lower())
        )


def codes_of(event: CodedEvent) -> tuple[Code, ...]:
    """One code of each codebook, in the order PLOVER, CAMEO, ACLED, UCDP; its ``code`` is None where there is none."""
    plover = _plover(event)
    return plover, _cameo(event, plover), _acled(event), _ucdp(event)


def is_known(claim_type: str) -> bool:
    """Whether the rules know an event type; a user's own types they do not."""
    return any(claim_type in rule.events for rule in _rules("cameo"))


def unknown_type(claim_type: str) -> tuple[Code, ...]:
    """No codes for a type of the user's own, saying so."""
    schemes: tuple[Scheme, ...] = ("PLOVER", "CAMEO", "ACLED", "UCDP")
    return tuple(_none(scheme, _data()["none"]["own_type"].format(scheme=scheme)) for scheme in schemes)


def _plover(event: CodedEvent) -> Code:
    if event.plover_type is None:
        return _none("PLOVER", _data()["none"]["PLOVER"])
    if event.plover_type == event.type:
        own = event.mode in _data()["plover_without_mode"]
        reason = f"{event.mode} is Dateline's own mode of {event.type}" if own else "the type and mode of the claim"
        return Code(scheme="PLOVER", code=event.type, detail=None if own else event.mode, reason=reason)
    names = {event.type, f"{event.type}/{event.mode}"}
    turned = (rule for rule in _data()["plover_turned"] if rule["into"] == event.plover_type)
    mode = next((rule["mode"] for rule in turned if names & set(rule["event"].split())), None)
    reason = f"PLOVER's rules make {event.plover_type} of an {event.type} that is {_state(event)}"
    return Code(scheme="PLOVER", code=event.plover_type, detail=mode, reason=reason)


def _cameo(event: CodedEvent, plover: Code) -> Code:
    if event.cameo is not None:
        return event.cameo
    if plover.code is None:
        return _none("CAMEO", _data()["none"]["CAMEO"])
    turned = plover.code != event.type and event.mode != "destroy"
    name, mode = (plover.code, plover.detail) if turned else (event.type, event.mode)
    return _first("CAMEO", event, name, mode)


def _acled(event: CodedEvent) -> Code:
    if not _happened(event):
        return _none("ACLED", _data()["none"]["not_happened"].format(scheme="ACLED", state=_state(event)))
    return _first("ACLED", event, event.type, event.mode)


def _ucdp(event: CodedEvent) -> Code:
    if not _happened(event):
        return _none("UCDP", _data()["none"]["not_happened"].format(scheme="UCDP", state=_state(event)))
    found = _first("UCDP", event, event.type, event.mode)
    if found.code is None:
        return found
    if event.mode in _data()["ucdp_only_deadly"] and not event.counts_dead:
        return _none("UCDP", _data()["none"]["not_deadly"])
    words = _data()["dead"]["said" if event.counts_dead else "unsaid"].format(reason=found.reason)
    return Code(scheme="UCDP", code=found.code, detail=found.detail, reason=words)


def _first(scheme: Scheme, event: CodedEvent, name: str, mode: str | None) -> Code:
    rule = next((rule for rule in _rules(scheme.lower()) if rule.fits(event, name, mode)), None)
    if rule is None:
        return _none(scheme, _data()["none"][scheme])
    reason = rule.because.replace("{subject}", event.subject).replace("{object}", event.object)
    return Code(scheme=scheme, code=rule.code, detail=rule.detail, reason=reason)


def _happened(event: CodedEvent) -> bool:
    return event.polarity == "asserted" and event.modality in HAPPENED


def _state(event: CodedEvent) -> str:
    """``denied``, ``planned``, ``of a kind that it counts elsewhere``."""
    if event.polarity == "negated":
        return "denied"
    return event.modality if event.modality != "actual" else "of this mode"


def _none(scheme: Scheme, reason: str) -> Code:
    return Code(scheme=scheme, code=None, detail=None, reason=reason)


def _kinds(text: str | None) -> frozenset[str]:
    return frozenset(kind for word in (text or "").split() for kind in KIND_GROUPS.get(word, {word}))


@cache
def _rules(name: str) -> tuple[Rule, ...]:
    return tuple(Rule.of(entry) for entry in _data()[name])


@cache
def _data() -> Any:
    return load_yaml(FILE)
