"""A user's own nouns for actors, from agent dictionaries, beside those of ``actor_words.yaml``."""

from collections.abc import Iterable
from dataclasses import replace
from functools import cache

from dateline.knowledge.agents import Agent
from dateline.read.mentions.lexicon import ActorLexicon, HeadWord, Number, actor_lexicon

GROUP = "user"


@cache
def lexicon_with(agents: tuple[Agent, ...] = ()) -> ActorLexicon:
    """The lexicon with more nouns. A noun that it has already stays as it is: the lists say more than a dictionary."""
    lexicon = actor_lexicon()
    heads = lexicon.heads | {form: word for form, word in _heads(agents, lexicon) if form not in lexicon.heads}
    return replace(lexicon, heads=heads, endings=frozenset(head.split()[-1] for head in heads)) if agents else lexicon


def _heads(agents: Iterable[Agent], lexicon: ActorLexicon) -> Iterable[tuple[str, HeadWord]]:
    for agent in agents:
        number = _number(agent, lexicon)
        for place, form in enumerate(agent.forms):
            yield form, _head(agent, number, is_plural=place > 0)


def _number(agent: Agent, lexicon: ActorLexicon) -> Number:
    """What the noun's last word stands for in the lexicon; else a person when it has a plural, and else a body."""
    last = lexicon.heads.get(agent.singular.split()[-1])
    if last:
        return last.number
    return "person" if agent.plurals else "body"


def _head(agent: Agent, number: Number, *, is_plural: bool) -> HeadWord:
    if number == "person" and is_plural:
        number = "people"
    kind = "person" if number == "person" else agent.kind
    return HeadWord(kind, number, leader=False, plural=is_plural or number == "people", group=GROUP)
