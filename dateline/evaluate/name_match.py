"""Whether a predicted name means an annotated actor or place.

A name that equals one of the document's annotated names means that actor and no other. Any other name matches when it
has the head word of one of the annotated names; where the head word says little ("forces", "group"), the words of one
must all stand in the other.
"""

import re
import unicodedata
from collections.abc import Mapping
from typing import Any

from dateline.languages.load import language_data

_POSSESSIVE = re.compile(r"'s\b|(?<=s)'(?=\s|$)")
_MARKS = re.compile("['\"()“”.]")
_APOSTROPHES = re.compile("[‘’ʼ`]")


def normalised(name: str) -> str:
    """Lower case, without accents, articles, possessive endings and punctuation; commas are kept as words."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name).casefold() if not unicodedata.combining(c))
    plain = _MARKS.sub("", _POSSESSIVE.sub("", _APOSTROPHES.sub("'", plain)))
    words = re.sub(r"[^\w,]+", " ", plain).replace(",", " , ").split()
    while words and words[0] in ("the", "a", "an"):
        del words[0]
    return " ".join(words).strip(" ,")


def head_word(name: str) -> str:
    """The head of a normalised name: the last word before "of", "who" and the like, quantities aside."""
    data = language_data("name_match")
    words = name.split(" , ")[0].split()
    while len(words) > 1 and (words[0] in data["quantities"] or words[0].isdigit()):
        del words[0]
    for index, word in enumerate(words):
        if index and word in data["head_ends"]:
            words = words[:index]
            break
    return words[-1] if words else ""


def alike(one: str, other: str) -> bool:
    """Whether two normalised names can mean the same."""
    if not one or not other:
        return False
    if one == other:
        return True
    head = head_word(one)
    if head != head_word(other):
        return False
    if head not in language_data("name_match")["weak_heads"]:
        return True
    ours, theirs = set(one.split()), set(other.split())
    return ours <= theirs or theirs <= ours


class AnnotatedNames:
    """The names of one annotated document's actors and places."""

    def __init__(self, document: Mapping[str, Any]) -> None:
        self.names: dict[str, list[str]] = {
            actor["id"]: [normalised(name) for name in actor["names"]] for actor in document.get("actors", ())
        }
        for place in document.get("places", ()):
            self.names[place["id"]] = [normalised(name) for name in (place["name"], *place.get("aliases", ()))]

    def means(self, gold: str | None, predicted: str | None) -> bool:
        """Whether a predicted name (or None) means an annotated answer: an id, a description, or None."""
        words = normalised(predicted) if predicted else ""
        if gold is None or not words:
            return gold is None and not words
        if gold not in self.names:
            return alike(words, normalised(gold))
        owners = {key for key, names in self.names.items() if key[0] == gold[0] and words in names}
        return gold in owners if owners else any(alike(words, name) for name in self.names[gold])
