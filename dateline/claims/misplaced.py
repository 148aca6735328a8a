"""Objects and particles that parsers hang in another place: as words of time, as prepositions, as "more than"."""

from dataclasses import replace

from dateline.claims.logical import Arguments
from dateline.claims.words import Word
from dateline.ontology.load import Pattern

MEASURES = frozenset(
    "second minute hour day week fortnight month year decade century morning afternoon evening night noon midnight "
    "dawn dusk weekend spring summer autumn winter today yesterday tomorrow tonight time moment while metre meter "
    "kilometre kilometer mile foot yard step way percent bit deal home side".split()
)
"""Nouns that beside a verb say when, how long, how far or how often."""


def adverbial_object(verb: Word) -> list[Word]:
    """The object that parsers take for words of time or measure: "dropped napalm on the ridge"."""
    return [
        child
        for child in verb.children
        if child.dep_ == "npadvmod" and child.i > verb.i and child.tag_ in ("NN", "NNS") and child.lemma not in MEASURES
    ][:1]


def taken_for_more_than(noun: Word) -> list[str]:
    """The particle that parsers hang on a number behind it: the "over" of "handed over six drivers"."""
    first = noun.left_edge
    return [first.lower_] if first.dep_ == "quantmod" and first.lower_ == "over" and first.i == noun.head.i + 1 else []


def with_particle(pattern: Pattern, verb: Word, arguments: Arguments) -> Arguments | None:
    """The arguments with the particle that a pattern needs, also where it was taken for a preposition right behind the
    verb ("finished off the wounded"); None where there is none.
    """
    if not pattern.particle or pattern.particle & arguments.particles:
        return arguments
    if arguments.obj or arguments.passive or "obj" not in (*pattern.object, *pattern.needs):
        return None
    for word in pattern.particle & arguments.preps.keys():
        objects = [object_ for object_ in arguments.preps[word] if object_.head.i == verb.i + 1]
        if objects:
            others = {name: found for name, found in arguments.preps.items() if name != word}
            return replace(arguments, obj=objects, preps=others, particles=arguments.particles | {word}, below={})
    return None
