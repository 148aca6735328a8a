"""Sets of times: "every Monday", "twice a week", "daily"."""

from dateline.read.dates.meanings.lengths import iso_length
from dateline.read.dates.numbers import read_number
from dateline.read.dates.situation import Meaning, Situation

Groups = dict[str, str]


def _set(value: str) -> Meaning:
    return Meaning(type="SET", value=value, days=None, reason="it recurs, so no day of its own is meant")


def every(groups: Groups, s: Situation) -> Meaning | None:
    """ "every Monday", "every two weeks", "each year", "twice a week", "Fridays"."""
    words = s.grammar.words
    if groups.get("weekday"):
        return _set(f"XXXX-WXX-{words['weekday'][groups['weekday']]}")
    if groups.get("month"):
        return _set(f"XXXX-{words['month'][groups['month']]:02}")
    if groups.get("season"):
        return _set(f"XXXX-{words['season'][groups['season']]}")
    if groups.get("part"):
        return _set(f"XXXX-XX-XXT{words['part'][groups['part']]}")
    unit = str(words["unit"][groups["unit"]])
    if unit == "second":
        return None
    text = s.levelled[s.start : s.end]
    if " times " in text or not groups.get("count"):
        count: float | None = 2.0 if " other " in text else 1.0
    else:
        count = read_number(groups["count"], s.grammar)
    return _set(iso_length(count, unit))


def frequency(groups: Groups, s: Situation) -> Meaning | None:
    """ "daily", "annually"; not the Daily of a newspaper's name."""
    if s.tag.startswith("NNP") and s.capital and s.before:
        return None
    if groups["frequency"] == "quarterly" and s.tag_after[:2] == "NN":
        return None
    return _set(str(s.grammar.words["frequency"][groups["frequency"]]))
