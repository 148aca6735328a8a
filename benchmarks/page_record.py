"""The section on the record of ``docs/benchmarks.md``: how well reports are joined, and how fast."""

from typing import Any


def record_section(scores: dict[str, Any] | None, speed: dict[str, Any] | None) -> str:
    """Scores of the worlds, then seconds and memory by size."""
    return "\n\n".join([_scores(scores), _speed(speed)])


def _scores(scores: dict[str, Any] | None) -> str:
    if not scores:
        return "Scores: not measured yet."
    lines = [
        (
            "| world | actors P / R / F1 | events P / R / F1 | names seen | events seen "
            "| relations right on sampled days | false merges of private people |"
        ),
        "|---|---|---|---:|---:|---:|---:|",
    ]
    for seed, found in scores.items():
        actors, events = found["actors"], found["events"]
        cells = (
            f"seed {seed}",
            _three(actors),
            _three(events),
            f"{actors['seen']:.2f}",
            f"{events['seen']:.2f}",
            f"{found['relations']:.3f} of {found['relation_days']:,}",
            f"{found['false_private']} of {found['private']}",
        )
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines)


def _three(score: dict[str, float]) -> str:
    return f"{score['precision']:.3f} / {score['recall']:.3f} / {score['f1']:.3f}"


def _speed(speed: dict[str, Any] | None) -> str:
    if not speed:
        return "Speed: not measured yet."
    lines = [
        (
            "| reports | claims | facts | rebuild, s | ms a claim | peak memory, MB | one report more: median, most, s "
            "| as of a day, one actor, ms | as of a day, all, ms |"
        ),
        "|---:|---:|---:|---:|---:|---:|---|---:|---:|",
    ]
    for size, found in sorted(speed.items(), key=lambda item: int(item[0])):
        cells = (
            f"{int(size):,}",
            f"{found['claims']:,}",
            f"{found['facts']:,}",
            f"{found['rebuild_seconds']:.1f}",
            f"{1000 * found['rebuild_seconds'] / found['claims']:.2f}",
            f"{found['memory_mb']:.0f}",
            _adding(found.get("add_seconds")),
            f"{found['as_of_actor_ms']:.0f}",
            f"{found['as_of_all_ms']:.0f}",
        )
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines)


def _adding(seconds: dict[str, float] | None) -> str:
    return f"{seconds['median']:.2f}, {seconds['most']:.2f}" if seconds else "not measured"
