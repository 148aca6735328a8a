"""What a fact rests on in words for people, alike on the terminal and on pages: on whose word, as which source, which
copy.
"""

from collections.abc import Mapping

from dateline.errors import BadArgument
from dateline.model.fact import Fact
from dateline.record.grounds import Ground
from dateline.record.record import Record

STANCE_WORDS = {
    "supports": "supports",
    "contradicts": "contradicts",
    "ends": "says that it was over",
    "superseded": "superseded by a later version of the report",
    "rejected": "rejected by a person",
}


def whose_word(ground: Ground) -> str:
    """Who speaks, through the chain of who cites whom: ``a nurse (“say”, direct speech), cited by the mayor (…)``."""
    record = ground.said.record
    if record["said_by"] is None:
        return "the report's own voice"
    found = []
    for one in ground.attributions:
        named = ", not named" if one["anonymous"] else ""
        found.append(f"{one['speaker'] or 'an unnamed source'}{named} (“{one['verb']}”, {one['speech']} speech)")
    words = ", cited by ".join(found)
    return words if found and record["said_by"] in words else f"{record['said_by']}{f'; {words}' if words else ''}"


def source_words(source: str, names: Mapping[str, str]) -> str:
    """As which independent source a claim counts. ``names``: those of ``source_names``."""
    kind, _, name = source.partition(":")
    if kind == "actor":
        return f"{names.get(source, name)}, one source wherever cited"
    if kind == "outlet":
        return f"{name}, as one outlet with all copies of its reports"
    if kind == "copies":
        return f"report {name} and its copies, which name no outlet"
    return "no source: it tells of another fact, which ended this one"


def source_names(record: Record, fact: Fact) -> dict[str, str]:
    """The names of the actors that vouch for claims of a fact, by ``actor:ID``."""
    found = {}
    for source in {evidence.source for evidence in fact.evidence if evidence.source.startswith("actor:")}:
        try:
            found[source] = record.actor(source.removeprefix("actor:")).name
        except BadArgument:  # the record was made anew in between
            found[source] = source.removeprefix("actor:")
    return found


def sentence_parts(ground: Ground) -> tuple[str, str, str]:
    """The sentence before, in and after the words that state the claim."""
    start, end = ground.sentence
    first, last = ground.said.record["evidence"]
    text = ground.card.text
    return text[start:first].lstrip(), text[first:last], text[last:end].rstrip()


def marked_sentence(ground: Ground) -> str:
    """The sentence with the words that state the claim between » and «; unmarked when they are all of it."""
    before, words, after = sentence_parts(ground)
    if before.strip(" “\"'") or after.strip(" .”\"'!?"):
        return f"{before}»{words}«{after}".strip()
    return f"{before}{words}{after}".strip()
