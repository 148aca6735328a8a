"""Reports that are copies of one another: reprints of a wire, updates, syndicated pieces.

Texts are compared by MinHash (Broder 1997) over runs of five words; candidates share a band of the signature, as in
locality-sensitive hashing (Indyk and Motwani 1998). A copy counts as no source of its own; an update supersedes the
version before it, and both stay.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import blake2b
from itertools import combinations
from typing import Literal

import numpy as np
from rensa import RMinHash

from dateline.facts.groups import PartedGroups
from dateline.facts.inputs import ReportIn

Standing = Literal["first", "copy", "update"]

RUN = 5
"""Words in a shingle."""
HASHES = 128
BANDS = 32
"""Bands of four hashes: two texts with a similarity of 0.5 share one with a probability of 0.87, of 0.7 with 0.9998."""
SEED = 1
COPY = 0.55
"""Least estimated Jaccard similarity of copies."""
CONTAINED = 0.75
"""Least share of the shorter text's shingles found in the longer one, when one was cut or added to."""
LEAST_JACCARD = 0.2
"""Below it the estimate of what is contained is too coarse."""
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """What is kept of a text to compare it. ``hashes``: uint32, ``HASHES`` long; all alike for a text without words."""

    report: str
    shingles: int
    """How many different runs of words the text has."""
    hashes: np.ndarray
    agency: str | None
    """The news agency that the report credits."""

    def bands(self) -> tuple[str, ...]:
        """Short keys; texts that may be copies have one in common. None for a text of fewer than ``RUN`` words."""
        if not self.shingles:
            return ()
        whole = self.hashes.tobytes()
        size = len(whole) // BANDS
        return tuple(
            f"{number:02}{blake2b(whole[number * size : (number + 1) * size], digest_size=8).hexdigest()}"
            for number in range(BANDS)
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """What a report is among its copies."""

    report: str
    cluster: str
    """The id of the first report added among the copies."""
    standing: Standing
    of: str | None
    """The report it copies or updates; None for the first."""
    similarity: float | None
    """Estimated Jaccard similarity to ``of``."""
    superseded_by: str | None
    """The id of the last update of the report by the same outlet or agency."""
    reason: str


def signature(report: str, text: str, agency: str | None) -> Signature:
    """The signature of a report's cleaned text, furniture and dateline left out."""
    words = _WORD.findall(text.lower())
    shingles = sorted({" ".join(words[start : start + RUN]) for start in range(len(words) - RUN + 1)})
    minhash = RMinHash(num_perm=HASHES, seed=SEED)
    minhash.update(shingles)
    return Signature(
        report=report, shingles=len(shingles), hashes=np.array(minhash.digest(), dtype=np.uint32), agency=agency
    )


def similarity(left: Signature, right: Signature) -> tuple[float, float]:
    """The estimated Jaccard similarity of two texts, and the share of the shorter that the longer contains."""
    jaccard = float(np.mean(left.hashes == right.hashes))
    shorter = min(left.shingles, right.shingles)
    shared = jaccard / (1 + jaccard) * (left.shingles + right.shingles)
    return jaccard, min(1.0, shared / shorter) if shorter else 0.0


def are_copies(left: Signature, right: Signature) -> bool:
    """Whether two texts are alike enough to be one piece."""
    jaccard, contained = similarity(left, right)
    return jaccard >= COPY or (jaccard >= LEAST_JACCARD and contained >= CONTAINED)


def clusters(
    signatures: Mapping[str, Signature],
    reports: Mapping[str, ReportIn],
    *,
    same: Iterable[tuple[str, str]] = (),
    apart: Iterable[tuple[str, str]] = (),
) -> dict[str, Copy]:
    """What each report is among those given. ``same`` and ``apart``: pairs that a person marked.

    Reports outside the given ones that share a band with one of these must be given too.
    """
    groups = PartedGroups(signatures, _sides(apart))
    for left, right in _candidates(signatures.values()):
        if (
            not groups.joined(left, right)
            and groups.parting(left, right) is None
            and are_copies(signatures[left], signatures[right])
        ):
            groups.join(left, right)
    told = [(left, right) for left, right in same if left in signatures and right in signatures]
    for left, right in told:
        if groups.parting(left, right) is None:
            groups.join(left, right)
    found: dict[str, Copy] = {}
    for members in groups.lists(key=lambda report: reports[report].order):
        found.update(_described(members, signatures, reports))
    return found


def _sides(apart: Iterable[tuple[str, str]]) -> dict[str, frozenset[tuple[int, int]]]:
    """For each report the pairs that must not be copies of each other, by number, and its side in them."""
    found: dict[str, set[tuple[int, int]]] = {}
    for number, pair in enumerate(apart, 1):
        for side, report in enumerate(pair):
            found.setdefault(report, set()).add((number, side))
    return {report: frozenset(sides) for report, sides in found.items()}


def _candidates(signatures: Iterable[Signature]) -> Iterator[tuple[str, str]]:
    """Pairs with a band in common. Texts with the very same hashes are one to the others."""
    alike: dict[bytes, str] = {}
    holders: dict[str, list[str]] = {}
    for one in sorted(signatures, key=lambda one: one.report):
        first = alike.setdefault(one.hashes.tobytes(), one.report) if one.shingles else one.report
        if first != one.report:
            yield first, one.report
            continue
        for band in one.bands():
            holders.setdefault(band, []).append(one.report)
    yield from sorted({pair for held in holders.values() for pair in combinations(held, 2)})


def _described(
    members: list[str], signatures: Mapping[str, Signature], reports: Mapping[str, ReportIn]
) -> dict[str, Copy]:
    """The copies of one cluster, in the order of adding."""
    in_time = sorted(members, key=lambda report: (str(reports[report].published or "9999"), reports[report].order))
    earliest = in_time[0]
    found: dict[str, Copy] = {}
    for position, report in enumerate(in_time):
        before = _nearest(report, in_time[:position], signatures)
        later = [other for other in in_time[position + 1 :] if _updates(other, report, signatures, reports)]
        standing: Standing = (
            "first" if before is None else "update" if _updates(report, before, signatures, reports) else "copy"
        )
        jaccard = similarity(signatures[report], signatures[before])[0] if before else None
        found[report] = Copy(
            report=report,
            cluster=members[0],
            standing=standing,
            of=before,
            similarity=jaccard,
            superseded_by=later[-1] if later else None,
            reason=_reason(standing, before, jaccard, signatures[earliest].agency),
        )
    return found


def _nearest(report: str, before: list[str], signatures: Mapping[str, Signature]) -> str | None:
    """Of the versions before a report the most alike, the later of two alike."""
    if not before:
        return None
    return max(before, key=lambda other: (similarity(signatures[report], signatures[other])[0], before.index(other)))


def _updates(later: str, earlier: str, signatures: Mapping[str, Signature], reports: Mapping[str, ReportIn]) -> bool:
    """Whether a report is a newer version of an earlier one by the same outlet or agency, with other words in it."""
    mine, theirs = _outlets(later, signatures, reports), _outlets(earlier, signatures, reports)
    changed = bool(np.any(signatures[later].hashes != signatures[earlier].hashes))
    return changed and bool(mine & theirs)


def _outlets(report: str, signatures: Mapping[str, Signature], reports: Mapping[str, ReportIn]) -> set[str]:
    return {name.lower() for name in (signatures[report].agency, reports[report].publisher) if name}


def _reason(standing: Standing, of: str | None, jaccard: float | None, agency: str | None) -> str:
    if of is None or jaccard is None:
        return "no earlier report has its text"
    credited = f"; the first of them credits {agency}" if agency else ""
    kind = "a newer version by the same outlet or agency of" if standing == "update" else "has the text of"
    return f"{kind} {of} (similarity {jaccard:.2f}){credited}"
