"""Words that point at the present, the past or the future without a day: "now", "recently", "soon"."""

from dateline.read.dates.situation import Meaning, Situation

Groups = dict[str, str]

_REASONS = {"PRESENT_REF": "the present, at publication", "PAST_REF": "some time before publication",
            "FUTURE_REF": "some time after publication"}  # fmt: skip


def _pointer(value: str) -> Meaning:
    return Meaning(type="DATE", value=value, days=None, reason=_REASONS[value], ahead=value == "FUTURE_REF")


def fixed(groups: Groups, s: Situation, *, type: str, value: str) -> Meaning | None:  # noqa: A002 - as in the data file
    """A value that does not depend on the report."""
    return _pointer(value)


def reference(groups: Groups, s: Situation, *, value: str) -> Meaning | None:
    """ "now", "recently", "soon", "the future"; not "now that", "soon after" or a part of a name."""
    words = s.levelled[s.start : s.end]
    if words == "now" and s.after == "that":
        return None
    if words == "soon" and (s.after in ("after", "as") or s.before in ("as", "too", "how")):
        return None
    if words in ("the past", "the future") and (s.tag_after in ("NN", "NNS", "CD", "JJ") or s.after == "of"):
        return None
    return None if s.tag.startswith("NNP") else _pointer(value)


def adjective(groups: Groups, s: Situation, *, value: str) -> Meaning | None:
    """ "current", "recent", "future" before what they describe."""
    return _pointer(value) if s.tag == "JJ" and s.tag_after[:2] in ("NN", "JJ", "VB") else None
