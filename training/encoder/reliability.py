"""How often the encoder is right where it says so: its probabilities against what annotators marked."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from dateline.encoder.fillers import plain
from dateline.encoder.incidents import IncidentThresholds, fillers
from dateline.encoder.model import Encoder
from dateline.encoder.spans import tagged_spans

LOW = 0.1
"""Probability from which spans are looked at here."""
Judged = tuple[float, bool]
"""A probability, and whether the span was right."""


def judged(task: str, record: dict[str, Any], encoder: Encoder) -> Iterator[Judged]:
    """The spans of one document that the encoder gives at least ``LOW``."""
    scores, text = encoder.read(record["text"]), record["text"]
    if task == "muc4":
        low = IncidentThresholds(piece=LOW, filler=dict.fromkeys(scores.heads["roles"].labels, LOW))
        for filler in fillers(scores, text, low):
            names = {plain(n) for t in record["templates"] for entity in t[filler.role] for n in entity}
            yield filler.score, filler.words in names
    elif task == "re3d":
        for span in tagged_spans(scores, "mentions", dict.fromkeys(scores.heads["mentions"].labels, LOW), text):
            marked = (e for e in record["entities"] if e["type"] == span.label)
            yield span.score, any(e["start"] < span.end and span.start < e["end"] for e in marked)
    else:
        for span in tagged_spans(scores, "attribution", dict.fromkeys(("source", "cue", "content"), LOW), text):
            marked = [piece for a in record["attributions"] for piece in a[span.label]]
            yield span.score, any(_jaccard((span.start, span.end), tuple(piece)) >= 0.5 for piece in marked)


def _jaccard(one: tuple[int, int], other: tuple[int, int]) -> float:
    both = max(0, min(one[1], other[1]) - max(one[0], other[0]))
    return both / (one[1] - one[0] + other[1] - other[0] - both)


def bins(found: Iterable[Judged], count: int = 10) -> list[dict[str, float]]:
    """Even stretches of probability, with how many spans each holds, their mean probability, and the share right."""
    groups: dict[int, list[Judged]] = {}
    for score, right in found:
        groups.setdefault(min(int(score * count), count - 1), []).append((score, right))
    return [
        {
            "from": number / count,
            "to": (number + 1) / count,
            "spans": len(group),
            "probability": sum(score for score, _ in group) / len(group),
            "right": sum(right for _, right in group) / len(group),
        }
        for number, group in sorted(groups.items())
    ]


def diagram(found: dict[str, list[dict[str, float]]], target: Path) -> None:
    """Draw the bins of several heads as lines beside the diagonal, on which a calibrated encoder would lie."""
    colours = ("#1b6ca8", "#b3541e", "#3a7d44", "#7a3b8f")
    side, edge = 320, 40

    def at(x: float, y: float) -> str:
        return f"{edge + x * side:.1f},{edge + (1 - y) * side:.1f}"

    lines = [f'<polyline points="{at(0, 0)} {at(1, 1)}" stroke="#999" stroke-dasharray="4" fill="none"/>']
    for number, (name, rows) in enumerate(found.items()):
        points = " ".join(at(row["probability"], row["right"]) for row in rows if row["spans"] >= 10)
        colour = colours[number % len(colours)]
        lines.append(f'<polyline points="{points}" stroke="{colour}" stroke-width="2" fill="none"/>')
        lines.append(f'<text x="{edge + 8}" y="{edge + 18 + 16 * number}" fill="{colour}">{name}</text>')
    whole = side + 2 * edge
    frame = f'<rect x="{edge}" y="{edge}" width="{side}" height="{side}" fill="none" stroke="#444"/>'
    words = (
        f'<text x="{whole / 2}" y="{whole - 10}" text-anchor="middle">probability given</text>'
        f'<text x="14" y="{whole / 2}" text-anchor="middle" transform="rotate(-90 14 {whole / 2})">share right</text>'
    )
    frame_of = f'xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {whole} {whole}"'
    head = f'<svg {frame_of} font-family="sans-serif" font-size="12">'
    ground = f'<rect width="{whole}" height="{whole}" fill="white"/>'
    target.write_text("\n".join([head, ground, frame, *lines, words, "</svg>"]) + "\n", encoding="utf-8")
