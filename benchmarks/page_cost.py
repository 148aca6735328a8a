"""The section on cost of ``docs/benchmarks.md``."""

from typing import Any


def cost_section(cost: dict[str, Any] | None) -> str:
    """Ratios against bare spaCy, shares of the components, memory; with the encoder and without."""
    if not cost:
        return "Not measured yet."
    lines = ["| what | rules | with the encoder |", "|---|---:|---:|"]
    rules, both = cost["rules"], cost["both"]
    what = f"reading {both['reports']} reports ({both['tokens']:,} tokens) against bare `nlp.pipe`, times"
    lines.append(f"| {what} | {rules['ratio']:.2f} | {both['ratio']:.2f} |")
    lines.append(
        "| start of `dateline read` against loading bare spaCy, times | "
        f"{rules['start_ratio']:.2f} | {both['start_ratio']:.2f} |"
    )
    rates = f"{rules['claims_sentences_a_second']:,.0f} | {both['claims_sentences_a_second']:,.0f}"
    lines.append(f"| the claims step alone, sentences a second | {rates} |")
    for number in sorted(both["memory_mb"], key=int):
        peaks = f"{rules['memory_mb'][number]:.0f} | {both['memory_mb'][number]:.0f}"
        lines.append(f"| peak memory after {number} reports, MB | {peaks} |")
    seconds = (
        f"Bare spaCy took {both['bare_seconds']:.1f} s, Dateline {rules['read_seconds']:.1f} s by the rules and "
        f"{both['read_seconds']:.1f} s with the encoder (medians of alternating rounds)."
    )
    alone = (
        f"The encoder alone, in windows of 256, reads {cost['encoder_ratio']:.2f} times as many tokens a second as "
        f"bare spaCy, one thread each. {cost['instructions']}"
    )
    shares = (
        f"Share of each component in reading by the rules: {_shares(rules)}.",
        f"With the encoder: {_shares(both)}.",
    )
    parts = (seconds, alone, *shares)
    return "\n".join([*lines, *(line for part in parts for line in ("", part))])


def _shares(cost: dict[str, Any]) -> str:
    return ", ".join(f"{name} {share:.0%}" for name, share in cost["shares"].items())
