"""Turn clusters into the entities of a report."""

import re
from dataclasses import replace

from spacy.tokens import Doc

from dateline.model import Entity, Mention, PlaceMention, Span
from dateline.read.coreference.clusters import Cluster

_POSSESSIVE = re.compile(r"(?<=\w)(?:['’]s|(?<=s)['’])$")
_QUOTATION = re.compile(r'["“”„«»]')
LONGEST_NAME = 90
"""Descriptions longer than this (code points) are no good as a name where a shorter one exists."""


def build_entities(doc: Doc, clusters: list[Cluster]) -> tuple[tuple[Mention, ...], tuple[Entity, ...]]:
    """The mentions with their entity ids, in order, and the entities in order of first mention."""
    clusters = sorted(clusters, key=lambda cluster: min(m.start for m in cluster.mentions))
    bare: dict[int, Span] = doc._.dateline_bare_names or {}
    places = [place for place in doc._.dateline_places if place.country]
    mentions: list[Mention] = []
    entities: list[Entity] = []
    for number, cluster in enumerate(clusters, 1):
        identifier = f"e{number}"
        members = sorted((replace(m, entity=identifier) for m in cluster.mentions), key=lambda m: (m.start, m.end))
        mentions += members
        entities.append(
            Entity(
                id=identifier,
                name=readable_name(cluster, bare),
                kind=cluster.kind,
                country=cluster.actor.country if cluster.actor and cluster.actor.country else _country(places, members),
                actor=cluster.actor.key if cluster.actor else None,
                plural=cluster.plural,
                mentions=tuple(m.id for m in members),
            )
        )
    return tuple(sorted(mentions, key=lambda m: (m.start, m.end, m.id))), tuple(entities)


def readable_name(cluster: Cluster, bare: dict[int, Span]) -> str:
    """The fullest name without titles, else the fullest description without its article, else the first words.

    ``bare``: the span of each name without titles, by the offset of its head.
    """
    named = [(m, bare.get(m.head, (m.start, m.end))) for m in cluster.mentions if m.form == "name"]
    names = [_without_article(m.text[start - m.start : end - m.start]) for m, (start, end) in named]
    names = [name for name in names if f"{name}s" not in names]  # "the Houthi commander", "the Houthis"
    if names:
        return max(names, key=lambda name: (_is_proper(name.split()[-1]), len(name.split()), -names.index(name)))
    descriptions = [_without_article(m.text) for m in cluster.mentions if m.form == "description"]
    if descriptions:
        short = [text for text in descriptions if len(text) <= LONGEST_NAME] or descriptions[:1]
        return max(short, key=lambda text: (len(text), -short.index(text)))
    return cluster.mentions[0].text


def _is_proper(word: str) -> bool:
    """Whether a word has a capital where a name has one: "Baro", "al-Sanusi"."""
    return word[:1].isupper() or word.rpartition("-")[2][:1].isupper()


def _without_article(text: str) -> str:
    """The words on one line, without article, possessive ending and half quotation marks."""
    if len(_QUOTATION.findall(text)) % 2:
        text = _QUOTATION.sub(" ", text)
    words = _POSSESSIVE.sub("", " ".join(text.split())).split(" ")
    while len(words) > 1 and words[0].lower() in ("the", "a", "an", "this", "that", "these", "those", "whose"):
        words = words[1:]
    return " ".join(words)


def _country(places: list[PlaceMention], mentions: list[Mention]) -> str | None:
    """The country of a place name or adjective inside a mention: "Malian soldiers"; None when there are none or two. A
    town in a person's name tells nothing.
    """
    found = {
        place.country
        for mention in mentions
        if mention.form != "pronoun"
        for place in places
        if mention.start <= place.start
        and place.end <= mention.end
        and not (mention.form == "name" and mention.kind == "person" and place.precision != "country")
    }
    return found.pop() if len(found) == 1 else None
