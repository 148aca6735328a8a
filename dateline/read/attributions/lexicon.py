"""The cue words of ``languages/<language>/attribution.yaml``, checked and ready to look up."""

from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, cast, get_args

from dateline.errors import DataFileError
from dateline.languages.load import language_data

CueClass = Literal[
    "say",
    "claim",
    "ask",
    "order",
    "promise",
    "threaten",
    "deny",
    "accuse",
    "praise",
    "show",
    "report",
    "think",
    "intend",
    "seem",
]
"""What kind of act a cue stands for. ``claim``: claims, of responsibility above all.

``show``: a document or survey speaks."""

SPOKEN: frozenset[CueClass] = frozenset(
    ["say", "claim", "ask", "order", "promise", "threaten", "deny", "accuse", "praise", "show", "report"]
)
"""Classes of public acts; ``think``, ``intend`` and ``seem`` are the report's own account of a mind."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """Cue words of one language. Keys are lower-case lemmas."""

    verbs: dict[str, CueClass]
    nouns: dict[str, CueClass]
    adjectives: dict[str, CueClass]
    adverbs: frozenset[str]
    possessed: frozenset[str]
    """Nouns of "in his view"."""
    lemma_repairs: dict[str, str]
    hearer_object: frozenset[str]
    raising: frozenset[str]
    raising_passive: frozenset[str]
    quotative_only: frozenset[str]
    not_with: dict[str, frozenset[str]]
    """By the lemma of a verb, particles with which it says nothing: "carried out"."""
    light_verbs: frozenset[str]
    experiencer_passive: frozenset[str]
    """Verbs whose passive tells of its subject's mind: "he was convinced that"."""
    stated_object: frozenset[str]
    """Verbs that vouch for an event named by a noun: "confirmed the attack"."""
    closing: frozenset[str]
    """Verbs that may end a sentence with their source: "the road is cut, drivers said"."""
    told_in: frozenset[str]
    """Nouns of texts and counts that tell something: "in a survey"."""
    scare_marks: frozenset[str]
    bodies: frozenset[str]
    anonymity: frozenset[str]


@cache
def lexicon(language: str = "en") -> Lexicon:
    """The cue words of a language, read once a process. Raises DataFileError when a lemma has two classes."""
    data = language_data("attribution", language)
    sets = {
        name: frozenset(data[name])
        for name in (
            "hearer_object",
            "raising",
            "raising_passive",
            "quotative_only",
            "light_verbs",
            "stated_object",
            "experiencer_passive",
            "closing",
            "told_in",
            "scare_marks",
            "bodies",
            "anonymity",
        )
    }
    return Lexicon(
        verbs=_classes(data, "verbs"),
        nouns=_classes(data, "nouns"),
        adjectives=_classes(data, "adjectives"),
        adverbs=frozenset(data["adverbs"]["lemmas"]),
        possessed=frozenset(data["phrases"]["possessed"]["nouns"]),
        lemma_repairs=dict(data["lemma_repairs"]),
        not_with={lemma: frozenset(particles) for lemma, particles in data["not_with"].items()},
        **sets,
    )


def cue_class(verb: str, language: str = "en") -> CueClass:
    """The class of an ``Attribution.verb``: tells saying from thinking, intending, denying, ordering and so on.

    A lemma of no entry, such as a verb that only ever introduces a quotation ("laughed"), counts as ``say``.
    """
    words = lexicon(language)
    if verb in words.verbs:
        return words.verbs[verb]
    if verb in words.adverbs:
        return "report"
    return words.nouns.get(verb) or words.adjectives.get(verb) or "say"


def _classes(data: dict[str, Any], part: str) -> dict[str, CueClass]:
    out: dict[str, CueClass] = {}
    for name, entry in data[part].items():
        if name not in get_args(CueClass):
            raise DataFileError(f"attribution.yaml: {part}: unknown class {name!r}")
        for lemma in entry["lemmas"]:
            if lemma in out:
                raise DataFileError(f"attribution.yaml: {part}: {lemma!r} stands in {out[lemma]} and in {name}")
            out[lemma] = cast(CueClass, name)
    return out
