"""What was read, in words for people: the same words on the terminal (``read --explain``) and on the page
(``read --html``).
"""

import re

from dateline.model import Attribution, Claim, Count, DateSpan, PlaceMention, PlaceRef, Reading, Report

UNSAFE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufeff\U000e0000-\U000e007f]"
)
"""Characters that steer a terminal, turn the direction of what follows, hide words, or cannot be written in UTF-8.
The marks that Arabic and Hebrew text needs within a word (U+200C to U+200F) are not among them.
"""
LINE_ENDS = str.maketrans(dict.fromkeys("\x0b\x0c\x85\u2028\u2029", " "))
LONGEST = 400
"""Code points of one value, such as a name, before it is cut."""

BASIS = {"user": "--published", "metadata": "the page's metadata", "text": "the text", "file name": "the file name"}


def shown(text: str) -> str:
    """The text with unsafe characters named instead of obeyed: ``[U+202E]``."""
    return UNSAFE.sub(lambda found: f"[U+{ord(found[0]):04X}]", text.translate(LINE_ENDS))


def shortened(text: str, longest: int = LONGEST) -> str:
    """The text in one line of at most ``longest`` code points; an ellipsis says that it goes on."""
    line = " ".join(text.split())
    return line if len(line) <= longest else f"{line[: longest - 1]}…"


def published_words(report: Report) -> str:
    """The day of publication and what says so."""
    published = report.published
    if published is None:
        return "no day of publication: with --published, “Monday” or “3 May” become dates"
    words = f": “{shortened(published.words)}”" if published.basis != "user" else ""
    return f"published {published.day.isoformat()}, from {BASIS[published.basis]}{words}"


def what(claim: Claim) -> str:
    """``ASSAULT/abduct``, ``split_from``."""
    return f"{claim.type}/{claim.mode}" if claim.mode else claim.type


def marks(claim: Claim) -> list[str]:
    """What keeps a claim from saying plainly that it is so: ``NOT``, then ``PLANNED``, ``POSSIBLE`` or ``ALLEGED``."""
    negated = ["NOT"] if claim.polarity == "negated" else []
    return negated + ([claim.modality.upper()] if claim.modality != "actual" else [])


def days(span: DateSpan) -> str:
    """The possible days, and what of them is certain: ``2014-01, on a day of it``."""
    possible, certain = span.possible, span.certain
    if possible.first is not None and possible.first == possible.last:
        return possible.edtf
    if certain is None:
        return f"{possible.edtf}, on a day of it"
    if certain == possible:
        return f"{possible.edtf}, all of it"
    return f"{possible.edtf}, for certain {certain.edtf}"


def where(place: PlaceMention | PlaceRef) -> str:
    """``Zouar, TD (settlement, within 5 km of 20.45, 16.52)``."""
    name = f"{place.name}, {place.country}" if place.country else place.name
    if place.lat is None or place.lon is None:
        return f"{name} ({place.precision}, no point)"
    point = f"{place.lat:.2f}, {place.lon:.2f}"
    within = f"within {place.radius_km:g} km of {point}" if place.radius_km is not None else f"at {point}"
    return f"{name} ({place.precision}, {within})"


def speaker(attribution: Attribution) -> str:
    """Who speaks; ``an unnamed source`` when the report has no words for who."""
    return attribution.speaker or "an unnamed source"


def saying(attribution: Attribution) -> str:
    """``a local official, not named: “say”, indirect speech``."""
    named = ", not named" if attribution.anonymous and attribution.speaker else ""
    return f"{speaker(attribution)}{named}: “{attribution.verb}”, {attribution.speech} speech"


def chain(reading: Reading, identifier: str | None) -> list[Attribution]:
    """The attribution and those it stands within, innermost first; empty for the report's own voice."""
    by_id = {attribution.id: attribution for attribution in reading.attributions}
    found: list[Attribution] = []
    while identifier in by_id and by_id[identifier] not in found:
        found.append(by_id[identifier])
        identifier = found[-1].within
    return found


def says_who(reading: Reading, claim: Claim) -> str:
    """Who vouches for a claim, through the chain: ``a nurse, cited by the mayor``; empty for the report's own voice."""
    if claim.said_by is None:
        return ""
    cited_by = [speaker(attribution) for attribution in chain(reading, claim.attribution)[1:]]
    return ", cited by ".join([claim.said_by.name, *cited_by])


def counts(claim: Claim) -> list[str]:
    """``killed: 9 or more``, ``injured: 3 to 5``."""
    kinds = ("killed", "injured", "abducted", "arrested", "displaced", "crowd")
    stated: list[tuple[str, Count | None]] = [(kind, getattr(claim.counts, kind)) for kind in kinds]
    return [f"{kind}: {_number(count)}" for kind, count in stated if count is not None]


def _number(count: Count) -> str:
    if count.high is None:
        return f"{count.low:,} or more"
    return f"{count.best:,}" if count.low == count.high else f"{count.low:,} to {count.high:,}"


def grounds(reading: Reading, claim: Claim) -> list[tuple[str, str]]:
    """Why a claim is as it is: each with the part it explains."""
    found = [("claim", claim.reason), ("confidence", f"{claim.confidence:.2f}")]
    if claim.governed_by:
        words = ", ".join(f"“{word}”" for word in claim.governed_by)
        found.append((" and ".join(marks(claim)) or "governed by", words))
    for part, actor in (("who", claim.subject), ("whom", claim.object)):
        if actor is not None and actor.words != actor.name:
            found.append((part, f"“{actor.words}”"))
    if claim.place is not None:
        found.append(("where", f"{where(claim.place)}, from “{claim.place.basis}”"))
    if claim.when is not None:
        basis = f" “{claim.when.basis}”:" if claim.when.basis else ""
        found.append(("when", f"{days(claim.when)};{basis} {claim.when.reason}"))
    found += [("says", f"{saying(link)}. {link.reason}") for link in chain(reading, claim.attribution)]
    found += [(name, value) for name, value in (("role", claim.role), ("weapon", claim.weapon)) if value]
    return found + [("count", words) for words in counts(claim)] + coded(claim)


def coded(claim: Claim) -> list[tuple[str, str]]:
    """What other codebooks would call a claim: ``("CAMEO", "181 (somebody is taken and held by force)")``."""
    return [(code.scheme, f"{code.words or 'none'} ({code.reason})") for code in claim.codes]


def words_of(reading: Reading, mention: str) -> str:
    """The words of the mention of that id; empty when there is none."""
    return next((found.text for found in reading.mentions if found.id == mention), "")
